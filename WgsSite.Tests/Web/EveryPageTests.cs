using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AngleSharp.Dom;

namespace WgsSite.Tests.Web;

/// <summary>What must hold of the HTML of every page.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class EveryPageTests
{
    private static readonly string[] Expected =
    [
        "/", "/partner/", "/partner/lokaso/", "/partner/malteser/", "/partner/caritas/", "/leistungen/", "/leistungen/hausnotruf/",
        "/leistungen/menue-service/", "/leistungen/einkaufs-lieferdienst/", "/leistungen/haeusliche-pflege/",
        "/leistungen/tagespflege-eremitage/", "/leistungen/tagespflege-st-raphael/", "/leistungen/lokaso-hilfe/", "/fragen/",
        "/ansprechpartner/", "/aktuelles/", "/ueber-das-projekt/", "/impressum/", "/datenschutz/", "/barrierefreiheit/",
        "/einsatzgebiete/", "/kontakt/", "/leicht/", "/leistungen/hausnotruf/leicht/", "/leistungen/menue-service/leicht/",
        "/leistungen/einkaufs-lieferdienst/leicht/", "/leistungen/haeusliche-pflege/leicht/", "/leistungen/tagespflege-eremitage/leicht/",
        "/leistungen/tagespflege-st-raphael/leicht/", "/leistungen/lokaso-hilfe/leicht/",
    ];

    [Test]
    public async Task The_sitemap_lists_every_page_the_site_promises() =>
        Assert.That(await FirstSite.PathsAsync(), Is.SupersetOf(Expected));

    [Test]
    public async Task Every_page_has_one_h1_landmarks_a_skip_link_and_says_what_it_is()
    {
        var titles = new Dictionary<string, string>();
        foreach (var path in await FirstSite.PathsAsync())
        {
            var page = await FirstSite.PageAsync(path);
            Assert.Multiple(() =>
            {
                Assert.That(page.QuerySelectorAll("h1"), Has.Length.EqualTo(1), path);
                Assert.That(page.QuerySelectorAll("main"), Has.Length.EqualTo(1), path);
                Assert.That(page.QuerySelector("body > header"), Is.Not.Null, path);
                Assert.That(page.QuerySelector("body > footer"), Is.Not.Null, path);
                Assert.That(page.QuerySelector("a.skip")?.GetAttribute("href"), Is.EqualTo("#" + page.QuerySelector("main")!.Id), path);
                Assert.That(page.DocumentElement.GetAttribute("lang"), Is.EqualTo("de"), path);
                Assert.That(page.QuerySelector("meta[name=description]")?.GetAttribute("content"), Has.Length.InRange(20, 160), path);
                Assert.That(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"), Does.EndWith(path), path);
                Assert.That(page.QuerySelector("meta[property='og:title']"), Is.Not.Null, path);
                Assert.That(page.QuerySelector(".crumbs") is not null || path is "/" || path.EndsWith("/leicht/", StringComparison.Ordinal), path);
                Assert.That(page.QuerySelector("header a[href^='tel:']"), Is.Not.Null, path);
                Assert.That(titles.TryAdd(page.Title!, path), $"{path} and {titles[page.Title!]} share the title {page.Title}");
            });
        }
    }

    [Test]
    public async Task Headings_leave_out_no_level()
    {
        foreach (var path in await FirstSite.PathsAsync())
        {
            var page = await FirstSite.PageAsync(path);
            var last = 0;
            foreach (var heading in page.QuerySelectorAll("h1,h2,h3,h4,h5,h6"))
            {
                var level = heading.LocalName[1] - '0';
                Assert.That(level, Is.LessThanOrEqualTo(last + 1), $"{path}: {heading.TextContent}");
                last = level;
            }
        }
    }

    [Test]
    public async Task Every_word_of_the_interface_is_in_the_dictionary()
    {
        // A word nobody wrote shows as its name, as in Nav.SkipLink.
        foreach (var path in (string[])[.. await FirstSite.PathsAsync(), "/gibt-es-nicht/"])
        {
            var page = await FirstSite.PageAsync(path);
            var texts = page.All.SelectMany(element => element.ChildNodes.OfType<IText>().Select(text => text.Text)
                .Concat(element.Attributes.Where(attribute => attribute.Name is "aria-label" or "content" or "alt").Select(attribute => attribute.Value)));
            Assert.That(texts.Where(text => System.Text.RegularExpressions.Regex.IsMatch(text.Trim(), @"^[A-Z][A-Za-z]+\.[A-Z0-9][A-Za-z0-9.]*$")), Is.Empty, path);
        }
    }

    [Test]
    public async Task Every_internal_link_answers_200_and_every_anchor_exists()
    {
        var site = await FirstSite.SiteAsync();
        var links = new Dictionary<string, string>();
        var broken = new List<string>();
        foreach (var path in await FirstSite.PathsAsync())
        {
            var page = await FirstSite.PageAsync(path);
            foreach (var href in page.QuerySelectorAll("a[href], link[href]").Select(link => link.GetAttribute("href")!))
            {
                if (href.StartsWith('#') && page.GetElementById(href[1..]) is null) broken.Add($"{path} → {href}");
                if (href.StartsWith('/')) links.TryAdd(href, path);
            }
        }

        Assert.That(links, Is.Not.Empty);
        foreach (var (href, from) in links)
        {
            using var response = await site.Http.GetAsync(href);
            if (response.StatusCode != HttpStatusCode.OK) broken.Add($"{from} → {href}: {(int)response.StatusCode}");
            else if (href.IndexOf('#') is > 0 and var hash && (await FirstSite.PageAsync(href[..hash])).GetElementById(href[(hash + 1)..]) is null)
                broken.Add($"{from} → {href}: no such anchor");
        }

        Assert.That(broken, Is.Empty);
    }

    [Test]
    public async Task Html_of_every_page_is_at_most_10_KB_in_brotli()
    {
        var site = await FirstSite.SiteAsync();
        var large = new List<string>();
        foreach (var path in await FirstSite.PathsAsync())
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
            using var response = await site.Http.SendAsync(request);
            var bytes = await response.Content.ReadAsByteArrayAsync();
            Assert.That(response.Content.Headers.ContentEncoding, Is.EqualTo(["br"]), path);
            if (bytes.Length > (path == "/einsatzgebiete/" ? 16 : 10) * 1024) large.Add($"{path}: {bytes.Length} bytes");
        }

        Assert.That(large, Is.Empty);
    }

    [Test]
    public async Task No_page_runs_a_script_sets_a_cookie_or_styles_inline()
    {
        var site = await FirstSite.SiteAsync();
        foreach (var path in await FirstSite.PathsAsync())
        {
            using var response = await site.Http.GetAsync(path);
            var page = await FirstSite.PageAsync(path);
            Assert.Multiple(() =>
            {
                Assert.That(response.Headers.Contains("Set-Cookie"), Is.False, path);
                var isForm = page.QuerySelector("form.ask") is not null;
                Assert.That(page.QuerySelectorAll("script:not([type='application/ld+json'])").Select(script => script.GetAttribute("src")!.Split('?')[0]), isForm ? Is.EqualTo(["/form.js"]) : Is.Empty, path);
                Assert.That(response.Headers.GetValues("Content-Security-Policy").Single().Contains("script-src", StringComparison.Ordinal), Is.EqualTo(isForm), path);
                Assert.That(page.QuerySelectorAll("[style], style"), Is.Empty, path);
                Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("default-src 'none'"), path);
            });
        }
    }

    [Test]
    public async Task Structured_data_is_json_with_the_organisation_and_the_way_to_the_page()
    {
        foreach (var path in await FirstSite.PathsAsync())
        {
            var page = await FirstSite.PageAsync(path);
            using var json = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
            var types = json.RootElement.GetProperty("@graph").EnumerateArray().Select(item => item.GetProperty("@type").GetString()).ToList();
            Assert.That(types, Does.Contain("Organization"), path);
            if (path != "/") Assert.That(types, Does.Contain("BreadcrumbList"), path);
            if (path == "/leistungen/hausnotruf/") Assert.That(types, Does.Contain("Service"));
            if (path == "/fragen/") Assert.That(types, Does.Contain("FAQPage"));
        }
    }

    [Test]
    public async Task Text_is_set_as_Germans_set_it()
    {
        foreach (var path in await FirstSite.PathsAsync())
        {
            var page = await FirstSite.PageAsync(path);
            var text = page.QuerySelector("main")!.TextContent;
            Assert.Multiple(() =>
            {
                Assert.That(text, Does.Not.Contain("\""), path);
                Assert.That(text, Does.Not.Contain("..."), path);
                Assert.That(text.Contains('\u202F'), Is.False, path); // Not in the font.
                Assert.That(text, Does.Not.Match(@"\d %"), path);
                Assert.That(text, Does.Not.Match(@"z\. ?B\.(?<!z\.\u00A0B\.)"), path);
            });
        }
    }
}
