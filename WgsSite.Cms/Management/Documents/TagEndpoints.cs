using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Documents;

/// <summary>Tags that are in use already, for the suggestions of the tag editor.</summary>
internal static class TagEndpoints
{
    public static void MapTags(this IEndpointRouteBuilder routes) => routes.MapGet("/tag", async (string? query, string? tagGroup, Paging page, CmsDbContext db, ContentSchema schema, CancellationToken cancel) =>
        PagedModel<object>.Of([.. (await CountAsync(db, schema, tagGroup, cancel))
            .Where(tag => string.IsNullOrWhiteSpace(query) || tag.Key.Contains(query, StringComparison.CurrentCultureIgnoreCase))
            .OrderBy(tag => tag.Key, StringComparer.CurrentCulture)
            .Select(tag => new { Id = tag.Key, Text = tag.Key, Group = tagGroup, NodeCount = tag.Value })], page.Skip, page.Take)).Needs(Right.ReadDocuments);

    private static async Task<Dictionary<string, int>> CountAsync(CmsDbContext db, ContentSchema schema, string? group, CancellationToken cancel)
    {
        // Properties whose tags belong to the group, by type.
        var aliases = schema.DocumentTypes.ToDictionary(type => type.Key, type => schema.PropertiesOf(type).Where(property => IsInGroup(property.DataTypeKey)).Select(property => property.Alias).ToList());
        var types = aliases.Where(pair => pair.Value.Count > 0).Select(pair => pair.Key).ToList();
        var counts = new Dictionary<string, int>();
        foreach (var row in await db.Documents.AsNoTracking().Where(row => !row.Trashed && types.Contains(row.TypeKey)).Select(row => new { row.TypeKey, row.DraftVersion!.Values }).ToListAsync(cancel))
        {
            var values = PropertyValues.FromJson(row.Values);
            foreach (var alias in aliases[row.TypeKey])
                foreach (var tag in TagsIn(values.GetValueOrDefault(alias))) counts[tag] = counts.GetValueOrDefault(tag) + 1;
        }

        return counts;

        bool IsInGroup(Guid key)
        {
            if (schema.DataTypes.GetValueOrDefault(key) is not { EditorAlias: Umbraco.Cms.Core.Constants.PropertyEditors.Aliases.Tags } type) return false;
            return (Read(type.ConfigurationJson) is JsonObject settings && settings["group"] is JsonValue own ? own.ToString() : "default") == (group ?? "default");
        }
    }

    private static IEnumerable<string> TagsIn(string? stored) => (Read(stored) as JsonArray ?? []).OfType<JsonValue>().Select(tag => tag.ToString());

    /// <summary>Null for what a file brought in and nobody can read: it must not keep the other pages' tags from an editor.</summary>
    private static JsonNode? Read(string? json)
    {
        if (json?.TrimStart() is not ['[' or '{', ..]) return null;
        try
        {
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
