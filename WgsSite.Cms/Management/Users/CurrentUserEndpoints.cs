using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using WgsSite.Cms.Backoffice.SignIn;
using WgsSite.Cms.Users;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace WgsSite.Cms.Management.Users;

/// <summary>Who is signed in, and what they may do for themselves.</summary>
internal static class CurrentUserEndpoints
{
    /// <summary>Umbraco's own key of the administrators' group.</summary>
    public static readonly Guid Administrators = new("e5e7f6c8-7f9c-4b5b-8d5d-9e1e5a4f7e0d");

    /// <summary>Umbraco's names of what may be done with documents (17.1.0, packages/documents/documents/user-permissions).</summary>
    private static readonly string[] DocumentVerbs =
    [
        "Umb.Document.Read", "Umb.Document.Create", "Umb.Document.Update", "Umb.Document.Publish", "Umb.Document.Unpublish", "Umb.Document.Delete",
        "Umb.Document.Duplicate", "Umb.Document.Move", "Umb.Document.Sort", "Umb.Document.PropertyValue.Read", "Umb.Document.PropertyValue.Write",
    ];

    public static void MapCurrentUser(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/user/current", Get);
        routes.MapGet("/user/current/configuration", Configuration);
        routes.MapPost("/user/current/change-password", ChangePassword);
        routes.MapGet("/user/current/login-providers", () => Array.Empty<object>());
    }

    public static Guid Key(this ClaimsPrincipal principal) => Guid.Parse(principal.GetClaim(Claims.Subject)!);

    private static async Task<IResult> Get(ClaimsPrincipal principal, UserManager<BackofficeUser> users)
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
            UserGroupIds = new[] { new { Id = Administrators } },
            DocumentStartNodeIds = Array.Empty<object>(),
            HasDocumentRootAccess = true,
            MediaStartNodeIds = Array.Empty<object>(),
            HasMediaRootAccess = true,
            AvatarUrls = Array.Empty<string>(),
            Languages = Array.Empty<string>(),
            HasAccessToAllLanguages = true,
            HasAccessToSensitiveData = true,
            FallbackPermissions = DocumentVerbs,
            Permissions = Array.Empty<object>(),
            AllowedSections = new[] { "Umb.Section.Content", "Umb.Section.Media", "Umb.Section.Translation" },
            IsAdmin = true,
        });
    }

    private static IResult Configuration(IOptions<IdentityOptions> identity) => Results.Ok(new
    {
        KeepUserLoggedIn = false,
        PasswordConfiguration = new
        {
            MinimumPasswordLength = identity.Value.Password.RequiredLength,
            RequireNonLetterOrDigit = identity.Value.Password.RequireNonAlphanumeric,
            identity.Value.Password.RequireDigit,
            identity.Value.Password.RequireLowercase,
            identity.Value.Password.RequireUppercase,
        },
        AllowChangePassword = true,
        AllowTwoFactor = false,
    });

    private static async Task<IResult> ChangePassword(ChangePasswordRequest request, ClaimsPrincipal principal, UserManager<BackofficeUser> users, EditorSessions sessions)
    {
        var user = await users.FindByIdAsync(principal.Key().ToString());
        if (user is null) return Results.Unauthorized();
        if (await users.IsLockedOutAsync(user)) return Problem.BadRequest("Das Konto ist für kurze Zeit gesperrt.", "Nach mehreren falschen Passwörtern. Bitte warten Sie eine Viertelstunde.");
        var changed = await users.ChangePasswordAsync(user, request.OldPassword ?? "", request.NewPassword ?? "");
        if (changed.Succeeded)
        {
            await sessions.EndOthersAsync(user, kept: principal.GetAuthorizationId());
            return Results.Ok();
        }

        // Guessing here counts as guessing at the sign-in page.
        if (changed.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch))) await users.AccessFailedAsync(user);
        return Problem.BadRequest("Das Passwort wurde nicht geändert.", string.Join(" ", changed.Errors.Select(error => error.Description).Distinct()));
    }

    private sealed record ChangePasswordRequest(string? OldPassword, string? NewPassword);
}
