using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Routing;
using WgsSite.Cms.Publishing;
using WgsSite.Web.Content;

namespace WgsSite.Web.Hosting;

/// <summary>
/// Finds the document a path names, before routing: redirects other ways of writing an address (capitals, no trailing
/// slash, a path a page once had) to the one it has.
/// </summary>
public sealed class DocumentRouting(RequestDelegate next, SiteContentSource source)
{
    public Task InvokeAsync(HttpContext context)
    {
        var site = context.Features.Get<PreviewedSite>()?.Site ?? source.Current;
        var path = context.Request.Path.Value ?? "/";
        var canonical = Canonical(path);
        var (document, isPlain) = Find(site, canonical);
        context.Features.Set(new RequestedPage(site, document, isPlain));

        var (target, targetIsPlain) = document is not null ? (document, isPlain) : FindMoved(site, canonical);
        // A type without a page of its own (a need, the settings) has a path in the tree, but nothing to show there.
        if (target is null || !DocumentPages.Has(target)) return next(context);
        var address = targetIsPlain ? target.Path + SiteContentReader.PlainSegment : target.Path;
        if (address == path || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))) return next(context);

        context.Response.Redirect(new PathString(address).ToUriComponent() + context.Request.QueryString, permanent: true);
        return Task.CompletedTask;
    }

    /// <summary>The document a path names, however it is written; null for other pages.</summary>
    public static PublishedDocument? Find(SiteContent site, PathString path) => Find(site, Canonical(path.Value ?? "/")).Document;

    /// <summary>Where a page that once had this path is now; the same for its text in Leichte Sprache.</summary>
    private static (PublishedDocument? Document, bool IsPlain) FindMoved(SiteContent site, string path)
    {
        if (site.Snapshot.FindRedirect(path) is { } moved) return (moved, false);
        if (!path.EndsWith("/" + SiteContentReader.PlainSegment, StringComparison.Ordinal)) return (null, false);
        var page = site.Snapshot.FindRedirect(path[..^SiteContentReader.PlainSegment.Length]);
        return page is not null && site.PlainPages.ContainsKey(page.Key) ? (page, true) : (null, false);
    }

    private static (PublishedDocument? Document, bool IsPlain) Find(SiteContent site, string path)
    {
        if (site.Snapshot.FindByPath(path) is { } document) return (document, false);
        if (!path.EndsWith("/" + SiteContentReader.PlainSegment, StringComparison.Ordinal)) return (null, false);
        var page = site.Snapshot.FindByPath(path[..^SiteContentReader.PlainSegment.Length]);
        return page is not null && site.PlainPages.ContainsKey(page.Key) ? (page, true) : (null, false);
    }

    private static string Canonical(string path)
    {
        var lower = path.ToLowerInvariant();
        return lower.EndsWith('/') ? lower : lower + "/";
    }
}

/// <summary>Hands a request for a document to the Razor page of the document's type.</summary>
public sealed class DocumentRoute : DynamicRouteValueTransformer
{
    public override ValueTask<RouteValueDictionary> TransformAsync(HttpContext httpContext, RouteValueDictionary values)
    {
        var requested = httpContext.Features.Get<RequestedPage>();
        var page = requested?.Document is { } document ? requested.IsPlain ? DocumentPages.Plain : DocumentPages.For(document, requested.Site) : null;
        return ValueTask.FromResult(page is null ? null! : new RouteValueDictionary { ["page"] = page });
    }
}

/// <summary>Which Razor page shows documents of which type.</summary>
public static class DocumentPages
{
    public const string Plain = "/PlainLanguage/PlainLanguage";

    private static readonly Dictionary<string, string> ByType = new(StringComparer.OrdinalIgnoreCase)
    {
        ["home"] = "/Home/Home",
        ["partnerList"] = "/Partners/Partners",
        ["partner"] = "/Partners/Partner",
        ["serviceList"] = "/Services/Services",
        ["service"] = "/Services/Service",
        ["coveragePage"] = "/Coverage/Coverage",
        ["municipality"] = "/Coverage/Place",
        ["faqList"] = "/Faq/Faq",
        ["contactList"] = "/Contact/ContactPersons",
        ["contactPage"] = "/Contact/Contact",
        ["callBackPage"] = "/Contact/CallBack",
        ["newsList"] = "/News/News",
        ["newsItem"] = "/News/NewsItem",
        ["page"] = "/Info/Info",
    };

    public static bool Has(PublishedDocument document) => ByType.ContainsKey(document.Type.Alias);

    /// <summary>True for pages that take what readers send.</summary>
    public static bool HasForm(PublishedDocument document) => document.Type.Alias is "contactPage" or "callBackPage";

    /// <returns>Null for types without a page, and for documents whose content is not enough for one.</returns>
    public static string? For(PublishedDocument document, SiteContent site) =>
        site.Pages.ContainsKey(document.Key) ? ByType.GetValueOrDefault(document.Type.Alias) : null;
}

/// <summary>Registration of the Razor pages.</summary>
public static class SitePages
{
    public static void AddSitePages(this IServiceCollection services) => services.AddRazorPages(options =>
        options.Conventions.AddFolderRouteModelConvention("/", page =>
        {
            // Pages of documents are reached through the document's path only, never as /Services/Service. A page that
            // states a route of its own keeps it.
            foreach (var route in page.Selectors.Select(selector => selector.AttributeRouteModel).OfType<AttributeRouteModel>())
                route.SuppressPathMatching = route.Template == page.ViewEnginePath.TrimStart('/');
        }));
}
