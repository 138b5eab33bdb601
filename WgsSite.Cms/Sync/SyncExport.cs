using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Media;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Sync;

/// <summary>Writes the store as a uSync folder.</summary>
public sealed class SyncExport(IDbContextFactory<CmsDbContext> store, UrlSegments segments, MediaFiles files)
{
    /// <summary>
    /// Replaces uSync's own folders in a folder by those of the store. Written to a folder beside it first, so that a
    /// full disk leaves the old files as they were.
    /// </summary>
    /// <returns>Number of files per uSync folder, and a sentence per media file that is missing.</returns>
    /// <exception cref="IOException">The folder cannot be written, or holds something else.</exception>
    public async Task<(IReadOnlyDictionary<string, int> Counts, IReadOnlyList<string> Warnings)> ExportAsync(
        string path, CancellationToken cancel = default)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        // An export replaces folders such as Content/; a slip of the hand must not cost anybody theirs.
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any() && !File.Exists(Path.Combine(target, SyncFolders.ConfigFile)))
            throw new IOException($"{target} ist nicht leer und kein uSync-Ordner.");

        await using var db = await store.CreateDbContextAsync(cancel);
        await using var oneState = await CmsStore.BeginReadAsync(db, cancel);
        var state = await SyncStoreState.LoadAsync(db, cancel);
        var staging = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}-{Path.GetRandomFileName()}");
        try
        {
            Directory.CreateDirectory(staging);
            var result = Write(staging, state);
            Swap(staging, target);
            return result;
        }
        finally
        {
            if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
        }
    }

    private (IReadOnlyDictionary<string, int> Counts, IReadOnlyList<string> Warnings) Write(string staging, SyncStoreState state)
    {
        var counts = new Dictionary<string, int>();
        var warnings = new List<string>();
        File.WriteAllBytes(Path.Combine(staging, SyncFolders.ConfigFile), SyncXml.ToBytes(SyncFolders.Config));
        foreach (var group in SyncItem.AllOf(state, segments).GroupBy(item => item.Folder)) counts[group.Key] = Write(staging, group.Key, group);
        counts.TryAdd(SyncFolders.Content, 0);
        counts.TryAdd(SyncFolders.Media, 0);
        foreach (var file in state.Media.Values.Select(item => MediaValues.FileOf(item.Media.Values)).OfType<string>())
            if (!files.CopyTo(staging, file)) warnings.Add($"Media: Die Datei {file} fehlt.");
        return (counts, warnings);
    }

    private static int Write(string root, string folder, IEnumerable<SyncItem> items)
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var count = 0;
        foreach (var item in items.OrderBy(item => item.FileName, StringComparer.Ordinal).ThenBy(item => item.Key))
        {
            Directory.CreateDirectory(Path.Combine(root, folder));
            File.WriteAllBytes(Path.Combine(root, SyncItem.FilesFor(folder, item.FileName, item.Key).First(used.Add)), SyncXml.ToBytes(item.Xml));
            count++;
        }

        return count;
    }

    private static void Swap(string staging, string target)
    {
        Directory.CreateDirectory(target);
        // What the store no longer has must not come back with the next import.
        string[] own = [.. SyncFolders.Schema.Keys, SyncFolders.Content, SyncFolders.Media, MediaFiles.SyncFolderName];
        foreach (var name in own.Where(name => Directory.Exists(Path.Combine(target, name)))) Directory.Delete(Path.Combine(target, name), recursive: true);
        foreach (var folder in Directory.EnumerateDirectories(staging))
        {
            var place = Path.Combine(target, Path.GetFileName(folder));
            if (Directory.Exists(place)) Directory.Delete(place, recursive: true);
            Directory.Move(folder, place);
        }

        foreach (var file in Directory.EnumerateFiles(staging)) File.Move(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
    }
}
