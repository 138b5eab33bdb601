using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Backoffice.SignIn;

/// <summary>
/// Links for forgotten passwords. Whoever asks is told nothing, not even by time: what there is to do is done afterwards.
/// A link holds for a while and for one use, since it is tied to the security stamp that a new password changes.
/// </summary>
internal sealed partial class PasswordResets(IServiceScopeFactory scopes, ILogger<PasswordResets> log) : IDisposable
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>Nobody's mailbox is to be filled by others.</summary>
    private readonly PartitionedRateLimiter<Guid> mails = PartitionedRateLimiter.Create<Guid, Guid>(user =>
        RateLimitPartition.GetFixedWindowLimiter(user, _ => new FixedWindowRateLimiterOptions { PermitLimit = 3, Window = Lifetime }));

    /// <summary>Sends a link, if there is such an account; returns before that.</summary>
    public void Begin(string email) => _ = Task.Run(async () =>
    {
        try
        {
            await SendAsync(email);
        }
        catch (Exception e) // Nobody waits for this.
        {
            LogFailed(log, e.GetBaseException().Message);
        }
    });

    private async Task SendAsync(string email)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<BackofficeUser>>();
        var mail = scope.ServiceProvider.GetRequiredService<IAccountMail>();
        if (await users.FindByEmailAsync(email) is not { IsActive: true } user || !mails.AttemptAcquire(user.Id).IsAcquired) return;
        if (mail.AddressOf($"{BackofficePaths.NewPassword}?user={user.Id}&code={LinkCode.Of(await users.GeneratePasswordResetTokenAsync(user))}") is not { } link)
        {
            LogFailed(log, "Die Website kennt ihre eigene Adresse nicht (Umbraco:CMS:WebRouting:UmbracoApplicationUrl).");
            return;
        }

        var name = scope.ServiceProvider.GetRequiredService<IOptions<BackofficeOptions>>().Value.Name;
        string[] text =
        [
            $"Guten Tag {user.Name},",
            $"jemand möchte für Ihr Konto ein neues Passwort wählen ({name}). Waren Sie das? Dann öffnen Sie diesen Link: {link}",
            "Der Link gilt eine Stunde lang und nur einmal. Waren Sie es nicht, löschen Sie diese E-Mail; Ihr Passwort bleibt, wie es ist.",
        ];
        if (await mail.SendAsync(user.Email!, $"Neues Passwort: {name}", text) is { } problem) LogFailed(log, problem);
    }

    /// <returns>Whose password the link changes; null when it holds no longer.</returns>
    public static async Task<BackofficeUser?> FindAsync(UserManager<BackofficeUser> users, string? user, string? code) =>
        Guid.TryParse(user, out _) && code is not null && await users.FindByIdAsync(user) is { IsActive: true } found
        && await users.VerifyUserTokenAsync(found, users.Options.Tokens.PasswordResetTokenProvider, UserManager<BackofficeUser>.ResetPasswordTokenPurpose, LinkCode.Read(code)) ? found : null;

    public void Dispose() => mails.Dispose();

    [LoggerMessage(LogLevel.Warning, "Ein Link für ein vergessenes Passwort ging nicht hinaus: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
