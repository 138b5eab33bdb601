namespace WgsSite.Cms.Storage;

/// <summary>
/// One item of the schema (content type, data type, template, language, dictionary item, or a kind this host does not
/// know), kept as the uSync XML it came in, so that nothing of it is lost on the way out.
/// </summary>
public sealed class SchemaItemRow
{
    /// <summary>The uSync folder the item belongs to: <c>ContentTypes</c>, <c>Dictionary</c>, …</summary>
    public required string Folder { get; init; }
    public required Guid Key { get; init; }
    public required string Alias { get; set; }
    public required string Xml { get; set; }

    /// <summary>Fingerprint of the item as it was last imported; null when it was made here.</summary>
    public string? ImportedHash { get; set; }
}

/// <summary>A node of the content tree. What it says stands in its versions.</summary>
public sealed class DocumentRow
{
    public required Guid Key { get; init; }
    public Guid? ParentKey { get; set; }
    public required Guid TypeKey { get; set; }
    public int SortOrder { get; set; }
    public bool Trashed { get; set; }

    /// <summary>Where the document was before it was put into the bin; null also means „at the root“.</summary>
    public Guid? TrashedFromKey { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }
    public Guid? CreatedBy { get; set; }

    public long? DraftVersionId { get; set; }
    public DocumentVersionRow? DraftVersion { get; set; }

    /// <summary>The version readers see; null while the document is not published.</summary>
    public long? PublishedVersionId { get; set; }
    public DocumentVersionRow? PublishedVersion { get; set; }

    /// <summary>UTC; when it was last published, null while it is not.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>Cultures it is published in, as a comma-separated list; empty for documents that do not vary.</summary>
    public string PublishedCultures { get; set; } = "";

    /// <summary>Grows with every change; a writer who read an older number is told so.</summary>
    public int Revision { get; set; }

    /// <summary>Fingerprint of the document as it was last imported; null when it was made here.</summary>
    public string? ImportedHash { get; set; }

    /// <summary>XML of a uSync file that this host has no column for, kept for the way out.</summary>
    public string? SyncExtras { get; set; }
}

/// <summary>What a document said at one time. Never changed once a later version exists.</summary>
public sealed class DocumentVersionRow
{
    public long Id { get; init; }
    public required Guid DocumentKey { get; init; }
    public required string Name { get; set; }

    /// <summary>JSON object culture → name; null for documents that do not vary.</summary>
    public string? CultureNames { get; set; }
    public Guid? TemplateKey { get; set; }

    /// <summary>JSON object of raw property values: see <see cref="Publishing.PropertyValues"/>.</summary>
    public required string Values { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }
    public Guid? CreatedBy { get; set; }

    /// <summary>Editors may protect a version from clean-up.</summary>
    public bool Pinned { get; set; }
}

public enum ScheduleAction
{
    Publish,
    Unpublish,
}

/// <summary>A moment at which a document is to be published or withdrawn.</summary>
public sealed class ScheduleRow
{
    public long Id { get; init; }
    public required Guid DocumentKey { get; init; }
    public required ScheduleAction Action { get; init; }

    /// <summary>Empty for documents that do not vary.</summary>
    public string Culture { get; init; } = "";

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}

/// <summary>A path a document once had, which now leads to where it is.</summary>
public sealed class RedirectRow
{
    public required string Path { get; init; }
    public required Guid DocumentKey { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }
}

/// <summary>Who did what to which item, and when. Holds no content.</summary>
public sealed class AuditRow
{
    public long Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
    public Guid? UserKey { get; init; }

    /// <summary><c>document</c>, <c>media</c>, <c>dictionary</c>, …</summary>
    public required string ItemKind { get; init; }
    public required Guid ItemKey { get; init; }

    /// <summary>Umbraco's names for what happened: <c>Save</c>, <c>Publish</c>, <c>Move</c>, <c>Delete</c>, …</summary>
    public required string Action { get; init; }
    public string? Comment { get; init; }
}

/// <summary>A media item or folder. Its file lies under the data folder at the path its <c>umbracoFile</c> names.</summary>
public sealed class MediaRow
{
    public required Guid Key { get; init; }
    public Guid? ParentKey { get; set; }
    public required Guid TypeKey { get; set; }
    public required string Name { get; set; }
    public int SortOrder { get; set; }
    public bool Trashed { get; set; }
    public Guid? TrashedFromKey { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>JSON object of raw property values: see <see cref="Publishing.PropertyValues"/>.</summary>
    public required string Values { get; set; }
    public int Revision { get; set; }
    public string? ImportedHash { get; set; }
    public string? SyncExtras { get; set; }
}
