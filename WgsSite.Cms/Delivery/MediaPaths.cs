using WgsSite.Cms.Publishing;

namespace WgsSite.Cms.Delivery;

/// <summary>Paths of media items as the Delivery API has them: the names of the folders and the item, in lower case.</summary>
internal static class MediaPaths
{
    /// <summary><c>/team/portrait.jpg/</c></summary>
    public static string Of(PublishedMedia media, PublishedSnapshot snapshot) => "/" + string.Join('/', WithFolders(media, snapshot).Reverse().Select(item => item.Name.ToLowerInvariant())) + "/";

    public static PublishedMedia? Find(string path, PublishedSnapshot snapshot)
    {
        PublishedMedia? found = null;
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            found = Beneath(found?.Key, snapshot).FirstOrDefault(item => item.Name.Trim().Equals(segment, StringComparison.OrdinalIgnoreCase));
            if (found is null) return null;
        }

        return found;
    }

    /// <summary>What lies in a folder, in the editors' order.</summary>
    /// <param name="folder">Null for what lies at the top.</param>
    public static IEnumerable<PublishedMedia> Beneath(Guid? folder, PublishedSnapshot snapshot) => snapshot.Media
        .Where(item => item.ParentKey == folder)
        .OrderBy(item => item.SortOrder).ThenBy(item => item.CreatedAt).ThenBy(item => item.Key);

    private static IEnumerable<PublishedMedia> WithFolders(PublishedMedia media, PublishedSnapshot snapshot)
    {
        // Folders of a hand-written file might lie in each other.
        var seen = new HashSet<Guid>();
        for (var item = media; item is not null && seen.Add(item.Key); item = item.ParentKey is { } parent ? snapshot.FindMedia(parent) : null) yield return item;
    }
}
