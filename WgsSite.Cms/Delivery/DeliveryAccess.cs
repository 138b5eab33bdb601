using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using WgsSite.Cms.Schema;

namespace WgsSite.Cms.Delivery;

/// <summary>
/// Who may read what through the Content Delivery API. The settings are Umbraco's own, <c>Umbraco:CMS:DeliveryApi</c>
/// (https://docs.umbraco.com/umbraco-cms/reference/content-delivery-api#additional-configuration).
/// </summary>
/// <param name="denied">
/// Aliases of types the site never gives away unless <c>AllowedContentTypeAliases</c> names them. Kept apart from the settings: a
/// list there is replaced entry by entry by a later file, and one that was meant to grow would let something out.
/// </param>
public sealed class DeliveryAccess(DeliveryApiSettings settings, IEnumerable<string> denied)
{
    private readonly HashSet<string> allowed = new(settings.AllowedContentTypeAliases, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> denied = new([.. settings.DisallowedContentTypeAliases, .. denied], StringComparer.OrdinalIgnoreCase);
    private readonly byte[]? apiKey = string.IsNullOrEmpty(settings.ApiKey) ? null : SHA256.HashData(Encoding.UTF8.GetBytes(settings.ApiKey));

    public DeliveryApiSettings Settings { get; } = settings;

    /// <summary>Output caching is on unless the settings say otherwise: what is kept is gone with the next publish, and never out of date.</summary>
    public static DeliveryAccess Read(IConfiguration configuration, IEnumerable<string> denied)
    {
        var settings = new DeliveryApiSettings { OutputCache = { Enabled = true } };
        configuration.GetSection(Constants.Configuration.ConfigDeliveryApi).Bind(settings);
        return new DeliveryAccess(settings, denied);
    }

    /// <summary>Whether items of a type may be given away: a document, a block, or what a composition adds to them.</summary>
    public bool Allows(ContentType type) => allowed.Contains(type.Alias) || (IsOpen(type) && !denied.Contains(type.Alias));

    /// <summary>The properties of a type that may be given away: without those of compositions that are denied.</summary>
    public IEnumerable<PropertyType> PropertiesOf(ContentType type, ContentSchema schema) => schema.WithCompositions(type)
        .Where(part => ReferenceEquals(part, type) || allowed.Contains(part.Alias) || !denied.Contains(part.Alias))
        .SelectMany(part => part.Properties)
        .DistinctBy(property => property.Alias, StringComparer.OrdinalIgnoreCase);

    public bool AdmitsToContent(HttpRequest request) => Settings.PublicAccess || HasKey(request);

    public bool AdmitsToMedia(HttpRequest request) => Settings is { PublicAccess: true, Media.PublicAccess: true } || HasKey(request);

    /// <summary>Whether drafts are asked for by somebody who may see them. Without the key the header counts for nothing, as in Umbraco.</summary>
    public bool IsPreview(HttpRequest request) =>
        bool.TryParse(request.Headers[Constants.DeliveryApi.HeaderNames.Preview], out var preview) && preview && HasKey(request);

    // A list of what is allowed closes all other documents; blocks stand within documents and are not named in it.
    private bool IsOpen(ContentType type) => allowed.Count == 0 || type.IsElement;

    private bool HasKey(HttpRequest request) =>
        apiKey is not null
        && request.Headers[Constants.DeliveryApi.HeaderNames.ApiKey] is [{ Length: > 0 } given]
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), apiKey);
}
