using System.Text.Encodings.Web;
using System.Text.Json;

namespace WgsSite.Cms.Publishing;

/// <summary>
/// Raw property values of one version, as Umbraco's editors store them. Kept in the store as one JSON object whose
/// names are <c>alias</c>, <c>alias@culture</c> or <c>alias@culture@segment</c> (an alias cannot hold an @).
/// </summary>
public static class PropertyValues
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Name(string alias, string? culture = null, string? segment = null) => (culture, segment) switch
    {
        (null, null) => alias,
        (_, null) => $"{alias}@{culture}",
        _ => $"{alias}@{culture}@{segment}",
    };

    /// <summary>Alias, culture and segment of a name made by <see cref="Name"/>.</summary>
    public static (string Alias, string? Culture, string? Segment) Parts(string name)
    {
        var parts = name.Split('@');
        return (parts[0], Part(parts, 1), Part(parts, 2));

        static string? Part(string[] parts, int index) => parts.Length > index && parts[index].Length > 0 ? parts[index] : null;
    }

    public static string ToJson(IReadOnlyDictionary<string, string> values) => JsonSerializer.Serialize(values, Compact);

    public static Dictionary<string, string> FromJson(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
}
