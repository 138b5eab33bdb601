using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace WgsSite.Cms.Backoffice.SignIn;

/// <summary>Windows that listen for what others change. A connection outlives the session it was made with, so it is ended by hand.</summary>
internal sealed class OpenWindows
{
    private readonly ConcurrentDictionary<string, (Guid User, HubCallerContext Connection)> open = new();

    public void Opened(Guid user, HubCallerContext connection) => open[connection.ConnectionId] = (user, connection);

    public void Closed(string connection) => open.TryRemove(connection, out _);

    public void Close(Guid user)
    {
        foreach (var window in open.Values.Where(window => window.User == user)) window.Connection.Abort();
    }
}
