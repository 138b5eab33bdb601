using System.Text.RegularExpressions;

namespace WgsSite.Core.Inquiries;

/// <summary>What makes a text look as if no tenant had written it. It only sets an inquiry aside; somebody looks at it.</summary>
public static partial class SpamSigns
{
    /// <returns>What was found, in words for the desk; null when nothing was.</returns>
    public static string? In(InquiryText text)
    {
        if (Link().IsMatch($"{text.Name} {text.When} {text.Phone}")) return "Web-Adresse in einem Feld, in das keine gehört";
        var message = text.Message ?? "";
        // One address is fine: tenants ask about pages they have seen.
        if (Link().Count(message) > 1 || Markup().IsMatch(message)) return "mehrere Web-Adressen im Text";
        if (Run().IsMatch(message)) return "dasselbe Zeichen sehr oft hintereinander";
        var words = Word().Matches(message).Select(word => word.Value.ToLowerInvariant()).ToList();
        if (words.Count >= 20 && words.Distinct().Count() * 4 <= words.Count) return "dieselben Wörter immer wieder";
        return null;
    }

    [GeneratedRegex(@"(?i)\b(?:https?://|www\.)\S", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?i)</?a\b|\[/?url|\[/?link", RegexOptions.NonBacktracking)]
    private static partial Regex Markup();

    [GeneratedRegex(@"([^\s.\-_=*!?])\1{14,}")]
    private static partial Regex Run();

    [GeneratedRegex(@"\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
