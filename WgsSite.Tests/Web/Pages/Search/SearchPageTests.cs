using System.Net;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Web.Pages.Search;

/// <summary>The search as readers meet it, with the first content.</summary>
public sealed class SearchPageTests
{
    [TestCase("/fragen/")]
    [TestCase("/gibt-es-nicht/")]
    [TestCase("/suche/")]
    public async Task AFieldLeadsToTheSearchWithoutScript(string path)
    {
        var page = await FirstSite.PageAsync(path);
        var form = page.QuerySelector("form[role=search]")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(form.GetAttribute("action"), Is.EqualTo("/suche/"));
            Assert.That(form.GetAttribute("method"), Is.EqualTo("get"));
            Assert.That(form.QuerySelector("input[name=q]"), Is.Not.Null);
        }
    }

    [Test]
    public async Task EveryHeaderLeadsToTheSearch() =>
        Assert.That((await FirstSite.PageAsync("/")).QuerySelector("header nav a[href='/suche/']")?.TextContent, Is.EqualTo("Suche"));

    [Test]
    public async Task WhatIsFoundIsGroupedAndMarked()
    {
        var page = await FirstSite.PageAsync("/suche/?q=Hausnotruf");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelectorAll("main h3").Select(heading => heading.TextContent), Is.EquivalentTo(new[] { "Leistungen", "Fragen", "Partner", "Seiten" }));
            Assert.That(page.QuerySelector(".hits h4 a mark")!.TextContent, Is.EqualTo("Hausnotruf"));
            Assert.That(page.QuerySelectorAll(".hits small").Select(mark => mark.TextContent.Trim()), Does.Contain("(Leichte Sprache)"));
        }
    }

    [Test]
    public async Task AMisspeltWordIsAskedAbout()
    {
        var page = await FirstSite.PageAsync("/suche/?q=Hasunotruf");
        var link = page.QuerySelector("main .lead a")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(link.ParentElement!.TextContent, Does.Contain("Meinten Sie"));
            Assert.That(link.GetAttribute("href"), Is.EqualTo("/suche/?q=Hausnotruf"));
        }
    }

    /// <summary>The cooperative's partners have two such houses; both are named, each with the word of explanation.</summary>
    [TestCase("Altenheim")]
    [TestCase("Pflegeheim")]
    public async Task WhoCallsAServiceByAnotherWordReadsWhatItIs(string word)
    {
        var hits = (await FirstSite.PageAsync("/suche/?q=" + word)).QuerySelectorAll("#leistungen + .hits li").Take(2).Select(hit => hit.TextContent).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(hits, Has.Count.EqualTo(2).And.All.Contains("Sie wohnen weiter zu Hause."));
            Assert.That(hits, Has.One.Contains("Eremitage"));
            Assert.That(hits, Has.One.Contains("Raphael"));
        }
    }

    [TestCase("Mieterservice+Kreuztal", "Für alle, die in Kreuztal wohnen")]
    [TestCase("Hausnotruf", "Sie drücken auf einen Knopf und sprechen mit einem Menschen.")]
    public async Task WhatIsCalledSoSaysWhatItIs(string query, string text) =>
        Assert.That((await FirstSite.PageAsync("/suche/?q=" + query)).QuerySelector(".hits li")!.TextContent, Does.Contain(text));

    [Test]
    public async Task NoTextIsTornWhereAWordStandsOut() =>
        Assert.That((await FirstSite.PageAsync("/suche/?q=Notfall")).QuerySelector("main")!.TextContent, Does.Contain("112.").And.Not.Contain("112 ."));

    [Test]
    public async Task APlaceInTheQueryIsAnsweredForEachService()
    {
        var page = await FirstSite.PageAsync("/suche/?q=Pflege+Kreuztal");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelector("#leistungen + .hits li")!.TextContent, Does.Contain("Häusliche Pflege").And.Contain("Verfügbar"));
            Assert.That(page.QuerySelector("main a[href='/einsatzgebiete/kreuztal/']"), Is.Not.Null);
        }
    }

    [Test]
    public async Task WhoFindsNothingIsHelped()
    {
        var page = await FirstSite.PageAsync("/suche/?q=Xylophon");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelector("main h2")!.TextContent, Is.EqualTo("Zu „Xylophon“ haben wir nichts gefunden."));
            Assert.That(page.QuerySelector("main a[href^='tel:']"), Is.Not.Null);
            Assert.That(page.QuerySelector("main a[href^='/kontakt/']"), Is.Not.Null);
            Assert.That(page.QuerySelectorAll("main .plate"), Is.Not.Empty);
        }
    }

    [TestCase("%22%27%3Cscript%3Ealert(1)%3C/script%3E")]
    [TestCase("a%00b")]
    [TestCase("%F0%9F%98%80")]
    [TestCase("%FF%FE")]
    [TestCase("%ED%A0%80")]
    [TestCase("a%CC%81%CC%81%CC%81%E2%80%8D%E2%80%AE")]
    [TestCase("(a%2B)%2B%24(a%2B)%2B%24(a%2B)%2B%24")]
    [TestCase("AND%20OR%20NOT%20NEAR(%20*%20%22")]
    public async Task AnyQueryIsAnsweredAndShownAsText(string query)
    {
        var site = await FirstSite.SiteAsync();
        using var answer = await site.Http.GetAsync("/suche/?q=" + query);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("<script>alert"));
        }
    }

    [TestCase("x")]
    [TestCase("pflege")]
    [TestCase("w ")]
    [TestCase("Siegen Kreuztal ")]
    [TestCase("xy\ud83d\ude00")]
    public async Task TenThousandLettersAreAnswered(string part)
    {
        var site = await FirstSite.SiteAsync();
        var query = string.Concat(Enumerable.Repeat(part, 10_000 / part.Length));
        using var answer = await site.Http.GetAsync("/suche/?q=" + Uri.EscapeDataString(query));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task AHundredAtOnceAreAnsweredEachForItself()
    {
        var site = await FirstSite.SiteAsync();
        var queries = new[] { "Hausnotruf", "Hasunotruf", "Pflege Kreuztal", "Xylophon", "Altenheim" };
        var alone = await Task.WhenAll(queries.Select(SuggestedAsync));
        var together = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => SuggestedAsync(queries[number % queries.Length])));
        Assert.That(together.Select((answer, number) => answer == alone[number % queries.Length]), Is.All.True);

        Task<string> SuggestedAsync(string query) => site.Http.GetStringAsync("/api/suche?q=" + Uri.EscapeDataString(query));
    }

    [Test]
    public async Task NobodyKeepsOrIndexesAnAnswer()
    {
        var site = await FirstSite.SiteAsync();
        using var answer = await site.Http.GetAsync("/suche/?q=Pflege");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Headers.CacheControl!.NoStore, Is.True);
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("<meta name=\"robots\" content=\"noindex\">"));
        }
    }

    [Test]
    public async Task TitlesAreSuggestedWhileSomebodyTypes()
    {
        var site = await FirstSite.SiteAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await site.Http.GetStringAsync("/api/suche?q=hausnot"), Does.Contain("Hausnotruf"));
            Assert.That(await site.Http.GetStringAsync("/api/suche"), Is.EqualTo("[]"));
            Assert.That(new FileInfo(Repository.At("WgsSite.Web", "wwwroot", "search.js")).Length, Is.LessThanOrEqualTo(3 * 1024));
        }
    }
}
