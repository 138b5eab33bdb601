using WgsSite.Cms.Schema;

namespace WgsSite.Cms.Editing;

/// <summary>What a value's meaning depends on beside itself: the schema, and the documents it points to.</summary>
internal sealed class EditorContext(ContentSchema schema, IReadOnlyDictionary<Guid, LinkedItem> items)
{
    public ContentSchema Schema { get; } = schema;

    public string? IconOf(Guid key) => items.GetValueOrDefault(key)?.Icon;
    public bool IsPublished(Guid key) => items.GetValueOrDefault(key)?.Published ?? false;
    public bool IsTrashed(Guid key) => items.GetValueOrDefault(key)?.Trashed ?? false;
    public string? UrlOf(Guid key) => items.GetValueOrDefault(key)?.Url;
}

internal sealed record LinkedItem(string Icon, bool Published, bool Trashed, string? Url);
