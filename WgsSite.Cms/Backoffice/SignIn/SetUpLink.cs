using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace WgsSite.Cms.Backoffice.SignIn;

/// <summary>
/// The link through which the first administrator is made. It lives in memory only: every start without users makes a new
/// one, which holds for a day and for one use.
/// </summary>
/// <param name="clock">Tells when it has run out.</param>
public sealed class SetUpLink(TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly Lock gate = new();
    private byte[]? hash;
    private DateTimeOffset expires;

    /// <summary>Makes the link; an older one is void from then on.</summary>
    /// <returns>Path and query of the page.</returns>
    public string Create()
    {
        var code = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        lock (gate)
        {
            hash = Hash(code);
            expires = clock.GetUtcNow() + Lifetime;
        }

        return $"{BackofficePaths.SetUp}?code={code}";
    }

    public bool IsValid(string? code)
    {
        lock (gate) return code is not null && hash is not null && clock.GetUtcNow() < expires && CryptographicOperations.FixedTimeEquals(hash, Hash(code));
    }

    /// <summary>The link has done its work.</summary>
    public void Spend()
    {
        lock (gate) hash = null;
    }

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
