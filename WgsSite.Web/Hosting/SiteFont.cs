namespace WgsSite.Web.Hosting;

/// <summary>The two files of the site's one font, which the build brings from npm.</summary>
public static class SiteFont
{
    public const string Regular = "atkinson-hyperlegible-next-latin-400-normal.woff2";
    public const string Bold = "atkinson-hyperlegible-next-latin-700-normal.woff2";
}
