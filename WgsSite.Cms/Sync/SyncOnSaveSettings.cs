namespace WgsSite.Cms.Sync;

/// <summary>What of the store is written to uSync files when it changes: values of uSync's <c>ExportOnSave</c>.</summary>
public enum SyncGroup
{
    None,

    /// <summary>Document and media types, data types, templates, languages, and kinds this host only keeps.</summary>
    Settings,

    /// <summary>Documents, media and dictionary items, as uSync groups them.</summary>
    Content,
    All,
}

/// <param name="DataFolder">The site's data folder, where it is kept what has been written.</param>
/// <param name="Folder">The uSync folder to write to; made when it is missing.</param>
public sealed record SyncOnSaveSettings(string DataFolder, string Folder, SyncGroup Group)
{
    /// <summary>How long to wait before a folder that could not be written is tried again without another change.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(30);

    internal string Scope => $"{Group} {Folder}";

    internal bool Includes(string folder) => Group switch
    {
        SyncGroup.All => true,
        SyncGroup.Content => SyncFolders.OfContent.Contains(folder),
        SyncGroup.Settings => !SyncFolders.OfContent.Contains(folder),
        _ => false,
    };
}
