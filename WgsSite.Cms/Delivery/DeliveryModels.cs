using Umbraco.Cms.Core.Models.DeliveryApi;
using WgsSite.Cms.Media;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;

namespace WgsSite.Cms.Delivery;

/// <summary>
/// Turns documents, blocks and media of one published state into the models of Umbraco's Content Delivery API
/// (<c>Umbraco.Cms.Core.Models.DeliveryApi</c>). Made for one answer: it counts what it makes, so that no request gets the
/// whole site folded into itself many times over.
/// </summary>
/// <param name="snapshot">What is read: what is published, or the drafts of a preview.</param>
/// <param name="published">What readers see; differs from <paramref name="snapshot"/> in a preview only.</param>
/// <param name="culture">The language asked for; null for the site's own.</param>
internal sealed partial class DeliveryModels(
    PublishedSnapshot snapshot,
    PublishedSnapshot published,
    DeliveryAccess access,
    UrlSegments segments,
    PropertySelection expand,
    PropertySelection fields,
    string? culture = null)
{
    /// <summary>Documents, blocks and media in one answer, those within others included.</summary>
    public const int MostElements = 20_000;

    private readonly Dictionary<Guid, IReadOnlyList<PropertyType>> properties = [];
    private int made;

    /// <summary>Whether a document may be given away at all, and in the language asked for.</summary>
    public bool Shows(PublishedDocument document) =>
        access.Allows(document.Type) && (!document.Type.VariesByCulture || culture is null || culture.Equals(snapshot.Schema.DefaultCulture, StringComparison.OrdinalIgnoreCase));

    public PublishedDocument? Find(Guid key) => snapshot.Find(key) is { } document && Shows(document) ? document : null;

    /// <summary>A document that was asked for itself.</summary>
    public ApiContentResponse Response(PublishedDocument document)
    {
        Count();
        var route = Route(document);
        return new ApiContentResponse(
            document.Key,
            document.Name,
            document.Type.Alias,
            Utc(document.CreatedAt),
            Utc(document.UpdatedAt),
            route,
            Properties(document, expand, fields),
            document.Type.VariesByCulture ? new Dictionary<string, IApiContentRoute> { [snapshot.Schema.DefaultCulture] = route } : new Dictionary<string, IApiContentRoute>());
    }

    /// <summary>A media item that was asked for itself.</summary>
    public DeliveredMediaResponse Response(PublishedMedia media)
    {
        Count();
        return new DeliveredMediaResponse(media, MediaPaths.Of(media, snapshot), Properties(media, expand, fields), CutOf(media));
    }

    /// <summary>Where a document is: as readers reach it, or, while nobody can, by its key (as Umbraco does in a preview).</summary>
    public ApiContentRoute Route(PublishedDocument document)
    {
        var root = document.Ancestors().FirstOrDefault() ?? document;
        var path = ReferenceEquals(snapshot, published) || published.Find(document.Key) is not null
            ? document.Path
            : $"/{Umbraco.Cms.Core.Constants.DeliveryApi.Routing.PreviewContentPathPrefix}{document.Key:D}/";
        return new ApiContentRoute(path, new ApiContentStartItem(root.Key, StartItems.SegmentOf(root, segments)));
    }

    /// <summary>A picked document: with its properties only where the property it stands in is expanded.</summary>
    private ApiContent Picked(PublishedDocument document, PropertySelection? expand, PropertySelection? fields)
    {
        Count();
        return new ApiContent(
            document.Key,
            document.Name,
            document.Type.Alias,
            Utc(document.CreatedAt),
            Utc(document.UpdatedAt),
            Route(document),
            expand is null ? new Dictionary<string, object?>() : Properties(document, expand, fields));
    }

    private DeliveredMedia Picked(PublishedMedia media, PropertySelection? expand, PropertySelection? fields, PictureCut cut)
    {
        Count();
        return new DeliveredMedia(media, expand is null ? new Dictionary<string, object?>() : Properties(media, expand, fields), cut.Or(CutOf(media)));
    }

    /// <summary>A block: always with its properties. What is said of „all“ properties holds for those of the blocks within, too.</summary>
    private ApiElement Block(PublishedBlock block, PropertySelection? expand, PropertySelection? fields)
    {
        Count();
        var inner = expand is { IsAll: true, Items: [] } ? new PropertySelection("", [expand]) : expand;
        return new ApiElement(block.Key, block.Type.Alias, Properties(block, inner, fields));
    }

    private Dictionary<string, object?> Properties(PublishedElement element, PropertySelection? expand, PropertySelection? fields)
    {
        var result = new Dictionary<string, object?>();
        foreach (var property in PropertiesOf(element.Type))
        {
            var within = fields?.Of(property.Alias);
            if (fields is { Limits: true } && within is null) continue;
            result[property.Alias] = Value(element, property, expand?.Of(property.Alias), within);
        }

        return result;
    }

    // What Umbraco itself keeps of a file (umbracoWidth, …) stands in members of its own.
    private Dictionary<string, object?> Properties(PublishedMedia media, PropertySelection? expand, PropertySelection? fields) =>
        snapshot.Schema.MediaType(media.TypeAlias) is not { } type ? []
        : Properties(new PublishedBlock(snapshot, type, media.Key, media.Values), expand, fields)
            .Where(property => !property.Key.StartsWith("umbraco", StringComparison.OrdinalIgnoreCase))
            .ToDictionary();

    /// <summary>The properties of a type without those of compositions that are not given away.</summary>
    private IReadOnlyList<PropertyType> PropertiesOf(ContentType type)
    {
        if (properties.TryGetValue(type.Key, out var known)) return known;
        return properties[type.Key] = [.. access.PropertiesOf(type, snapshot.Schema)];
    }

    private static PictureCut CutOf(PublishedMedia media) => PublishedValues.ReadJson(media.Values.GetValueOrDefault(MediaValues.File), PictureCut.Read) ?? PictureCut.None;

    private void Count()
    {
        if (++made > MostElements)
            throw new DeliveryRefusalException("Answer too large", $"The answer would hold more than {MostElements} items and blocks. Take fewer items, or expand less.");
    }

    private static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);
}
