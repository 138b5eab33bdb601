using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using WgsSite.Web.Hosting;

namespace WgsSite.Web.Inquiries.Abuse;

/// <summary>
/// Counts how much comes from one address, and how often the same text comes. Addresses and texts are never kept: only
/// hashes with a random salt, in memory, forgotten after an hour or two; the salt changes daily.
/// </summary>
public sealed class InquiryLimit(IOptions<InquirySettings> settings, SiteClock clock)
{
    private static readonly TimeSpan AddressWindow = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan TextWindow = TimeSpan.FromHours(1);

    /// <summary>Short texts such as „Bitte rufen Sie mich an“ are the same for many people.</summary>
    private const int ShortestText = 60;

    private const int SameText = 3;

    private readonly Lock oneAtATime = new();
    private readonly Dictionary<string, Queue<DateTime>> seen = [];
    private byte[] salt = RandomNumberGenerator.GetBytes(32);
    private DateOnly saltDay;
    private DateTime tidiedAt;

    /// <summary>Counts an inquiry of this address; the same submission, sent several times, counts once.</summary>
    /// <returns>False when there were too many of it; this one is not counted then.</returns>
    public bool Take(IPAddress? address, Guid submissionId) => Count("a", Network(address), submissionId, AddressWindow, settings.Value.PerAddress);

    /// <summary>Counts a text; the same submission counts once.</summary>
    /// <returns>True when it has come several times within the hour.</returns>
    public bool IsRepeated(string? text, Guid submissionId) => text?.Length >= ShortestText && !Count("t", Encoding.UTF8.GetBytes(text), submissionId, TextWindow, SameText);

    /// <summary>Drops what is too old to count; otherwise the last ones would stay until the next inquiry.</summary>
    public void Forget()
    {
        lock (oneAtATime) ForgetOld(clock.UtcNow);
    }

    private void ForgetOld(DateTime now)
    {
        tidiedAt = now;
        foreach (var (key, moments) in seen.ToList())
        {
            while (moments.TryPeek(out var first) && now - first > TextWindow) moments.Dequeue();
            if (moments.Count == 0) seen.Remove(key);
        }
    }

    /// <summary>A household has one IPv4 address, or a /64 of IPv6.</summary>
    private static byte[] Network(IPAddress? address)
    {
        if (address is null) return [];
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? bytes[..8] : bytes;
    }

    private bool Count(string kind, byte[] what, Guid submissionId, TimeSpan window, int most)
    {
        lock (oneAtATime)
        {
            var now = clock.UtcNow;
            if (saltDay != clock.Today)
            {
                (salt, saltDay) = (RandomNumberGenerator.GetBytes(32), clock.Today);
                seen.Clear();
            }

            if (now - tidiedAt > TimeSpan.FromMinutes(1)) ForgetOld(now);
            var submission = Hash(kind + "s", submissionId.ToByteArray());
            if (seen.ContainsKey(submission)) return true;
            var key = Hash(kind, what);
            if (!seen.TryGetValue(key, out var times)) seen[key] = times = [];
            if (times.Count(time => now - time <= window) >= most) return false;
            times.Enqueue(now);
            seen[submission] = new Queue<DateTime>([now]);
            return true;
        }
    }

    private string Hash(string kind, byte[] what) => kind + Convert.ToBase64String(HMACSHA256.HashData(salt, what));
}
