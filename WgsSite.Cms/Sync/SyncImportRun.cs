using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Media;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Sync;

/// <summary>One pass of a folder over the store: what is written stands in the context, to be saved or not by the caller.</summary>
internal sealed partial class SyncImportRun(CmsDbContext db, SyncFolder folder, SyncStoreState state, bool overwriteEdited, DateTime now)
{
    private readonly List<SyncFault> faults = [];
    private ContentSchema schema = ContentSchema.Empty;

    public List<SyncLine> Lines { get; } = [];
    public List<string> Warnings { get; } = [];
    public List<string> MediaPaths { get; } = [];

    public void Apply()
    {
        ApplySchema();
        ApplySchemaMarkers();
        CheckAliases();
        if (faults.Count > 0) throw new SyncException(faults);
        schema = SchemaStore.SchemaOf(SchemaRows);
        CheckSchema();
        foreach (var (media, file) in folder.Media) ApplyMedia(media, file);
        foreach (var (document, file) in folder.Documents) ApplyDocument(document, file);
        ApplyDocumentMarkers();
        ApplyMediaMarkers();
        CheckParents();
        CheckTypesInUse();
        if (faults.Count > 0) throw new SyncException(faults);
    }

    /// <summary>The items of the schema as they will be once the change is saved.</summary>
    private IEnumerable<SchemaItemRow> SchemaRows =>
        db.SchemaItems.Local.Where(row => db.Entry(row).State != EntityState.Deleted);

    private void ApplySchema()
    {
        var rows = state.SchemaItems.ToDictionary(row => (row.Folder, row.Key));
        foreach (var item in folder.SchemaItems)
        {
            if (!SyncFolders.Schema.ContainsKey(item.Folder) && !rows.ContainsKey((item.Folder, item.Key)))
                Warnings.Add($"{item.File}: Diese Art kennt die Website nicht. Die Datei wird unverändert aufbewahrt.");
            var hash = item.Fingerprint();
            if (!rows.TryGetValue((item.Folder, item.Key), out var row))
            {
                db.SchemaItems.Add(new SchemaItemRow
                {
                    Folder = item.Folder,
                    Key = item.Key,
                    Alias = item.Alias,
                    Xml = SyncXml.ToText(item.Xml),
                    ImportedHash = hash,
                });
                Line(item.Folder, item.Alias, item.File, SyncChange.Created);
                continue;
            }

            var change = Decide(SyncXml.Hash(XElement.Parse(row.Xml)), row.ImportedHash, hash);
            Line(item.Folder, item.Alias, item.File, change);
            if (change == SyncChange.Unchanged) row.ImportedHash = hash;
            if (change != SyncChange.Updated) continue;
            row.Alias = item.Alias;
            row.Xml = SyncXml.ToText(item.Xml);
            row.ImportedHash = hash;
        }
    }

    private void ApplyDocument(SyncDocument document, string file)
    {
        var type = schema.DocumentType(document.TypeAlias);
        if (type is null)
        {
            faults.Add(new SyncFault(file, null, $"Den Inhaltstyp „{document.TypeAlias}“ gibt es nicht."));
            return;
        }

        document = document with { Values = WithAliasesOf(type, document.Values, file) };
        if (document.TemplateKey is { } template && schema.Template(template) is null)
            Warnings.Add($"{file}: Die Vorlage „{document.TemplateAlias}“ gibt es nicht.");

        var hash = document.Fingerprint(type.Key);
        if (!state.Documents.TryGetValue(document.Key, out var stored))
        {
            var row = new DocumentRow { Key = document.Key, TypeKey = type.Key, CreatedAt = document.CreatedAt };
            db.Documents.Add(row);
            Write(row, document, type, hash);
            taken[document.Key] = document;
            Line(SyncFolders.Content, document.Name, file, SyncChange.Created);
            return;
        }

        var storedHash = stored.Document.Fingerprint(stored.Row.TypeKey);
        // A marker of something above put it into the bin, and still does: its own file need not say so.
        var change = stored.Row.Trashed && storedHash == stored.Row.ImportedHash && IsBeneathDeleted(document) ? SyncChange.Unchanged : Decide(storedHash, stored.Row.ImportedHash, hash);
        Line(SyncFolders.Content, document.Name, file, change);
        if (change == SyncChange.Unchanged && storedHash != hash) return;
        if (change is SyncChange.Updated or SyncChange.Unchanged) taken[document.Key] = document;
        if (change == SyncChange.Updated) Write(stored.Row, document, type, hash);
        if (change == SyncChange.Unchanged) stored.Row.ImportedHash = hash;
    }

    private void Write(DocumentRow row, SyncDocument document, ContentType type, string hash)
    {
        var version = new DocumentVersionRow
        {
            DocumentKey = row.Key,
            Name = document.Name,
            CultureNames = document.CultureNames.Count > 0 ? JsonSerializer.Serialize(document.CultureNames) : null,
            TemplateKey = document.TemplateKey,
            Values = PropertyValues.ToJson(document.Values),
            CreatedAt = now,
        };
        row.ParentKey = document.ParentKey;
        row.TypeKey = type.Key;
        row.SortOrder = document.SortOrder;
        row.Trashed = document.Trashed;
        row.TrashedFromKey = document.TrashedFromKey;
        row.CreatedAt = document.CreatedAt;
        row.DraftVersion = version;
        row.PublishedVersion = document.Published ? version : null;
        row.PublishedAt = document.Published ? now : null;
        row.PublishedCultures = string.Join(',', document.PublishedCultures.OrderBy(pair => pair.Key).Select(pair => pair.Value ? pair.Key : "!" + pair.Key));
        row.Revision++;
        row.ImportedHash = hash;
        row.SyncExtras = SyncExtras.ToColumn(document.Extras);
        if (!document.Published) row.PublishedVersionId = null;

        db.Schedules.RemoveRange(state.Schedules[row.Key]);
        foreach (var schedule in document.Schedules)
            db.Schedules.Add(new ScheduleRow { DocumentKey = row.Key, Action = schedule.Action, Culture = schedule.Culture, At = schedule.At });
        Audit("document", row.Key, document.Published ? "Publish" : "Save");
    }

    private void ApplyMedia(SyncMedia media, string file)
    {
        var type = schema.MediaType(media.TypeAlias);
        if (type is null)
        {
            faults.Add(new SyncFault(file, null, $"Den Medientyp „{media.TypeAlias}“ gibt es nicht."));
            return;
        }

        var hash = media.Fingerprint(type.Key);
        var change = SyncChange.Created;
        if (state.Media.TryGetValue(media.Key, out var stored)) change = Decide(stored.Media.Fingerprint(stored.Row.TypeKey), stored.Row.ImportedHash, hash);
        Line(SyncFolders.Media, media.Name, file, change);
        if (MediaValues.FileOf(media.Values) is { } path)
        {
            if (!MediaFiles.IsMediaPath(path)) faults.Add(new SyncFault(file, null, $"„{path}“ ist kein Pfad unter /media/."));
            else if (change != SyncChange.KeptEdited) MediaPaths.Add(path);
        }

        if (change == SyncChange.Unchanged) stored.Row.ImportedHash = hash;
        if (change is not (SyncChange.Created or SyncChange.Updated)) return;

        var row = stored.Row;
        if (row is null)
        {
            row = new MediaRow { Key = media.Key, TypeKey = type.Key, Name = media.Name, Values = "{}" };
            db.Media.Add(row);
        }

        row.ParentKey = media.ParentKey;
        row.TypeKey = type.Key;
        row.Name = media.Name;
        row.SortOrder = media.SortOrder;
        row.Trashed = media.Trashed;
        row.TrashedFromKey = media.TrashedFromKey;
        row.CreatedAt = media.CreatedAt;
        row.UpdatedAt = now;
        row.Values = PropertyValues.ToJson(media.Values);
        row.Revision++;
        row.ImportedHash = hash;
        row.SyncExtras = SyncExtras.ToColumn(media.Extras);
        Audit("media", row.Key, "Save");
    }

    private SyncChange Decide(string storedHash, string? importedHash, string incomingHash)
    {
        if (storedHash == incomingHash) return SyncChange.Unchanged;
        return overwriteEdited || storedHash == importedHash ? SyncChange.Updated : SyncChange.KeptEdited;
    }

    /// <summary>Values under the names the schema gives them: aliases count without capitals, as in Umbraco.</summary>
    private Dictionary<string, string> WithAliasesOf(ContentType type, IReadOnlyDictionary<string, string> values, string file)
    {
        var known = schema.PropertiesOf(type).ToDictionary(property => property.Alias, property => property.Alias, StringComparer.OrdinalIgnoreCase);
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            var (alias, culture, segment) = PropertyValues.Parts(name);
            if (!known.TryGetValue(alias, out var own))
            {
                own = alias;
                Warnings.Add($"{file}: Der Inhaltstyp „{type.Alias}“ hat keine Eigenschaft „{alias}“. Der Wert wird aufbewahrt.");
            }

            if (!result.TryAdd(PropertyValues.Name(own, culture, segment), value))
                faults.Add(new SyncFault(file, null, $"Die Eigenschaft „{own}“ steht zweimal in der Datei."));
        }

        return result;
    }

    private void Line(string folderName, string name, string file, SyncChange change) => Lines.Add(new SyncLine(folderName, name, file, change));

    private void Audit(string kind, Guid key, string action) =>
        db.Audit.Add(new AuditRow { At = now, ItemKind = kind, ItemKey = key, Action = action, Comment = "uSync" });
}
