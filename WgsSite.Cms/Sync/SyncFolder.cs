using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace WgsSite.Cms.Sync;

/// <summary>An item of a folder that describes schema or words, or that this host only keeps.</summary>
internal sealed record SyncSchemaItem(string Folder, Guid Key, string Alias, XElement Xml, string File)
{
    public string Fingerprint() => SyncXml.Hash(Xml);
}

/// <summary>A note in a folder that an item was deleted or renamed.</summary>
internal sealed record SyncMarker(string Folder, Guid Key, string Alias, string Change, string File)
{
    public bool IsDelete => Change.Equals("Delete", StringComparison.OrdinalIgnoreCase);

    /// <summary>A rename leaves a marker at the old file's name, with the key of the item that goes on at another.</summary>
    public bool IsRename => Change.Equals("Rename", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Names of the folders uSync writes, in the order in which they build on each other.</summary>
internal static class SyncFolders
{
    /// <summary>Folders of uSync's group „Content“; all others are of its group „Settings“.</summary>
    public static IReadOnlySet<string> OfContent { get; } = new HashSet<string> { Content, Media, Dictionary, "Domains", "Blueprints", "RelationTypes" };

    /// <summary>The file by which uSync knows one of its folders.</summary>
    public const string ConfigFile = "usync.config";

    public const string Languages = "Languages";
    public const string Dictionary = "Dictionary";
    public const string DataTypes = "DataTypes";
    public const string Templates = "Templates";
    public const string ContentTypes = "ContentTypes";
    public const string MediaTypes = "MediaTypes";
    public const string Media = "Media";
    public const string Content = "Content";

    /// <summary>What <see cref="ConfigFile"/> says: the version of uSync and of its files that are written here.</summary>
    public static XElement Config => new("uSync", new XAttribute("version", "17.0.0.0"), new XAttribute("format", "10.7.0"));

    /// <summary>Folder → name of the root element of its files, for the schema items this host reads.</summary>
    public static IReadOnlyDictionary<string, string> Schema { get; } = new Dictionary<string, string>
    {
        [Languages] = "Language",
        [Dictionary] = "Dictionary",
        [DataTypes] = "DataType",
        [Templates] = "Template",
        [ContentTypes] = "ContentType",
        [MediaTypes] = "MediaType",
    };
}

/// <summary>Everything a uSync folder holds, read and checked file by file.</summary>
internal sealed class SyncFolder
{
    private readonly List<SyncFault> faults = [];

    private SyncFolder(string path) => Path = path;

    public string Path { get; }
    public List<SyncSchemaItem> SchemaItems { get; } = [];
    public List<(SyncDocument Document, string File)> Documents { get; } = [];
    public List<(SyncMedia Media, string File)> Media { get; } = [];
    public List<SyncMarker> Markers { get; } = [];

    /// <exception cref="SyncException">At least one file cannot be taken over.</exception>
    public static SyncFolder Read(string path)
    {
        var folder = new SyncFolder(System.IO.Path.GetFullPath(path));
        folder.ReadFiles();
        if (folder.faults.Count > 0) throw new SyncException(folder.faults);
        return folder;
    }

    private void ReadFiles()
    {
        if (!Directory.Exists(Path))
        {
            faults.Add(new SyncFault(Path, null, "Diesen Ordner gibt es nicht."));
            return;
        }

        var files = Directory.EnumerateFiles(Path, "*.config", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'))
            .Where(file => file.Contains('/'))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (files.Count == 0 && !File.Exists(System.IO.Path.Combine(Path, SyncFolders.ConfigFile)))
            faults.Add(new SyncFault(Path, null, "Das ist kein uSync-Ordner: Es gibt weder usync.config noch Dateien *.config in Unterordnern."));

        var seen = new Dictionary<(string Folder, Guid Key), string>();
        foreach (var file in files)
            try
            {
                if (ReadFile(file) is not { } key) continue;
                var slot = (Folder(file), key);
                if (!seen.TryAdd(slot, file))
                    faults.Add(new SyncFault(file, null, $"Der Schlüssel {key} steht schon in {seen[slot]}."));
            }
            catch (SyncFaultException e)
            {
                faults.Add(e.Fault);
            }
            catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException or OverflowException)
            {
                faults.Add(new SyncFault(file, null, e.Message));
            }
    }

    private static string Folder(string file) => file[..file.IndexOf('/')];

    /// <returns>The key of the item the file speaks for; null when it only says that one has another name now.</returns>
    private Guid? ReadFile(string file)
    {
        var folder = Folder(file);
        var xml = SyncXml.Read(System.IO.Path.Combine(Path, file), file);
        if (xml.Name.LocalName == "Empty")
        {
            var key = SyncXml.Key(xml, file);
            Markers.Add(new SyncMarker(folder, key, (string?)xml.Attribute("Alias") ?? "", (string?)xml.Attribute("Change") ?? "", file));
            return Markers[^1].IsRename ? null : key;
        }

        if (folder == SyncFolders.Content)
        {
            Expect(xml, "Content", file);
            var document = SyncDocument.Read(xml, file);
            Documents.Add((document, file));
            return document.Key;
        }

        if (folder == SyncFolders.Media)
        {
            Expect(xml, "Media", file);
            var media = SyncMedia.Read(xml, file);
            Media.Add((media, file));
            return media.Key;
        }

        return ReadSchemaItem(xml, folder, file);
    }

    private Guid ReadSchemaItem(XElement xml, string folder, string file)
    {
        if (SyncFolders.Schema.TryGetValue(folder, out var root))
        {
            Expect(xml, root, file);
            // Parsed here so that a file with a fault is named with its line; used later, when all of the folder is good.
            switch (folder)
            {
                case SyncFolders.ContentTypes or SyncFolders.MediaTypes: SchemaXml.ContentType(xml, file); break;
                case SyncFolders.DataTypes: SchemaXml.DataType(xml, file); break;
                case SyncFolders.Languages: SchemaXml.Language(xml, file); break;
                case SyncFolders.Templates: SchemaXml.Template(xml, file); break;
                case SyncFolders.Dictionary: SchemaXml.DictionaryItem(xml, file); break;
            }
        }

        // A kind this host does not know (member types, forms, domains …) is kept as it is.
        var key = Guid.TryParse((string?)xml.Attribute("Key"), out var parsed) ? parsed
            : root is null ? KeyOf(file)
            : SyncXml.Key(xml, file);
        var alias = (string?)xml.Attribute("Alias") ?? System.IO.Path.GetFileNameWithoutExtension(file);
        SchemaItems.Add(new SyncSchemaItem(folder, key, alias, xml, file));
        return key;
    }

    /// <summary>The key under which a file is kept that names none.</summary>
    public static Guid KeyOf(string file) => new(SHA256.HashData(Encoding.UTF8.GetBytes(file)).AsSpan(0, 16));

    private static void Expect(XElement xml, string root, string file)
    {
        if (xml.Name.LocalName != root)
            throw SyncXml.Fault(xml, file, $"Erwartet wird <{root}>, gefunden <{xml.Name.LocalName}>.");
    }
}
