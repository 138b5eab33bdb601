using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Server.AspNetCore;
using OpenIddict.Validation;
using static OpenIddict.Server.OpenIddictServerEvents;
using ProcessAuthenticationContext = OpenIddict.Validation.OpenIddictValidationEvents.ProcessAuthenticationContext;

namespace WgsSite.Cms.Backoffice.SignIn;

/// <summary>
/// Keeps the tokens of a session away from scripts: the client is told <c>[redacted]</c>, and the tokens go into cookies
/// that only the server reads. They count only together with the header <c>Authorization: Bearer [redacted]</c>, which a
/// page of another site cannot send: that is the guard against forged requests. The client expects it so
/// (<c>@umbraco-cms/backoffice</c> 17.1.0, packages/core/auth).
/// </summary>
internal static class HiddenTokens
{
    public const string Marker = "[redacted]";
    private const string AccessCookie = "backoffice-access";
    private const string RefreshCookie = "backoffice-refresh";

    public static void HideTokens(this OpenIddictServerBuilder server)
    {
        server.AddEventHandler<ApplyTokenResponseContext>(handler => handler
            .UseInlineHandler(Hide)
            .SetOrder(OpenIddictServerAspNetCoreHandlers.ProcessJsonResponse<ApplyTokenResponseContext>.Descriptor.Order - 1));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(TakeRefreshToken).SetOrder(int.MinValue));
        server.AddEventHandler<ValidateRevocationRequestContext>(handler => handler.UseInlineHandler(TakeRevokedToken).SetOrder(int.MinValue));
    }

    public static void TakeHiddenTokens(this OpenIddictValidationBuilder validation) =>
        validation.AddEventHandler<ProcessAuthenticationContext>(handler => handler
            .UseInlineHandler(TakeAccessToken)
            // After the header was read, before what it held is looked at.
            .SetOrder(OpenIddictValidationHandlers.ValidateRequiredTokens.Descriptor.Order - 1));

    /// <summary>The tokens a browser sends along.</summary>
    public static IEnumerable<string> In(HttpRequest request) => new[] { Cookie(request, RefreshCookie), Cookie(request, AccessCookie) }.OfType<string>();

    /// <summary>Forgets the session in this browser.</summary>
    public static void Forget(HttpContext context)
    {
        context.Response.Cookies.Delete(AccessCookie, Options(context));
        context.Response.Cookies.Delete(RefreshCookie, Options(context));
    }

    private static ValueTask Hide(ApplyTokenResponseContext context)
    {
        if (context.Transaction.GetHttpRequest()?.HttpContext is not { } http) return ValueTask.CompletedTask;
        if (!string.IsNullOrEmpty(context.Response.Error))
        {
            // A refresh that failed ends the session.
            Forget(http);
            return ValueTask.CompletedTask;
        }

        if (context.Response.AccessToken is { Length: > 0 } access)
        {
            http.Response.Cookies.Append(AccessCookie, access, Options(http));
            context.Response.AccessToken = Marker;
        }

        if (context.Response.RefreshToken is { Length: > 0 } refresh)
        {
            http.Response.Cookies.Append(RefreshCookie, refresh, Options(http));
            context.Response.RefreshToken = Marker;
        }

        return ValueTask.CompletedTask;
    }

    private static ValueTask TakeRefreshToken(ValidateTokenRequestContext context)
    {
        if (context.Request.RefreshToken is null) return ValueTask.CompletedTask;
        // Only what is in the cookie counts: a token in the body can only be one that got out.
        context.Request.RefreshToken = Cookie(context.Transaction.GetHttpRequest(), RefreshCookie);
        return ValueTask.CompletedTask;
    }

    private static ValueTask TakeRevokedToken(ValidateRevocationRequestContext context)
    {
        var isRefresh = context.Request.TokenTypeHint == "refresh_token";
        context.Request.Token = Cookie(context.Transaction.GetHttpRequest(), isRefresh ? RefreshCookie : AccessCookie);
        return ValueTask.CompletedTask;
    }

    private static ValueTask TakeAccessToken(ProcessAuthenticationContext context)
    {
        var request = context.Transaction.GetHttpRequest();
        var isOurs = context.AccessToken == Marker || (context.AccessToken is null && request is not null && OpensOurSocket(request));
        context.AccessToken = isOurs ? Cookie(request, AccessCookie) : null;
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// A WebSocket can have no header of its own, so the client puts the marker into its address. In its place the browser
    /// says what page opens it.
    /// </summary>
    private static bool OpensOurSocket(HttpRequest request) =>
        request.Path == BackofficePaths.Hub && request.Query["access_token"] == Marker && OwnOrigins.Of(request).Contains(request.Headers.Origin.ToString(), StringComparer.OrdinalIgnoreCase);

    private static string? Cookie(HttpRequest? request, string name) =>
        request is not null && request.Cookies.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    // They end with the browser session; how long the tokens in them hold, the server knows.
    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        Path = BackofficePaths.Root,
        IsEssential = true,
    };
}
