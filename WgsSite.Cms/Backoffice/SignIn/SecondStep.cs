using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Backoffice.SignIn;

/// <summary>Between the right password and the code of the second factor: who it is, in a cookie that holds for minutes and opens nothing else.</summary>
internal sealed class SecondStep(IDataProtectionProvider protection, UserManager<BackofficeUser> users)
{
    private const string Cookie = "backoffice-second-step";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Backoffice.SecondStep").ToTimeLimitedDataProtector();

    public IResult Begin(HttpContext context, BackofficeUser user, string? returnUrl)
    {
        context.Response.Cookies.Append(Cookie, protector.Protect($"{user.Id} {user.SecurityStamp}", Lifetime), Options(context));
        return Results.Redirect(BackofficePaths.SecondStep + (returnUrl is null ? "" : $"?ReturnUrl={Uri.EscapeDataString(returnUrl)}"));
    }

    /// <returns>Null when the password was too long ago, or is another one by now.</returns>
    public async Task<BackofficeUser?> FindAsync(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { Length: > 0 } ticket
                && protector.Unprotect(ticket).Split(' ') is [var key, var stamp]
                && await users.FindByIdAsync(key) is { IsActive: true } user && user.SecurityStamp == stamp ? user : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static void End(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context));

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        Path = BackofficePaths.SecondStep,
        IsEssential = true,
    };
}

/// <summary>The page that asks for the code.</summary>
internal static class SecondStepEndpoints
{
    private const string WrongCode = "Der Code ist nicht richtig. Oder das Konto ist nach mehreren falschen Versuchen für eine Viertelstunde gesperrt.";

    public static void MapSecondStep(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(BackofficePaths.SecondStep, async (HttpContext context, IAntiforgery forms, SecondStep step, string? returnUrl) =>
            await step.FindAsync(context) is null ? Results.Redirect(BackofficePaths.Login) : (IResult)Page(context, forms, returnUrl, null)).AllowAnonymous();
        routes.MapPost(BackofficePaths.SecondStep, Check).AllowAnonymous().DisableAntiforgery();
    }

    private static async Task<IResult> Check(
        HttpContext context,
        IAntiforgery forms,
        SignInLimit limit,
        SecondStep step,
        SecondFactor factor,
        EditorSessions sessions,
        UserManager<BackofficeUser> users,
        [FromForm] string? code,
        [FromForm] string? returnUrl)
    {
        if (await step.FindAsync(context) is not { } user) return Results.Redirect(BackofficePaths.Login);
        if (!await forms.IsRequestValidAsync(context)) return Page(context, forms, returnUrl, SignInEndpoints.FormTooOld);
        if (!limit.Try(context.Connection.RemoteIpAddress)) return Page(context, forms, returnUrl, SignInEndpoints.TooOften, StatusCodes.Status429TooManyRequests);
        if (await users.IsLockedOutAsync(user)) return Page(context, forms, returnUrl, WrongCode);
        if (!await factor.IsRightAtSignInAsync(user, code))
        {
            await users.AccessFailedAsync(user);
            return Page(context, forms, returnUrl, WrongCode);
        }

        await users.ResetAccessFailedCountAsync(user);
        SecondStep.End(context);
        await sessions.BeginAsync(user);
        return Results.Redirect(SignInEndpoints.Local(returnUrl) ?? BackofficePaths.Root);
    }

    private static RazorComponentResult<SecondStepPage> Page(HttpContext context, IAntiforgery forms, string? returnUrl, string? error, int? status = null)
    {
        var token = forms.GetAndStoreTokens(context);
        return new RazorComponentResult<SecondStepPage>(new { Error = error, ReturnUrl = SignInEndpoints.Local(returnUrl), TokenName = token.FormFieldName, Token = token.RequestToken })
        {
            StatusCode = status ?? (error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest),
        };
    }
}
