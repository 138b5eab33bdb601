using System.Xml.Linq;
using WgsSite.Cms.Schema;

namespace WgsSite.Cms.Sync;

/// <summary>Reads schema items from their uSync XML.</summary>
internal static class SchemaXml
{
    public static ContentType ContentType(XElement xml, string file)
    {
        var info = SyncXml.Child(xml, "Info", file);
        return new ContentType(
            SyncXml.Key(xml, file),
            SyncXml.Alias(xml, file),
            Text(info, "Name"),
            Text(info, "Icon"),
            Text(info, "Description"),
            SyncXml.Flag(info.Element("AllowAtRoot"), file),
            ListView(info, file),
            SyncXml.Flag(info.Element("IsElement"), file),
            Text(info, "Variations").Contains("Culture", StringComparison.OrdinalIgnoreCase),
            References(info.Element("Compositions"), file),
            References(xml.Element("Structure"), file, bySortOrder: true),
            DefaultTemplate(info, file),
            [.. (xml.Element("GenericProperties")?.Elements("GenericProperty") ?? []).Select(property => Property(property, file)).OrderBy(p => p.SortOrder)],
            [.. (xml.Element("Tabs")?.Elements("Tab") ?? []).Select(tab => Group(tab, file)).OrderBy(group => group.SortOrder)]);
    }

    public static DataType DataType(XElement xml, string file)
    {
        var info = SyncXml.Child(xml, "Info", file);
        return new DataType(
            SyncXml.Key(xml, file),
            Text(info, "Name") is { Length: > 0 } name ? name : SyncXml.Alias(xml, file),
            SyncXml.Child(info, "EditorAlias", file).Value,
            Text(info, "EditorUIAlias") is { Length: > 0 } alias ? alias : Text(info, "EditorUiAlias"),
            xml.Element("Config")?.Value is { Length: > 0 } config ? config : "{}");
    }

    public static Template Template(XElement xml, string file) =>
        new(SyncXml.Key(xml, file), SyncXml.Alias(xml, file), Text(xml, "Name"));

    public static Language Language(XElement xml, string file) => new(
        SyncXml.Key(xml, file),
        Text(xml, "IsoCode") is { Length: > 0 } iso ? iso : SyncXml.Alias(xml, file),
        Text(xml, "Name"),
        SyncXml.Flag(xml.Element("IsDefault"), file),
        SyncXml.Flag(xml.Element("IsMandatory"), file));

    public static DictionaryItem DictionaryItem(XElement xml, string file) => new(
        SyncXml.Key(xml, file),
        SyncXml.Alias(xml, file),
        SyncXml.Reference(xml.Element("Info")?.Element("Parent"), file),
        (xml.Element("Translations")?.Elements("Translation") ?? [])
            .GroupBy(translation => (string?)translation.Attribute("Language") ?? "")
            .ToDictionary(group => group.Key, group => group.First().Value));

    private static PropertyType Property(XElement xml, string file)
    {
        var definition = SyncXml.Child(xml, "Definition", file);
        if (!Guid.TryParse(definition.Value, out var dataType))
            throw SyncXml.Fault(definition, file, $"<Definition> muss die GUID eines Datentyps sein, nicht „{definition.Value}“.");
        return new PropertyType(
            Guid.TryParse(Text(xml, "Key"), out var key) ? key : throw SyncXml.Fault(xml, file, "<GenericProperty> braucht ein <Key> mit einer GUID."),
            SyncXml.Child(xml, "Alias", file).Value,
            Text(xml, "Name"),
            Text(xml, "Description"),
            dataType,
            Text(xml, "Type"),
            SyncXml.Flag(xml.Element("Mandatory"), file),
            NullIfEmpty(Text(xml, "MandatoryMessage")),
            NullIfEmpty(Text(xml, "Validation")),
            NullIfEmpty(Text(xml, "ValidationRegExpMessage")),
            SyncXml.Number(xml.Element("SortOrder"), file),
            NullIfEmpty((string?)xml.Element("Tab")?.Attribute("Alias") ?? ""),
            Text(xml, "Variations").Contains("Culture", StringComparison.OrdinalIgnoreCase),
            SyncXml.Flag(xml.Element("LabelOnTop"), file));
    }

    private static PropertyGroup Group(XElement xml, string file) => new(
        Guid.TryParse(Text(xml, "Key"), out var key) ? key : throw SyncXml.Fault(xml, file, "<Tab> braucht ein <Key> mit einer GUID."),
        Text(xml, "Alias"),
        Text(xml, "Caption"),
        Text(xml, "Type") is { Length: > 0 } kind ? kind : "Group",
        SyncXml.Number(xml.Element("SortOrder"), file));

    /// <summary>uSync writes the key of no data type where there is no list.</summary>
    private static Guid? ListView(XElement info, string file)
    {
        var text = Text(info, "ListView");
        if (text.Length == 0) return null;
        if (!Guid.TryParse(text, out var key)) throw SyncXml.Fault(info.Element("ListView")!, file, $"<ListView> muss die GUID eines Datentyps sein, nicht „{text}“.");
        return key == Guid.Empty ? null : key;
    }

    /// <summary>uSync names the default template by alias, and its key among the allowed ones.</summary>
    private static Guid? DefaultTemplate(XElement info, string file)
    {
        var alias = Text(info, "DefaultTemplate");
        if (alias.Length == 0) return null;
        var template = info.Element("AllowedTemplates")?.Elements("Template").FirstOrDefault(t => t.Value == alias);
        return SyncXml.Reference(template, file)
            ?? throw SyncXml.Fault(info, file, $"Die Vorlage „{alias}“ steht nicht unter <AllowedTemplates>.");
    }

    private static List<Guid> References(XElement? list, string file, bool bySortOrder = false)
    {
        IEnumerable<XElement> elements = list?.Elements() ?? [];
        if (bySortOrder) elements = elements.OrderBy(e => int.TryParse((string?)e.Attribute("SortOrder"), out var order) ? order : 0);
        return [.. elements.Select(element => SyncXml.Reference(element, file)).OfType<Guid>()];
    }

    private static string Text(XElement parent, string name) => parent.Element(name)?.Value ?? "";

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
