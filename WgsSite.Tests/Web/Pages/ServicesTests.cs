namespace WgsSite.Tests.Web.Pages;

[Parallelizable(ParallelScope.All)]
internal sealed class ServicesTests
{
    [Test]
    public async Task Services_stand_under_their_degree_of_support_in_order()
    {
        var page = await FirstSite.PageAsync("/leistungen/");
        Assert.That(page.QuerySelectorAll("main .partner h2").Select(heading => heading.TextContent),
            Is.EqualTo(["1Alltag erleichtern", "2Sicherheit", "3Unterstützung", "4Pflege"]));
        Assert.That(page.QuerySelectorAll("main .plate"), Has.Length.EqualTo(7));
    }

    [TestCase("warm-essen", new[] { "/leistungen/menue-service/" })]
    [TestCase("nicht-mehr-schwer-tragen", new[] { "/leistungen/einkaufs-lieferdienst/", "/leistungen/lokaso-hilfe/" })]
    [TestCase("tagsueber-gesellschaft", new[] { "/leistungen/tagespflege-eremitage/", "/leistungen/tagespflege-st-raphael/" })]
    public async Task A_need_narrows_the_list_to_what_answers_it(string need, string[] expected)
    {
        var page = await FirstSite.PageAsync($"/leistungen/?bedarf={need}");
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelectorAll("main .plate").Select(plate => plate.GetAttribute("href")), Is.EquivalentTo(expected));
            Assert.That(page.QuerySelector($"option[value='{need}']")!.HasAttribute("selected"), Is.True);
        });
    }

    [TestCase("gibt-es-nicht")]
    [TestCase("%3Cscript%3Ealert(1)%3C/script%3E")]
    [TestCase("%00")]
    [TestCase("x&bedarf=y")]
    public async Task A_need_nobody_knows_shows_everything_and_says_so(string need)
    {
        var page = await FirstSite.PageAsync($"/leistungen/?bedarf={need}");
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelectorAll("main .plate"), Has.Length.EqualTo(7));
            Assert.That(page.QuerySelector("[role=status]")!.TextContent, Is.Not.Empty);
            Assert.That(page.QuerySelectorAll("main script"), Is.Empty);
        });
    }

    [Test]
    public async Task A_service_shows_all_a_tenant_must_know()
    {
        var page = await FirstSite.PageAsync("/leistungen/hausnotruf/");
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Contain("Malteser Hilfsdienst"));
            Assert.That(text, Does.Contain("Stufe 2 von 4: Sicherheit"));
            Assert.That(page.QuerySelectorAll("main .steps li"), Has.Length.EqualTo(3));
            Assert.That(text, Does.Contain("Den Preis nennen Ihnen die Malteser auf Anfrage."));
            Assert.That(text, Does.Contain("Siegen und Kreuztal"));
            Assert.That(page.QuerySelectorAll("main .plate"), Is.Not.Empty);
            Assert.That(page.QuerySelector("aside a.phone")!.TextContent, Is.EqualTo("0221\u00A04710-100"));
            Assert.That(page.QuerySelector("main a[href='/leistungen/hausnotruf/leicht/']"), Is.Not.Null);
        });
    }
}
