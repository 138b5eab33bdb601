namespace WgsSite.Cms.Editing;

/// <summary>Kinds of items, as the client names them in its events (17.1.0, packages/management-api/server-event).</summary>
public enum EditorEventSource
{
    Document,
    Media,
    DictionaryItem,
}

public enum EditorEventKind
{
    Created,
    Updated,
    Trashed,
    Deleted,
}

/// <summary>Something was changed.</summary>
/// <param name="Parents">Where it stands, and where it stood when that is another place; null is the root.</param>
public sealed record EditorEvent(EditorEventSource Source, Guid Key, EditorEventKind Kind, IReadOnlyList<Guid?> Parents);

/// <summary>Tells whoever listens what was changed, once it is sure: the other editors' screens.</summary>
public sealed class EditorEvents
{
    public event Func<EditorEvent, Task>? Raised;

    public async Task RaiseAsync(EditorEvent told)
    {
        if (Raised is { } listeners) await listeners(told);
    }
}
