using System.Xml.Linq;
using WgsSite.Cms.Publishing;
using WgsSite.Web.Hosting;

namespace WgsSite.Web.Pages.WellKnown;

/// <summary>All pages that search engines may list (https://www.sitemaps.org/protocol.html).</summary>
public static class Sitemap
{
    private static readonly XNamespace Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static IResult Get(HttpContext context, SiteAddress address)
    {
        if (address.Root is null) return Results.NotFound();
        var site = context.Features.Get<RequestedPage>()!.Site;
        var pages = site.Snapshot.Documents
            .Where(document => DocumentPages.For(document, site) is not null && !document.Flag("noIndex"))
            .Select(document => (document.Path, document.UpdatedAt))
            .Concat(site.PlainPages.Values.Where(page => !page.Meta.NoIndex).Select(page => (page.Meta.Path, page.Meta.UpdatedAt)))
            .OrderBy(page => page.Path, StringComparer.Ordinal);
        var xml = new XElement(Schema + "urlset", pages.Select(page => new XElement(
            Schema + "url",
            new XElement(Schema + "loc", address.Of(page.Path)),
            new XElement(Schema + "lastmod", page.UpdatedAt.ToString("yyyy-MM-ddTHH:mm:ssZ")))));
        return Results.Text(new XDeclaration("1.0", "utf-8", null) + "\n" + xml, "application/xml", System.Text.Encoding.UTF8);
    }
}
