using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using WgsSite.Cms.Users;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace WgsSite.Cms.Backoffice.SignIn;

/// <summary>
/// What begins with a password at the sign-in page: an authorization of OpenIddict, which the cookie of that page, the
/// client's tokens and its previews all name. Once it has ended, a copy of any of them is worth nothing.
/// </summary>
internal sealed class EditorSessions(
    IOpenIddictApplicationManager applications,
    IOpenIddictAuthorizationManager authorizations,
    IOpenIddictTokenManager tokens,
    UserManager<BackofficeUser> users,
    SignInManager<BackofficeUser> signIn,
    OpenWindows windows,
    TimeProvider clock)
{
    /// <summary>Where the sign-in page's cookie names its session.</summary>
    private const string InCookie = "session";

    /// <summary>Where a session notes the user's security stamp: a password set elsewhere ends it.</summary>
    private const string Stamp = "stamp";

    /// <summary>The session that the cookie of the sign-in page belongs to.</summary>
    public static string? Of(AuthenticationProperties? cookie) => cookie?.GetString(InCookie);

    /// <summary>Signs somebody in whose password was right.</summary>
    public async Task BeginAsync(BackofficeUser user)
    {
        var client = await applications.FindByClientIdAsync(SignInServices.ClientId) ?? throw new InvalidOperationException("The client is not registered.");
        var session = new OpenIddictAuthorizationDescriptor
        {
            ApplicationId = await applications.GetIdAsync(client),
            Subject = user.Id.ToString(),
            Status = Statuses.Valid,
            Type = AuthorizationTypes.AdHoc,
        };
        Note(session, user);
        var properties = new AuthenticationProperties();
        properties.SetString(InCookie, await authorizations.GetIdAsync(await authorizations.CreateAsync(session)));
        // Past the version of the row: two windows may sign in at the same moment.
        await users.Users.Where(row => row.Id == user.Id).ExecuteUpdateAsync(row => row.SetProperty(known => known.LastSignedInAt, clock.GetUtcNow().UtcDateTime));
        await signIn.SignInAsync(user, properties);
    }

    /// <returns>Whose session it is; null when it has ended.</returns>
    public async Task<BackofficeUser?> FindUserAsync(string? session)
    {
        if (session is null || await authorizations.FindByIdAsync(session) is not { } authorization || !await authorizations.HasStatusAsync(authorization, Statuses.Valid)) return null;
        var user = await users.FindByIdAsync(await authorizations.GetSubjectAsync(authorization) ?? "");
        var noted = await authorizations.GetPropertiesAsync(authorization);
        return user is not null && noted.TryGetValue(Stamp, out var stamp) && stamp.GetString() == user.SecurityStamp ? user : null;
    }

    public async Task EndAsync(string session)
    {
        if (await authorizations.FindByIdAsync(session) is { } authorization) await authorizations.TryRevokeAsync(authorization);
        await tokens.RevokeByAuthorizationIdAsync(session);
    }

    /// <summary>Ends the session a token was given out for.</summary>
    public async Task EndOfTokenAsync(string token)
    {
        if (await tokens.FindByReferenceIdAsync(token) is { } held && await tokens.GetAuthorizationIdAsync(held) is { } session) await EndAsync(session);
    }

    /// <summary>After a new password: whoever knew the old one is out, and who set the new one goes on.</summary>
    /// <param name="kept">The session the password was set in.</param>
    public async Task EndOthersAsync(BackofficeUser user, string? kept)
    {
        var open = new List<object>();
        await foreach (var authorization in authorizations.FindAsync(user.Id.ToString(), client: null, Statuses.Valid, type: null, scopes: null)) open.Add(authorization);
        foreach (var authorization in open)
        {
            var session = (await authorizations.GetIdAsync(authorization))!;
            if (session != kept)
            {
                await EndAsync(session);
                continue;
            }

            var descriptor = new OpenIddictAuthorizationDescriptor();
            await authorizations.PopulateAsync(descriptor, authorization);
            Note(descriptor, user);
            await authorizations.UpdateAsync(authorization, descriptor);
        }
    }

    /// <summary>Ends what somebody is signed in with, in all browsers and open windows, and voids links that are on their way to them.</summary>
    public async Task EndAllAsync(BackofficeUser user)
    {
        await users.UpdateSecurityStampAsync(user);
        await EndOthersAsync(user, kept: null);
        windows.Close(user.Id);
    }

    private static void Note(OpenIddictAuthorizationDescriptor session, BackofficeUser user) =>
        session.Properties[Stamp] = JsonSerializer.SerializeToElement(user.SecurityStamp);
}
