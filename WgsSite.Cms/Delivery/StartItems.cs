using WgsSite.Cms.Publishing;

namespace WgsSite.Cms.Delivery;

/// <summary>Roots of the content tree, which other channels choose a site of several by: Umbraco's start items.</summary>
internal static class StartItems
{
    /// <summary>The segment a root would have in an address, also where it stands at <c>/</c>.</summary>
    public static string SegmentOf(PublishedDocument root, UrlSegments segments) => segments.Of(root.Text(UrlSegments.OverrideAlias) ?? root.Name);

    /// <param name="header">What <c>Start-Item</c> says: key or segment of a root.</param>
    /// <returns>Null when there is no such root.</returns>
    public static PublishedDocument? Find(string header, PublishedSnapshot snapshot, UrlSegments segments)
    {
        var text = header.Trim().Trim('/');
        return Guid.TryParse(text, out var key)
            ? snapshot.Roots.FirstOrDefault(root => root.Key == key)
            : snapshot.Roots.FirstOrDefault(root => SegmentOf(root, segments).Equals(text, StringComparison.OrdinalIgnoreCase));
    }
}
