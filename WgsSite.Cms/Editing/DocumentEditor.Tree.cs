using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Editing;

/// <summary>Where documents stand: moving, copying, sorting, the bin.</summary>
public sealed partial class DocumentEditor
{
    /// <summary>Moves a document with all that hangs beneath it; its old addresses lead to the new ones.</summary>
    /// <param name="target">Null for the root.</param>
    public Task MoveAsync(Guid key, Guid? target, Guid user, CancellationToken cancel = default) =>
        ChangeAsync(
            async edit =>
            {
                var row = await edit.DocumentAsync(key, cancel);
                if (row.Trashed) throw Refused(RefusalKind.NotAllowed, "Was im Papierkorb liegt, lässt sich nicht verschieben.", "Holen Sie es zurück, dann können Sie wählen, wohin.");
                if (row.ParentKey == target) return;
                var from = row.ParentKey;
                await PutAsync(edit, row, target, cancel);
                edit.Changed(row, "Move", EditorEventKind.Updated, from);
            },
            readersSee: true,
            user,
            cancel);

    /// <summary>Copies a document as a draft.</summary>
    /// <returns>Key of the copy.</returns>
    public async Task<Guid> CopyAsync(Guid key, Guid? target, bool withDescendants, Guid user, CancellationToken cancel = default)
    {
        var copyKey = Guid.CreateVersion7();
        await ChangeAsync(
            async edit =>
            {
                var row = await edit.DocumentAsync(key, cancel);
                if (row.Trashed) throw Refused(RefusalKind.NotAllowed, "Was im Papierkorb liegt, lässt sich nicht kopieren.");
                await edit.RequirePlaceAsync(edit.TypeOf(row), target, cancel);
                // Read before anything is added, so that a copy into itself does not copy itself again.
                var rows = await AllAsync(edit, cancel);
                var names = rows.Values.Where(other => other.ParentKey == target && !other.Trashed).Select(other => other.DraftVersion!.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
                var name = row.DraftVersion!.Name;
                for (var number = 1; names.Contains(name); number++) name = $"{row.DraftVersion.Name} ({number})";
                Copy(row, copyKey, target, name, await NextOrderAsync(edit, target, cancel));
                edit.Log(key, "Copy");

                void Copy(DocumentRow from, Guid to, Guid? parent, string copyName, int order)
                {
                    var version = from.DraftVersion!;
                    var copy = new DocumentRow
                    {
                        Key = to,
                        ParentKey = parent,
                        TypeKey = from.TypeKey,
                        SortOrder = order,
                        CreatedAt = edit.Now,
                        CreatedBy = user,
                        DraftVersion = new DocumentVersionRow { DocumentKey = to, Name = copyName, TemplateKey = version.TemplateKey, Values = version.Values, CreatedAt = edit.Now, CreatedBy = user },
                    };
                    edit.Db.Documents.Add(copy);
                    edit.Changed(copy, "New", EditorEventKind.Created);
                    if (!withDescendants) return;
                    foreach (var child in rows.Values.Where(child => child.ParentKey == from.Key && !child.Trashed)) Copy(child, Guid.CreateVersion7(), to, child.DraftVersion!.Name, child.SortOrder);
                }
            },
            readersSee: false,
            user,
            cancel);
        return copyKey;
    }

    /// <summary>Puts documents beneath one parent into an order.</summary>
    public Task SortAsync(Guid? parent, IReadOnlyDictionary<Guid, int> orders, Guid user, CancellationToken cancel = default) =>
        ChangeAsync(
            async edit =>
            {
                if (parent is { } above) await edit.DocumentAsync(above, cancel);
                else await edit.RequireInAreaAsync(null, cancel);
                var children = await edit.Db.Documents.Where(row => row.ParentKey == parent && !row.Trashed).ToListAsync(cancel);
                // Those the editor did not name stay behind the others, in the order they had.
                var sorted = children.OrderBy(row => orders.TryGetValue(row.Key, out var order) ? order : int.MaxValue).ThenBy(row => row.SortOrder).ThenBy(row => row.CreatedAt).ToList();
                for (var index = 0; index < sorted.Count; index++)
                {
                    if (sorted[index].SortOrder == index) continue;
                    sorted[index].SortOrder = index;
                    edit.Changed(sorted[index], "Sort", EditorEventKind.Updated, parent);
                }
            },
            readersSee: true,
            user,
            cancel);

    /// <summary>Puts a document and all that hangs beneath it into the bin. Readers no longer see it.</summary>
    public Task MoveToBinAsync(Guid key, Guid user, CancellationToken cancel = default) =>
        ChangeAsync(
            async edit =>
            {
                var row = await edit.DocumentAsync(key, cancel);
                if (row.Trashed) return;
                var from = row.ParentKey;
                RecycleBin.Put(row, await AllAsync(edit, cancel));
                edit.Log(key, "Move", "Papierkorb");
                row.Revision++;
                edit.Tell(row, EditorEventKind.Trashed, from);
            },
            readersSee: true,
            user,
            cancel);

    /// <summary>Takes a document out of the bin, with all that went there with it. It comes back as a draft.</summary>
    /// <param name="target">Where to; null for the root.</param>
    public Task RestoreAsync(Guid key, Guid? target, Guid user, CancellationToken cancel = default) =>
        ChangeAsync(
            async edit =>
            {
                var row = await edit.DocumentAsync(key, cancel);
                if (!row.Trashed) throw Refused(RefusalKind.NotAllowed, "Das Dokument liegt nicht im Papierkorb.");
                var order = await NextOrderAsync(edit, target, cancel);
                await edit.RequirePlaceAsync(edit.TypeOf(row), target, cancel);
                RecycleBin.TakeOut(row, target, await AllAsync(edit, cancel));
                row.SortOrder = order;
                edit.Changed(row, "Move", EditorEventKind.Updated);
            },
            readersSee: true,
            user,
            cancel);

    /// <summary>Deletes a document in the bin for good, with all that hangs beneath it.</summary>
    public Task DeleteAsync(Guid key, Guid user, CancellationToken cancel = default) =>
        ChangeAsync(
            async edit =>
            {
                var row = await edit.DocumentAsync(key, cancel);
                if (!row.Trashed) throw Refused(RefusalKind.NotAllowed, "Nur was im Papierkorb liegt, lässt sich endgültig löschen.");
                await DeleteAsync(edit, [row], cancel);
            },
            readersSee: true,
            user,
            cancel);

    /// <summary>Deletes all that is in the bin for good.</summary>
    public Task EmptyBinAsync(Guid user, CancellationToken cancel = default) =>
        ChangeAsync(
            async edit =>
            {
                // All of it is everybody's.
                await edit.RequireInAreaAsync(null, cancel);
                await DeleteAsync(edit, await edit.Db.Documents.Where(row => row.Trashed).ToListAsync(cancel), cancel);
            },
            readersSee: true,
            user,
            cancel);

    private static async Task DeleteAsync(Edit edit, IReadOnlyList<DocumentRow> roots, CancellationToken cancel)
    {
        var all = await AllAsync(edit, cancel);
        foreach (var row in roots.SelectMany(root => RecycleBin.WithDescendants(root, all)).Distinct().ToList())
        {
            row.DraftVersion = row.PublishedVersion = null;
            edit.Db.Documents.Remove(row);
            edit.Db.DocumentVersions.RemoveRange(edit.Db.DocumentVersions.Where(version => version.DocumentKey == row.Key));
            edit.Db.Schedules.RemoveRange(edit.Db.Schedules.Where(schedule => schedule.DocumentKey == row.Key));
            edit.Db.Redirects.RemoveRange(edit.Db.Redirects.Where(redirect => redirect.DocumentKey == row.Key));
            edit.Log(row.Key, "Delete");
            edit.Tell(row, EditorEventKind.Deleted, row.ParentKey);
        }
    }

    private static async Task PutAsync(Edit edit, DocumentRow row, Guid? target, CancellationToken cancel)
    {
        var type = edit.TypeOf(row);
        await edit.RequirePlaceAsync(type, target, cancel);
        var all = await AllAsync(edit, cancel);
        if (target is { } parent && RecycleBin.WithDescendants(row, all).Any(below => below.Key == parent))
            throw Refused(RefusalKind.NotAllowed, "Ein Dokument kann nicht unter sich selbst stehen.");
        row.SortOrder = await NextOrderAsync(edit, target, cancel);
        row.ParentKey = target;
    }

    private static Task<Dictionary<Guid, DocumentRow>> AllAsync(Edit edit, CancellationToken cancel) =>
        edit.Db.Documents.Include(row => row.DraftVersion).ToDictionaryAsync(row => row.Key, cancel);

    private static async Task<int> NextOrderAsync(Edit edit, Guid? parent, CancellationToken cancel) =>
        (await edit.Db.Documents.Where(row => row.ParentKey == parent && !row.Trashed).MaxAsync(row => (int?)row.SortOrder, cancel) ?? -1) + 1;
}
