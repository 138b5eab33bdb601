using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using QRCoder;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Backoffice.SignIn;

/// <summary>The second factor: codes of an app (TOTP, RFC 6238), and codes on paper for when the phone is gone.</summary>
internal sealed class SecondFactor(UserManager<BackofficeUser> users, IUserStore<BackofficeUser> store, UsedCodes used, IOptions<BackofficeOptions> options)
{
    /// <summary>What the client calls it.</summary>
    public const string Provider = "Authenticator";

    private const int RecoveryCodes = 8;

    /// <summary>Prepares an app and makes new codes for the paper. Nothing of it counts before <see cref="EnableAsync"/>.</summary>
    public async Task<SecondFactorSetup> BeginAsync(BackofficeUser user, CancellationToken cancel)
    {
        var secret = users.GenerateNewAuthenticatorKey();
        // Past the manager, which would end all sessions for it.
        await ((IUserAuthenticatorKeyStore<BackofficeUser>)store).SetAuthenticatorKeyAsync(user, secret, cancel);
        var codes = (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes))!.ToList();
        var name = Uri.EscapeDataString(options.Value.Name);
        var link = $"otpauth://totp/{name}:{Uri.EscapeDataString(user.Email!)}?secret={secret}&issuer={name}&digits=6";
        using var code = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(code);
        return new SecondFactorSetup(secret, "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(drawing.GetGraphic(6))), codes);
    }

    /// <returns>False when the code is wrong.</returns>
    public async Task<bool> EnableAsync(BackofficeUser user, string? code)
    {
        if (!await IsRightAsync(user, code)) return false;
        await users.SetTwoFactorEnabledAsync(user, true);
        return true;
    }

    public async Task DisableAsync(BackofficeUser user, CancellationToken cancel)
    {
        await ((IUserAuthenticatorKeyStore<BackofficeUser>)store).SetAuthenticatorKeyAsync(user, "", cancel);
        await ((IUserTwoFactorRecoveryCodeStore<BackofficeUser>)store).ReplaceCodesAsync(user, [], cancel);
        await users.SetTwoFactorEnabledAsync(user, false);
    }

    /// <summary>A code of the app, which counts once.</summary>
    public async Task<bool> IsRightAsync(BackofficeUser user, string? code)
    {
        var digits = Clean(code);
        return digits.Length == 6 && await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, digits) && used.Take(user.Id, digits);
    }

    /// <summary>A code of the app or of the paper; both count once.</summary>
    public async Task<bool> IsRightAtSignInAsync(BackofficeUser user, string? code) =>
        await IsRightAsync(user, code) || (await users.RedeemTwoFactorRecoveryCodeAsync(user, (code ?? "").Trim().ToUpperInvariant())).Succeeded;

    private static string Clean(string? code) => string.Concat((code ?? "").Where(char.IsAsciiDigit));
}

/// <param name="QrCodeSetupImageUrl">The name the client has for it.</param>
internal sealed record SecondFactorSetup(string Secret, string QrCodeSetupImageUrl, IReadOnlyList<string> RecoveryCodes);

/// <summary>Codes of apps that were used lately: somebody who looks over a shoulder must not use one again (RFC 6238, 5.2).</summary>
internal sealed class UsedCodes(TimeProvider clock)
{
    /// <summary>Longer than a code holds: Identity takes those of two and a half minutes before and after.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(Guid User, string Code), DateTimeOffset> codes = new();

    /// <returns>False when it was used already.</returns>
    public bool Take(Guid user, string code)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, _) in codes.Where(entry => entry.Value < now - Kept)) codes.TryRemove(old, out _);
        return codes.TryAdd((user, code), now);
    }
}
