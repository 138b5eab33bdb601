namespace WgsSite.Core.Offers;

/// <summary>The name of a page in addresses.</summary>
internal static class PathEnd
{
    /// <summary>The last part of a path: <c>/leistungen/hausnotruf/</c> → <c>hausnotruf</c>.</summary>
    public static string Of(string path) => path.TrimEnd('/').Split('/')[^1];
}
