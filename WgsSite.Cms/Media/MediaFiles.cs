using System.Globalization;

namespace WgsSite.Cms.Media;

/// <summary>The files of media items, under <c>media/</c> of the data folder, at the paths their items name.</summary>
/// <param name="dataFolder">The site's data folder.</param>
public sealed class MediaFiles(string dataFolder)
{
    private const string Prefix = "/media/";

    /// <summary>Folder inside a uSync folder that an export puts files into.</summary>
    public const string SyncFolderName = "MediaFiles";

    public string Folder { get; } = Path.Combine(dataFolder, "media");

    /// <summary>True for a path below <c>/media/</c> that does not lead out of it.</summary>
    public static bool IsMediaPath(string path) =>
        path.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && path.Length > Prefix.Length
        && path.IndexOfAny(Path.GetInvalidPathChars()) < 0
        && !path.Contains('\\')
        && !path.Contains(':')
        && !path[1..].Split('/').Any(part => part is "." or ".." or "");

    public string FileOf(string mediaPath) => Path.Combine(Folder, Relative(mediaPath));

    /// <summary>
    /// Copies the files of media items from beside a uSync folder, next to where they will lie: from its own
    /// <c>MediaFiles/</c>, where an export puts them, or from <c>wwwroot/media</c> of the site the folder belongs to.
    /// Readers see them once <see cref="StagedFiles.Finish"/> is called.
    /// </summary>
    internal StagedFiles Stage(string syncFolder, IEnumerable<string> mediaPaths)
    {
        var staged = new StagedFiles();
        try
        {
            foreach (var path in mediaPaths.Distinct(StringComparer.Ordinal))
            {
                if (Source(syncFolder, path) is not { } source)
                {
                    if (!File.Exists(FileOf(path))) staged.Missing.Add(Missing(path));
                    continue;
                }

                var target = FileOf(path);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                staged.Targets.Add(target);
                File.Copy(source, target + StagedFiles.Suffix, overwrite: true);
            }
        }
        catch
        {
            staged.Dispose();
            throw;
        }

        return staged;
    }

    internal IEnumerable<string> MissingIn(string syncFolder, IEnumerable<string> mediaPaths) =>
        mediaPaths.Where(path => Source(syncFolder, path) is null && !File.Exists(FileOf(path))).Select(Missing);

    /// <summary>Copies a media item's file into a uSync folder; nobody ever sees half of it there.</summary>
    /// <returns>False when the file is missing here.</returns>
    internal bool CopyTo(string syncFolder, string mediaPath)
    {
        var source = FileOf(mediaPath);
        if (!File.Exists(source)) return false;
        var target = Path.Combine(syncFolder, SyncFolderName, Relative(mediaPath));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var staged = new StagedFiles();
        staged.Targets.Add(target);
        File.Copy(source, target + StagedFiles.Suffix, overwrite: true);
        File.Move(target + StagedFiles.Suffix, target, overwrite: true);
        return true;
    }

    internal static bool IsIn(string syncFolder, string mediaPath) => File.Exists(Path.Combine(syncFolder, SyncFolderName, Relative(mediaPath)));

    /// <summary>Deletes a file and its folder when that is empty; one that is not there is no fault.</summary>
    internal void Delete(string mediaPath)
    {
        if (!IsMediaPath(mediaPath)) return;
        var file = new FileInfo(FileOf(mediaPath));
        if (file.Exists) file.Delete();
        if (file.Directory is { Exists: true } folder && folder.FullName != Path.GetFullPath(Folder) && !folder.EnumerateFileSystemInfos().Any()) folder.Delete();
    }

    /// <summary>Deletes files that no item names and that were written before a moment (UTC).</summary>
    internal void Sweep(IReadOnlySet<string> named, DateTime before)
    {
        if (!Directory.Exists(Folder)) return;
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).ToList())
        {
            var path = Prefix + Path.GetRelativePath(Folder, file).Replace(Path.DirectorySeparatorChar, '/');
            if (!named.Contains(path) && File.GetLastWriteTimeUtc(file) < before) Delete(path);
        }
    }

    /// <summary>Tells one file of a path from the next: its length and when it was written; empty when it is missing.</summary>
    internal string StampOf(string mediaPath) =>
        new FileInfo(FileOf(mediaPath)) is { Exists: true } file ? string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc:O}") : "";

    private static string? Source(string syncFolder, string mediaPath)
    {
        string[] places =
        [
            Path.Combine(syncFolder, SyncFolderName),
            Path.Combine(syncFolder, "..", "..", "wwwroot", "media"),
        ];
        return places.Select(place => Path.GetFullPath(Path.Combine(place, Relative(mediaPath)))).FirstOrDefault(File.Exists);
    }

    private static string Relative(string mediaPath) => mediaPath[Prefix.Length..].Replace('/', Path.DirectorySeparatorChar);

    private static string Missing(string path) => $"Media: Die Datei {path} fehlt.";
}

/// <summary>Files copied beside their targets, whose places they take once the change they belong to is sure.</summary>
internal sealed class StagedFiles : IDisposable
{
    public const string Suffix = ".new";

    public List<string> Targets { get; } = [];

    /// <summary>A sentence per file that was not found.</summary>
    public List<string> Missing { get; } = [];

    /// <summary>Renames each file to its target, so that no reader ever gets half a file.</summary>
    /// <returns>A sentence per file that could not take its place.</returns>
    public IReadOnlyList<string> Finish()
    {
        var failed = new List<string>();
        foreach (var target in Targets)
            try
            {
                File.Move(target + Suffix, target, overwrite: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                failed.Add($"Media: {target} ließ sich nicht ersetzen: {e.Message}");
            }

        return failed;
    }

    public void Dispose()
    {
        foreach (var target in Targets) File.Delete(target + Suffix);
    }
}
