namespace WgsSite.Cms.Storage;

/// <summary>
/// Keeps other accounts of the machine away from what the site stores. Windows has no modes: there the folder's inherited
/// rights count.
/// </summary>
public static class PrivateFiles
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder that only its owner may look into; one that is there stays as the operator made it.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnersFile | UnixFileMode.UserExecute);
    }

    /// <summary>Makes a database's file its owner's only; what SQLite puts beside it takes over the mode.</summary>
    internal static void CloseDatabase(string file)
    {
        if (OperatingSystem.IsWindows()) return;
        if (!File.Exists(file)) new FileStream(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnersFile }).Dispose();
        foreach (var part in new[] { file, file + "-wal", file + "-shm" }.Where(File.Exists))
            try
            {
                File.SetUnixFileMode(part, OwnersFile);
            }
            catch (UnauthorizedAccessException)
            {
                // Another account's file that this one may use: its owner decides.
            }
    }
}
