using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;

namespace WgsSite.Cms.Backoffice.SignIn;

/// <summary>Where a page of this backoffice can come from.</summary>
internal static class OwnOrigins
{
    /// <returns>The address the browser has open, and the one the operator named: a proxy may have changed the first.</returns>
    public static IEnumerable<string> Of(HttpRequest request)
    {
        yield return $"{request.Scheme}://{request.Host}";
        if (request.HttpContext.RequestServices.GetRequiredService<IOptions<WebRoutingSettings>>().Value.UmbracoApplicationUrl is { Length: > 0 } named) yield return named.TrimEnd('/');
    }
}
