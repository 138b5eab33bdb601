using System.Globalization;
using System.Xml.Linq;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Sync;

/// <summary>A document as a uSync file holds it: its newest version, and whether it is published.</summary>
/// <param name="Level">1 at the root. Follows from the parent, as the parent's name and the path do: written for people, never read.</param>
/// <param name="PathNames">Names of its ancestors and its own, as <c>/Home/Articles</c>.</param>
/// <param name="TrashedFromKey">Where it was before it was put into the bin.</param>
/// <param name="Published">Published for readers (of documents that do not vary).</param>
/// <param name="Extras">Elements this host has no place for.</param>
internal sealed record SyncDocument(
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
    IReadOnlyDictionary<string, string> CultureNames,
    int SortOrder,
    bool Published,
    IReadOnlyDictionary<string, bool> PublishedCultures,
    IReadOnlyList<SyncSchedule> Schedules,
    Guid? TemplateKey,
    string TemplateAlias,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyList<XElement> Extras)
{
    private static readonly HashSet<string> KnownInfo =
        ["Parent", "Path", "Trashed", "ContentType", "CreateDate", "NodeName", "SortOrder", "Published", "Schedule", "Template"];

    public static SyncDocument Read(XElement xml, string file)
    {
        var info = SyncXml.Child(xml, "Info", file);
        var name = info.Element("NodeName");
        var published = info.Element("Published");
        return new SyncDocument(
            SyncXml.Key(xml, file),
            (string?)name?.Attribute("Default") is { Length: > 0 } text ? text : SyncXml.Alias(xml, file),
            Level: 0,
            SyncXml.Reference(info.Element("Parent"), file),
            ParentName: "",
            PathNames: "",
            SyncXml.Flag(info.Element("Trashed"), file),
            SyncXml.Reference(info.Element("Trashed"), file, "Parent"),
            SyncXml.Child(info, "ContentType", file).Value,
            Date(info.Element("CreateDate"), file),
            ByCulture(name?.Elements("Name"), file, element => element.Value),
            SyncXml.Number(info.Element("SortOrder"), file),
            published is not null && SyncXml.Flag(published, file, "Default"),
            ByCulture(published?.Elements("Published"), file, element => SyncXml.Flag(element, file)),
            SyncSchedule.ReadAll(info.Element("Schedule"), file),
            SyncXml.Reference(info.Element("Template"), file),
            info.Element("Template")?.Value ?? "",
            SyncValues.Read(xml, file),
            [.. SyncExtras.Of(xml, info, KnownInfo)]);
    }

    public XElement Write() => new(
        "Content",
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
            new XElement(
                "NodeName",
                new XAttribute("Default", Name),
                CultureNames.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new XElement("Name", new XAttribute("Culture", pair.Key), pair.Value))),
            new XElement("SortOrder", SortOrder),
            new XElement(
                "Published",
                new XAttribute("Default", Published ? "true" : "false"),
                PublishedCultures.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => new XElement("Published", new XAttribute("Culture", pair.Key), pair.Value ? "true" : "false"))),
            new XElement("Schedule", Schedules.Select(schedule => schedule.Write())),
            new XElement("Template", TemplateKey is { } template ? new XAttribute("Key", template) : null, TemplateAlias is "" ? null : TemplateAlias),
            SyncExtras.ForInfo(Extras)),
        SyncValues.Write(Values),
        SyncExtras.ForRoot(Extras));

    /// <summary>
    /// Two documents with the same fingerprint say the same. Names of ancestors and the level do not count, nor how a type
    /// or template is spelled: they follow from other items, whose own files tell of a change.
    /// </summary>
    public string Fingerprint(Guid typeKey) =>
        SyncXml.Hash((this with { Level = 0, ParentName = "", PathNames = "", TypeAlias = typeKey.ToString(), TemplateAlias = "" }).Write());

    private static Dictionary<string, T> ByCulture<T>(IEnumerable<XElement>? elements, string file, Func<XElement, T> read)
    {
        var values = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in elements ?? [])
            if (!values.TryAdd(Culture(element), read(element)))
                throw SyncXml.Fault(element, file, $"Die Sprache „{Culture(element)}“ steht zweimal in <{element.Parent!.Name.LocalName}>.");
        return values;
    }

    private static string Culture(XElement element) => (string?)element.Attribute("Culture") ?? "";

    internal static DateTime Date(XElement? element, string file) =>
        element is null || element.Value.Length == 0 ? DateTime.UnixEpoch
        : DateTime.TryParse(element.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date
        : throw SyncXml.Fault(element, file, $"<{element.Name.LocalName}> ist kein Datum: „{element.Value}“.");
}

/// <param name="At">UTC.</param>
internal sealed record SyncSchedule(string Culture, ScheduleAction Action, DateTime At)
{
    public static IReadOnlyList<SyncSchedule> ReadAll(XElement? list, string file)
    {
        var schedules = new List<SyncSchedule>();
        foreach (var xml in list?.Elements("ContentSchedule") ?? [])
        {
            var schedule = Read(xml, file);
            if (schedules.Any(other => other.Action == schedule.Action && other.Culture == schedule.Culture))
                throw SyncXml.Fault(xml, file, "Dieselbe Handlung ist zweimal geplant.");
            schedules.Add(schedule);
        }

        return schedules;
    }

    private static SyncSchedule Read(XElement xml, string file) => new(
        xml.Element("Culture")?.Value ?? "",
        // Umbraco calls the two actions Release and Expire.
        SyncXml.Child(xml, "Action", file).Value switch
        {
            "Release" => ScheduleAction.Publish,
            "Expire" => ScheduleAction.Unpublish,
            var other => throw SyncXml.Fault(xml, file, $"Unbekannte geplante Handlung „{other}“ (erwartet: Release oder Expire)."),
        },
        SyncDocument.Date(SyncXml.Child(xml, "Date", file), file));

    public XElement Write() => new(
        "ContentSchedule",
        new XElement("Culture", Culture),
        new XElement("Action", Action == ScheduleAction.Publish ? "Release" : "Expire"),
        new XElement("Date", At.ToString("s", CultureInfo.InvariantCulture)));
}

/// <summary>The <c>Properties</c> of content and media: <c>alias/Value</c>, with Culture and Segment where they vary.</summary>
internal static class SyncValues
{
    public static Dictionary<string, string> Read(XElement xml, string file)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in xml.Element("Properties")?.Elements() ?? [])
        {
            if (property.Nodes().OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value)))
                throw SyncXml.Fault(property, file, $"Der Wert von <{property.Name.LocalName}> muss in <Value> stehen.");
            foreach (var value in property.Elements("Value"))
            {
                var name = PropertyValues.Name(property.Name.LocalName, (string?)value.Attribute("Culture"), (string?)value.Attribute("Segment"));
                if (!values.TryAdd(name, value.Value))
                    throw SyncXml.Fault(value, file, $"Die Eigenschaft „{name}“ steht zweimal in der Datei.");
            }
        }

        return values;
    }

    public static XElement Write(IReadOnlyDictionary<string, string> values) => new(
        "Properties",
        values
            .Select(pair => (PropertyValues.Parts(pair.Key), pair.Value))
            .GroupBy(pair => pair.Item1.Alias)
            .OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase)
            .Select(group => new XElement(
                group.Key,
                group.OrderBy(pair => pair.Item1.Culture, StringComparer.Ordinal).ThenBy(pair => pair.Item1.Segment, StringComparer.Ordinal)
                    .Select(pair => new XElement(
                        "Value",
                        pair.Item1.Culture is { } culture ? new XAttribute("Culture", culture) : null,
                        pair.Item1.Segment is { } segment ? new XAttribute("Segment", segment) : null,
                        new XCData(pair.Value))))));
}

/// <summary>Elements of a file that this host has no column for are kept as they are, so that an export holds them again.</summary>
internal static class SyncExtras
{
    private const string InInfo = "extra-info";

    public static IEnumerable<XElement> Of(XElement xml, XElement info, IReadOnlySet<string> knownInfo)
    {
        foreach (var element in info.Elements().Where(element => !knownInfo.Contains(element.Name.LocalName)))
            yield return new XElement(InInfo, element);
        foreach (var element in xml.Elements().Where(element => element.Name.LocalName is not ("Info" or "Properties")))
            yield return element;
    }

    public static IEnumerable<XElement> ForInfo(IEnumerable<XElement> extras) => extras.Where(extra => extra.Name == InInfo).Elements();

    public static IEnumerable<XElement> ForRoot(IEnumerable<XElement> extras) => extras.Where(extra => extra.Name != InInfo);

    public static string? ToColumn(IReadOnlyList<XElement> extras) =>
        extras.Count == 0 ? null : new XElement("extras", extras).ToString(SaveOptions.DisableFormatting);

    public static IReadOnlyList<XElement> FromColumn(string? column) =>
        column is null ? [] : [.. XElement.Parse(column).Elements()];
}
