using System.Xml.Linq;
using WgsSite.Web.Content;
using WgsSite.Web.Hosting;

namespace WgsSite.Web.Pages.News;

/// <summary>The news as an Atom feed (RFC 4287).</summary>
public static class NewsFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static IResult Get(string list, HttpContext context, SiteAddress address)
    {
        var site = context.Features.Get<RequestedPage>()!.Site;
        if (site.Only<ListPage>("newsList") is not { } page || page.Meta.Path != $"/{list}/" || address.Of(page.Meta.Path) is not { } url) return Results.NotFound();
        var feed = new XElement(
            Atom + "feed",
            new XElement(Atom + "id", url),
            new XElement(Atom + "title", $"{site.Settings.SiteName}: {page.Headline}"),
            new XElement(Atom + "updated", Time(site.News.Select(item => item.Meta.UpdatedAt).Append(page.Meta.UpdatedAt).Max())),
            new XElement(Atom + "author", new XElement(Atom + "name", site.Settings.Organisation)),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", url + "feed.xml")),
            new XElement(Atom + "link", new XAttribute("href", url)),
            site.News.Select(item => new XElement(
                Atom + "entry",
                new XElement(Atom + "id", $"urn:uuid:{item.Key}"),
                new XElement(Atom + "title", item.Title),
                new XElement(Atom + "published", Time(item.Date.ToDateTime(TimeOnly.MinValue))),
                new XElement(Atom + "updated", Time(item.Meta.UpdatedAt)),
                new XElement(Atom + "link", new XAttribute("href", address.Of(item.Meta.Path)!)),
                new XElement(Atom + "summary", item.Teaser))));
        return Results.Text(new XDeclaration("1.0", "utf-8", null) + "\n" + feed, "application/atom+xml", System.Text.Encoding.UTF8);
    }

    private static string Time(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ssZ");
}
