using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Delivery;
using WgsSite.Cms.Media;
using WgsSite.Cms.Publishing;
using WgsSite.Web.Backoffice.Coverage;
using WgsSite.Web.Caching;
using WgsSite.Web.Content;
using WgsSite.Web.Pages.Coverage;
using WgsSite.Web.Pages.News;
using WgsSite.Web.Pages.OpenReferral;
using WgsSite.Web.Pages.Search;
using WgsSite.Web.Pages.WellKnown;
using WgsSite.Web.Security;

namespace WgsSite.Web.Hosting;

/// <summary>The order in which a request passes through the site.</summary>
public static class SitePipeline
{
    private const string Media = "media";
    private const string Year = "public, max-age=31536000, immutable";
    private static readonly string[] Reading = ["GET", "HEAD"];

    /// <summary>
    /// What is answered here or by files, and by no page of an editor. Names never lead to a segment with a dot, so that
    /// files need not be named.
    /// </summary>
    public static ReservedSegments OwnAddresses { get; } = new(
        first: ["api", "health", "sitemap.xml", "robots.txt", ".well-known", "fehler", "anfrage", Media, "fonts", SearchModel.Segment],
        below: [SiteContentReader.PlainSegment.TrimEnd('/')]);

    public static void AddSiteCompression(this IServiceCollection services)
    {
        // Compressing over TLS could give secrets away that stand beside what somebody else made the reader send (BREACH).
        // There are none: a form's token is new each time, and posts from elsewhere are refused.
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/atom+xml", "application/ld+json"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
    }

    public static void UseSite(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseMiddleware<DraftPages>();
        app.UseDeliveryApi();
        app.UseBackoffice(routes => routes.MapCoverageEditor());
        app.Use(OnlyKnownMethods);
        app.UseExceptionHandler("/fehler/500/");
        app.UseStatusCodePagesWithReExecute("/fehler/{0}/");
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = CacheFile });
        app.UseMedia();
        app.UseMiddleware<DocumentRouting>();
        app.UseMiddleware<PageCache>();
        app.UseRouting();
        app.MapRazorPages();
        app.MapMethods("/sitemap.xml", Reading, Sitemap.Get);
        app.MapMethods("/robots.txt", Reading, Robots.Get);
        app.MapMethods("/.well-known/security.txt", Reading, SecurityTxt.Get);
        app.MapMethods("/health", Reading, Health.Get);
        app.MapMethods("/api/coverage", Reading, CoverageApi.Get);
        app.MapServicesApi();
        app.MapMethods("/api/suche", Reading, SearchSuggestions.Get);
        app.MapMethods("/{list}/feed.xml", Reading, NewsFeed.Get);
        app.MapDynamicPageRoute<DocumentRoute>("{**path}");
    }

    /// <summary>The public site is read; only forms are sent.</summary>
    private static Task OnlyKnownMethods(HttpContext context, RequestDelegate next)
    {
        if (Reading.Contains(context.Request.Method, StringComparer.Ordinal)) return next(context);
        var isForm = DocumentRouting.Find(context.RequestServices.GetRequiredService<SiteContentSource>().Current, context.Request.Path) is { } page && DocumentPages.HasForm(page);
        if (isForm && HttpMethods.IsPost(context.Request.Method)) return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = string.Join(", ", isForm ? [.. Reading, "POST"] : Reading);
        return Task.CompletedTask;
    }

    /// <summary>Files named with their version in the address never change; others are asked for again after a while.</summary>
    private static void CacheFile(StaticFileResponseContext context) => context.Context.Response.Headers.CacheControl =
        context.Context.Request.Query.ContainsKey("v") || context.Context.Request.Path.StartsWithSegments("/fonts") ? Year : "public, max-age=3600";
}
