namespace WgsSite.Cms.Storage;

/// <summary>
/// Held by the process that may write a data folder. A second site, or an import beside a running one, is refused, since
/// it could not make the other drop what it holds in memory. The system lets go of it when the process ends, however.
/// </summary>
public sealed class DataFolderLock : IDisposable
{
    private readonly FileStream file;

    private DataFolderLock(FileStream file) => this.file = file;

    /// <returns>Null when another process holds the folder.</returns>
    public static DataFolderLock? TryTake(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        try
        {
            return new DataFolderLock(new FileStream(
                Path.Combine(dataFolder, "site.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => file.Dispose();
}
