using WgsSite.Cms.Storage;

namespace WgsSite.Web.Hosting;

/// <summary>Takes the data folder for this process, or says in words why that is not possible.</summary>
public static class DataFolder
{
    /// <returns>Null when the folder cannot be had; why was written to <paramref name="errors"/>.</returns>
    public static DataFolderLock? Take(string folder, TextWriter errors)
    {
        try
        {
            if (DataFolderLock.TryTake(folder) is { } held) return held;
            errors.WriteLine($"Auf {folder} läuft gerade eine Website oder ein Import. Beenden Sie sie zuerst; eine laufende Website zeigte sonst weiter den alten Stand.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"Der Datenordner {folder} lässt sich nicht benutzen: {e.Message}");
        }

        return null;
    }
}
