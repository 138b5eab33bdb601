using WgsSite.Cms.Schema;

namespace WgsSite.Cms.Publishing;

/// <summary>Something published that has a type and property values: a document, or a block within one.</summary>
public abstract class PublishedElement(PublishedSnapshot snapshot, ContentType type)
{
    public abstract Guid Key { get; }
    public ContentType Type { get; } = type;
    internal PublishedSnapshot Snapshot { get; } = snapshot;

    /// <summary>The raw stored value of a property in the site's language; null when there is none or it is empty.</summary>
    public string? Raw(string alias)
    {
        var values = Values;
        if (!values.TryGetValue(alias, out var value))
            values.TryGetValue(PropertyValues.Name(alias, Snapshot.Schema.DefaultCulture), out value);
        return string.IsNullOrWhiteSpace(value) ? null : value;
    }

    protected abstract IReadOnlyDictionary<string, string> Values { get; }
}

/// <summary>A published document at its place in the tree. Immutable; belongs to one snapshot.</summary>
public sealed class PublishedDocument : PublishedElement
{
    private readonly string valuesJson;
    private readonly List<PublishedDocument> children = [];
    private Dictionary<string, string>? values;

    internal PublishedDocument(PublishedSnapshot snapshot, PublishedRow row, ContentType type, PublishedDocument? parent, string path)
        : base(snapshot, type)
    {
        Key = row.Key;
        Name = row.Name;
        Parent = parent;
        Path = path;
        SortOrder = row.SortOrder;
        CreatedAt = row.CreatedAt;
        UpdatedAt = row.UpdatedAt;
        valuesJson = row.Values;
        parent?.children.Add(this);
    }

    public override Guid Key { get; }
    public string Name { get; }
    public PublishedDocument? Parent { get; }
    public IReadOnlyList<PublishedDocument> Children => children;

    /// <summary>Path of its page with a trailing slash: <c>/articles/spring/</c>.</summary>
    public string Path { get; }

    public int SortOrder { get; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; }

    /// <summary>UTC; when the published version was written.</summary>
    public DateTime UpdatedAt { get; }

    /// <summary>Whether another state of the document has the same name and the same values.</summary>
    public bool SaysTheSameAs(PublishedDocument other) => Name == other.Name && valuesJson == other.valuesJson;

    /// <summary>The focal points set where this document uses pictures.</summary>
    internal IEnumerable<(Guid Media, Media.FocalPoint Focal)> PickedFocalPoints() => PickedFocalPoint.In(valuesJson);

    /// <summary>From the root down to the parent.</summary>
    public IEnumerable<PublishedDocument> Ancestors()
    {
        if (Parent is null) yield break;
        foreach (var ancestor in Parent.Ancestors()) yield return ancestor;
        yield return Parent;
    }

    // Parsed at the first look, since most documents of a large site are not read after every publish. Two threads
    // may both parse; either result is right.
    protected override IReadOnlyDictionary<string, string> Values => values ??= PropertyValues.FromJson(valuesJson);
}

/// <summary>A block of a block list or of a rich text.</summary>
/// <param name="settings">How the block is shown, where its list has settings.</param>
public sealed class PublishedBlock(PublishedSnapshot snapshot, ContentType type, Guid key, IReadOnlyDictionary<string, string> values, PublishedBlock? settings = null)
    : PublishedElement(snapshot, type)
{
    public override Guid Key { get; } = key;

    public PublishedBlock? Settings { get; } = settings;

    protected override IReadOnlyDictionary<string, string> Values { get; } = values;
}

/// <summary>What a snapshot needs of a stored document.</summary>
internal sealed record PublishedRow(
    Guid Key,
    Guid? ParentKey,
    Guid TypeKey,
    int SortOrder,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    string Name,
    string? CultureNames,
    string PublishedCultures,
    string Values);
