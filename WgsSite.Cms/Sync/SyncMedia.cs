using System.Globalization;
using System.Xml.Linq;

namespace WgsSite.Cms.Sync;

/// <summary>A media item or folder as a uSync file holds it.</summary>
internal sealed record SyncMedia(
    Guid Key,
    string Name,
    int Level,
    Guid? ParentKey,
    string ParentName,
    string PathNames,
    bool Trashed,
    Guid? TrashedFromKey,
    string TypeAlias,
    DateTime CreatedAt,
    int SortOrder,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyList<XElement> Extras)
{
    private static readonly HashSet<string> KnownInfo = ["Parent", "Path", "Trashed", "ContentType", "CreateDate", "NodeName", "SortOrder"];

    public static SyncMedia Read(XElement xml, string file)
    {
        var info = SyncXml.Child(xml, "Info", file);
        return new SyncMedia(
            SyncXml.Key(xml, file),
            (string?)info.Element("NodeName")?.Attribute("Default") is { Length: > 0 } text ? text : SyncXml.Alias(xml, file),
            Level: 0,
            SyncXml.Reference(info.Element("Parent"), file),
            ParentName: "",
            PathNames: "",
            SyncXml.Flag(info.Element("Trashed"), file),
            SyncXml.Reference(info.Element("Trashed"), file, "Parent"),
            SyncXml.Child(info, "ContentType", file).Value,
            SyncDocument.Date(info.Element("CreateDate"), file),
            SyncXml.Number(info.Element("SortOrder"), file),
            SyncValues.Read(xml, file),
            [.. SyncExtras.Of(xml, info, KnownInfo)]);
    }

    public XElement Write() => new(
        "Media",
        new XAttribute("Key", Key),
        new XAttribute("Alias", Name),
        new XAttribute("Level", Level),
        new XElement(
            "Info",
            new XElement("Parent", new XAttribute("Key", ParentKey ?? Guid.Empty), ParentName),
            new XElement("Path", PathNames),
            new XElement("Trashed", TrashedFromKey is { } from ? new XAttribute("Parent", from) : null, Trashed ? "true" : "false"),
            new XElement("ContentType", TypeAlias),
            new XElement("CreateDate", CreatedAt.ToString("s", CultureInfo.InvariantCulture)),
            new XElement("NodeName", new XAttribute("Default", Name)),
            new XElement("SortOrder", SortOrder),
            SyncExtras.ForInfo(Extras)),
        SyncValues.Write(Values),
        SyncExtras.ForRoot(Extras));

    /// <summary>As <see cref="SyncDocument.Fingerprint"/>.</summary>
    public string Fingerprint(Guid typeKey) =>
        SyncXml.Hash((this with { Level = 0, ParentName = "", PathNames = "", TypeAlias = typeKey.ToString() }).Write());
}
