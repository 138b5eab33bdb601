using Microsoft.AspNetCore.SignalR;
using WgsSite.Cms.Editing;

namespace WgsSite.Cms.Management.Server;

/// <summary>Where clients listen for what others change; they only listen.</summary>
internal sealed class ServerEventHub : Hub;

/// <summary>
/// Tells all clients what was changed, in the words they listen for (17.1.0, packages/management-api/server-event and the
/// cache-invalidation managers).
/// </summary>
internal sealed class ServerEvents(IHubContext<ServerEventHub> hub, EditorEvents events)
{
    public void Start() => events.Raised += (source, key, kind) =>
        hub.Clients.All.SendAsync("notify", new { EventType = kind.ToString(), Key = key, EventSource = "Umbraco:CMS:" + (source == EditorEventSource.RecycledDocument ? nameof(EditorEventSource.Document) : source.ToString()) });
}
