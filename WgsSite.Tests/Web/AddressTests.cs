using System.Net;
using System.Xml.Linq;

namespace WgsSite.Tests.Web;

/// <summary>Addresses that are no pages, and other ways to write those that are.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class AddressTests
{
    [TestCase("/leistungen", "/leistungen/")]
    [TestCase("/Leistungen/Hausnotruf", "/leistungen/hausnotruf/")]
    [TestCase("/leistungen/hausnotruf/leicht", "/leistungen/hausnotruf/leicht/")]
    [TestCase("/leistungen?bedarf=x", "/leistungen/?bedarf=x")]
    public async Task Other_ways_to_write_an_address_lead_to_the_one_form(string asked, string expected)
    {
        var site = await FirstSite.SiteAsync();
        using var response = await site.Http.GetAsync(asked);
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.MovedPermanently));
            Assert.That(response.Headers.Location!.ToString(), Is.EqualTo(expected));
        });
    }

    [TestCase("/gibt-es-nicht/")]
    [TestCase("/gibt-es-nicht")]
    [TestCase("/einstellungen/")]
    [TestCase("/beduerfnisse/")]
    [TestCase("/Home/Home")]
    [TestCase("/Services/Service")]
    [TestCase("/leistungen/leicht/")]
    [TestCase("/..%2f..%2fetc/passwd")]
    [TestCase("/media/../cms.db")]
    [TestCase("/%F0%9F%92%A9/")]
    [TestCase("/fehler/404/")]
    [TestCase("/fehler/500/")]
    [TestCase("/fehler/200/")]
    [TestCase("/leistungen/feed.xml")]
    public async Task What_does_not_exist_is_a_404_in_the_sites_look_with_a_phone_number(string path)
    {
        var site = await FirstSite.SiteAsync();
        using var response = await site.Http.GetAsync(path);
        var html = await response.Content.ReadAsStringAsync();
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(html, Does.Contain("<h1>").And.Contain("class=\"phone\"").And.Not.Contain("Exception").And.Not.Contain("canonical"));
        });
    }

    [TestCase("POST", "/leistungen/")]
    [TestCase("PUT", "/")]
    [TestCase("DELETE", "/nix/")]
    [TestCase("OPTIONS", "/")]
    [TestCase("FOO", "/fehler/404/")]
    public async Task The_site_is_read_and_nothing_else(string method, string path)
    {
        var site = await FirstSite.SiteAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await site.Http.SendAsync(request);
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
            Assert.That(response.Content.Headers.Allow, Is.EquivalentTo(["GET", "HEAD"]));
        });
    }

    [TestCase("/sitemap.xml")]
    [TestCase("/robots.txt")]
    [TestCase("/aktuelles/feed.xml")]
    [TestCase("/.well-known/security.txt")]
    [TestCase("/leistungen/")]
    [TestCase("/site.css")]
    public async Task Head_is_answered_as_get_is(string path)
    {
        var site = await FirstSite.SiteAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var response = await site.Http.SendAsync(request);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_forged_host_changes_no_address_on_the_page()
    {
        var site = await FirstSite.SiteAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";
        using var response = await site.Http.SendAsync(request);
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Not.Contain("evil.example"));
    }

    [Test]
    public async Task The_feed_is_atom_with_the_news_newest_first()
    {
        var site = await FirstSite.SiteAsync();
        using var response = await site.Http.GetAsync("/aktuelles/feed.xml");
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync());
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var dates = feed.Descendants(atom + "published").Select(date => DateTime.Parse(date.Value)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/atom+xml"));
            Assert.That(dates, Has.Count.GreaterThanOrEqualTo(3).And.Ordered.Descending);
        });
    }

    [Test]
    public async Task Robots_security_and_sitemap_name_what_they_must()
    {
        var site = await FirstSite.SiteAsync();
        var robots = await site.Http.GetStringAsync("/robots.txt");
        var security = await site.Http.GetStringAsync("/.well-known/security.txt");
        Assert.Multiple(() =>
        {
            Assert.That(robots, Does.Contain($"Sitemap: {site.Address}sitemap.xml"));
            Assert.That(security, Does.Contain("Contact: mailto:").And.Contain("Expires: "));
        });
    }

    [Test]
    public async Task The_style_sheet_is_at_most_16_KB_and_the_font_is_there()
    {
        var site = await FirstSite.SiteAsync();
        var css = await site.Http.GetByteArrayAsync("/site.css");
        using var font = await site.Http.GetAsync("/fonts/atkinson-hyperlegible-next-latin-400-normal.woff2");
        Assert.Multiple(() =>
        {
            Assert.That(css, Has.Length.LessThanOrEqualTo(16 * 1024));
            Assert.That(font.Content.Headers.ContentType!.MediaType, Is.EqualTo("font/woff2"));
            Assert.That(font.Headers.CacheControl!.MaxAge, Is.GreaterThan(TimeSpan.FromDays(300)));
        });
    }
}
