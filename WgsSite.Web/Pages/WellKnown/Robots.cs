using WgsSite.Web.Hosting;

namespace WgsSite.Web.Pages.WellKnown;

/// <summary>Search engines may read all pages (RFC 9309).</summary>
public static class Robots
{
    public static IResult Get(SiteAddress address) => Results.Text(
        "User-agent: *\nDisallow: /umbraco/\nDisallow: /fehler/\n" + (address.Of("/sitemap.xml") is { } sitemap ? $"\nSitemap: {sitemap}\n" : ""));
}
