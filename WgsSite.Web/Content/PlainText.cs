using System.Net;
using System.Text.RegularExpressions;

namespace WgsSite.Web.Content;

/// <summary>The text of HTML, in one line.</summary>
internal static partial class PlainText
{
    public static string Of(string html) => WebUtility.HtmlDecode(Spaces().Replace(Tag().Replace(Inline().Replace(html, ""), " "), " ")).Trim();

    /// <summary>What stands within a line parts no words: „<c>&lt;strong&gt;112&lt;/strong&gt;.</c>“</summary>
    [GeneratedRegex(@"</?(?:a|abbr|b|bdi|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|u)(?:\s[^>]*)?>", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
