using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace WgsSite.Cms.Sync;

/// <summary>
/// Reading and writing of single uSync files: UTF-8 with a byte order mark, two spaces of indentation, values as CDATA
/// (format of uSync 17, https://github.com/KevinJump/uSync).
/// </summary>
internal static class SyncXml
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <exception cref="SyncFaultException">The file cannot be read or is no XML.</exception>
    public static XElement Read(string file, string name)
    {
        try
        {
            // DTDs stay forbidden (the default), so that a file cannot reach for others or blow up.
            using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException e)
        {
            throw new SyncFaultException(new SyncFault(name, e.LineNumber == 0 ? null : e.LineNumber, $"Kein lesbares XML: {e.Message}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SyncFaultException(new SyncFault(name, null, $"Die Datei lässt sich nicht lesen: {e.Message}"));
        }
    }

    /// <summary>The text of a file as uSync writes it, with the byte order mark.</summary>
    public static byte[] ToBytes(XElement root)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = WithMark, Indent = true, IndentChars = "  ", NewLineChars = "\n" };
        using (var writer = XmlWriter.Create(bytes, settings)) root.Save(writer);
        return bytes.ToArray();
    }

    /// <summary>The element as text without white space between elements, for the store.</summary>
    public static string ToText(XElement root) => Compact(root, keepCData: true).ToString(SaveOptions.DisableFormatting);

    /// <summary>Fingerprint of what an element says: the way text is written (CDATA or not) does not count.</summary>
    public static string Hash(XElement root) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Compact(root, keepCData: false).ToString(SaveOptions.DisableFormatting))));

    private static XElement Compact(XElement element, bool keepCData)
    {
        var copy = new XElement(element.Name, element.Attributes().Select(attribute => new XAttribute(attribute)));
        if (element.Nodes().OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value)) && element.HasElements)
            copy.Add(element.Nodes()); // Text and elements mixed: not uSync's own, so it stays as it is.
        else if (element.HasElements)
            copy.Add(element.Elements().Select(child => Compact(child, keepCData)));
        else if (!string.IsNullOrWhiteSpace(element.Value) || element.Nodes().Any(node => node is XCData { Value.Length: > 0 }))
            copy.Add(keepCData && element.Nodes().Any(node => node is XCData) ? new XCData(element.Value) : new XText(element.Value));
        return copy;
    }

    public static Guid Key(XElement element, string file) =>
        Guid.TryParse((string?)element.Attribute("Key"), out var key) && key != Guid.Empty
            ? key
            : throw Fault(element, file, $"<{element.Name.LocalName}> braucht ein Attribut Key mit einer GUID.");

    public static string Alias(XElement element, string file) =>
        (string?)element.Attribute("Alias") is { Length: > 0 } alias
            ? alias
            : throw Fault(element, file, $"<{element.Name.LocalName}> braucht ein Attribut Alias.");

    public static XElement Child(XElement parent, string name, string file) =>
        parent.Element(name) ?? throw Fault(parent, file, $"In <{parent.Name.LocalName}> fehlt <{name}>.");

    /// <summary>A missing or empty element is false.</summary>
    public static bool Flag(XElement? element, string file) =>
        element is null || element.Value.Length == 0 ? false
        : bool.TryParse(element.Value, out var value) ? value
        : throw Fault(element, file, $"<{element.Name.LocalName}> muss true oder false sein, nicht „{element.Value}“.");

    /// <summary>A missing or empty attribute is false.</summary>
    public static bool Flag(XElement element, string file, string attribute) =>
        (string?)element.Attribute(attribute) is not { Length: > 0 } text ? false
        : bool.TryParse(text, out var value) ? value
        : throw Fault(element, file, $"{attribute} in <{element.Name.LocalName}> muss true oder false sein, nicht „{text}“.");

    /// <summary>A missing or empty element is 0.</summary>
    public static int Number(XElement? element, string file) =>
        element is null || element.Value.Length == 0 ? 0
        : int.TryParse(element.Value, out var value) ? value
        : throw Fault(element, file, $"<{element.Name.LocalName}> muss eine Zahl sein, nicht „{element.Value}“.");

    /// <summary>The attribute of an element that names another item's key; null when there is none or it is empty.</summary>
    public static Guid? Reference(XElement? element, string file, string attribute = "Key")
    {
        var text = (string?)element?.Attribute(attribute);
        if (string.IsNullOrEmpty(text)) return null;
        if (!Guid.TryParse(text, out var key)) throw Fault(element!, file, $"„{text}“ ist keine GUID.");
        return key == Guid.Empty ? null : key;
    }

    public static SyncFaultException Fault(XElement at, string file, string reason) =>
        new(new SyncFault(file, ((IXmlLineInfo)at).HasLineInfo() ? ((IXmlLineInfo)at).LineNumber : null, reason));
}

/// <summary>One fault on the way through one file; the reader collects them.</summary>
internal sealed class SyncFaultException(SyncFault fault) : Exception(fault.ToString())
{
    public SyncFault Fault { get; } = fault;
}
