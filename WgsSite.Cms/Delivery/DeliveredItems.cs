using System.Text.Json;
using System.Text.Json.Nodes;
using WgsSite.Cms.Publishing;

namespace WgsSite.Cms.Delivery;

/// <summary>Single documents and media as the Delivery API would hand them out, for those who are told of changes.</summary>
public sealed class DeliveredItems(DeliveryAccess access, UrlSegments segments)
{
    /// <returns>Null for a document of a type that is not given away.</returns>
    public JsonNode? Of(PublishedDocument document)
    {
        var models = Models(document.Snapshot);
        return models.Shows(document) ? JsonSerializer.SerializeToNode(models.Response(document), DeliveryJson.Options) : null;
    }

    /// <param name="snapshot">The state the item is in.</param>
    public JsonNode Of(PublishedMedia media, PublishedSnapshot snapshot) => JsonSerializer.SerializeToNode(Models(snapshot).Response(media), DeliveryJson.Options)!;

    private DeliveryModels Models(PublishedSnapshot snapshot) => new(snapshot, snapshot, access, segments, PropertySelection.Nothing, PropertySelection.Everything);
}
