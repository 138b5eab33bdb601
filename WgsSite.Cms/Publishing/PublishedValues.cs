using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ganss.Xss;
using Umbraco.Cms.Core;

namespace WgsSite.Cms.Publishing;

/// <summary>A link an editor set: to a page of the site, a file or an address elsewhere.</summary>
public sealed record PublishedLink(string Name, string Url, bool IsExternal);

/// <summary>
/// Property values as what they mean, read from the shapes Umbraco's property editors store. A value that cannot be
/// read, or that points to something not published, is as if it were empty: a page never breaks on it.
/// </summary>
public static partial class PublishedValues
{
    private static readonly HashSet<string> Acting =
        ["script", "style", "iframe", "object", "embed", "svg", "math", "template", "noscript", "noembed", "noframes", "textarea", "select", "title", "xmp", "audio", "video"];

    private static readonly HtmlSanitizer Sanitizer = MakeSanitizer([], []);

    public static string? Text(this PublishedElement element, string alias) => element.Raw(alias)?.Trim();

    /// <summary>The lines of a text list, without empty ones.</summary>
    public static IReadOnlyList<string> Lines(this PublishedElement element, string alias) =>
        element.Raw(alias)?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public static bool Flag(this PublishedElement element, string alias) => element.Raw(alias) is "1" or "true" or "True";

    public static int? Number(this PublishedElement element, string alias) =>
        int.TryParse(element.Raw(alias), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static DateOnly? Date(this PublishedElement element, string alias) =>
        DateTime.TryParse(element.Raw(alias), CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? DateOnly.FromDateTime(date) : null;

    /// <summary>The choice of a dropdown or radio list; the first where several are set.</summary>
    public static string? Choice(this PublishedElement element, string alias) => element.Choices(alias) is [var first, ..] ? first : null;

    /// <summary>The choices of a list editor, or the tags of a tag editor.</summary>
    public static IReadOnlyList<string> Choices(this PublishedElement element, string alias)
    {
        var raw = element.Raw(alias);
        if (raw is null) return [];
        return raw.StartsWith('[') ? ReadJson(raw, json => json.EnumerateArray().Select(item => item.ToString()).ToList()) ?? [] : [raw.Trim()];
    }

    /// <summary>The document a picker points to, when it is published.</summary>
    public static PublishedDocument? Reference(this PublishedElement element, string alias) => element.References(alias) is [var first, ..] ? first : null;

    /// <summary>The documents a picker points to, in the editors' order, without those that are not published.</summary>
    public static IReadOnlyList<PublishedDocument> References(this PublishedElement element, string alias) =>
    [
        .. (element.Raw(alias) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(KeyOf)
            .Select(key => key is { } found ? element.Snapshot.Find(found) : null)
            .OfType<PublishedDocument>(),
    ];

    /// <summary>The links of a URL picker; those to a page that is not published are left out.</summary>
    public static IReadOnlyList<PublishedLink> Links(this PublishedElement element, string alias) =>
        ReadJson(element.Raw(alias), json => json.EnumerateArray().Select(item => Link(element.Snapshot, item)).OfType<PublishedLink>().ToList()) ?? [];

    /// <summary>The picture of a media picker, when there is one with a file; cut as it was pointed at there.</summary>
    public static PublishedMedia? Image(this PublishedElement element, string alias) => ReadJson(
        element.Raw(alias),
        json => json.EnumerateArray()
            .Select(item => PickedFocalPoint.MediaOf(item) is { } key && element.Snapshot.FindMedia(key) is { } media
                ? PickedFocalPoint.Of(item) is { } own ? media with { Focal = own } : media
                : null)
            .FirstOrDefault(media => media?.Url is not null));

    /// <summary>The blocks of a block list in their order; blocks of a type that no longer exists are left out.</summary>
    public static IReadOnlyList<PublishedBlock> Blocks(this PublishedElement element, string alias) =>
        ReadJson(element.Raw(alias), json => ReadBlocks(element.Snapshot, json, Constants.PropertyEditors.Aliases.BlockList)) ?? [];

    /// <summary>The blocks that stand between the paragraphs of a rich text, in their order.</summary>
    public static IReadOnlyList<PublishedBlock> BlocksInText(this PublishedElement element, string alias) =>
        ReadJson(element.Raw(alias), json => json.TryGetProperty("blocks", out var blocks) ? ReadBlocks(element.Snapshot, blocks, Constants.PropertyEditors.Aliases.RichText) : []) ?? [];

    /// <summary>Safe HTML of a rich text: links to pages resolved, everything outside a short list of tags removed.</summary>
    public static string? Html(this PublishedElement element, string alias)
    {
        if (element.Markup(alias) is not { } markup) return null;
        var html = LocalLink().Replace(markup, match =>
        {
            var key = KeyOf(match.Groups["target"].Value) ?? Guid.Empty;
            return element.Snapshot.Find(key)?.Path ?? element.Snapshot.FindMedia(key)?.Url ?? "";
        }).Replace(" href=\"\"", "", StringComparison.Ordinal); // A link to a page that is not published is only text.
        return RichTextPictures.Resolve(Sanitizer.Sanitize(html), element.Snapshot);
    }

    /// <summary>A rich text as the editor stores it: neither safe nor with its links resolved.</summary>
    internal static string? Markup(this PublishedElement element, string alias)
    {
        var raw = element.Raw(alias);
        var markup = raw?.TrimStart().StartsWith('{') == true
            ? ReadJson(raw, json => json.TryGetProperty("markup", out var text) ? text.GetString() : null)
            : raw;
        return string.IsNullOrWhiteSpace(markup) ? null : markup;
    }

    private static List<PublishedBlock> ReadBlocks(PublishedSnapshot snapshot, JsonElement json, string editorAlias)
    {
        // uSync writes „Layout“, Umbraco's API „layout“; the order of the layout is the order of the page.
        var layout = json.TryGetProperty("Layout", out var upper) ? upper : json.TryGetProperty("layout", out var lower) ? lower : default;
        if (layout.ValueKind != JsonValueKind.Object || !layout.TryGetProperty(editorAlias, out var order)) return [];
        var contents = ByKey("contentData");
        var settings = ByKey("settingsData");
        return [.. order.EnumerateArray().Select(item => Block(contents, item, "contentKey", Block(settings, item, "settingsKey"))).OfType<PublishedBlock>()];

        Dictionary<Guid, StoredBlock> ByKey(string list) => Blocks(json, list).DistinctBy(block => block.Key).ToDictionary(block => block.Key);

        PublishedBlock? Block(Dictionary<Guid, StoredBlock> blocks, JsonElement item, string name, PublishedBlock? settings = null) =>
            item.TryGetProperty(name, out var key) && key.ValueKind == JsonValueKind.String && key.TryGetGuid(out var guid) && blocks.TryGetValue(guid, out var block)
            && snapshot.Schema.DocumentType(block.TypeKey) is { } type
                ? new PublishedBlock(snapshot, type, guid, block.Values, settings)
                : null;

        static IEnumerable<StoredBlock> Blocks(JsonElement json, string list)
        {
            if (!json.TryGetProperty(list, out var data)) yield break;
            foreach (var block in data.EnumerateArray())
            {
                if (!block.TryGetProperty("key", out var k) || !k.TryGetGuid(out var key) || !block.TryGetProperty("contentTypeKey", out var t) || !t.TryGetGuid(out var type)) continue;
                var values = new Dictionary<string, string>();
                if (block.TryGetProperty("values", out var given))
                    foreach (var value in given.EnumerateArray())
                        if (value.TryGetProperty("alias", out var alias) && alias.ValueKind == JsonValueKind.String && value.TryGetProperty("value", out var content))
                            values[PropertyValues.Name(alias.GetString()!, Optional(value, "culture"), Optional(value, "segment"))] =
                                content.ValueKind == JsonValueKind.Null ? "" : content.ToString();
                yield return new StoredBlock(key, type, values);
            }
        }

        static string? Optional(JsonElement item, string name) =>
            item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    private static PublishedLink? Link(PublishedSnapshot snapshot, JsonElement item)
    {
        var name = Text("name");
        if (Text("udi") is { Length: > 0 } udi)
        {
            if (KeyOf(udi) is not { } key) return null;
            if (snapshot.Find(key) is { } page) return new PublishedLink(name ?? page.Name, page.Path + Text("queryString"), IsExternal: false);
            return snapshot.FindMedia(key) is { Url: { } file } media ? new PublishedLink(name ?? media.Name, file, IsExternal: false) : null;
        }

        var url = Text("url") + Text("queryString");
        return IsSafe(url) ? new PublishedLink(name ?? url, url, !url.StartsWith('/')) : null;

        string? Text(string property) =>
            item.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
    }

    /// <summary>Addresses editors may link to: pages of this site, the web, mail and telephone; never scripts.</summary>
    public static bool IsSafe(string url) =>
        (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) && !url.StartsWith("/\\", StringComparison.Ordinal))
        || url.StartsWith('#')
        || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto" or "tel");

    internal static Guid? KeyOf(string text) =>
        UdiParser.TryParse(text, out Udi? udi) && udi is GuidUdi { Guid: var fromUdi } ? fromUdi
        : Guid.TryParse(text, out var key) ? key
        : null;

    internal static T? ReadJson<T>(string? raw, Func<JsonElement, T?> read)
    {
        if (raw is null) return default;
        try
        {
            using var json = JsonDocument.Parse(raw);
            return read(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    /// <summary>Leaves what running text is made of, and what else is named.</summary>
    internal static HtmlSanitizer MakeSanitizer(IEnumerable<string> moreTags, IEnumerable<string> moreAttributes)
    {
        // A tag that is not allowed goes and its text stays; what a browser would run or load goes with all that is in it.
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(["p", "br", "strong", "em", "b", "i", "u", "s", "code", "pre", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "blockquote", "hr", "abbr", "span", "sub", "sup", "table", "thead", "tbody", "tr", "th", "td", "caption", "figure", "figcaption", "img", .. moreTags]),
            AllowedAttributes = new HashSet<string>(["href", "lang", "title", "scope", "colspan", "rowspan", "alt", "data-udi", .. moreAttributes]),
            UriAttributes = new HashSet<string> { "href", "src" },
            AllowedSchemes = new HashSet<string> { "https", "http", "mailto", "tel" },
        })
        { KeepChildNodes = true };
        sanitizer.RemovingTag += (_, removing) =>
        {
            if (Acting.Contains(removing.Tag.LocalName)) removing.Tag.TextContent = "";
        };
        return sanitizer;
    }

    // Umbraco writes {localLink:umb://document/…} (older) or {localLink:guid} with type="document" (since 14).
    [GeneratedRegex(@"/?\{localLink:(?<target>[^}]+)\}", RegexOptions.CultureInvariant)]
    internal static partial Regex LocalLink();

    /// <param name="TypeKey">The element type.</param>
    private sealed record StoredBlock(Guid Key, Guid TypeKey, IReadOnlyDictionary<string, string> Values);
}
