using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using WgsSite.Cms.Backoffice.SignIn;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Management.Users;

namespace WgsSite.Cms.Management.Server;

/// <summary>Where clients listen for what others change; they only listen.</summary>
internal sealed class ServerEventHub(OpenWindows windows) : Hub
{
    public override Task OnConnectedAsync()
    {
        windows.Opened(Context.User!.Key(), Context);
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        windows.Closed(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}

/// <summary>
/// Tells all clients what was changed, in the words they listen for (17.1.0, packages/management-api/server-event and the
/// cache-invalidation managers).
/// </summary>
internal sealed class ServerEvents(IHubContext<ServerEventHub> hub, EditorEvents events, IHttpContextAccessor requests)
{
    /// <summary>Header in which the client names the window a request comes from, so that it knows its own changes again.</summary>
    public const string WindowHeader = "Backoffice-Window";

    public void Start() => events.Raised += told => hub.Clients.All.SendAsync("notify", new
    {
        EventType = told.Kind.ToString(),
        told.Key,
        EventSource = $"Umbraco:CMS:{told.Source}",
        // Not in stock Umbraco: what our live updates in the client need.
        told.Parents,
        told.TextChanged,
        Window = requests.HttpContext?.Request.Headers[WindowHeader].ToString(),
    });
}
