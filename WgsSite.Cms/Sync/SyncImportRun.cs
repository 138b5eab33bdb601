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
        foreach (var marker in folder.Markers.Where(marker => marker.Folder is not (SyncFolders.Content or SyncFolders.Media))) ApplyMarker(marker);
        CheckAliases();
        if (faults.Count > 0) throw new SyncException(faults);
        schema = SchemaStore.SchemaOf(SchemaRows);
        CheckSchema();
        foreach (var (media, file) in folder.Media) ApplyMedia(media, file);
        foreach (var (document, file) in folder.Documents) ApplyDocument(document, file);
        foreach (var marker in folder.Markers.Where(marker => marker.Folder is SyncFolders.Content or SyncFolders.Media)) ApplyMarker(marker);
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
        if (document.Schedules.Count > 0)
            Warnings.Add($"{file}: Der Zeitplan von „{document.Name}“ wird aufbewahrt, aber noch nicht ausgeführt.");

        var hash = document.Fingerprint(type.Key);
        if (!state.Documents.TryGetValue(document.Key, out var stored))
        {
            var row = new DocumentRow { Key = document.Key, TypeKey = type.Key, CreatedAt = document.CreatedAt };
            db.Documents.Add(row);
            Write(row, document, type, hash);
            Line(SyncFolders.Content, document.Name, file, SyncChange.Created);
            return;
        }

        var change = Decide(stored.Document.Fingerprint(stored.Row.TypeKey), stored.Row.ImportedHash, hash);
        Line(SyncFolders.Content, document.Name, file, change);
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

    private void ApplyMarker(SyncMarker marker)
    {
        if (!marker.IsDelete)
        {
            if (!marker.IsRename) Warnings.Add($"{marker.File}: Die Anweisung „{marker.Change}“ wird nicht ausgeführt.");
            return;
        }

        switch (marker.Folder)
        {
            case SyncFolders.Content when state.Documents.TryGetValue(marker.Key, out var stored) && !stored.Row.Trashed:
                if (KeepEdited(stored.Document.Fingerprint(stored.Row.TypeKey), stored.Row.ImportedHash, marker)) return;
                // Into the bin and not gone: an editor can still bring it back, and so can the file.
                stored.Row.TrashedFromKey = stored.Row.ParentKey;
                stored.Row.Trashed = true;
                stored.Row.Revision++;
                stored.Row.ImportedHash = (stored.Document with { Trashed = true, TrashedFromKey = stored.Row.ParentKey }).Fingerprint(stored.Row.TypeKey);
                Audit("document", marker.Key, "Move to Recycle Bin");
                break;
            case SyncFolders.Media when state.Media.TryGetValue(marker.Key, out var media) && !media.Row.Trashed:
                if (KeepEdited(media.Media.Fingerprint(media.Row.TypeKey), media.Row.ImportedHash, marker)) return;
                media.Row.TrashedFromKey = media.Row.ParentKey;
                media.Row.Trashed = true;
                media.Row.Revision++;
                media.Row.ImportedHash = (media.Media with { Trashed = true, TrashedFromKey = media.Row.ParentKey }).Fingerprint(media.Row.TypeKey);
                Audit("media", marker.Key, "Move to Recycle Bin");
                break;
            default:
                if (state.SchemaItems.FirstOrDefault(row => row.Folder == marker.Folder && row.Key == marker.Key) is not { } item) return;
                if (KeepEdited(SyncXml.Hash(XElement.Parse(item.Xml)), item.ImportedHash, marker)) return;
                db.SchemaItems.Remove(item);
                break;
        }

        Line(marker.Folder, marker.Alias, marker.File, SyncChange.Deleted);
    }

    private bool KeepEdited(string storedHash, string? importedHash, SyncMarker marker)
    {
        if (overwriteEdited || storedHash == importedHash) return false;
        Line(marker.Folder, marker.Alias, marker.File, SyncChange.KeptEdited);
        return true;
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
