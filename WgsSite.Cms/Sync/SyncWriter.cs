using System.Xml.Linq;
using WgsSite.Cms.Media;

namespace WgsSite.Cms.Sync;

/// <summary>
/// Writes the files of those items that are not as a uSync folder was last brought up to date with, and leaves all others
/// alone. Deletes no file: like uSync, it leaves a marker at a name that an item no longer has.
/// </summary>
internal sealed class SyncWriter(string root, MediaFiles media, SyncedItems synced)
{
    private SyncFileIndex index = new();

    /// <summary>Number of files written.</summary>
    public int Written { get; private set; }

    /// <summary>Items whose file now says what the store does.</summary>
    public List<SyncItem> InFolder { get; } = [];

    /// <summary>A sentence per media file that is missing.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Why the first of the items could not be written that could not; the others were.</summary>
    public string? Failure { get; private set; }

    /// <param name="items">All items of the store that are to be written to the folder.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public void Write(IReadOnlyCollection<SyncItem> items, CancellationToken cancel)
    {
        var there = items.Select(item => (item.Folder, item.Key)).ToHashSet();
        var deleted = synced.All.Where(item => !there.Contains((item.Folder, item.Key))).ToList();
        // Items that have a file come first, so that a new one does not take the name that another is about to leave.
        var changed = items
            .Select(item => (Item: item, Now: SyncedItem.Of(item, media), Before: synced.Find(item.Folder, item.Key)))
            .Where(item => item.Now != item.Before)
            .OrderBy(item => item.Before is null).ThenBy(item => item.Item.FileName, StringComparer.Ordinal).ThenBy(item => item.Item.Key)
            .ToList();
        if (deleted.Count == 0 && changed.Count == 0) return;

        index = SyncFileIndex.Read(root);
        foreach (var item in deleted) Try(() => Delete(item), () => synced.Remove(item), cancel);
        foreach (var (item, now, before) in changed) Try(() => Write(item, now, before), () => synced.Set(now), cancel);
        if (Written > 0 && !File.Exists(Path.Combine(root, SyncFolders.ConfigFile)))
            Try(() => WholeFile.Write(Path.Combine(root, SyncFolders.ConfigFile), SyncXml.ToBytes(SyncFolders.Config)), () => { }, cancel);
    }

    /// <summary>One item that cannot be written (a file that is locked, say) does not keep the others from it.</summary>
    private void Try(Action write, Action note, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        try
        {
            write();
            note();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Failure ??= e.Message;
        }
    }

    private void Write(SyncItem item, SyncedItem now, SyncedItem? before)
    {
        var own = index.Of(item.Folder, item.Key);
        var onlyMedia = before is not null && before with { MediaStamp = now.MediaStamp } == now;
        // What was imported came from this very file; or the file was written just before a crash.
        if (!onlyMedia && own is [var only] && SaysTheSame(only, item))
        {
            InFolder.Add(item);
            return;
        }

        // A picture in the folder that was replaced by hand stays when only the words beside it were changed here.
        if (item.MediaPath is { } path && (before?.MediaStamp != now.MediaStamp || !MediaFiles.IsIn(root, path))) Copy(path);
        if (onlyMedia) return;

        var names = SyncItem.FilesFor(item.Folder, item.FileName, item.Key);
        var renamed = before is not null && before.FileName != item.FileName;
        // An item keeps the file it has, whatever happens to its namesakes.
        var target = names.FirstOrDefault(name => own.Any(head => head.File.Equals(name, StringComparison.OrdinalIgnoreCase))) is { } named ? index.At(named)!.File
            : !renamed && own.Count > 0 ? own[0].File
            : names.First(IsFree);
        Put(new SyncFileHead(target, item.Key, item.Alias, null), item.Xml);
        InFolder.Add(item);
        foreach (var old in own.Where(head => head.File != target)) Mark(old.File, item.Key, old.Alias, SyncFileHead.Rename);
    }

    private void Copy(string mediaPath)
    {
        if (media.CopyTo(root, mediaPath)) Written++;
        else Warnings.Add($"Media: Die Datei {mediaPath} fehlt.");
    }

    private void Delete(SyncedItem item)
    {
        var own = index.Of(item.Folder, item.Key);
        var names = SyncItem.FilesFor(item.Folder, item.FileName, item.Key);
        var place = own.FirstOrDefault(head => head.IsDelete)?.File
            ?? names.Select(index.At).FirstOrDefault(head => head is not null && own.Contains(head))?.File
            ?? own.FirstOrDefault()?.File
            ?? names.First(IsFree);
        Mark(place, item.Key, item.Alias, SyncFileHead.Delete);
        foreach (var old in own.Where(head => head.File != place)) Mark(old.File, item.Key, old.Alias, SyncFileHead.Rename);
    }

    /// <summary>
    /// A marker of a renamed item only covers its old file, which another item's file does as well. One of a deleted item
    /// still has to tell others of it.
    /// </summary>
    private bool IsFree(string file) => index.At(file) is null or { IsRename: true };

    private bool SaysTheSame(SyncFileHead head, SyncItem item)
    {
        // An import puts what a marker names into the bin: the marker says it, and goes on saying it.
        if (head.IsDelete) return item.BinnedByImport;
        if (head.Change is not null) return false;
        try
        {
            return item.SaysTheSame(SyncXml.Read(Path.Combine(root, head.File), head.File), head.File);
        }
        catch (Exception e) when (e is SyncFaultException or FormatException or ArgumentException or InvalidOperationException or OverflowException)
        {
            return false;
        }
    }

    private void Mark(string file, Guid key, string alias, string change)
    {
        if (index.At(file) is { } there && there.Key == key && there.Change == change) return;
        Put(
            new SyncFileHead(file, key, alias, change),
            new XElement("Empty", new XAttribute("Key", key), new XAttribute("Alias", alias), new XAttribute("Change", change)));
    }

    private void Put(SyncFileHead head, XElement xml)
    {
        WholeFile.Write(Path.Combine(root, head.File), SyncXml.ToBytes(xml));
        index.Set(head);
        Written++;
    }
}
