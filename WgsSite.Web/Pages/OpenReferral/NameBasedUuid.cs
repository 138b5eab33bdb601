using System.Security.Cryptography;
using System.Text;

namespace WgsSite.Web.Pages.OpenReferral;

/// <summary>
/// UUIDs of what has no key of its own, made from the key of what it belongs to and a name that stays (RFC 9562, 5.5:
/// version 5). The same every time, on every machine.
/// </summary>
public static class NameBasedUuid
{
    public static Guid Of(Guid space, string name)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The RFC asks for SHA-1, and nothing is kept secret or signed by it.
        SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)], hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
