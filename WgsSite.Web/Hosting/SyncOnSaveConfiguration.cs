using WgsSite.Cms.Sync;

namespace WgsSite.Web.Hosting;

/// <summary>uSync's own settings of what is written when something is saved: <c>uSync:Settings</c>.</summary>
public static class SyncOnSaveConfiguration
{
    /// <returns>Null when nothing is to be written.</returns>
    /// <exception cref="FormatException"><c>ExportOnSave</c> has a value that uSync does not know.</exception>
    public static SyncOnSaveSettings? Read(IConfiguration configuration, IHostEnvironment environment, string dataFolder)
    {
        var section = configuration.GetSection("uSync:Settings");
        var group = Group(section["ExportOnSave"]);
        if (group == SyncGroup.None) return null;
        // uSync reads several folders, the later over the earlier, and writes to the last one.
        var folder = section.GetSection("Folders").Get<string[]>()?.LastOrDefault(name => name.Length > 0) is { } last
            ? Path.GetFullPath(last, environment.ContentRootPath)
            : SiteStart.SyncFolder(environment);
        return new SyncOnSaveSettings(dataFolder, Path.TrimEndingDirectorySeparator(folder), group);
    }

    private static SyncGroup Group(string? name) =>
        string.IsNullOrEmpty(name) ? SyncGroup.None
        : Enum.GetNames<SyncGroup>().Contains(name, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<SyncGroup>(name, ignoreCase: true)
        : throw new FormatException($"uSync:Settings:ExportOnSave kennt {string.Join(", ", Enum.GetNames<SyncGroup>())}, nicht „{name}“.");
}
