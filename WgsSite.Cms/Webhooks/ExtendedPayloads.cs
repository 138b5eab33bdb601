using System.Text.Json.Nodes;
using WgsSite.Cms.Publishing;

namespace WgsSite.Cms.Webhooks;

/// <summary>
/// What the Content Delivery API says of something published: the payload of the type Extended. Null for what that API denies,
/// which is told by its key only. A host that registers none sends Minimal payloads.
/// </summary>
/// <param name="OfMedia">Gets the published state the item is in, too.</param>
public sealed record ExtendedPayloads(Func<PublishedDocument, JsonNode?> OfDocument, Func<PublishedMedia, PublishedSnapshot, JsonNode?> OfMedia);
