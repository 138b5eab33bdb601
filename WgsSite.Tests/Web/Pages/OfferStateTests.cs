using System.Net;

namespace WgsSite.Tests.Web.Pages;

/// <summary>A partner or service that is paused or has ended says so wherever its services appear.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class OfferStateTests
{
    [TestCase("/leistungen/")]
    [TestCase("/partner/")]
    [TestCase("/partner/partner-a/")]
    [TestCase("/leistungen/dienst-a/")]
    public async Task A_plate_of_a_paused_service_says_so(string path)
    {
        var page = await SmallSite.PageAsync(path);
        var plates = page.QuerySelectorAll("a.plate[href='/leistungen/dienst-in-pause/']");
        Assert.That(plates.Select(plate => plate.TextContent), Is.Not.Empty.And.All.Contain("Zurzeit nicht verfügbar"));
    }

    [TestCase("/leistungen/")]
    [TestCase("/partner/partner-p/")]
    [TestCase("/leistungen/dienst-a/")]
    public async Task A_plate_of_a_paused_partners_service_says_so(string path)
    {
        var page = await SmallSite.PageAsync(path);
        var plates = page.QuerySelectorAll("a.plate[href='/leistungen/dienst-von-partner-p/']");
        Assert.That(plates.Select(plate => plate.TextContent), Is.Not.Empty.And.All.Contain("Zurzeit nicht verfügbar"));
    }

    [TestCase("/leistungen/dienst-in-pause/", "Die Pause dauert bis März.")]
    [TestCase("/leistungen/dienst-von-partner-p/", "Partner P pausiert bis Juni.")]
    [TestCase("/partner/partner-p/", "Partner P pausiert bis Juni.")]
    [TestCase("/partner/", "Partner P pausiert bis Juni.")]
    [TestCase("/leistungen/beendeter-dienst/", "Der Dienst endete im Mai.")]
    public async Task The_page_shows_the_notice(string path, string notice) =>
        Assert.That((await SmallSite.PageAsync(path)).QuerySelector("main")!.TextContent, Does.Contain(notice));

    [Test]
    public async Task A_paused_service_is_available_nowhere()
    {
        var page = await SmallSite.PageAsync("/leistungen/dienst-in-pause/");
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelector(".facts")!.TextContent, Does.Contain("zurzeit nirgends"));
            Assert.That(page.QuerySelector("ul.states"), Is.Null);
        });
    }

    [Test]
    public async Task The_plain_language_page_of_a_paused_service_says_so() =>
        Assert.That((await SmallSite.PageAsync("/leistungen/dienst-in-pause/leicht/")).QuerySelector("main")!.TextContent, Does.Contain("Das gibt es im Moment nicht."));

    [Test]
    public async Task An_ended_service_is_linked_nowhere_but_its_page_stays()
    {
        var site = await SmallSite.SiteAsync();
        foreach (var path in (string[])["/", "/leistungen/", "/partner/", "/partner/partner-a/", "/leistungen/dienst-a/", "/fragen/"])
            Assert.That((await SmallSite.PageAsync(path)).QuerySelectorAll("a[href='/leistungen/beendeter-dienst/']"), Is.Empty, path);
        using var response = await site.Http.GetAsync("/leistungen/beendeter-dienst/");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_share_of_flats_leaves_paused_services_out_and_names_them()
    {
        // 500 flats; only in part of Astadt (300) is the one running service available, so none counts as covered.
        var band = (await SmallSite.PageAsync("/")).QuerySelector(".band")!.TextContent;
        Assert.Multiple(() =>
        {
            Assert.That(band, Does.Contain("0\u00A0%"));
            Assert.That(band, Does.Contain("Gerechnet ohne Dienst in Pause und Dienst von Partner P"));
            Assert.That(band, Does.Contain("Andere Orte: rund 100 Wohnungen."));
        });
    }
}
