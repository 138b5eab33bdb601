namespace WgsSite.Cms.Editing;

/// <summary>Kinds of items, as the client names them in its events (17.1.0, packages/management-api/server-event).</summary>
public enum EditorEventSource
{
    Document,
    RecycledDocument,
    DictionaryItem,
}

public enum EditorEvent
{
    Created,
    Updated,
    Trashed,
    Deleted,
}

/// <summary>Tells whoever listens what was changed, once it is sure: the other editors' screens.</summary>
public sealed class EditorEvents
{
    public event Func<EditorEventSource, Guid, EditorEvent, Task>? Raised;

    public async Task RaiseAsync(EditorEventSource source, Guid key, EditorEvent kind)
    {
        if (Raised is { } listeners) await listeners(source, key, kind);
    }
}
