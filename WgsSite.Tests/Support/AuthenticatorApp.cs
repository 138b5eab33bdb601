using System.Globalization;
using System.Net;
using System.Security.Cryptography;

namespace WgsSite.Tests.Support;

/// <summary>What an authenticator app shows (RFC 6238: SHA-1, six digits, half a minute each).</summary>
internal static class AuthenticatorApp
{
    /// <param name="secret">Base32.</param>
    /// <param name="steps">0 for now, -1 for the code before.</param>
    public static string CodeAt(string secret, int steps)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(secret.Select(letter => Convert.ToString(letters.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(index => Convert.ToByte(bits.Substring(index * 8, 8), 2)).ToArray();
        var moment = BitConverter.GetBytes(IPAddress.HostToNetworkOrder((DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + steps));
#pragma warning disable CA5350 // The algorithm apps have.
        var hash = HMACSHA1.HashData(key, moment);
#pragma warning restore CA5350
        var offset = hash[^1] & 15;
        var number = ((hash[offset] & 127) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
