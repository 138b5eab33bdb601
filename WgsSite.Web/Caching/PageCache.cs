using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using WgsSite.Cms.Caching;
using WgsSite.Web.Content;
using WgsSite.Web.Hosting;

namespace WgsSite.Web.Caching;

/// <summary>
/// Keeps the pages of documents as they were last sent, for as long as the content they came from is the published one.
/// Addresses with a query are not kept: anybody can think of a new one.
/// </summary>
internal sealed class PageCache
{
    private readonly RequestDelegate next;
    private volatile Kept kept = new(null);

    public PageCache(RequestDelegate next, IWebHostEnvironment environment)
    {
        this.next = next;
        // Pages name the version of the style sheet; someone who works on it must see the new one.
        ChangeToken.OnChange(() => environment.WebRootFileProvider.Watch("*.css"), () => kept = new Kept(null));
    }

    public async Task InvokeAsync(HttpContext context)
    {
        var requested = context.Features.Get<RequestedPage>();
        if (requested?.Document is null || context.Features.Get<PreviewedSite>() is not null || context.Request.QueryString.HasValue || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
        {
            await next(context);
            return;
        }

        var pages = PagesOf(requested.Site);
        var path = context.Request.Path.Value!;
        if (!pages.TryGetValue(path, out var page))
        {
            page = await RenderAsync(context);
            if (page is null) return;
            pages[path] = page;
        }

        await page.WriteAsync(context);
    }

    /// <summary>The pages of one published state. A request that began before a publish keeps to its own.</summary>
    private ConcurrentDictionary<string, CachedAnswer> PagesOf(SiteContent site)
    {
        var now = kept;
        if (ReferenceEquals(now.Site, site)) return now.Pages;
        var fresh = new Kept(site);
        if (now.Site is null || now.Site.Snapshot.Number < site.Snapshot.Number) kept = fresh;
        return fresh.Pages;
    }

    /// <returns>Null when the answer is not a page to keep; it has been sent then.</returns>
    private async Task<CachedAnswer?> RenderAsync(HttpContext context)
    {
        var body = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        var response = context.Response;
        if (response.StatusCode == StatusCodes.Status200OK && response.ContentType is { } type && !response.Headers.ContainsKey("Set-Cookie") && response.Headers.CacheControl != "no-store")
            return new CachedAnswer(buffer.ToArray(), type);
        buffer.Position = 0;
        if (buffer.Length > 0) await buffer.CopyToAsync(body, context.RequestAborted);
        return null;
    }

    private sealed record Kept(SiteContent? Site)
    {
        public ConcurrentDictionary<string, CachedAnswer> Pages { get; } = new(StringComparer.Ordinal);
    }
}
