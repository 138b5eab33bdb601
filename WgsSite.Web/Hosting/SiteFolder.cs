namespace WgsSite.Web.Hosting;

/// <summary>
/// The folder with the site's own files (drawings, <c>wwwroot</c>, settings), wherever the site was started from: beside
/// the program once it is published, in the project while it is built and run from the sources.
/// </summary>
public static class SiteFolder
{
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "Drawings"))) return folder.FullName;
        return AppContext.BaseDirectory;
    }
}
