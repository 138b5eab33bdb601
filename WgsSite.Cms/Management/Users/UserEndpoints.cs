using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Backoffice.SignIn;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Users;

/// <summary>Accounts, as administrators look after them; and names of users, for what says who did it.</summary>
internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/item/user", async (Guid[] id, UserManager<BackofficeUser> users, CancellationToken cancel) =>
            (await users.Users.AsNoTracking().Where(user => id.Contains(user.Id)).ToListAsync(cancel))
                .Select(user => (user.Id, user.Name))
                // What was done by a schedule, an import or the command line.
                .Concat(id.Contains(Guid.Empty) ? [(Guid.Empty, "Website")] : [])
                .Select(user => new { user.Id, Flags = Array.Empty<Flag>(), user.Name, AvatarUrls = Array.Empty<string>(), Kind = "Default" })).Needs(Right.SignedIn);

        routes.MapGet("/filter/user", Filter).Needs(Right.ManageUsers);
        routes.MapGet("/user", async (Paging page, Accounts accounts, TimeProvider clock, CancellationToken cancel) => Page(await accounts.AllAsync(cancel), page, clock)).Needs(Right.ManageUsers);
        routes.MapGet("/user/configuration", (IOptions<IdentityOptions> identity) => new
        {
            CanInviteUsers = true,
            UsernameIsEmail = true,
            PasswordConfiguration = CurrentUserEndpoints.Passwords(identity.Value),
            AllowChangePassword = true,
            AllowTwoFactor = true,
        }).Needs(Right.ManageUsers);
        routes.MapGet("/user/{id:guid}", async (Guid id, Accounts accounts, TimeProvider clock, CancellationToken cancel) => UserModels.Of(await accounts.FindAsync(id, cancel), clock.GetUtcNow())).Needs(Right.ManageUsers);
        routes.MapGet("/user/{id:guid}/calculate-start-nodes", StartNodes).Needs(Right.ManageUsers);
        routes.MapPost("/user/invite", Invite).Needs(Right.ManageUsers);
        routes.MapPost("/user/invite/resend", Resend).Needs(Right.ManageUsers);
        routes.MapPut("/user/{id:guid}", async (Guid id, UpdateUserRequest body, ClaimsPrincipal by, Accounts accounts, CancellationToken cancel) => await accounts.UpdateAsync(id, body, by.Key(), cancel)).Needs(Right.ManageUsers);
        routes.MapDelete("/user/{id:guid}", async (Guid id, ClaimsPrincipal by, Accounts accounts, CancellationToken cancel) => await accounts.DeleteAsync(id, by.Key(), cancel)).Needs(Right.ManageUsers);
        routes.MapPost("/user/disable", async (UsersRequest body, ClaimsPrincipal by, Accounts accounts, CancellationToken cancel) => await accounts.DisableAsync(body.Keys, by.Key(), cancel)).Needs(Right.ManageUsers);
        routes.MapPost("/user/enable", async (UsersRequest body, ClaimsPrincipal by, Accounts accounts, CancellationToken cancel) => await accounts.EnableAsync(body.Keys, by.Key(), cancel)).Needs(Right.ManageUsers);
        routes.MapPost("/user/unlock", async (UsersRequest body, ClaimsPrincipal by, Accounts accounts, CancellationToken cancel) => await accounts.UnlockAsync(body.Keys, by.Key(), cancel)).Needs(Right.ManageUsers);
        routes.MapPost("/user/set-user-groups", async (SetGroupsRequest body, ClaimsPrincipal by, Accounts accounts, CancellationToken cancel) =>
            await accounts.SetGroupsAsync([.. (body.UserIds ?? []).OfType<Reference>().Select(user => user.Id)], body.UserGroupIds, by.Key(), cancel)).Needs(Right.ManageUsers);
        routes.MapPost("/user/{id:guid}/change-password", async (Guid id, NewPasswordRequest body, ClaimsPrincipal by, Accounts accounts, CancellationToken cancel) => await accounts.SetPasswordAsync(id, body.NewPassword, by.Key(), cancel)).Needs(Right.ManageUsers);
    }

    public static void MapUserGroups(this IEndpointRouteBuilder routes)
    {
        // Whoever is signed in may know what the groups are called: the own profile names them.
        routes.MapGet("/item/user-group", (Guid[] id) => id.Select(UserGroup.Find).OfType<UserGroup>().Select(UserModels.Item)).Needs(Right.SignedIn);
        routes.MapGet("/filter/user-group", (string? filter, Paging page) => PagedModel<object>.Of(
            [.. UserGroup.All.Where(group => string.IsNullOrWhiteSpace(filter) || group.Name.Contains(filter, StringComparison.CurrentCultureIgnoreCase)).Select(UserModels.Of)], page.Skip, page.Take)).Needs(Right.ManageUsers);
        routes.MapGet("/user-group", (Paging page) => PagedModel<object>.Of([.. UserGroup.All.Select(UserModels.Of)], page.Skip, page.Take)).Needs(Right.ManageUsers);
        routes.MapGet("/user-group/{id:guid}", (Guid id) => UserGroup.Find(id) is { } group ? Results.Ok(UserModels.Of(group)) : Problem.NotFound("Diese Gruppe gibt es nicht.")).Needs(Right.ManageUsers);
    }

    private static async Task<IResult> Filter(
        string? filter, string? orderBy, string? orderDirection, Guid[] userGroupIds, string[] userStates, Paging page, Accounts accounts, TimeProvider clock, CancellationToken cancel)
    {
        var groups = userGroupIds.Select(UserGroup.Find).OfType<UserGroup>().Select(group => group.Alias).ToList();
        var states = userStates.Where(state => state != "All").ToList();
        var found = (await accounts.AllAsync(cancel))
            .Where(user => string.IsNullOrWhiteSpace(filter)
                || user.Name.Contains(filter, StringComparison.CurrentCultureIgnoreCase)
                || user.Email?.Contains(filter, StringComparison.OrdinalIgnoreCase) == true)
            .Where(user => userGroupIds.Length == 0 || user.Groups.Intersect(groups).Any())
            .Where(user => states.Count == 0 || states.Contains(UserModels.State(user, clock.GetUtcNow())));
        var ordered = orderBy switch
        {
            "CreateDate" => found.OrderBy(user => user.CreatedAt),
            "LastLoginDate" => found.OrderBy(user => user.LastSignedInAt ?? DateTime.MinValue),
            _ => found.OrderBy(user => user.Name, StringComparer.CurrentCultureIgnoreCase),
        };
        return Results.Ok(Page(orderDirection == "Descending" ? [.. ordered.Reverse()] : [.. ordered], page, clock));
    }

    private static PagedModel<object> Page(List<BackofficeUser> all, Paging page, TimeProvider clock) =>
        new(all.Count, [.. all.Skip(page.Skip).Take(page.Take).Select(user => UserModels.Of(user, clock.GetUtcNow()))]);

    /// <summary>What the user's own entries come to.</summary>
    private static async Task<object> StartNodes(Guid id, Accounts accounts, CancellationToken cancel)
    {
        var access = Access.Of(await accounts.FindAsync(id, cancel));
        return new
        {
            Id = id,
            DocumentStartNodeIds = UserModels.References(access.DocumentStartNodes),
            HasDocumentRootAccess = access.DocumentStartNodes is null,
            MediaStartNodeIds = UserModels.References(access.MediaStartNodes),
            HasMediaRootAccess = access.MediaStartNodes is null,
        };
    }

    private static async Task<IResult> Invite(InviteRequest body, HttpContext context, ClaimsPrincipal by, Accounts accounts, Invitations invitations, CancellationToken cancel)
    {
        var user = await accounts.InviteAsync(body, by.Key());
        Tell(context, await invitations.SendAsync(user, body.Message, cancel));
        context.Response.Headers["Umb-Generated-Resource"] = user.Id.ToString();
        return Results.Created($"{context.Request.Path}/{user.Id}", null);
    }

    private static async Task<IResult> Resend(ResendInviteRequest body, HttpContext context, Accounts accounts, Invitations invitations, CancellationToken cancel)
    {
        var user = await accounts.FindAsync(body.User?.Id ?? Guid.Empty, cancel);
        if (!user.IsInvited) return Problem.BadRequest("Die Einladung ist schon angenommen.", "Wer das Passwort vergessen hat, kann sich an der Anmeldung einen Link schicken lassen.");
        Tell(context, await invitations.SendAsync(user, body.Message, cancel));
        return Results.Ok();
    }

    /// <summary>Beside the answer, which the client's types know nothing more of: whether the mail went out, and the link to hand over when not.</summary>
    private static void Tell(HttpContext context, SentInvitation sent) =>
        context.Response.Headers["X-Invitation"] = Uri.EscapeDataString(JsonSerializer.Serialize(sent, JsonSerializerOptions.Web));
}
