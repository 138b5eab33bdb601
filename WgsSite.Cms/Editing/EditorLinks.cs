using System.Text.Json.Nodes;
using Umbraco.Cms.Core;

namespace WgsSite.Cms.Editing;

/// <summary>Links and picked items between store and client: the store names an item by its UDI, the client by kind and key.</summary>
internal static class EditorLinks
{
    public static IEnumerable<GuidUdi> Keys(string stored) => stored
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(text => UdiParser.TryParse(text, out Udi? udi) ? udi as GuidUdi : null)
        .OfType<GuidUdi>();

    public static string UdiOf(string entityType, string unique) =>
        new GuidUdi(entityType is "media" or "member" ? entityType : "document", Guid.TryParse(unique, out var key) ? key : throw new InvalidOperationException("No key.")).ToString();

    public static JsonArray ToEditor(JsonArray stored, EditorContext context)
    {
        var links = new JsonArray();
        foreach (var link in stored.OfType<JsonObject>())
        {
            var udi = (string?)link["udi"] is { } text && UdiParser.TryParse(text, out Udi? parsed) ? parsed as GuidUdi : null;
            links.Add(new JsonObject
            {
                ["icon"] = udi is null ? "icon-link" : context.IconOf(udi.Guid) ?? "icon-link",
                ["name"] = link["name"]?.DeepClone(),
                ["published"] = udi is null || context.IsPublished(udi.Guid),
                ["queryString"] = link["queryString"]?.DeepClone(),
                ["target"] = link["target"]?.DeepClone(),
                ["trashed"] = udi is not null && context.IsTrashed(udi.Guid),
                ["type"] = udi is null ? "external" : udi.EntityType,
                ["unique"] = udi?.Guid.ToString(),
                ["url"] = udi is null ? link["url"]?.DeepClone() : context.UrlOf(udi.Guid),
            });
        }

        return links;
    }

    public static JsonObject FromEditor(JsonObject link)
    {
        var type = (string?)link["type"];
        var unique = (string?)link["unique"];
        var isItem = type is "document" or "media" && !string.IsNullOrEmpty(unique);
        return new JsonObject
        {
            ["name"] = link["name"]?.DeepClone(),
            ["target"] = link["target"]?.DeepClone(),
            ["udi"] = isItem ? UdiOf(type!, unique!) : null,
            ["url"] = isItem ? null : link["url"]?.DeepClone(),
            ["queryString"] = link["queryString"]?.DeepClone(),
        };
    }
}
