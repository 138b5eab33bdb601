using WgsSite.Cms.Publishing;

namespace WgsSite.Cms.Delivery;

/// <summary>
/// <c>fetch</c>, <c>filter</c> and <c>sort</c> of media
/// (https://docs.umbraco.com/umbraco-cms/reference/content-delivery-api/media-delivery-api).
/// </summary>
internal static class MediaQuery
{
    private const string ChildrenOf = "children:";

    /// <exception cref="DeliveryRefusalException">An option is unknown; media are only found by their folder.</exception>
    public static IEnumerable<PublishedMedia> Run(DeliveryRequest request, QueryOptions options)
    {
        if (options.Fetch?.StartsWith(ChildrenOf, StringComparison.OrdinalIgnoreCase) != true) throw QueryOptions.UnknownSelector();
        var found = Children(request, options.Fetch[ChildrenOf.Length..]);
        foreach (var filter in options.Filters) found = found.Where(Filter(filter));
        return QueryOptions.Sort(found, options.Sorts, sort => Sort(sort, request.Snapshot));
    }

    private static IEnumerable<PublishedMedia> Children(DeliveryRequest request, string folder)
    {
        if (string.IsNullOrWhiteSpace(folder)) return [];
        if (folder.Trim('/').Length == 0) return MediaPaths.Beneath(null, request.Snapshot);
        return request.FindMedia(folder) is { } found ? MediaPaths.Beneath(found.Key, request.Snapshot) : [];
    }

    private static Func<PublishedMedia, bool> Filter(string filter) => filter.Split(':', 2) switch
    {
        ["mediaType", var alias] => media => media.TypeAlias.Equals(alias, StringComparison.OrdinalIgnoreCase),
        ["name", var name] => media => media.Name.Contains(name, StringComparison.InvariantCultureIgnoreCase),
        _ => throw QueryOptions.UnknownFilter(),
    };

    private static (Func<PublishedMedia, object> Key, IComparer<object>? Comparer)? Sort(string field, PublishedSnapshot snapshot) => field.ToLowerInvariant() switch
    {
        "createdate" => (media => media.CreatedAt, null),
        "updatedate" => (media => media.UpdatedAt, null),
        "sortorder" => (media => media.SortOrder, null),
        "name" => (media => media.Name, QueryOptions.ByName(snapshot)),
        _ => null,
    };
}
