using WgsSite.Cms.Editing;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Media;

/// <summary>Where media stand: moving, sorting, the bin.</summary>
public sealed partial class MediaEditor
{
    /// <param name="target">Null for the root.</param>
    public Task MoveAsync(Guid key, Guid? target, Guid user, CancellationToken cancel = default) =>
        ChangeAsync(
            async edit =>
            {
                var row = await edit.RowAsync(key, cancel);
                if (row.Trashed) throw Refused(RefusalKind.NotAllowed, "Was im Papierkorb liegt, lässt sich nicht verschieben.", "Holen Sie es zurück, dann können Sie wählen, wohin.");
                if (row.ParentKey == target) return;
                await RequireNotBeneathAsync(edit, row, target, cancel);
                await edit.RequirePlaceAsync(edit.TypeOf(row), target, cancel);
                var from = row.ParentKey;
                row.SortOrder = await edit.NextOrderAsync(target, cancel);
                row.ParentKey = target;
                edit.Changed(row, "Move", EditorEventKind.Updated, from);
            },
            user,
            cancel);

    /// <summary>Puts items of one folder into an order.</summary>
    public Task SortAsync(Guid? parent, IReadOnlyDictionary<Guid, int> orders, Guid user, CancellationToken cancel = default) =>
        ChangeAsync(
            async edit =>
            {
                if (parent is { } above) await edit.RowAsync(above, cancel);
                else await edit.RequireInAreaAsync(null, cancel);
                var rows = (await edit.AllAsync(cancel)).Where(row => row.ParentKey == parent && !row.Trashed);
                var sorted = rows.OrderBy(row => orders.TryGetValue(row.Key, out var order) ? order : int.MaxValue).ThenBy(row => row.SortOrder).ThenBy(row => row.CreatedAt).ToList();
                for (var index = 0; index < sorted.Count; index++)
                {
                    if (sorted[index].SortOrder == index) continue;
                    sorted[index].SortOrder = index;
                    edit.Changed(sorted[index], "Sort", EditorEventKind.Updated, parent);
                }
            },
            user,
            cancel);

    /// <summary>Puts an item, and what a folder holds, into the bin. Readers get its file no longer.</summary>
    public Task MoveToBinAsync(Guid key, Guid user, CancellationToken cancel = default) =>
        ChangeAsync(
            async edit =>
            {
                var row = await edit.RowAsync(key, cancel);
                if (row.Trashed) return;
                var from = row.ParentKey;
                foreach (var below in await edit.WithDescendantsAsync(row, cancel)) below.Trashed = true;
                row.TrashedFromKey = from;
                row.ParentKey = null;
                row.Revision++;
                row.UpdatedAt = edit.Now;
                edit.Log(key, "Move", "Papierkorb");
                edit.Tell(row, EditorEventKind.Trashed, from);
            },
            user,
            cancel);

    /// <summary>Takes an item out of the bin, with all that went there with it.</summary>
    /// <param name="target">Where to; null for the root.</param>
    public Task RestoreAsync(Guid key, Guid? target, Guid user, CancellationToken cancel = default) =>
        ChangeAsync(
            async edit =>
            {
                var row = await edit.RowAsync(key, cancel);
                if (!row.Trashed) throw Refused(RefusalKind.NotAllowed, "Das liegt nicht im Papierkorb.");
                await RequireNotBeneathAsync(edit, row, target, cancel);
                await edit.RequirePlaceAsync(edit.TypeOf(row), target, cancel);
                var order = await edit.NextOrderAsync(target, cancel);
                foreach (var below in await edit.WithDescendantsAsync(row, cancel)) below.Trashed = false;
                row.ParentKey = target;
                row.TrashedFromKey = null;
                row.SortOrder = order;
                edit.Changed(row, "Move", EditorEventKind.Updated);
            },
            user,
            cancel);

    /// <summary>Deletes an item in the bin for good, with all a folder holds, and their files with them.</summary>
    public Task DeleteAsync(Guid key, Guid user, CancellationToken cancel = default) => DeleteAsync(
        async edit =>
        {
            var row = await edit.RowAsync(key, cancel);
            return row.Trashed ? [row] : throw Refused(RefusalKind.NotAllowed, "Nur was im Papierkorb liegt, lässt sich endgültig löschen.");
        },
        user,
        cancel);

    /// <summary>Deletes all that is in the bin for good.</summary>
    public Task EmptyBinAsync(Guid user, CancellationToken cancel = default) =>
        DeleteAsync(
            async edit =>
            {
                // All of it is everybody's.
                await edit.RequireInAreaAsync(null, cancel);
                return [.. (await edit.AllAsync(cancel)).Where(row => row.Trashed)];
            },
            user,
            cancel);

    private async Task DeleteAsync(Func<MediaEdit, Task<IReadOnlyList<MediaRow>>> choose, Guid user, CancellationToken cancel)
    {
        var gone = new List<string>();
        await ChangeAsync(
            async edit =>
            {
                var rows = new Dictionary<Guid, MediaRow>();
                foreach (var row in await choose(edit))
                    foreach (var below in await edit.WithDescendantsAsync(row, cancel))
                        if (below.Trashed) rows[below.Key] = below;
                foreach (var row in rows.Values)
                {
                    if (MediaValues.FileOf(Publishing.PropertyValues.FromJson(row.Values)) is { } file) gone.Add(file);
                    edit.Db.Media.Remove(row);
                    edit.Log(row.Key, "Delete");
                    edit.Tell(row, EditorEventKind.Deleted, row.ParentKey);
                }
            },
            user,
            cancel);
        // Once it is sure; what cannot be deleted now, the next sweep takes.
        foreach (var file in gone.Where(file => content.Current.FindMediaByUrl(file) is null)) files.Delete(file);
        sizes.Sweep(content.Current.MediaUrls);
    }

    private static async Task RequireNotBeneathAsync(MediaEdit edit, MediaRow row, Guid? target, CancellationToken cancel)
    {
        if (target is { } place && (await edit.WithDescendantsAsync(row, cancel)).Any(below => below.Key == place))
            throw Refused(RefusalKind.NotAllowed, "Ein Ordner kann nicht in sich selbst liegen.");
    }
}
