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
                var children = withDescendants ? (await edit.WithDescendantsAsync(row, withDrafts: true, cancel)).Where(below => below != row).ToLookup(below => below.ParentKey) : null;
                var names = await edit.Db.Documents.Where(other => other.ParentKey == target && !other.Trashed).Select(other => other.DraftVersion!.Name).ToListAsync(cancel);
                Copy(row, copyKey, target, CopyName(row.DraftVersion!.Name, names.ToHashSet(StringComparer.OrdinalIgnoreCase)), await NextOrderAsync(edit, target, cancel));
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
                    foreach (var child in children?[from.Key].Where(child => !child.Trashed) ?? []) Copy(child, Guid.CreateVersion7(), to, child.DraftVersion!.Name, child.SortOrder);
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
                DocumentRow? moved = null;
                for (var index = 0; index < sorted.Count; index++)
                {
                    if (sorted[index].SortOrder == index) continue;
                    moved = sorted[index];
                    moved.SortOrder = index;
                    moved.Revision++;
                    edit.Log(moved.Key, "Sort");
                }

                // One for all: others load the list anew, whichever of it is named.
                if (moved is not null) edit.Tell(moved, EditorEventKind.Updated, parent);
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
                var rows = await edit.WithDescendantsAsync(row, withDrafts: false, cancel);
                RecycleBin.Put(row, rows);
                await DropSchedulesAsync(edit, rows.Select(below => below.Key), null, cancel);
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
                await RequireNotBeneathAsync(edit, row, target, cancel);
                await edit.RequirePlaceAsync(edit.TypeOf(row), target, cancel);
                row.SortOrder = await NextOrderAsync(edit, target, cancel);
                var rows = await edit.WithDescendantsAsync(row, withDrafts: false, cancel);
                RecycleBin.TakeOut(row, target, rows);
                // A file may have brought them in.
                await DropSchedulesAsync(edit, rows.Select(below => below.Key), null, cancel);
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
                var rows = await edit.WithDescendantsAsync(row, withDrafts: true, cancel);
                if (rows.Find(below => !below.Trashed) is { } live)
                    throw Refused(RefusalKind.NotAllowed, "Das Dokument wurde nicht gelöscht.", $"Darunter steht „{live.DraftVersion!.Name}“, und das liegt nicht im Papierkorb. Verschieben Sie es zuerst an eine andere Stelle.");
                await DeleteAsync(edit, rows, cancel);
            },
            readersSee: true,
            user,
            cancel);

    /// <summary>Deletes all that is in the bin for good, except for what something hangs beneath that is not in the bin.</summary>
    public Task EmptyBinAsync(Guid user, CancellationToken cancel = default) =>
        ChangeAsync(
            async edit =>
            {
                // All of it is everybody's.
                await edit.RequireInAreaAsync(null, cancel);
                var trashed = await edit.Db.Documents.Where(row => row.Trashed).ToDictionaryAsync(row => row.Key, cancel);
                var needed = await edit.Db.Documents.Where(row => !row.Trashed && edit.Db.Documents.Any(above => above.Key == row.ParentKey && above.Trashed)).Select(row => row.ParentKey).ToListAsync(cancel);
                var count = trashed.Count;
                foreach (var parent in needed)
                    for (var above = parent; above is { } key && trashed.Remove(key, out var row);) above = row.ParentKey;
                if (trashed.Count == 0 && count > 0)
                    throw Refused(RefusalKind.NotAllowed, "Der Papierkorb wurde nicht geleert.", "Unter dem, was darin liegt, stehen Dokumente, die nicht im Papierkorb liegen. Verschieben Sie diese zuerst an eine andere Stelle.");
                await DeleteAsync(edit, [.. trashed.Values], cancel);
            },
            readersSee: true,
            user,
            cancel);

    private static async Task DeleteAsync(Edit edit, IReadOnlyList<DocumentRow> rows, CancellationToken cancel)
    {
        // In pieces, since a statement takes only so many values.
        foreach (var keys in rows.Select(row => row.Key).Chunk(500))
        {
            await edit.Db.DocumentVersions.Where(version => keys.Contains(version.DocumentKey)).ExecuteDeleteAsync(cancel);
            await edit.Db.Schedules.Where(schedule => keys.Contains(schedule.DocumentKey)).ExecuteDeleteAsync(cancel);
            await edit.Db.Redirects.Where(redirect => keys.Contains(redirect.DocumentKey)).ExecuteDeleteAsync(cancel);
        }

        foreach (var row in rows)
        {
            edit.Db.Documents.Remove(row);
            edit.Log(row.Key, "Delete");
            edit.Tell(row, EditorEventKind.Deleted, row.ParentKey);
        }
    }

    private static async Task PutAsync(Edit edit, DocumentRow row, Guid? target, CancellationToken cancel)
    {
        var type = edit.TypeOf(row);
        await edit.RequirePlaceAsync(type, target, cancel);
        await RequireNotBeneathAsync(edit, row, target, cancel);
        row.SortOrder = await NextOrderAsync(edit, target, cancel);
        row.ParentKey = target;
    }

    private static async Task RequireNotBeneathAsync(Edit edit, DocumentRow row, Guid? target, CancellationToken cancel)
    {
        var seen = new HashSet<Guid>();
        for (var step = target; step is { } key && seen.Add(key);)
        {
            if (key == row.Key) throw Refused(RefusalKind.NotAllowed, "Ein Dokument kann nicht unter sich selbst stehen.");
            step = await edit.Db.Documents.Where(above => above.Key == key).Select(above => above.ParentKey).SingleOrDefaultAsync(cancel);
        }
    }

    /// <summary>The name itself where nothing is called so yet; else with a number, and short enough for it.</summary>
    private static string CopyName(string name, HashSet<string> taken)
    {
        var copy = EditorText.Start(name, DocumentCheck.LongestName);
        for (var number = 1; taken.Contains(copy); number++)
        {
            var suffix = $" ({number})";
            copy = EditorText.Start(name, DocumentCheck.LongestName - suffix.Length) + suffix;
        }

        return copy;
    }

    private static async Task<int> NextOrderAsync(Edit edit, Guid? parent, CancellationToken cancel) =>
        (await edit.Db.Documents.Where(row => row.ParentKey == parent && !row.Trashed).MaxAsync(row => (int?)row.SortOrder, cancel) ?? -1) + 1;
}
