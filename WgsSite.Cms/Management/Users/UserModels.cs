using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Users;

// Shapes of accounts and groups (17.1.0, types.gen.d.ts: UserResponseModel, UserGroupResponseModel).

internal static class UserModels
{
    public static IEnumerable<Reference> Groups(BackofficeUser user) => user.Groups.Select(UserGroup.Find).OfType<UserGroup>().Select(group => new Reference(group.Key));

    public static IEnumerable<Reference> References(IEnumerable<Guid>? keys) => (keys ?? []).Select(key => new Reference(key));

    public static object Of(BackofficeUser user, DateTimeOffset now) => new
    {
        user.Id,
        user.Email,
        user.UserName,
        user.Name,
        UserGroupIds = Groups(user),
        LanguageIsoCode = user.Language,
        DocumentStartNodeIds = References(user.DocumentStartNodes),
        user.HasDocumentRootAccess,
        MediaStartNodeIds = References(user.MediaStartNodes),
        user.HasMediaRootAccess,
        AvatarUrls = Array.Empty<string>(),
        State = State(user, now),
        FailedLoginAttempts = user.AccessFailedCount,
        CreateDate = user.CreatedAt,
        UpdateDate = user.UpdatedAt,
        LastLoginDate = user.LastSignedInAt,
        LastLockoutDate = user.LockoutEnd is { } end ? end.UtcDateTime - Backoffice.SignIn.SignInServices.Lockout : (DateTime?)null,
        LastPasswordChangeDate = user.PasswordChangedAt,
        IsAdmin = user.Groups.Contains(UserGroup.Administrator.Alias),
        Kind = "Default",
    };

    /// <summary>UserStateModel</summary>
    public static string State(BackofficeUser user, DateTimeOffset now) =>
        user.IsDisabled ? "Disabled"
        : user.IsInvited ? "Invited"
        : user.LockoutEnd > now ? "LockedOut"
        : user.LastSignedInAt is null ? "Inactive"
        : "Active";

    public static object Of(UserGroup group)
    {
        var rights = Right.Of([group]);
        return new
        {
            group.Name,
            group.Alias,
            group.Icon,
            Sections = rights.Where(Right.IsSection),
            Languages = Array.Empty<string>(),
            HasAccessToAllLanguages = true,
            DocumentStartNode = (Reference?)null,
            DocumentRootAccess = true,
            MediaStartNode = (Reference?)null,
            MediaRootAccess = true,
            FallbackPermissions = rights.Where(right => !Right.IsSection(right)),
            Permissions = Array.Empty<object>(),
            Id = group.Key,
            IsDeletable = false,
            AliasCanBeChanged = false,
        };
    }

    public static object Item(UserGroup group) => new { Id = group.Key, Flags = Array.Empty<Flag>(), group.Name, group.Icon, group.Alias };
}

// What the client sends; anything may be missing in what somebody else sends.

internal sealed record UsersRequest(IReadOnlyList<Reference?>? UserIds)
{
    public IReadOnlyList<Guid> Keys => [.. (UserIds ?? []).OfType<Reference>().Select(user => user.Id)];
}

internal sealed record SetGroupsRequest(IReadOnlyList<Reference?>? UserIds, IReadOnlyList<Reference?>? UserGroupIds);

internal sealed record InviteRequest(string? Email, string? UserName, string? Name, IReadOnlyList<Reference?>? UserGroupIds, Guid? Id, string? Message);

internal sealed record ResendInviteRequest(Reference? User, string? Message);

internal sealed record UpdateUserRequest(
    string? Email,
    string? UserName,
    string? Name,
    IReadOnlyList<Reference?>? UserGroupIds,
    string? LanguageIsoCode,
    IReadOnlyList<Reference?>? DocumentStartNodeIds,
    bool HasDocumentRootAccess,
    IReadOnlyList<Reference?>? MediaStartNodeIds,
    bool HasMediaRootAccess);

internal sealed record NewPasswordRequest(string? NewPassword);
