using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Umbraco.Cms.Core;
using WgsSite.Cms.Publishing;

namespace WgsSite.Cms.Delivery;

/// <summary>One request to the Delivery API, understood: from which state it is answered, in which language, from which root.</summary>
internal sealed class DeliveryRequest
{
    private readonly IQueryCollection query;

    /// <exception cref="DeliveryRefusalException"><c>expand</c> or <c>fields</c> cannot be read.</exception>
    public DeliveryRequest(HttpRequest request, PublishedSnapshot snapshot, PublishedSnapshot published, DeliveryAccess access, UrlSegments segments)
    {
        query = request.Query;
        Snapshot = snapshot;
        var expand = query["expand"] is [.., { } toExpand] ? PropertySelection.Parse(toExpand, "expand") : PropertySelection.Nothing;
        var fields = query["fields"] is [.., { } wanted] ? PropertySelection.Parse(wanted, "fields") : PropertySelection.Everything;
        Models = new DeliveryModels(snapshot, published, access, segments, expand, fields, Culture(request, snapshot));
        if (request.Headers[Constants.DeliveryApi.HeaderNames.StartItem] is not [{ Length: > 0 } start]) return;
        StartItem = StartItems.Find(start, snapshot, segments);
        LacksStartItem = StartItem is null;
    }

    public PublishedSnapshot Snapshot { get; }

    public DeliveryModels Models { get; }

    /// <summary>The root that was asked for.</summary>
    public PublishedDocument? StartItem { get; }

    /// <summary>Whether a root was asked for that does not exist.</summary>
    public bool LacksStartItem { get; }

    /// <exception cref="DeliveryRefusalException">Skip or take is no number, or below zero.</exception>
    public QueryOptions Options => QueryOptions.Read(query);

    /// <summary>Keys asked for with <c>id=…&amp;id=…</c>, in that order.</summary>
    /// <exception cref="DeliveryRefusalException">One is no key.</exception>
    public IEnumerable<Guid> Keys => query["id"].Select(text => Guid.TryParse(text, out var key) ? key : throw new DeliveryRefusalException("Id not valid", "The 'id' option is the key of an item, a GUID."));

    /// <param name="idOrPath">Its key, its path, or <c>preview-</c> and its key.</param>
    public PublishedDocument? FindDocument(string idOrPath)
    {
        var text = Decoded(idOrPath).Trim('/');
        if (text.StartsWith(Constants.DeliveryApi.Routing.PreviewContentPathPrefix, StringComparison.OrdinalIgnoreCase) && Guid.TryParse(text[Constants.DeliveryApi.Routing.PreviewContentPathPrefix.Length..], out var draft))
            return Snapshot.Find(draft);
        if (Guid.TryParse(text, out var key)) return Snapshot.Find(key);
        if (text.Length == 0 && StartItem is not null) return StartItem;
        return Snapshot.FindByPath(PathOf(text)) is { } found && (StartItem is null || (found.Ancestors().FirstOrDefault() ?? found).Key == StartItem.Key) ? found : null;
    }

    /// <summary>Where a path leads that a document once had.</summary>
    public PublishedDocument? FindRedirect(string path) => Snapshot.FindRedirect(PathOf(Decoded(path).Trim('/'))) is { } moved && Models.Shows(moved) ? moved : null;

    /// <param name="idOrPath">Its key, or the names of its folders and its own.</param>
    public PublishedMedia? FindMedia(string idOrPath)
    {
        var text = Decoded(idOrPath);
        return Guid.TryParse(text.Trim('/'), out var key) ? Snapshot.FindMedia(key) : MediaPaths.Find(text, Snapshot);
    }

    private static string PathOf(string trimmed) => trimmed.Length == 0 ? "/" : $"/{trimmed.ToLowerInvariant()}/";

    /// <summary>Clients made from an OpenAPI document write slashes of a path as <c>%2F</c>, which the server leaves as they are.</summary>
    private static string Decoded(string text) => text.Contains("%2F", StringComparison.OrdinalIgnoreCase) ? WebUtility.UrlDecode(text) : text;

    /// <summary>The first of the languages asked for that the site has; where it has none of them, the first one, which nothing is published in.</summary>
    private static string? Culture(HttpRequest request, PublishedSnapshot snapshot)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var languages) || languages is []) return null;
        var asked = languages.OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.ToString()).ToList();
        if (asked.Contains("*")) return null;
        return asked.Select(Known).FirstOrDefault(known => known is not null) ?? asked[0];

        string? Known(string code) => snapshot.Schema.Languages.Select(language => language.IsoCode)
            .FirstOrDefault(iso => iso.Equals(code, StringComparison.OrdinalIgnoreCase) || iso.StartsWith(code + "-", StringComparison.OrdinalIgnoreCase));
    }
}
