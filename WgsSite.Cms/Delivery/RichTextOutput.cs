using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using Umbraco.Cms.Core.Models.DeliveryApi;
using WgsSite.Cms.Publishing;

namespace WgsSite.Cms.Delivery;

/// <summary>
/// A rich text for other channels: links and pictures resolved, and marked with what they lead to as Umbraco marks them
/// (umbraco/Umbraco-CMS, <c>ApiRichTextMarkupParser</c> and <c>ApiRichTextElementParser</c>); what is not running text is removed.
/// </summary>
internal sealed class RichTextOutput
{
    private const string BlockTag = "umb-rte-block";
    private const string BlockKey = "data-content-key";
    private const string ContentId = "data-content-id";
    private const string DestinationId = "data-destination-id";
    private const string DestinationType = "data-destination-type";
    private const string LinkType = "data-link-type";
    private const string StartItemId = "data-start-item-id";
    private const string StartItemPath = "data-start-item-path";

    private static readonly HtmlParser Parser = new();

    private static readonly HtmlSanitizer Sanitizer = PublishedValues.MakeSanitizer(
        [BlockTag, BlockTag + "-inline"],
        ["src", "width", "height", ContentId, DestinationId, DestinationType, LinkType, StartItemId, StartItemPath]);

    private readonly DeliveryModels models;
    private readonly PublishedSnapshot snapshot;
    private readonly IElement body;

    /// <param name="markup">As the editor stores it.</param>
    public RichTextOutput(DeliveryModels models, PublishedSnapshot snapshot, string markup)
    {
        (this.models, this.snapshot) = (models, snapshot);
        var stored = Parser.ParseDocument("").Body!;
        stored.InnerHtml = markup;
        foreach (var element in stored.QuerySelectorAll("*")) Resolve(element);
        body = Sanitizer.SanitizeDom(stored.InnerHtml).Body!;
    }

    public string AsMarkup() => body.InnerHtml;

    public RichTextRootElement AsElements(IEnumerable<ApiBlockItem> blocks) => new([], Children(body), blocks);

    private void Resolve(IElement element)
    {
        var (blockKey, picture) = (element.GetAttribute(BlockKey), element.GetAttribute("data-udi"));
        // Whatever else stands there is an editor's business, or pretends to come from here.
        foreach (var attribute in element.Attributes.Where(attribute => attribute.Name.StartsWith("data-", StringComparison.Ordinal)).ToList()) element.RemoveAttribute(attribute.Name);
        switch (element)
        {
            case IHtmlAnchorElement:
                ResolveLink(element, PublishedValues.LocalLink().Match(element.GetAttribute("href") ?? ""));
                break;
            case IHtmlImageElement:
                ResolvePicture(element, picture);
                break;
            default:
                if (!element.LocalName.StartsWith(BlockTag, StringComparison.Ordinal)) return;
                element.InnerHtml = "";
                if (Guid.TryParse(blockKey, out var key)) element.SetAttribute(ContentId, key.ToString("D"));
                break;
        }
    }

    private void ResolveLink(IElement link, System.Text.RegularExpressions.Match local)
    {
        if (!local.Success) return;
        var key = PublishedValues.KeyOf(local.Groups["target"].Value) ?? Guid.Empty;
        if (models.Find(key) is { } document)
        {
            var route = models.Route(document);
            Lead(route.Path, document.Key, document.Type.Alias, nameof(Umbraco.Cms.Core.Models.LinkType.Content));
            link.SetAttribute(StartItemPath, route.StartItem.Path);
            link.SetAttribute(StartItemId, route.StartItem.Id.ToString("D"));
        }
        else if (snapshot.FindMedia(key) is { Url: { } file } media)
        {
            Lead(file, media.Key, media.TypeAlias, nameof(Umbraco.Cms.Core.Models.LinkType.Media));
        }
        else
        {
            link.RemoveAttribute("href");
        }

        void Lead(string address, Guid to, string type, string kind)
        {
            var rest = link.GetAttribute("href")![(local.Index + local.Length)..];
            link.SetAttribute("href", address + rest);
            link.SetAttribute(DestinationId, to.ToString("D"));
            link.SetAttribute(DestinationType, type);
            link.SetAttribute(LinkType, kind);
        }
    }

    /// <summary>A picture that is not one of the site's would make whoever shows the text ask somebody else for it.</summary>
    private void ResolvePicture(IElement image, string? udi)
    {
        if (PublishedValues.KeyOf(udi ?? "") is not { } key || snapshot.FindMedia(key) is not { Url: { } file } media)
        {
            image.Remove();
            return;
        }

        image.SetAttribute("src", file);
        if (string.IsNullOrWhiteSpace(image.GetAttribute("alt")) && media.AlternativeText is { } text) image.SetAttribute("alt", text);
    }

    private static IRichTextElement[] Children(IElement parent) =>
    [
        .. parent.ChildNodes.Select<INode, IRichTextElement?>(node => node switch
        {
            IText text when !string.IsNullOrWhiteSpace(text.Data) => new RichTextTextElement(text.Data),
            IElement element => new RichTextGenericElement(element.LocalName, Attributes(element), Children(element)),
            _ => null,
        }).OfType<IRichTextElement>(),
    ];

    /// <summary>Without <c>data-</c>; a link to a page says its route instead of an address.</summary>
    private static Dictionary<string, object> Attributes(IElement element)
    {
        var attributes = element.Attributes.ToDictionary(attribute => attribute.Name.StartsWith("data-", StringComparison.Ordinal) ? attribute.Name[5..] : attribute.Name, attribute => (object)attribute.Value);
        if (!Guid.TryParse(element.GetAttribute(StartItemId), out var start)) return attributes;
        var address = element.GetAttribute("href")!;
        var end = address.IndexOfAny(['?', '#']);
        attributes["route"] = new ApiContentRoute(end < 0 ? address : address[..end], new ApiContentStartItem(start, element.GetAttribute(StartItemPath)!)) { QueryString = end < 0 ? null : address[end..] };
        foreach (var name in new[] { "href", "start-item-id", "start-item-path" }) attributes.Remove(name);
        return attributes;
    }
}
