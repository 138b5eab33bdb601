using System.Xml;

namespace WgsSite.Cms.Sync;

/// <summary>What the root element of a uSync file says.</summary>
/// <param name="File">Relative to the uSync folder, with slashes.</param>
/// <param name="Key">Null when the file cannot be read.</param>
/// <param name="Change">What a marker says of its item; null for the file of an item.</param>
internal sealed record SyncFileHead(string File, Guid? Key, string Alias, string? Change)
{
    public const string Delete = "Delete";
    public const string Rename = "Rename";

    public string Folder => File[..File.IndexOf('/')];
    public bool IsDelete => Delete.Equals(Change, StringComparison.OrdinalIgnoreCase);
    public bool IsRename => Rename.Equals(Change, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The files of a uSync folder by the items they speak for.</summary>
internal sealed class SyncFileIndex
{
    // Capitals do not count: the folder may be taken to a file system where they do not.
    private readonly Dictionary<string, SyncFileHead> heads = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static SyncFileIndex Read(string root)
    {
        var index = new SyncFileIndex();
        if (!Directory.Exists(root)) return index;
        foreach (var path in Directory.EnumerateFiles(root, "*.config", SearchOption.AllDirectories))
        {
            var file = Path.GetRelativePath(root, path).Replace('\\', '/');
            if (file.Contains('/')) index.Set(ReadHead(path, file));
        }

        return index;
    }

    public void Set(SyncFileHead head) => heads[head.File] = head;

    public SyncFileHead? At(string file) => heads.GetValueOrDefault(file);

    /// <summary>Files that hold an item, and markers that it is deleted.</summary>
    public List<SyncFileHead> Of(string folder, Guid key) =>
        [.. heads.Values.Where(head => head.Key == key && head.Folder == folder && !head.IsRename).OrderBy(head => head.File, StringComparer.Ordinal)];

    private static SyncFileHead ReadHead(string path, string file)
    {
        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            reader.MoveToContent();
            Guid? key = Guid.TryParse(reader.GetAttribute("Key"), out var parsed) ? parsed : SyncFolder.KeyOf(file);
            return new SyncFileHead(file, key, reader.GetAttribute("Alias") ?? "", reader.LocalName == "Empty" ? reader.GetAttribute("Change") ?? "" : null);
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            // Whatever it is, it is somebody's: the name is taken.
            return new SyncFileHead(file, null, "", null);
        }
    }
}
