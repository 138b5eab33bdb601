using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using WgsSite.Web.Hosting;

namespace WgsSite.Web.Inquiries.Abuse;

/// <summary>
/// Goes out with each form and comes back with it: the id of the submission and when the form was shown, sealed, so that
/// neither can be made up.
/// </summary>
/// <param name="IssuedAt">UTC.</param>
public sealed record FormToken(Guid SubmissionId, DateTime IssuedAt);

/// <summary>Seals and opens tokens.</summary>
public sealed class FormTokens(IDataProtectionProvider protection, SiteClock clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("WgsSite.FormToken");

    public FormToken New() => new(Guid.NewGuid(), clock.UtcNow);

    /// <returns>Null while the keys cannot be used.</returns>
    public string? Seal(FormToken token)
    {
        Span<byte> bytes = stackalloc byte[24];
        token.SubmissionId.TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes[16..], token.IssuedAt.Ticks);
        try
        {
            return Base64Url.EncodeToString(protector.Protect(bytes.ToArray()));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <returns>Null for what was not sealed here.</returns>
    public FormToken? Open(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 1000 || !Base64Url.IsValid(text)) return null;
        try
        {
            var bytes = protector.Unprotect(Base64Url.DecodeFromChars(text));
            return new FormToken(new Guid(bytes.AsSpan(0, 16)), new DateTime(BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(16)), DateTimeKind.Utc));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
