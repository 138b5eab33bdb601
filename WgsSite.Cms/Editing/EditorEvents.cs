using Microsoft.Extensions.Logging;

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
/// <param name="TextChanged">Whether it says something else now, to who edits it.</param>
public sealed record EditorEvent(EditorEventSource Source, Guid Key, EditorEventKind Kind, IReadOnlyList<Guid?> Parents, bool TextChanged = false);

/// <summary>Tells whoever listens what was changed, once it is sure: the other editors' screens.</summary>
public sealed partial class EditorEvents(ILogger<EditorEvents> log)
{
    public event Func<EditorEvent, Task>? Raised;

    /// <summary>What goes wrong with a listener is logged: the change is made, whoever hears of it.</summary>
    public async Task RaiseAsync(EditorEvent told)
    {
        foreach (var listener in Delegate.EnumerateInvocationList(Raised))
        {
            try
            {
                await listener(told);
            }
            catch (Exception e)
            {
                LogUntold(log, told.Key, e);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Die Änderung an {Key} ist gespeichert, aber nicht alle Fenster haben davon erfahren.")]
    private static partial void LogUntold(ILogger logger, Guid key, Exception exception);
}
