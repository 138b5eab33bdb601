using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Editing;

/// <summary>
/// The bin, as Umbraco keeps it: what is put there leaves its place in the tree and remembers it; what hangs beneath goes
/// along. So a document thrown away earlier does not come back with its parent.
/// </summary>
internal static class RecycleBin
{
    public static void Put(DocumentRow row, IReadOnlyDictionary<Guid, DocumentRow> all)
    {
        Set(row, trashed: true, all);
        row.TrashedFromKey = row.ParentKey;
        row.ParentKey = null;
    }

    public static void TakeOut(DocumentRow row, Guid? parent, IReadOnlyDictionary<Guid, DocumentRow> all)
    {
        Set(row, trashed: false, all);
        row.ParentKey = parent;
        row.TrashedFromKey = null;
    }

    /// <summary>Nobody must find it published again who takes it out years later: it comes back as a draft, also where a file brought it into the bin.</summary>
    private static void Set(DocumentRow row, bool trashed, IReadOnlyDictionary<Guid, DocumentRow> all)
    {
        foreach (var below in WithDescendants(row, all))
        {
            below.Trashed = trashed;
            below.PublishedVersionId = null;
            below.PublishedAt = null;
        }
    }

    public static IEnumerable<DocumentRow> WithDescendants(DocumentRow row, IReadOnlyDictionary<Guid, DocumentRow> all)
    {
        var children = all.Values.ToLookup(other => other.ParentKey);
        var open = new Stack<DocumentRow>([row]);
        var seen = new HashSet<Guid>();
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next.Key)) continue;
            yield return next;
            foreach (var child in children[next.Key]) open.Push(child);
        }
    }
}
