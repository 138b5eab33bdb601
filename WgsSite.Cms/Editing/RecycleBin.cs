using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Editing;

/// <summary>
/// The bin, as Umbraco keeps it: what is put there leaves its place in the tree and remembers it; what hangs beneath goes
/// along. So a document thrown away earlier does not come back with its parent.
/// </summary>
internal static class RecycleBin
{
    /// <param name="withDescendants">The document and all that hangs beneath it.</param>
    public static void Put(DocumentRow row, IEnumerable<DocumentRow> withDescendants)
    {
        Set(withDescendants, trashed: true);
        row.TrashedFromKey = row.ParentKey;
        row.ParentKey = null;
    }

    /// <inheritdoc cref="Put"/>
    public static void TakeOut(DocumentRow row, Guid? parent, IEnumerable<DocumentRow> withDescendants)
    {
        Set(withDescendants, trashed: false);
        row.ParentKey = parent;
        row.TrashedFromKey = null;
    }

    /// <summary>Nobody must find it published again who takes it out years later: it comes back as a draft, also where a file brought it into the bin.</summary>
    private static void Set(IEnumerable<DocumentRow> rows, bool trashed)
    {
        foreach (var row in rows)
        {
            row.Trashed = trashed;
            row.PublishedVersion = null;
            row.PublishedVersionId = null;
            row.PublishedAt = null;
        }
    }
}
