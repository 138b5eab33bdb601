using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Users;

/// <summary>Names of users, for what says who did it.</summary>
internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/item/user", async (Guid[] id, UserManager<BackofficeUser> users, CancellationToken cancel) =>
            (await users.Users.AsNoTracking().Where(user => id.Contains(user.Id)).ToListAsync(cancel))
                .Select(user => (user.Id, user.Name))
                // What was done by a schedule, an import or the command line.
                .Concat(id.Contains(Guid.Empty) ? [(Guid.Empty, "Website")] : [])
                .Select(user => new { user.Id, Flags = Array.Empty<Flag>(), user.Name, AvatarUrls = Array.Empty<string>(), Kind = "Default" }));
    }
}
