using Microsoft.EntityFrameworkCore;

namespace WgsSite.Cms.Users;

/// <summary>What somebody may do now, and where.</summary>
/// <param name="Rights">See <see cref="Right"/>.</param>
/// <param name="DocumentStartNodes">Only these and what is beneath them; null for all.</param>
/// <param name="MediaStartNodes">As for documents.</param>
public sealed record Access(Guid User, IReadOnlySet<string> Rights, IReadOnlyCollection<Guid>? DocumentStartNodes, IReadOnlyCollection<Guid>? MediaStartNodes)
{
    public static Access Of(BackofficeUser user) => new(
        user.Id,
        user.IsActive ? Right.Of(user.Groups.Select(UserGroup.Find).OfType<UserGroup>()) : new HashSet<string>(),
        user.HasDocumentRootAccess || user.DocumentStartNodes.Count == 0 ? null : user.DocumentStartNodes,
        user.HasMediaRootAccess || user.MediaStartNodes.Count == 0 ? null : user.MediaStartNodes);
}

/// <summary>Reads it anew each time: what an administrator changes holds from the next request on.</summary>
public sealed class AccessReader(IDbContextFactory<UsersDbContext> store)
{
    /// <returns>Null when there is no such user.</returns>
    public async Task<Access?> ReadAsync(Guid user, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == user, cancel) is { } found ? Access.Of(found) : null;
    }
}
