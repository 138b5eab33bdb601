using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace WgsSite.Web.Hosting;

/// <summary>
/// Whom the site believes when somebody else's address is passed on: only proxies named under <c>Proxies</c> in the
/// configuration, by address or as a network such as <c>10.0.0.0/8</c>. Nobody by default.
/// </summary>
public static class KnownProxies
{
    /// <exception cref="FormatException">One of them is neither an address nor a network; the message says which.</exception>
    public static IServiceCollection AddKnownProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var named = (configuration.GetSection("Proxies").Get<string[]>() ?? []).Concat((configuration["Proxies"] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)).ToList();
        var addresses = new List<IPAddress>();
        var networks = new List<System.Net.IPNetwork>();
        foreach (var name in named)
        {
            if (IPAddress.TryParse(name, out var address)) addresses.Add(address);
            else if (System.Net.IPNetwork.TryParse(name, out var network)) networks.Add(network);
            else throw new FormatException($"Unter „Proxies“ steht keine Adresse und kein Netz: {name}");
        }

        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = named.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var address in addresses) options.KnownProxies.Add(address);
            foreach (var network in networks) options.KnownIPNetworks.Add(network);
            // One step for each proxy that is named; what a reader writes into the header beyond that is not believed.
            options.ForwardLimit = null;
        });
    }
}
