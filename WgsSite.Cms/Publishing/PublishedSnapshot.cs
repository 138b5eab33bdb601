using System.Collections.Frozen;
using WgsSite.Cms.Media;
using WgsSite.Cms.Schema;

namespace WgsSite.Cms.Publishing;

/// <summary>
/// All that readers can see at one moment: published documents whose ancestors are published too, media, redirects and
/// words. Immutable; a publish makes a new one and swaps it in.
/// </summary>
public sealed class PublishedSnapshot
{
    private static int lastNumber;

    private readonly FrozenDictionary<Guid, PublishedDocument> byKey;
    private readonly FrozenDictionary<string, PublishedDocument> byPath;
    private readonly ILookup<string, PublishedDocument> byType;
    private readonly FrozenDictionary<string, Guid> redirects;
    private readonly FrozenDictionary<string, string> words;
    private readonly FrozenDictionary<Guid, PublishedMedia> media;
    private readonly FrozenDictionary<string, PublishedMedia> mediaByUrl;
    private readonly Lazy<FrozenDictionary<(Guid Media, string Focal), FocalPoint>> picked;

    internal PublishedSnapshot(
        ContentSchema schema,
        IReadOnlyCollection<PublishedRow> rows,
        UrlSegments segments,
        IReadOnlyDictionary<string, Guid> redirects,
        IReadOnlyDictionary<string, string> words,
        IReadOnlyDictionary<Guid, PublishedMedia> media)
    {
        Number = Interlocked.Increment(ref lastNumber);
        Schema = schema;
        this.redirects = redirects.ToFrozenDictionary();
        this.words = words.ToFrozenDictionary();
        this.media = media.ToFrozenDictionary();
        mediaByUrl = media.Values.Where(item => item.Url is not null).GroupBy(item => item.Url!, StringComparer.Ordinal).ToFrozenDictionary(same => same.Key, same => same.First());

        var documents = new List<PublishedDocument>(rows.Count);
        var paths = new Dictionary<string, PublishedDocument>(rows.Count);
        var childRows = rows.OrderBy(row => row.SortOrder).ThenBy(row => row.CreatedAt).ThenBy(row => row.Key).ToLookup(row => row.ParentKey);
        var roots = new List<PublishedDocument>();
        var typesWithOverride = schema.DocumentTypes
            .Where(type => schema.PropertiesOf(type).Any(property => property.Alias == UrlSegments.OverrideAlias))
            .Select(type => type.Key)
            .ToHashSet();
        Add(childRows[null], null);

        Roots = roots;
        byKey = documents.ToFrozenDictionary(document => document.Key);
        byPath = paths.ToFrozenDictionary();
        byType = documents.ToLookup(document => document.Type.Alias, StringComparer.OrdinalIgnoreCase);
        // Asked for when the first picture is cut after a publish, and read once.
        picked = new(() => documents.SelectMany(document => document.PickedFocalPoints()).DistinctBy(pick => (pick.Media, pick.Focal.Text)).ToFrozenDictionary(pick => (pick.Media, pick.Focal.Text), pick => pick.Focal));

        // Top-down, so that what hangs beneath an unpublished document is never reached.
        void Add(IEnumerable<PublishedRow> siblings, PublishedDocument? parent)
        {
            foreach (var row in siblings)
            {
                if (schema.DocumentType(row.TypeKey) is not { } type) continue;
                var segment = segments.Of(Override(row) ?? row.Name);
                var isFirstRoot = parent is null && roots.Count == 0;
                var path = Path(segment, parent, isFirstRoot);
                var isTaken = !isFirstRoot && segments.Reserved.Contains(segment, isFirst: parent?.Parent is null);
                for (var number = 1; isTaken || paths.ContainsKey(path); number++)
                {
                    path = Path($"{segment}-{number}", parent, isFirstRoot: false);
                    isTaken = false;
                }

                var document = new PublishedDocument(this, row, type, parent, path);
                documents.Add(document);
                paths.Add(path, document);
                if (parent is null) roots.Add(document);
                Add(childRows[row.Key], document);
            }
        }

        string? Override(PublishedRow row) =>
            typesWithOverride.Contains(row.TypeKey)
            && PropertyValues.FromJson(row.Values).TryGetValue(UrlSegments.OverrideAlias, out var name)
            && !string.IsNullOrWhiteSpace(name)
                ? name
                : null;
    }

    public static PublishedSnapshot Empty { get; } = new(
        ContentSchema.Empty, [], new UrlSegments(), new Dictionary<string, Guid>(), new Dictionary<string, string>(), new Dictionary<Guid, PublishedMedia>());

    /// <summary>Grows with every snapshot of this process: two snapshots with the same number are the same.</summary>
    public int Number { get; }
    public ContentSchema Schema { get; }
    public IReadOnlyList<PublishedDocument> Roots { get; }
    public IReadOnlyCollection<PublishedDocument> Documents => byKey.Values;

    public PublishedDocument? Find(Guid key) => byKey.GetValueOrDefault(key);

    /// <param name="path">With a leading and a trailing slash, in lower case.</param>
    public PublishedDocument? FindByPath(string path) => byPath.GetValueOrDefault(path);

    /// <summary>Documents of a type in the order of the tree.</summary>
    public IEnumerable<PublishedDocument> OfType(string alias) => byType[alias];

    /// <summary>Where a path leads that a document once had; null when there is no such document any more.</summary>
    public PublishedDocument? FindRedirect(string path) => redirects.TryGetValue(path, out var key) ? Find(key) : null;

    /// <summary>A dictionary text in the site's language; null when nobody wrote one.</summary>
    public string? Word(string name) => words.GetValueOrDefault(name);

    public PublishedMedia? FindMedia(Guid key) => media.GetValueOrDefault(key);

    /// <summary>All media and folders that are not in the bin.</summary>
    public IReadOnlyCollection<PublishedMedia> Media => media.Values;

    /// <summary>Paths of all files that are served.</summary>
    public IEnumerable<string> MediaUrls => mediaByUrl.Keys;

    /// <summary>The item whose file is served at a path; null for files no item names, or one in the bin.</summary>
    public PublishedMedia? FindMediaByUrl(string url) => mediaByUrl.GetValueOrDefault(url);

    /// <summary>
    /// What stays in view where a picture is cut: the point that is asked for where some page uses the picture with it, and
    /// the picture's own for all others. So there are as many cuts as editors made, and not as many as strangers like.
    /// </summary>
    /// <param name="asked">As <see cref="FocalPoint.Text"/> writes it; null for the picture's own.</param>
    public FocalPoint FocalPointOf(PublishedMedia media, string? asked) =>
        asked is null || asked == media.Focal.Text ? media.Focal : picked.Value.GetValueOrDefault((media.Key, asked), media.Focal);

    /// <summary>
    /// As Umbraco builds paths with its default <c>HideTopLevelNodeFromPath</c>: the first root is <c>/</c>, other
    /// roots keep their segment, and what stands beneath any root starts at <c>/</c>.
    /// </summary>
    private static string Path(string segment, PublishedDocument? parent, bool isFirstRoot) => parent switch
    {
        null => isFirstRoot ? "/" : $"/{segment}/",
        { Parent: null } => $"/{segment}/",
        _ => $"{parent.Path}{segment}/",
    };
}
