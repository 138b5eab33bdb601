using System.Text.Json;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core;

namespace WgsSite.Cms.Media;

/// <summary>The values of media items that Umbraco itself knows: file, measures, focal point.</summary>
internal static class MediaValues
{
    public const string File = Constants.Conventions.Media.File;
    public const string Width = Constants.Conventions.Media.Width;
    public const string Height = Constants.Conventions.Media.Height;
    public const string Extension = Constants.Conventions.Media.Extension;
    public const string Bytes = Constants.Conventions.Media.Bytes;

    /// <summary>What a picture shows; not one of Umbraco's own, but the name used for it.</summary>
    public const string AlternativeText = "alternativeText";

    /// <summary>Umbraco stores a file as a path, or as an object with <c>src</c> where the picture can be cropped.</summary>
    public static string? FileOf(IReadOnlyDictionary<string, string> values)
    {
        var value = values.GetValueOrDefault(File);
        if (string.IsNullOrWhiteSpace(value)) return null;
        if (!value.TrimStart().StartsWith('{')) return value;
        return Object(value)?["src"] is JsonValue src && src.GetValueKind() == JsonValueKind.String ? src.GetValue<string>() : null;
    }

    public static FocalPoint FocalPointOf(IReadOnlyDictionary<string, string> values) =>
        Object(values.GetValueOrDefault(File))?["focalPoint"] is JsonObject point && Share(point["left"]) is { } left && Share(point["top"]) is { } top ? new FocalPoint(left, top) : FocalPoint.Middle;

    /// <summary>A share of a picture's width or height as it is sent; null for anything else.</summary>
    public static double? Share(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number && double.TryParse(node.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 ? share : null;

    private static JsonObject? Object(string? value)
    {
        if (value?.TrimStart().StartsWith('{') != true) return null;
        try
        {
            return JsonNode.Parse(value) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
