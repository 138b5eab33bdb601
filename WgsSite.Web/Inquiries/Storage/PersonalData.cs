using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;

namespace WgsSite.Web.Inquiries.Storage;

/// <summary>
/// Encrypts what says something about a person before it is stored. The keys lie in a folder of their own: see
/// <see cref="InquiryServices"/> and <c>docs/betrieb.md</c> for what that protects against.
/// </summary>
public sealed class PersonalData(IDataProtectionProvider protection)
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly IDataProtector protector = protection.CreateProtector("WgsSite.Inquiries.PersonalData");

    public byte[] Protect<T>(T value) => protector.Protect(JsonSerializer.SerializeToUtf8Bytes(value, Json));

    /// <returns>Null when the key is gone.</returns>
    public T? Unprotect<T>(byte[] bytes)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(protector.Unprotect(bytes), Json);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
