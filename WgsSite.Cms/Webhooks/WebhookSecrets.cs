using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Webhooks;

/// <summary>
/// What receivers know a call by: signatures as Standard Webhooks 1.0 has them
/// (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md), for which there are libraries
/// in most languages. Secrets and headers of webhooks lie in the database encrypted.
/// </summary>
public sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    /// <summary>Header: unique for each message, and the same however often it is sent.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>Header: when it was sent, in seconds since 1970-01-01 UTC.</summary>
    public const string TimestampHeader = "webhook-timestamp";

    /// <summary>Header: one signature or, after a new secret was made, two with a space between them.</summary>
    public const string SignatureHeader = "webhook-signature";

    /// <summary>How long a new secret and the one before it are both used, so that receivers can change over.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    private const string Prefix = "whsec_";
    private const int Length = 32;

    private readonly IDataProtector protector = protection.CreateProtector("Webhooks");

    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length));

    /// <summary>One signature: <c>v1,</c> and the HMAC-SHA256 over <c>id.timestamp.body</c> in Base64.</summary>
    /// <param name="secret"><c>whsec_</c> and the key in Base64.</param>
    public static string Sign(string secret, string id, long timestamp, string body) => "v1," + Convert.ToBase64String(HMACSHA256.HashData(
        Convert.FromBase64String(secret[Prefix.Length..]),
        Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}.{timestamp}.{body}"))));

    /// <summary>The value of <see cref="SignatureHeader"/>.</summary>
    /// <exception cref="CryptographicException">The keys the secret was encrypted with are gone.</exception>
    public string SignaturesOf(WebhookRow webhook, string id, DateTimeOffset now, string body)
    {
        var secrets = webhook.FormerSecret is { } former && now.UtcDateTime < webhook.FormerSecretUntil ? [webhook.Secret, former] : new[] { webhook.Secret };
        return string.Join(' ', secrets.Select(secret => Sign(Reveal(secret), id, now.ToUnixTimeSeconds(), body)));
    }

    public string Hide(string text) => protector.Protect(text);

    /// <exception cref="CryptographicException">The keys it was encrypted with are gone.</exception>
    public string Reveal(string text) => protector.Unprotect(text);

    public string Hide(IReadOnlyDictionary<string, string> headers) => Hide(JsonSerializer.Serialize(headers));

    /// <inheritdoc cref="Reveal(string)"/>
    public IReadOnlyDictionary<string, string> HeadersOf(WebhookRow webhook) => JsonSerializer.Deserialize<Dictionary<string, string>>(Reveal(webhook.Headers))!;
}
