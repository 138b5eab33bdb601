using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Backoffice.SignIn;

/// <summary>
/// Links through which somebody chooses the first password of an account. Each holds for a while and for one
/// use: it is tied to the account's security stamp, which changes with the password.
/// </summary>
internal sealed class Invitations(UserManager<BackofficeUser> users, IAccountMail mail, IOptions<BackofficeOptions> options)
{
    /// <summary>Over a weekend.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(72);

    private const string Purpose = "invitation";

    /// <summary>Makes a link and mails it. A link from before is void.</summary>
    /// <param name="message">A few words of the administrator's; null for none.</param>
    public async Task<SentInvitation> SendAsync(BackofficeUser user, string? message, CancellationToken cancel)
    {
        await users.UpdateSecurityStampAsync(user);
        var code = LinkCode.Of(await users.GenerateUserTokenAsync(user, InvitationTokens.Provider, Purpose));
        var path = $"{BackofficePaths.Invitation}?user={user.Id}&code={code}";
        if (mail.AddressOf(path) is not { } link) return new SentInvitation(path, "Die Website kennt ihre eigene Adresse nicht (Einstellung Umbraco:CMS:WebRouting:UmbracoApplicationUrl).");
        List<string> text =
        [
            $"Guten Tag {user.Name},",
            $"für Sie gibt es jetzt ein Konto: {options.Value.Name}.",
            .. string.IsNullOrWhiteSpace(message) ? Array.Empty<string>() : [message.Trim()],
            $"Wählen Sie hier Ihr Passwort: {link}",
            $"Der Link gilt {(int)Lifetime.TotalDays} Tage lang und nur einmal. Wenn Sie nichts damit anfangen können, löschen Sie diese E-Mail.",
        ];
        var problem = await mail.SendAsync(user.Email!, $"Ihr Konto: {options.Value.Name}", text, cancel);
        return problem is null ? new SentInvitation(null, null) : new SentInvitation(link, problem);
    }

    /// <returns>The account somebody was invited to; null when the link holds no longer.</returns>
    public async Task<BackofficeUser?> FindAsync(string? user, string? code)
    {
        if (!Guid.TryParse(user, out _) || code is null || await users.FindByIdAsync(user) is not { IsInvited: true, IsDisabled: false } found) return null;
        return await users.VerifyUserTokenAsync(found, InvitationTokens.Provider, Purpose, LinkCode.Read(code)) ? found : null;
    }
}

/// <param name="Link">For the administrator to hand over, when the mail did not go out.</param>
/// <param name="Problem">Why it did not.</param>
internal sealed record SentInvitation(string? Link, string? Problem);

/// <summary>A code as it stands in an address.</summary>
internal static class LinkCode
{
    /// <returns>Something that is no code when it cannot be read.</returns>
    public static string Read(string code)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(code));
        }
        catch (FormatException)
        {
            return "";
        }
    }

    public static string Of(string token) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token));
}

/// <summary>Codes of invitations; they hold longer than those for a forgotten password.</summary>
internal sealed class InvitationTokens(IDataProtectionProvider protection, IOptions<InvitationTokens.Settings> options, ILogger<DataProtectorTokenProvider<BackofficeUser>> log)
    : DataProtectorTokenProvider<BackofficeUser>(protection, options, log)
{
    public const string Provider = "Invitation";

    public sealed class Settings : DataProtectionTokenProviderOptions
    {
        public Settings() => (Name, TokenLifespan) = ("Backoffice.Invitation", Invitations.Lifetime);
    }
}
