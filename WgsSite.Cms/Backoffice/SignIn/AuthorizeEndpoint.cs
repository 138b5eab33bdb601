using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using WgsSite.Cms.Users;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace WgsSite.Cms.Backoffice.SignIn;

/// <summary>
/// The code flow of the client: who is signed in at the sign-in page gets a session (RFC 6749, 4.1, with RFC 7636).
/// </summary>
internal static class AuthorizeEndpoint
{
    /// <summary>A code goes back to the page that asked for it, at the very address the browser has open.</summary>
    public static ValueTask CheckRedirect(OpenIddictServerEvents.ValidateAuthorizationRequestContext context)
    {
        if (context.Transaction.GetHttpRequest() is not { } request) return ValueTask.CompletedTask;
        if (!OwnOrigins.Of(request).Any(origin => origin + BackofficePaths.OAuthComplete == context.RedirectUri)) context.Reject(Errors.InvalidRequest, "The redirect_uri is not this site's own.");
        return ValueTask.CompletedTask;
    }

    public static async Task<IResult> Authorize(HttpContext context, UserManager<BackofficeUser> users, SignInManager<BackofficeUser> signIn)
    {
        var signedIn = await context.AuthenticateAsync(SignInServices.LoginScheme);
        var user = signedIn.Succeeded ? await users.GetUserAsync(signedIn.Principal) : null;
        if (user is null || await users.IsLockedOutAsync(user) || !await signIn.CanSignInAsync(user))
            return Results.Redirect($"{BackofficePaths.Login}?ReturnUrl={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
        return Tokens(user, EditorSessions.Of(signedIn.Properties), context.GetOpenIddictServerRequest()!.GetScopes());
    }

    public static async Task<IResult> Token(HttpContext context, EditorSessions sessions, SignInManager<BackofficeUser> signIn)
    {
        var held = await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        var session = held.Principal?.GetAuthorizationId();
        // A lockout ends no session: anybody could bring one about.
        if (await sessions.FindUserAsync(session) is not { } user || !await signIn.CanSignInAsync(user))
            return Results.Forbid(
                new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidGrant }),
                [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        return Tokens(user, session, held.Principal!.GetScopes());
    }

    /// <summary>Ends the session on the server and in this browser, by whichever of its cookies is still there.</summary>
    public static async Task<IResult> SignOut(HttpContext context, EditorSessions sessions)
    {
        if (EditorSessions.Of((await context.AuthenticateAsync(SignInServices.LoginScheme)).Properties) is { } session) await sessions.EndAsync(session);
        foreach (var token in HiddenTokens.In(context.Request)) await sessions.EndOfTokenAsync(token);
        await context.SignOutAsync(SignInServices.LoginScheme);
        HiddenTokens.Forget(context);
        DraftPreview.Forget(context);
        return Results.Redirect(BackofficePaths.LoggedOut);
    }

    private static IResult Tokens(BackofficeUser user, string? session, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, user.Id.ToString());
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(scopes).SetAuthorizationId(session);
        return Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
