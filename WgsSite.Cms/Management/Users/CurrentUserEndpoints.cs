using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Backoffice.SignIn;
using WgsSite.Cms.Users;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace WgsSite.Cms.Management.Users;

/// <summary>Who is signed in, and what they may do for themselves.</summary>
internal static class CurrentUserEndpoints
{
    public static void MapCurrentUser(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/user/current", Get).Needs(Right.SignedIn);
        routes.MapGet("/user/current/configuration", Configuration).Needs(Right.SignedIn);
        routes.MapPost("/user/current/change-password", ChangePassword).Needs(Right.SignedIn);
        // Not in stock Umbraco.
        routes.MapPost("/user/current/sign-out-everywhere", async (ClaimsPrincipal principal, UserManager<BackofficeUser> users, EditorSessions sessions) => await sessions.EndAllAsync((await users.FindByIdAsync(principal.Key().ToString()))!)).Needs(Right.SignedIn);
        routes.MapGet("/user/current/login-providers", () => Array.Empty<object>()).Needs(Right.SignedIn);
    }

    public static Guid Key(this ClaimsPrincipal principal) => Guid.Parse(principal.GetClaim(Claims.Subject)!);

    private static async Task<IResult> Get(ClaimsPrincipal principal, Access access, UserManager<BackofficeUser> users)
    {
        var user = await users.FindByIdAsync(principal.Key().ToString());
        if (user is null) return Results.Unauthorized();
        return Results.Ok(new
        {
            user.Id,
            user.Email,
            user.UserName,
            user.Name,
            LanguageIsoCode = user.Language,
            UserGroupIds = UserModels.Groups(user),
            DocumentStartNodeIds = UserModels.References(access.DocumentStartNodes),
            HasDocumentRootAccess = access.DocumentStartNodes is null,
            MediaStartNodeIds = UserModels.References(access.MediaStartNodes),
            HasMediaRootAccess = access.MediaStartNodes is null,
            AvatarUrls = Array.Empty<string>(),
            Languages = Array.Empty<string>(),
            HasAccessToAllLanguages = true,
            HasAccessToSensitiveData = true,
            FallbackPermissions = access.Rights.Where(right => !Right.IsSection(right)),
            Permissions = Array.Empty<object>(),
            AllowedSections = access.Rights.Where(Right.IsSection),
            IsAdmin = user.Groups.Contains(UserGroup.Administrator.Alias),
        });
    }

    private static IResult Configuration(IOptions<IdentityOptions> identity) => Results.Ok(new
    {
        KeepUserLoggedIn = false,
        PasswordConfiguration = Passwords(identity.Value),
        AllowChangePassword = true,
        AllowTwoFactor = true,
    });

    /// <summary>PasswordConfigurationResponseModel</summary>
    public static object Passwords(IdentityOptions identity) => new
    {
        MinimumPasswordLength = identity.Password.RequiredLength,
        RequireNonLetterOrDigit = identity.Password.RequireNonAlphanumeric,
        identity.Password.RequireDigit,
        identity.Password.RequireLowercase,
        identity.Password.RequireUppercase,
    };

    private static async Task<IResult> ChangePassword(ChangePasswordRequest request, ClaimsPrincipal principal, UserManager<BackofficeUser> users, EditorSessions sessions, TimeProvider clock)
    {
        var user = await users.FindByIdAsync(principal.Key().ToString());
        if (user is null) return Results.Unauthorized();
        if (await users.IsLockedOutAsync(user)) return Problem.BadRequest("Das Konto ist für kurze Zeit gesperrt.", "Nach mehreren falschen Passwörtern. Bitte warten Sie eine Viertelstunde.");
        var changed = await users.ChangePasswordAsync(user, request.OldPassword ?? "", request.NewPassword ?? "");
        if (changed.Succeeded)
        {
            user.PasswordChangedAt = clock.GetUtcNow().UtcDateTime;
            await users.UpdateAsync(user);
            await sessions.EndOthersAsync(user, kept: principal.GetAuthorizationId());
            return Results.Ok();
        }

        // Guessing here counts as guessing at the sign-in page.
        if (changed.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch))) await users.AccessFailedAsync(user);
        return Problem.BadRequest("Das Passwort wurde nicht geändert.", string.Join(" ", changed.Errors.Select(error => error.Description).Distinct()));
    }

    private sealed record ChangePasswordRequest(string? OldPassword, string? NewPassword);
}
