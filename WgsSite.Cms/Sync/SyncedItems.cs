using System.Text.Json;
using WgsSite.Cms.Media;

namespace WgsSite.Cms.Sync;

/// <summary>What the store held of an item when its file was last brought up to date.</summary>
/// <param name="Alias">As <see cref="SyncItem.Alias"/>.</param>
/// <param name="FileName">As <see cref="SyncItem.FileName"/>.</param>
/// <param name="Meaning">As <see cref="SyncItem.Meaning"/>.</param>
/// <param name="MediaStamp">As <see cref="MediaFiles.StampOf"/>, of a media item with a file.</param>
internal sealed record SyncedItem(string Folder, Guid Key, string Alias, string FileName, string Meaning, string? MediaStamp)
{
    public static SyncedItem Of(SyncItem item, MediaFiles media) =>
        new(item.Folder, item.Key, item.Alias, item.FileName, item.Meaning, item.MediaPath is { } path ? media.StampOf(path) : null);
}

/// <summary>
/// The items a uSync folder is up to date with. Kept in a file of the data folder, so that a start finds what a process
/// that was killed had not written yet. What is compared with the store is this, never the folder: files that somebody
/// writes by hand are no change of the store.
/// </summary>
internal sealed class SyncedItems
{
    /// <summary>Name of the file in the data folder.</summary>
    public const string FileName = "usync.json";

    private readonly string file;
    private readonly string scope;
    private readonly Dictionary<(string Folder, Guid Key), SyncedItem> items;
    private bool saved;

    private SyncedItems(string file, string scope, IEnumerable<SyncedItem> items, bool saved)
    {
        this.file = file;
        this.scope = scope;
        this.items = items.ToDictionary(item => (item.Folder, item.Key));
        this.saved = saved;
    }

    public IReadOnlyCollection<SyncedItem> All => items.Values;

    /// <param name="scope">The folder and what of the store is written to it. What was kept for another one does not count.</param>
    public static SyncedItems None(string dataFolder, string scope) => new(Path.Combine(dataFolder, FileName), scope, [], saved: false);

    /// <param name="fault">Why what was kept cannot be read; null when it can, or when there is nothing.</param>
    /// <returns>Null when nothing was kept that can be read.</returns>
    public static SyncedItems? Load(string dataFolder, string scope, out string? fault)
    {
        var file = Path.Combine(dataFolder, FileName);
        fault = null;
        try
        {
            return File.Exists(file) && JsonSerializer.Deserialize<Kept>(File.ReadAllBytes(file)) is { } kept && kept.Scope == scope
                ? new SyncedItems(file, scope, kept.Items, saved: true)
                : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or NullReferenceException or IOException or UnauthorizedAccessException)
        {
            fault = e.Message;
            return null;
        }
    }

    public static void Forget(string dataFolder) => File.Delete(Path.Combine(dataFolder, FileName));

    public SyncedItem? Find(string folder, Guid key) => items.GetValueOrDefault((folder, key));

    public void Set(SyncedItem item)
    {
        if (Find(item.Folder, item.Key) == item) return;
        items[(item.Folder, item.Key)] = item;
        saved = false;
    }

    public void Remove(SyncedItem item) => saved &= !items.Remove((item.Folder, item.Key));

    /// <exception cref="IOException">The data folder cannot be written.</exception>
    public void Save()
    {
        if (saved) return;
        WholeFile.Write(file, JsonSerializer.SerializeToUtf8Bytes(new Kept(scope, [.. items.Values])));
        saved = true;
    }

    private sealed record Kept(string Scope, IReadOnlyList<SyncedItem> Items);
}
