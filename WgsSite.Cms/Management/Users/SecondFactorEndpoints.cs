using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using OpenIddict.Abstractions;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Backoffice.SignIn;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Users;

/// <summary>Switching the second factor on and off: everybody for themselves, and administrators off for others.</summary>
internal static class SecondFactorEndpoints
{
    public static void MapSecondFactor(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/user/current/2fa", async (ClaimsPrincipal principal, UserManager<BackofficeUser> users) => Providers((await users.FindByIdAsync(principal.Key().ToString()))!)).Needs(Right.SignedIn);
        routes.MapGet("/user/current/2fa/{providerName}", Begin).Needs(Right.SignedIn);
        routes.MapPost("/user/current/2fa/{providerName}", Enable).Needs(Right.SignedIn);
        routes.MapDelete("/user/current/2fa/{providerName}", Disable).Needs(Right.SignedIn);
        routes.MapGet("/user/{id:guid}/2fa", async (Guid id, Accounts accounts, CancellationToken cancel) => Providers(await accounts.FindAsync(id, cancel))).Needs(Right.ManageUsers);
        routes.MapDelete("/user/{id:guid}/2fa/{providerName}", async (Guid id, string providerName, ClaimsPrincipal by, Accounts accounts, CancellationToken cancel) => await accounts.DisableSecondFactorAsync(id, by.Key(), cancel)).Needs(Right.ManageUsers);
    }

    private static object[] Providers(BackofficeUser user) => [new { ProviderName = SecondFactor.Provider, IsEnabledOnUser = user.TwoFactorEnabled }];

    private static async Task<IResult> Begin(string providerName, ClaimsPrincipal principal, UserManager<BackofficeUser> users, SecondFactor factor, CancellationToken cancel)
    {
        if (providerName != SecondFactor.Provider) return Unknown();
        var user = (await users.FindByIdAsync(principal.Key().ToString()))!;
        // The app in use must not be replaced by who finds an open window.
        if (user.TwoFactorEnabled) return Problem.BadRequest("Die Anmeldung in zwei Schritten ist schon eingeschaltet.", "Schalten Sie sie zuerst aus, wenn Sie eine andere App nehmen möchten.");
        return Results.Ok(await factor.BeginAsync(user, cancel));
    }

    private static async Task<IResult> Enable(string providerName, EnableRequest body, ClaimsPrincipal principal, UserManager<BackofficeUser> users, SecondFactor factor, EditorSessions sessions)
    {
        if (providerName != SecondFactor.Provider) return Unknown();
        var user = (await users.FindByIdAsync(principal.Key().ToString()))!;
        if (user.TwoFactorEnabled || !await factor.EnableAsync(user, body.Code)) return WrongCode();
        // Whoever is signed in with the password alone must bring a code too.
        await sessions.EndOthersAsync(user, kept: principal.GetAuthorizationId());
        return Results.Ok(new { });
    }

    private static async Task<IResult> Disable(string providerName, string? code, ClaimsPrincipal principal, UserManager<BackofficeUser> users, SecondFactor factor, EditorSessions sessions, CancellationToken cancel)
    {
        if (providerName != SecondFactor.Provider) return Unknown();
        var user = (await users.FindByIdAsync(principal.Key().ToString()))!;
        if (await users.IsLockedOutAsync(user)) return Problem.BadRequest("Das Konto ist für kurze Zeit gesperrt.", "Nach mehreren falschen Versuchen. Bitte warten Sie eine Viertelstunde.");
        if (!await factor.IsRightAsync(user, code))
        {
            // Guessing here counts as guessing at the sign-in page.
            await users.AccessFailedAsync(user);
            return WrongCode();
        }

        await factor.DisableAsync(user, cancel);
        await sessions.EndOthersAsync(user, kept: principal.GetAuthorizationId());
        return Results.Ok();
    }

    private static IResult WrongCode() => Problem.BadRequest("Der Code ist nicht richtig.", "Jeder Code gilt nur kurz und nur einmal. Warten Sie auf den nächsten, und versuchen Sie es noch einmal.");

    private static IResult Unknown() => Problem.NotFound("Diese Art der Anmeldung gibt es hier nicht.");

    private sealed record EnableRequest(string? Code, string? Secret);
}
