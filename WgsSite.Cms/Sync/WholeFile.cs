namespace WgsSite.Cms.Sync;

/// <summary>Writes files that are there as a whole or not at all, whatever happens meanwhile.</summary>
internal static class WholeFile
{
    public static void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // No uSync reader takes this for a file of its own, and the next attempt writes over what a crash left behind.
        var beside = path + ".new";
        try
        {
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
