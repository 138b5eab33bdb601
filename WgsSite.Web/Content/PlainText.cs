using System.Net;
using System.Text.RegularExpressions;

namespace WgsSite.Web.Content;

/// <summary>The text of HTML, in one line.</summary>
internal static partial class PlainText
{
    public static string Of(string html) => WebUtility.HtmlDecode(Spaces().Replace(Tag().Replace(html, " "), " ")).Trim();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
