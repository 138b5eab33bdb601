using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Umbraco.Cms.Core;

namespace WgsSite.Cms.Editing;

/// <summary>A picture must say what it shows before readers get it: some of them do not see it.</summary>
/// <param name="undescribed">Name of a media item that should say what it shows and does not; null for all others.</param>
internal sealed partial class PictureCheck(Func<Guid, string?> undescribed)
{
    /// <summary>What is wrong with the pictures of a media picker; null when nothing is.</summary>
    /// <exception cref="JsonException">The value cannot be read.</exception>
    public string? Picked(string value)
    {
        using var json = JsonDocument.Parse(value);
        foreach (var item in json.RootElement.EnumerateArray())
            if (item.TryGetProperty("mediaKey", out var key) && key.TryGetGuid(out var guid) && undescribed(guid) is { } name)
                return Message(name);
        return null;
    }

    /// <summary>What is wrong with the pictures in a running text; null when nothing is.</summary>
    /// <param name="value">As the rich text stores it: HTML, or JSON that holds HTML.</param>
    public string? InText(string value)
    {
        foreach (Match image in Image().Matches(Markup(value)))
            if (MediaKey().Match(image.Value) is { Success: true } key
                && UdiParser.TryParse(key.Value, out Udi? udi) && udi is GuidUdi media
                && undescribed(media.Guid) is { } name
                // The client fills in the name of the file, which says nothing of what is to be seen.
                && WebUtility.HtmlDecode(AlternativeText().Match(image.Value).Groups["text"].Value).Trim() is var own && (own.Length == 0 || own == name))
                return Message(name);
        return null;
    }

    private static string Markup(string value)
    {
        if (value.TrimStart() is not ['{', ..]) return value;
        using var json = JsonDocument.Parse(value);
        return json.RootElement.TryGetProperty("markup", out var markup) && markup.ValueKind == JsonValueKind.String ? markup.GetString()! : "";
    }

    private static string Message(string name) => $"Zum Bild „{name}“ steht noch nicht, was zu sehen ist. Bitte ergänzen Sie das beim Bild unter „Medien“.";

    [GeneratedRegex("<img\\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Image();

    [GeneratedRegex("\\balt\\s*=\\s*\"(?<text>[^\"]*)\"", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AlternativeText();

    [GeneratedRegex("umb://media/[0-9a-f]{32}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MediaKey();
}
