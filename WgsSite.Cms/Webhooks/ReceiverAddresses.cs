using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace WgsSite.Cms.Webhooks;

/// <summary>
/// Where calls may go: to the public internet, and to networks an operator named. Whoever may register a webhook must not get
/// at what only the server can reach: other machines of its network, itself, the metadata service of its provider.
/// </summary>
/// <param name="allowed">Networks beside the public internet.</param>
internal sealed class ReceiverAddresses(IReadOnlyList<IPNetwork> allowed)
{
    /// <summary>Setting with networks or addresses, as a list or with commas between them.</summary>
    public const string Setting = "Webhooks:AllowedNetworks";

    /// <summary>https://www.iana.org/assignments/iana-ipv4-special-registry, multicast, and Azure's 168.63.129.16, which only machines there reach.</summary>
    private static readonly IPNetwork[] NotPublic4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32");

    /// <summary>The only range of public unicast addresses, https://www.iana.org/assignments/ipv6-address-space; all else is loopback, link-local, unique local, multicast or unassigned.</summary>
    private static readonly IPNetwork Public6 = IPNetwork.Parse("2000::/3");

    /// <summary>https://www.iana.org/assignments/iana-ipv6-special-registry, within <see cref="Public6"/>: with tunnels, whose far end could be anywhere.</summary>
    private static readonly IPNetwork[] NotPublic6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /// <summary>IPv4 addresses behind a translator (RFC 6052): the last four bytes are the address.</summary>
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    public bool AllowsAny => allowed.Count > 0;

    /// <exception cref="FormatException">One of them is neither an address nor a network; the message says which.</exception>
    public static ReceiverAddresses Read(IConfiguration configuration) => new([
        .. (configuration.GetSection(Setting).Get<string[]>() ?? [])
            .Concat((configuration[Setting] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
            .Select(name => IPNetwork.TryParse(name, out var network) ? network
                : IPAddress.TryParse(name, out var address) ? new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128)
                : throw new FormatException($"Unter „{Setting}“ steht keine Adresse und kein Netz: {name}")),
    ]);

    public bool Allows(IPAddress address) => IsNamed(address) || IsPublic(address);

    /// <summary>Whether an operator named it.</summary>
    public bool IsNamed(IPAddress address)
    {
        var plain = Plain(address);
        return allowed.Any(network => network.Contains(plain));
    }

    public static bool IsPublic(IPAddress address)
    {
        var plain = Plain(address);
        return plain.AddressFamily switch
        {
            AddressFamily.InterNetwork => !NotPublic4.Any(network => network.Contains(plain)),
            AddressFamily.InterNetworkV6 => Public6.Contains(plain) && !NotPublic6.Any(network => network.Contains(plain)),
            _ => false,
        };
    }

    /// <summary>The IPv4 address that an IPv6 address stands for, where it does.</summary>
    private static IPAddress Plain(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : address.AddressFamily == AddressFamily.InterNetworkV6 && Translated.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(12))
        : address;

    private static IPNetwork[] Networks(params string[] networks) => [.. networks.Select(IPNetwork.Parse)];
}
