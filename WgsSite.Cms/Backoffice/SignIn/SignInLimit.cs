using System.Net;
using System.Threading.RateLimiting;

namespace WgsSite.Cms.Backoffice.SignIn;

/// <summary>
/// How often one address may try to sign in. Accounts are closed after a few wrong passwords each; this is against
/// trying one password with many names.
/// </summary>
internal sealed class SignInLimit : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> attempts = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetSlidingWindowLimiter(address, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = 20,
            Window = TimeSpan.FromMinutes(10),
            SegmentsPerWindow = 10,
        }));

    /// <returns>False when this address has tried too often lately.</returns>
    public bool Try(IPAddress? address) => attempts.AttemptAcquire(Network(address ?? IPAddress.None)).IsAcquired;

    public void Dispose() => attempts.Dispose();

    /// <summary>A household has a whole /64 of IPv6 addresses: the network counts, not the address.</summary>
    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes);
    }
}
