using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Management.Documents;

/// <summary>A document as the client opens it.</summary>
internal sealed class DocumentReader(CmsDbContext db, ContentSchema schema, PublishedContent published, DocumentItems items)
{
    /// <param name="publishedVersion">What readers see, instead of the draft.</param>
    /// <returns>Null when there is none.</returns>
    public async Task<(DocumentModel Model, long Draft)?> ReadAsync(Guid key, bool publishedVersion, CancellationToken cancel)
    {
        var row = await db.Documents.AsNoTracking().Include(document => document.DraftVersion).Include(document => document.PublishedVersion).SingleOrDefaultAsync(document => document.Key == key, cancel);
        var version = publishedVersion ? row?.PublishedVersion : row?.DraftVersion;
        return row is not null && version is not null && await ModelAsync(row, version, cancel) is { } model ? (model, row.DraftVersionId ?? 0) : null;
    }

    /// <summary>What a document said at one time.</summary>
    /// <returns>Null when the document is gone.</returns>
    public async Task<DocumentModel?> ReadAsync(DocumentVersionRow version, CancellationToken cancel) =>
        await db.Documents.AsNoTracking().SingleOrDefaultAsync(document => document.Key == version.DocumentKey, cancel) is { } row ? await ModelAsync(row, version, cancel) : null;

    private async Task<DocumentModel?> ModelAsync(DocumentRow row, DocumentVersionRow version, CancellationToken cancel)
    {
        if (schema.DocumentType(row.TypeKey) is not { } type) return null;
        var key = row.Key;
        var first = await db.DocumentVersions.Where(other => other.DocumentKey == key).MinAsync(other => other.CreatedAt, cancel);
        var planned = await db.Schedules.AsNoTracking().Where(schedule => schedule.DocumentKey == key).ToListAsync(cancel);
        var variant = new DocumentVariant(
            null,
            null,
            version.Name,
            row.CreatedAt == default ? first : row.CreatedAt,
            version.CreatedAt,
            DocumentItems.State(row.Trashed, row.DraftVersionId, row.PublishedVersionId),
            row.PublishedAt,
            planned.Find(schedule => schedule.Action == ScheduleAction.Publish)?.At,
            planned.Find(schedule => schedule.Action == ScheduleAction.Unpublish)?.At,
            "null",
            []);
        var values = PropertyValues.FromJson(version.Values);
        return new DocumentModel(
            key,
            Values(type, values, await LinkedAsync(values.Values, cancel)),
            [variant],
            [],
            items.TypeReference(row.TypeKey),
            version.TemplateKey is { } template ? new Reference(template) : null,
            row.Trashed);
    }

    private List<DocumentValue> Values(ContentType type, Dictionary<string, string> values, EditorContext context) =>
    [
        .. schema.PropertiesOf(type).Select(property => new DocumentValue(
            property.Alias,
            null,
            null,
            EditorValues.ToEditor(values.GetValueOrDefault(property.Alias) ?? values.GetValueOrDefault(PropertyValues.Name(property.Alias, schema.DefaultCulture)), property.EditorAlias, context),
            property.EditorAlias)),
    ];

    /// <summary>What the documents are like that values link to.</summary>
    private async Task<EditorContext> LinkedAsync(IEnumerable<string> values, CancellationToken cancel)
    {
        var keys = values.SelectMany(DocumentReferences.KeysIn).Distinct().ToList();
        var rows = await db.Documents.AsNoTracking().Where(row => keys.Contains(row.Key)).Select(row => new { row.Key, row.TypeKey, row.Trashed, row.PublishedVersionId }).ToListAsync(cancel);
        return new EditorContext(
            schema,
            rows.ToDictionary(row => row.Key, row => new LinkedItem(items.TypeReference(row.TypeKey).Icon, row.PublishedVersionId is not null, row.Trashed, published.Current.Find(row.Key)?.Path)));
    }
}
