using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;

namespace WgsSite.Web.Hosting;

/// <summary>
/// The site's own address, for canonical links, feeds and the sitemap. It comes from
/// <c>Umbraco:CMS:WebRouting:UmbracoApplicationUrl</c> and never from a request, whose Host header anybody can write.
/// </summary>
public sealed class SiteAddress(IOptions<WebRoutingSettings> settings, IServer server, IHostEnvironment environment)
{
    /// <summary>Without a trailing slash; null in production while the operator has not set it.</summary>
    public string? Root
    {
        get
        {
            var configured = settings.Value.UmbracoApplicationUrl;
            if (!string.IsNullOrWhiteSpace(configured)) return configured.TrimEnd('/');
            return environment.IsDevelopment() ? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/') : null;
        }
    }

    /// <returns>Null while the site does not know its address.</returns>
    public string? Of(string path) => Root is { } root ? root + path : null;
}
