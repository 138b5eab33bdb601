using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using Umbraco.Cms.Core.Configuration.Models;
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
        // The browser's own address, and the one the operator named: a proxy may have changed the first.
        var named = request.HttpContext.RequestServices.GetRequiredService<IOptions<WebRoutingSettings>>().Value.UmbracoApplicationUrl?.TrimEnd('/');
        string[] own = [$"{request.Scheme}://{request.Host}{BackofficePaths.OAuthComplete}", named + BackofficePaths.OAuthComplete];
        if (!own.Contains(context.RedirectUri, StringComparer.Ordinal)) context.Reject(Errors.InvalidRequest, "The redirect_uri is not this site's own.");
        return ValueTask.CompletedTask;
    }

    public static async Task<IResult> Authorize(HttpContext context, UserManager<BackofficeUser> users, SignInManager<BackofficeUser> signIn)
    {
        var signedIn = await context.AuthenticateAsync(SignInServices.LoginScheme);
        // With a new password, older sign-ins hold no longer, in whatever browser they are.
        var user = signedIn.Succeeded ? await signIn.ValidateSecurityStampAsync(signedIn.Principal) : null;
        if (user is null || await users.IsLockedOutAsync(user) || !await signIn.CanSignInAsync(user))
            return Results.Redirect($"{BackofficePaths.Login}?ReturnUrl={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
        return Session(user, context.GetOpenIddictServerRequest()!.GetScopes());
    }

    public static async Task<IResult> Token(HttpContext context, UserManager<BackofficeUser> users, SignInManager<BackofficeUser> signIn)
    {
        var held = await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        var user = held.Principal?.GetClaim(Claims.Subject) is { } key ? await users.FindByIdAsync(key) : null;
        // Who has a new password since must sign in again. A lockout ends no session: anybody could bring one about.
        if (user is null || !await signIn.CanSignInAsync(user)
            || user.SecurityStamp != held.Principal!.GetClaim(StampClaim))
            return Results.Forbid(
                new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidGrant }),
                [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        return Session(user, held.Principal!.GetScopes());
    }

    public static async Task<IResult> SignOut(HttpContext context)
    {
        await context.SignOutAsync(SignInServices.LoginScheme);
        HiddenTokens.Forget(context);
        return Results.Redirect(BackofficePaths.LoggedOut);
    }

    private const string StampClaim = "stamp";

    private static IResult Session(BackofficeUser user, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, user.Id.ToString()).SetClaim(StampClaim, user.SecurityStamp);
        // The stamp stays in what only the server reads.
        identity.SetDestinations(claim => claim.Type == Claims.Subject ? [Destinations.AccessToken] : []);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(scopes);
        return Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
