using System.Xml.Linq;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Sync;

/// <summary>What markers say: items that were deleted where the folder comes from.</summary>
internal sealed partial class SyncImportRun
{
    /// <summary>Documents that are now as their files say, and what these say.</summary>
    private readonly Dictionary<Guid, SyncDocument> taken = [];

    private IEnumerable<SyncMarker> DeleteMarkers => folder.Markers.Where(marker => marker.IsDelete);

    private void ApplySchemaMarkers()
    {
        foreach (var marker in folder.Markers.Where(marker => !marker.IsDelete && !marker.IsRename)) Warnings.Add($"{marker.File}: Die Anweisung „{marker.Change}“ wird nicht ausgeführt.");
        foreach (var marker in DeleteMarkers.Where(marker => marker.Folder is not (SyncFolders.Content or SyncFolders.Media)))
        {
            if (state.SchemaItems.FirstOrDefault(row => row.Folder == marker.Folder && row.Key == marker.Key) is not { } item) continue;
            if (KeepEdited(SyncXml.Hash(XElement.Parse(item.Xml)) != item.ImportedHash, marker)) continue;
            db.SchemaItems.Remove(item);
            Line(marker.Folder, marker.Alias, marker.File, SyncChange.Deleted);
        }
    }

    /// <summary>Into the bin and not gone, with all beneath it: an editor can still bring it back, and so can the file.</summary>
    private void ApplyDocumentMarkers()
    {
        var rows = db.Documents.Local.ToDictionary(row => row.Key);
        var children = rows.Values.ToLookup(row => row.ParentKey);
        var binned = new HashSet<Guid>();
        // From the top down, so that what was deleted with its parent stays beneath it.
        foreach (var marker in DeleteMarkers.Where(marker => marker.Folder == SyncFolders.Content && state.Documents.ContainsKey(marker.Key)).OrderBy(marker => Above(marker.Key, rows).Count()).ToList())
        {
            var row = rows[marker.Key];
            if (row.Trashed)
            {
                if (binned.Contains(row.Key)) Line(marker.Folder, marker.Alias, marker.File, SyncChange.Deleted);
                continue;
            }

            var withDescendants = WithDescendants(row, children);
            var live = withDescendants.Where(below => !below.Trashed).ToList();
            if (KeepEdited(live.Exists(IsEdited), marker)) continue;
            RecycleBin.Put(row, withDescendants);
            foreach (var below in live)
            {
                var document = taken.GetValueOrDefault(below.Key) ?? state.Documents[below.Key].Document;
                below.Revision++;
                below.ImportedHash = (document with { Trashed = true, ParentKey = below.ParentKey, TrashedFromKey = below.TrashedFromKey, Published = false }).Fingerprint(below.TypeKey);
                binned.Add(below.Key);
            }

            Audit("document", marker.Key, "Move to Recycle Bin");
            Line(marker.Folder, marker.Alias, marker.File, SyncChange.Deleted);
        }
    }

    private void ApplyMediaMarkers()
    {
        foreach (var marker in DeleteMarkers.Where(marker => marker.Folder == SyncFolders.Media))
        {
            if (!state.Media.TryGetValue(marker.Key, out var media) || media.Row.Trashed) continue;
            if (KeepEdited(media.Media.Fingerprint(media.Row.TypeKey) != media.Row.ImportedHash, marker)) continue;
            media.Row.TrashedFromKey = media.Row.ParentKey;
            media.Row.Trashed = true;
            media.Row.Revision++;
            media.Row.ImportedHash = (media.Media with { Trashed = true, TrashedFromKey = media.Row.ParentKey }).Fingerprint(media.Row.TypeKey);
            Audit("media", marker.Key, "Move to Recycle Bin");
            Line(marker.Folder, marker.Alias, marker.File, SyncChange.Deleted);
        }
    }

    private bool KeepEdited(bool isEdited, SyncMarker marker)
    {
        if (overwriteEdited || !isEdited) return false;
        Line(marker.Folder, marker.Alias, marker.File, SyncChange.KeptEdited);
        return true;
    }

    private bool IsEdited(DocumentRow row) =>
        !taken.ContainsKey(row.Key) && state.Documents.TryGetValue(row.Key, out var stored) && stored.Document.Fingerprint(stored.Row.TypeKey) != stored.Row.ImportedHash;

    /// <summary>Something above it lies in the bin, and the folder says that it was deleted.</summary>
    private bool IsBeneathDeleted(SyncDocument document)
    {
        var rows = state.Documents.ToDictionary(pair => pair.Key, pair => pair.Value.Row);
        return !document.Trashed && rows[document.Key].ParentKey == document.ParentKey
            && Above(document.Key, rows).Any(above => above.Trashed && DeleteMarkers.Any(marker => marker.Folder == SyncFolders.Content && marker.Key == above.Key));
    }

    private static IEnumerable<DocumentRow> Above(Guid key, Dictionary<Guid, DocumentRow> rows)
    {
        var seen = new HashSet<Guid> { key };
        for (var step = rows[key].ParentKey; step is { } parent && seen.Add(parent) && rows.TryGetValue(parent, out var row); step = row.ParentKey) yield return row;
    }

    private static List<DocumentRow> WithDescendants(DocumentRow row, ILookup<Guid?, DocumentRow> children)
    {
        var found = new List<DocumentRow>();
        var seen = new HashSet<Guid>();
        var open = new Stack<DocumentRow>([row]);
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next.Key)) continue;
            found.Add(next);
            foreach (var child in children[next.Key]) open.Push(child);
        }

        return found;
    }
}
