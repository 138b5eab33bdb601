using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace WgsSite.Cms.Media;

/// <summary>
/// Leaves of an SVG what draws (SVG 1.1 and 2: shapes, text, gradients, filters, styles) and takes out what acts or loads:
/// scripts, events, foreign content, animations, links, addresses outside of the file.
/// </summary>
internal static partial class SvgCleaner
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly XNamespace XLink = "http://www.w3.org/1999/xlink";

    private static readonly HashSet<string> Elements =
    [
        "svg", "g", "defs", "symbol", "use", "title", "desc", "style", "switch", "view",
        "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image",
        "text", "tspan", "textPath", "marker", "pattern", "mask", "clipPath", "linearGradient", "radialGradient", "stop",
        "filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feDropShadow",
        "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence",
    ];

    private const int Deepest = 200;

    /// <summary>A browser draws as many in a blink, and no hand-made drawing has as many.</summary>
    private const long MostDrawn = 100_000;

    /// <summary>Elements whose content still draws where the element itself is not allowed.</summary>
    private static readonly HashSet<string> Unwrapped = ["a"];

    /// <exception cref="InvalidDataException">It is no XML, or names entities or a document type's parts.</exception>
    public static byte[] Clean(byte[] file)
    {
        XDocument document;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(file), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = 4_000_000, IgnoreComments = true, IgnoreProcessingInstructions = true });
            document = XDocument.Load(reader);
        }
        catch (XmlException e)
        {
            throw new InvalidDataException("The SVG cannot be read.", e);
        }

        var root = document.Root!;
        if (root.Name != Svg + "svg") throw new InvalidDataException("The file is no SVG.");
        var left = Cleaned(root, depth: 0)!;
        RequireModest(left);
        return Encoding.UTF8.GetBytes(new XDocument(left).ToString(SaveOptions.DisableFormatting));
    }

    private static XElement? Cleaned(XElement element, int depth)
    {
        if (depth > Deepest) throw new InvalidDataException("The SVG is nested too deeply.");
        if (element.Name.Namespace != Svg || !Elements.Contains(element.Name.LocalName)) return null;
        if (element.Name.LocalName == "style") return IsQuiet(element.Value) ? new XElement(element.Name, element.Attributes("type"), element.Value) : null;
        var cleaned = new XElement(element.Name, element.Attributes().Select(Cleaned));
        cleaned.Add(Content(element, depth + 1));
        return cleaned;
    }

    private static IEnumerable<XNode?> Content(XElement element, int depth)
    {
        if (depth > Deepest) throw new InvalidDataException("The SVG is nested too deeply.");
        foreach (var node in element.Nodes())
            if (node is XText text) yield return new XText(text.Value);
            else if (node is XElement child)
                if (child.Name.Namespace == Svg && Unwrapped.Contains(child.Name.LocalName))
                    foreach (var inner in Content(child, depth + 1)) yield return inner;
                else yield return Cleaned(child, depth);
    }

    /// <summary>
    /// A few lines that use each other ten times over, ten levels deep, are ten thousand million elements to a browser: what is
    /// drawn is counted with all that is referred to. What refers to itself browsers do not draw.
    /// </summary>
    private static void RequireModest(XElement root)
    {
        var byId = root.DescendantsAndSelf().Where(element => element.Attribute("id") is not null).DistinctBy(element => element.Attribute("id")!.Value).ToDictionary(element => element.Attribute("id")!.Value);
        var counted = new Dictionary<XElement, long>();
        if (Count(root, depth: 0) > MostDrawn) throw new InvalidDataException("The SVG draws too much.");

        long Count(XElement element, int depth)
        {
            if (depth > 2 * Deepest) throw new InvalidDataException("The SVG refers too deeply.");
            if (counted.TryGetValue(element, out var known)) return known;
            counted[element] = 0;
            var count = 1 + element.Elements().Sum(child => Count(child, depth + 1));
            foreach (var id in element.Attributes().SelectMany(References))
                if (byId.TryGetValue(id, out var target)) count = Math.Min(count + Count(target, depth + 1), 2 * MostDrawn);
            return counted[element] = Math.Min(count, 2 * MostDrawn);
        }
    }

    private static IEnumerable<string> References(XAttribute attribute) => attribute.Name.LocalName == "href"
        ? attribute.Value.Trim() is ['#', .. var id] ? [id] : []
        : Addresses().Matches(attribute.Value).Select(match => match.Groups["address"].Value.TrimStart('#'));

    private static XAttribute? Cleaned(XAttribute attribute)
    {
        var name = attribute.Name;
        if (attribute.IsNamespaceDeclaration) return attribute.Value == Svg.NamespaceName || attribute.Value == XLink.NamespaceName ? new XAttribute(attribute) : null;
        if (name == XNamespace.Xml + "space" || name == XNamespace.Xml + "lang") return new XAttribute(attribute);
        if (name == "href" || name == XLink + "href") return IsInside(attribute.Value) ? new XAttribute(attribute) : null;
        if (name.Namespace != XNamespace.None || name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || name.LocalName is "base" or "src" or "target") return null;
        return IsQuiet(attribute.Value) ? new XAttribute(attribute) : null;
    }

    /// <summary>A part of the file itself, or pixels written into it.</summary>
    private static bool IsInside(string address) => address.Trim() is var trimmed && (trimmed.StartsWith('#') || Pixels().IsMatch(trimmed));

    /// <summary>Styles may point to parts of the file only, and bring nothing in. A backslash could spell the forbidden words.</summary>
    private static bool IsQuiet(string style) =>
        !style.Contains('\\') && !style.Contains("@import", StringComparison.OrdinalIgnoreCase) && !style.Contains("javascript:", StringComparison.OrdinalIgnoreCase)
        && !style.Contains("image-set", StringComparison.OrdinalIgnoreCase) && !style.Contains("image(", StringComparison.OrdinalIgnoreCase) && !style.Contains("src(", StringComparison.OrdinalIgnoreCase)
        && Addresses().Matches(style).All(match => match.Groups["address"].Value.StartsWith('#'));

    [GeneratedRegex("""url\(\s*["']?\s*(?<address>[^"')\s]*)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();

    [GeneratedRegex("^data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\\s]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pixels();
}
