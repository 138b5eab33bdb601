namespace WgsSite.Cms.Storage;

/// <summary>
/// Held by the process that may write a data folder. A second site, or an import beside a running one, is refused, since
/// it could not make the other drop what it holds in memory. The system lets go of it when the process ends, however.
/// </summary>
public sealed class DataFolderLock : IDisposable
{
    // ERROR_SHARING_VIOLATION of Windows as an HResult, and EWOULDBLOCK, which .NET passes on from flock() elsewhere.
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int WouldBlock = 11;

    private readonly FileStream file;

    private DataFolderLock(FileStream file) => this.file = file;

    /// <returns>Null when another process holds the folder.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static DataFolderLock? TryTake(string dataFolder)
    {
        PrivateFiles.MakeFolder(dataFolder);
        try
        {
            return new DataFolderLock(new FileStream(
                Path.Combine(dataFolder, "site.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (e.HResult is SharingViolation or WouldBlock)
        {
            return null;
        }
    }

    public void Dispose() => file.Dispose();
}
