using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WgsSite.Cms.Backoffice.SignIn;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Users;

/// <summary>
/// What administrators do with accounts. Whatever is changed holds from the next request of its owner on. There is always
/// an administrator left who can sign in.
/// </summary>
internal sealed partial class Accounts(UserManager<BackofficeUser> users, UsersDbContext db, EditorSessions sessions, SecondFactor factor, TimeProvider clock, ILogger<Accounts> log)
{
    // Two administrators who close each other's accounts at the same moment must not both succeed.
    private static readonly SemaphoreSlim One = new(1, 1);

    /// <summary>Accounts there are, by name.</summary>
    public async Task<List<BackofficeUser>> AllAsync(CancellationToken cancel) =>
        [.. (await users.Users.AsNoTracking().Where(user => user.DeletedAt == null).ToListAsync(cancel)).OrderBy(user => user.Name, StringComparer.CurrentCultureIgnoreCase)];

    public async Task<BackofficeUser> FindAsync(Guid key, CancellationToken cancel) =>
        await users.Users.SingleOrDefaultAsync(user => user.Id == key && user.DeletedAt == null, cancel)
        ?? throw new EditRefusalException(RefusalKind.NotFound, "Dieses Konto gibt es nicht mehr.");

    /// <summary>Makes an account nobody can sign in with before its owner has chosen a password.</summary>
    public async Task<BackofficeUser> InviteAsync(InviteRequest request, Guid by)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var user = new BackofficeUser
        {
            Id = request.Id is { } chosen && chosen != Guid.Empty ? chosen : Guid.CreateVersion7(),
            Name = NameOf(request.Name),
            Email = request.Email?.Trim(),
            UserName = request.Email?.Trim(),
            Groups = GroupsOf(request.UserGroupIds),
            HasDocumentRootAccess = true,
            HasMediaRootAccess = true,
            CreatedAt = now,
            UpdatedAt = now,
        };
        Require(await users.CreateAsync(user), "Das Konto wurde nicht angelegt.");
        LogDone(log, "eingeladen", user.Id, by);
        return user;
    }

    public Task UpdateAsync(Guid key, UpdateUserRequest request, Guid by, CancellationToken cancel) => ChangeAsync(
        async () =>
        {
            var user = await FindAsync(key, cancel);
            var email = request.Email?.Trim();
            var isSame = string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase);
            user.Name = NameOf(request.Name);
            user.Email = user.UserName = email;
            user.Groups = GroupsOf(request.UserGroupIds);
            user.HasDocumentRootAccess = request.HasDocumentRootAccess;
            user.DocumentStartNodes = KeysOf(request.DocumentStartNodeIds);
            user.HasMediaRootAccess = request.HasMediaRootAccess;
            user.MediaStartNodes = KeysOf(request.MediaStartNodeIds);
            await SaveAsync(user, "Das Konto wurde nicht geändert.", cancel);
            // Links that went to the old address lead nowhere now.
            if (!isSame) await sessions.EndAllAsync(user);
            LogDone(log, "geändert", key, by);
        },
        cancel);

    public Task SetGroupsAsync(IReadOnlyList<Guid> keys, IReadOnlyList<Reference?>? groups, Guid by, CancellationToken cancel) => EachAsync(
        keys,
        async user =>
        {
            user.Groups = GroupsOf(groups);
            await SaveAsync(user, "Die Gruppen wurden nicht geändert.", cancel);
            LogDone(log, "in andere Gruppen gebracht", user.Id, by);
        },
        cancel);

    public Task DisableAsync(IReadOnlyList<Guid> keys, Guid by, CancellationToken cancel) => EachAsync(
        keys,
        async user =>
        {
            if (user.Id == by) throw Refused("Ihr eigenes Konto können Sie nicht deaktivieren.");
            user.IsDisabled = true;
            await SaveAsync(user, "Das Konto wurde nicht deaktiviert.", cancel);
            await sessions.EndAllAsync(user);
            LogDone(log, "deaktiviert", user.Id, by);
        },
        cancel);

    public Task EnableAsync(IReadOnlyList<Guid> keys, Guid by, CancellationToken cancel) => EachAsync(
        keys,
        async user =>
        {
            user.IsDisabled = false;
            await SaveAsync(user, "Das Konto wurde nicht aktiviert.", cancel);
            LogDone(log, "aktiviert", user.Id, by);
        },
        cancel);

    /// <summary>Opens accounts that wrong passwords have closed.</summary>
    public Task UnlockAsync(IReadOnlyList<Guid> keys, Guid by, CancellationToken cancel) => EachAsync(
        keys,
        async user =>
        {
            user.LockoutEnd = null;
            user.AccessFailedCount = 0;
            await SaveAsync(user, "Das Konto wurde nicht entsperrt.", cancel);
            LogDone(log, "entsperrt", user.Id, by);
        },
        cancel);

    /// <summary>Deletes an account. Its name stays where the history says who did what; its address is free again.</summary>
    public Task DeleteAsync(Guid key, Guid by, CancellationToken cancel) => EachAsync(
        [key],
        async user =>
        {
            if (user.Id == by) throw Refused("Ihr eigenes Konto können Sie nicht löschen.");
            await sessions.EndAllAsync(user);
            user.DeletedAt = clock.GetUtcNow().UtcDateTime;
            user.Groups = [];
            user.Email = user.NormalizedEmail = user.PasswordHash = null;
            user.UserName = user.NormalizedUserName = $"{user.Id:N}";
            await db.UserTokens.Where(token => token.UserId == key).ExecuteDeleteAsync(cancel);
            await db.SaveChangesAsync(cancel);
            LogDone(log, "gelöscht", user.Id, by);
        },
        cancel);

    public Task SetPasswordAsync(Guid key, string? password, Guid by, CancellationToken cancel) => EachAsync(
        [key],
        async user =>
        {
            if (user.Id == by) throw Refused("Ihr eigenes Passwort ändern Sie in Ihrem Profil.");
            Require(await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password ?? ""), "Das Passwort wurde nicht geändert.");
            user.PasswordChangedAt = clock.GetUtcNow().UtcDateTime;
            user.LockoutEnd = null;
            user.AccessFailedCount = 0;
            await SaveAsync(user, "Das Passwort wurde nicht geändert.", cancel);
            await sessions.EndAllAsync(user);
            LogDone(log, "mit einem neuen Passwort versehen", user.Id, by);
        },
        cancel);

    /// <summary>For somebody whose phone and paper are gone.</summary>
    public Task DisableSecondFactorAsync(Guid key, Guid by, CancellationToken cancel) => EachAsync(
        [key],
        async user =>
        {
            if (user.Id == by) throw Refused("Ihre eigene Anmeldung in zwei Schritten schalten Sie in Ihrem Profil aus.");
            await factor.DisableAsync(user, cancel);
            await sessions.EndAllAsync(user);
            LogDone(log, "vom zweiten Faktor befreit", user.Id, by);
        },
        cancel);

    private Task EachAsync(IReadOnlyList<Guid> keys, Func<BackofficeUser, Task> change, CancellationToken cancel) => ChangeAsync(
        async () =>
        {
            foreach (var key in keys.Distinct()) await change(await FindAsync(key, cancel));
        },
        cancel);

    /// <summary>One change at a time, whole or not at all, and never one that leaves no administrator.</summary>
    private async Task ChangeAsync(Func<Task> change, CancellationToken cancel)
    {
        await One.WaitAsync(cancel);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await change();
            if (!await users.Users.AnyAsync(user => !user.IsDisabled && user.PasswordHash != null && user.DeletedAt == null && user.Groups.Contains(UserGroup.Administrator.Alias), cancel))
                throw Refused("Das geht nicht: Es bliebe niemand, der Konten verwalten kann.", "Machen Sie zuerst jemand anderen zum Administrator.");
            await transaction.CommitAsync(cancel);
        }
        finally
        {
            One.Release();
        }
    }

    private async Task SaveAsync(BackofficeUser user, string refusal, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        user.UpdatedAt = clock.GetUtcNow().UtcDateTime;
        Require(await users.UpdateAsync(user), refusal);
    }

    private static string NameOf(string? name) => EditorText.Clean(name ?? "").Trim() switch
    {
        "" => throw Refused("Der Name fehlt."),
        { Length: > 100 } => throw Refused("Der Name darf höchstens 100 Zeichen haben."),
        var clean => clean,
    };

    private static List<string> GroupsOf(IReadOnlyList<Reference?>? groups)
    {
        var keys = KeysOf(groups);
        if (keys.Count == 0) throw Refused("Es fehlt eine Gruppe.", "Ohne Gruppe darf ein Konto nichts.");
        return [.. keys.Select(key => UserGroup.Find(key)?.Alias ?? throw Refused("Diese Gruppe gibt es nicht."))];
    }

    private static List<Guid> KeysOf(IReadOnlyList<Reference?>? references) => [.. (references ?? []).OfType<Reference>().Select(reference => reference.Id).Distinct()];

    private static void Require(IdentityResult result, string refusal)
    {
        // Name and address are the same here: one message is enough.
        if (!result.Succeeded) throw Refused(refusal, string.Join(" ", result.Errors.Select(error => error.Description).Distinct()));
    }

    private static EditRefusalException Refused(string title, string? detail = null) => new(RefusalKind.NotAllowed, title, detail);

    // Keys, no names: what is done with accounts can be told later without keeping who they are in the log.
    [LoggerMessage(LogLevel.Information, "Das Konto {User} wurde {What}, vom Konto {By}.")]
    private static partial void LogDone(ILogger logger, string what, Guid user, Guid by);
}
