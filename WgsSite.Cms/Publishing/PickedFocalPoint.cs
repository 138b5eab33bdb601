using System.Text.Json;
using WgsSite.Cms.Media;

namespace WgsSite.Cms.Publishing;

/// <summary>
/// The focal point an editor set where a picture is used, as a media picker stores it beside the picture
/// (<c>enableLocalFocalPoint</c> of <c>Umbraco.MediaPicker3</c>). It goes before the picture's own.
/// </summary>
internal static class PickedFocalPoint
{
    /// <summary>Deeper than any block in a block is stored.</summary>
    private const int Deepest = 64;

    /// <param name="item">One item of a media picker's value.</param>
    public static Guid? MediaOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("mediaKey", out var key) && key.ValueKind == JsonValueKind.String && key.TryGetGuid(out var guid) ? guid : null;

    /// <summary>Null where the picture's own counts: the client stores the middle for „none was set“.</summary>
    public static FocalPoint? Of(JsonElement item) =>
        item.TryGetProperty("focalPoint", out var point) && point.ValueKind == JsonValueKind.Object && Share(point, "left") is { } left && Share(point, "top") is { } top && (left, top) is not (0.5, 0.5)
            ? new FocalPoint(left, top)
            : null;

    /// <summary>All that are set anywhere in the values of a document, in blocks too.</summary>
    /// <param name="values">As <see cref="PropertyValues"/> keeps them.</param>
    public static IEnumerable<(Guid Media, FocalPoint Focal)> In(string values) =>
        values.Contains("focalPoint", StringComparison.Ordinal) ? InText(values, depth: 0) : [];

    private static IEnumerable<(Guid Media, FocalPoint Focal)> InText(string text, int depth)
    {
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            yield break;
        }

        using (json)
            foreach (var found in InJson(json.RootElement, depth)) yield return found;
    }

    private static IEnumerable<(Guid Media, FocalPoint Focal)> InJson(JsonElement json, int depth)
    {
        if (depth > Deepest) return [];
        return json.ValueKind switch
        {
            JsonValueKind.Object when MediaOf(json) is { } key => Of(json) is { } focal ? [(key, focal)] : [],
            JsonValueKind.Object => json.EnumerateObject().SelectMany(property => InJson(property.Value, depth + 1)),
            JsonValueKind.Array => json.EnumerateArray().SelectMany(item => InJson(item, depth + 1)),
            // A value that is JSON is kept as text.
            JsonValueKind.String when json.GetString() is ['[' or '{', ..] text && text.Contains("focalPoint", StringComparison.Ordinal) => InText(text, depth + 1),
            _ => [],
        };
    }

    private static double? Share(JsonElement point, string name) =>
        point.TryGetProperty(name, out var share) && share.ValueKind == JsonValueKind.Number && share.TryGetDouble(out var number) && number is >= 0 and <= 1 ? number : null;
}
