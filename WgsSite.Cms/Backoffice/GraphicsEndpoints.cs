using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace WgsSite.Cms.Backoffice;

/// <summary>The site's logo where the client asks for logos (17.1.0: apps/app/app-logo.element.js, core/auth/modals).</summary>
internal static class GraphicsEndpoints
{
    private const string Path = BackofficePaths.Security + "/graphics";

    public const string Logo = Path + "/logo";

    public static void MapGraphics(this IEndpointRouteBuilder routes)
    {
        foreach (var name in new[] { "logo", "logo-alternative", "login-logo", "login-logo-alternative" }) routes.MapGet($"{Path}/{name}", Get).AllowAnonymous();
        // A plain ground: the client asks for a picture here.
        routes.MapGet($"{Path}/login-background", () => Svg("""<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="#f3f3f5"/></svg>""")).AllowAnonymous();
    }

    private static CachedSvg Get(IOptions<BackofficeOptions> options) =>
        Svg(options.Value.LogoSvg ?? """<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>""");

    private static CachedSvg Svg(string svg) => new CachedSvg(svg);

    /// <summary>Asked for with each page of the client; a new logo may take an hour to be seen.</summary>
    private sealed class CachedSvg(string svg) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.CacheControl = "public, max-age=3600";
            return Results.Text(svg, "image/svg+xml").ExecuteAsync(httpContext);
        }
    }
}
