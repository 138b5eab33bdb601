using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Sync;

/// <summary>The store as uSync would write it: every item as the record its file holds.</summary>
internal sealed class SyncStoreState
{
    private SyncStoreState()
    {
    }

    public required ContentSchema Schema { get; init; }
    public required IReadOnlyList<SchemaItemRow> SchemaItems { get; init; }
    public required IReadOnlyDictionary<Guid, (DocumentRow Row, SyncDocument Document)> Documents { get; init; }
    public required ILookup<Guid, ScheduleRow> Schedules { get; init; }
    public required IReadOnlyDictionary<Guid, (MediaRow Row, SyncMedia Media)> Media { get; init; }

    public static async Task<SyncStoreState> LoadAsync(CmsDbContext db, CancellationToken cancel)
    {
        var (schema, _) = await SchemaStore.LoadAsync(db, cancel);
        var rows = await db.Documents.Include(row => row.DraftVersion).ToDictionaryAsync(row => row.Key, cancel);
        var schedules = (await db.Schedules.ToListAsync(cancel)).ToLookup(row => row.DocumentKey);
        var media = await db.Media.ToDictionaryAsync(row => row.Key, cancel);
        return new SyncStoreState
        {
            Schema = schema,
            SchemaItems = await db.SchemaItems.ToListAsync(cancel),
            Documents = rows.ToDictionary(pair => pair.Key, pair => (pair.Value, Document(pair.Value, rows, schema, schedules[pair.Key]))),
            Schedules = schedules,
            Media = media.ToDictionary(pair => pair.Key, pair => (pair.Value, Medium(pair.Value, media, schema))),
        };
    }

    private static SyncDocument Document(
        DocumentRow row, Dictionary<Guid, DocumentRow> rows, ContentSchema schema, IEnumerable<ScheduleRow> schedules)
    {
        var version = row.DraftVersion!;
        var ancestors = Ancestors(row, parent => parent.ParentKey, rows);
        return new SyncDocument(
            row.Key,
            version.Name,
            ancestors.Count + 1,
            row.ParentKey,
            ancestors.Count > 0 ? ancestors[^1].DraftVersion!.Name : "",
            "/" + string.Join('/', ancestors.Append(row).Select(step => step.DraftVersion!.Name)),
            row.Trashed,
            row.TrashedFromKey,
            schema.DocumentType(row.TypeKey)?.Alias ?? "",
            row.CreatedAt,
            version.CultureNames is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(version.CultureNames)!,
            row.SortOrder,
            row.PublishedVersionId is not null,
            row.PublishedCultures.Split(',', StringSplitOptions.RemoveEmptyEntries).ToDictionary(culture => culture.TrimStart('!'), culture => !culture.StartsWith('!')),
            [.. schedules.OrderBy(s => s.Culture).ThenBy(s => s.Action).Select(s => new SyncSchedule(s.Culture, s.Action, s.At))],
            version.TemplateKey,
            version.TemplateKey is { } template ? schema.Template(template)?.Alias ?? "" : "",
            PropertyValues.FromJson(version.Values),
            SyncExtras.FromColumn(row.SyncExtras));
    }

    private static SyncMedia Medium(MediaRow row, Dictionary<Guid, MediaRow> rows, ContentSchema schema)
    {
        var ancestors = Ancestors(row, parent => parent.ParentKey, rows);
        return new SyncMedia(
            row.Key,
            row.Name,
            ancestors.Count + 1,
            row.ParentKey,
            ancestors.Count > 0 ? ancestors[^1].Name : "",
            "/" + string.Join('/', ancestors.Append(row).Select(step => step.Name)),
            row.Trashed,
            row.TrashedFromKey,
            schema.MediaType(row.TypeKey)?.Alias ?? "",
            row.CreatedAt,
            row.SortOrder,
            PropertyValues.FromJson(row.Values),
            SyncExtras.FromColumn(row.SyncExtras));
    }

    private static List<T> Ancestors<T>(T row, Func<T, Guid?> parentOf, Dictionary<Guid, T> rows)
        where T : class
    {
        var ancestors = new List<T>();
        for (var key = parentOf(row); key is { } parent && rows.TryGetValue(parent, out var found) && !ancestors.Contains(found); key = parentOf(found))
            ancestors.Insert(0, found);
        return ancestors;
    }
}
