using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;
using OpenIddict.Abstractions;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Backoffice.SignIn;

/// <summary>Ends what somebody is signed in with, in all browsers.</summary>
internal sealed class Sessions(UserManager<BackofficeUser> users, IOpenIddictTokenManager tokens, OpenWindows windows)
{
    public async Task EndAllAsync(BackofficeUser user)
    {
        // The stamp first: a session that is being renewed now is made of the old one.
        await users.UpdateSecurityStampAsync(user);
        await tokens.RevokeBySubjectAsync(user.Id.ToString());
        windows.Close(user.Id);
    }
}

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
