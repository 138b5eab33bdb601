using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Backoffice.SignIn;

/// <summary>Makes the first account, and only the first.</summary>
public sealed class FirstAdministrator(UserManager<BackofficeUser> users, TimeProvider clock)
{
    private static readonly SemaphoreSlim One = new(1, 1);

    public Task<bool> IsMissingAsync(CancellationToken cancel = default) => users.Users.AllAsync(user => false, cancel);

    /// <returns>What is wrong with the entries, in German; null when there is an account already.</returns>
    public async Task<IdentityResult?> CreateAsync(string name, string email, string password, CancellationToken cancel = default)
    {
        await One.WaitAsync(cancel);
        try
        {
            if (!await IsMissingAsync(cancel)) return null;
            return await users.CreateAsync(
                new BackofficeUser { Id = Guid.CreateVersion7(), Name = name, UserName = email, Email = email, EmailConfirmed = true, HasDocumentRootAccess = true, HasMediaRootAccess = true, Groups = [UserGroup.Administrator.Alias], CreatedAt = clock.GetUtcNow().UtcDateTime, UpdatedAt = clock.GetUtcNow().UtcDateTime },
                password);
        }
        finally
        {
            One.Release();
        }
    }
}
