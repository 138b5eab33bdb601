using Microsoft.AspNetCore.Identity;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Backoffice.SignIn;

/// <summary>Tells Identity which accounts may be signed in with at all.</summary>
internal sealed class ActiveAccounts : IUserConfirmation<BackofficeUser>
{
    public Task<bool> IsConfirmedAsync(UserManager<BackofficeUser> manager, BackofficeUser user) => Task.FromResult(user.IsActive);
}
