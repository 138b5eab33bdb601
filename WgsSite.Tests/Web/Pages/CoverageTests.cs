using System.Net;
using AngleSharp.Html.Dom;

namespace WgsSite.Tests.Web.Pages;

/// <summary>The page of the places: field, answer, map, table and shares say the same.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class CoverageTests
{
    [TestCase("57223", "57223\u00A0Kreuztal: alles verfügbar", "0221\u00A04710-120")]
    [TestCase("Burbach", "Burbach: alles auf Anfrage", "0221\u00A04710-130")]
    [TestCase("Krombach", "Krombach (Kreuztal): alles verfügbar", "0221\u00A04710-120")]
    [TestCase("Salchendorf", "Welchen Ort meinen Sie?", "0221\u00A04710-100")]
    [TestCase("57223 Siegen", "Welchen Ort meinen Sie?", "0221\u00A04710-100")]
    [TestCase("66538 Neunkirchen", "Meinen Sie Neunkirchen?", "0221\u00A04710-100")]
    [TestCase("Berlin", "Berlin liegt nicht in unserer Region", "0221\u00A04710-100")]
    [TestCase("Siegn", "Diesen Ort finden wir nicht", "0221\u00A04710-100")]
    [TestCase("", "Bitte tragen Sie etwas ein", "0221\u00A04710-100")]
    [TestCase("   ", "Bitte tragen Sie etwas ein", "0221\u00A04710-100")]
    public async Task Each_answer_has_its_words_and_the_number_of_who_is_responsible(string place, string heading, string phone)
    {
        var page = await FirstSite.PageAsync($"/einsatzgebiete/?ort={Uri.EscapeDataString(place)}");
        var answer = page.QuerySelector("#antwort")!;
        Assert.Multiple(() =>
        {
            Assert.That(answer.QuerySelector("h2")!.TextContent, Is.EqualTo(heading));
            Assert.That(answer.QuerySelector("a.phone")!.TextContent, Is.EqualTo(phone));
            Assert.That(((IHtmlInputElement)page.QuerySelector("#ort")!).Value.Trim(), Is.EqualTo(place.Trim()));
            Assert.That(page.QuerySelector("meta[name=robots]") is not null || place.Trim().Length == 0);
        });
    }

    [TestCase("<script>alert(1)</script>")]
    [TestCase("\" onfocus=\"alert(1)")]
    [TestCase("💩\u202E\u0007")]
    public async Task Whatever_is_entered_comes_back_as_text(string place)
    {
        var page = await FirstSite.PageAsync($"/einsatzgebiete/?ort={Uri.EscapeDataString(place)}");
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelector("#antwort h2")!.TextContent, Is.EqualTo("Diesen Ort finden wir nicht"));
            Assert.That(page.QuerySelectorAll("main script, [onfocus]"), Is.Empty);
        });
    }

    [TestCase(101)]
    [TestCase(5_000)]
    [TestCase(60_000)]
    public async Task Input_of_any_length_is_answered_in_words_and_not_sent_back(int length)
    {
        var site = await FirstSite.SiteAsync();
        using var response = await site.Http.GetAsync($"/einsatzgebiete/?ort={new string('x', length)}");
        var html = await response.Content.ReadAsStringAsync();
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(html, Does.Contain("Das ist zu lang.").And.Not.Contain(new string('x', 101)));
        });
    }

    [Test]
    public async Task A_narrowed_answer_speaks_of_what_was_chosen()
    {
        var page = await FirstSite.PageAsync("/einsatzgebiete/?partner=malteser&ort=Siegen");
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelector("#antwort h2")!.TextContent, Is.EqualTo("Malteser in Siegen: verfügbar"));
            Assert.That(page.QuerySelector("a[aria-current='true'][href*='partner=malteser']"), Is.Not.Null);
            Assert.That(page.QuerySelector(".map desc")!.TextContent, Does.StartWith("Ihr Ort: Siegen, verfügbar."));
        });
    }

    [Test]
    public async Task An_answer_lists_services_by_degree_of_support_and_leads_to_the_places_page()
    {
        var page = await FirstSite.PageAsync("/einsatzgebiete/?ort=kreuztal");
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelectorAll("#antwort .links li"), Has.Length.EqualTo(7));
            Assert.That(page.QuerySelectorAll("#antwort h3").Select(level => level.TextContent), Is.EqualTo(["Alltag erleichtern", "Sicherheit", "Unterstützung", "Pflege"]));
            Assert.That(page.QuerySelector("#antwort a[href='#ort']")!.TextContent, Does.StartWith("Andere Postleitzahl"));
            Assert.That(page.QuerySelector("#antwort a[href='/einsatzgebiete/kreuztal/']"), Is.Not.Null);
        });
    }

    [Test]
    public async Task Suggestions_are_links_that_lead_to_the_answer()
    {
        var page = await FirstSite.PageAsync("/einsatzgebiete/?ort=Kreutzal&leistung=hausnotruf");
        var link = page.QuerySelector("#antwort .links a")!.GetAttribute("href")!;
        Assert.That(link, Is.EqualTo("/einsatzgebiete/?ort=Kreuztal&leistung=hausnotruf#antwort"));
        var next = await FirstSite.PageAsync(link.Split('#')[0]);
        Assert.That(next.QuerySelector("#antwort h2")!.TextContent, Is.EqualTo("Hausnotruf in Kreuztal: verfügbar"));
    }

    [Test]
    public async Task A_service_answers_for_itself()
    {
        var page = await FirstSite.PageAsync("/leistungen/hausnotruf/?ort=Olpe");
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelector("#antwort h2")!.TextContent, Is.EqualTo("Hausnotruf in Olpe: auf Anfrage"));
            Assert.That(page.Title, Does.StartWith("Hausnotruf in Olpe: auf Anfrage"));
        });
    }

    [Test]
    public async Task Where_nothing_is_certain_nothing_is_called_available()
    {
        // In Bestadt one service is on request and two are paused.
        var answer = (await SmallSite.PageAsync("/orte/?ort=Bestadt")).QuerySelector("#antwort h2")!.TextContent;
        var page = (await SmallSite.PageAsync("/orte/bestadt/")).QuerySelector(".lead")!.TextContent;
        Assert.Multiple(() =>
        {
            Assert.That(answer, Is.EqualTo("Bestadt: nichts sicher verfügbar"));
            Assert.That(page, Does.Not.Contain("verfügbar"));
        });
    }

    [Test]
    public async Task A_postal_code_that_is_excepted_gets_its_own_answer_and_the_place_names_it()
    {
        var whole = await SmallSite.PageAsync("/orte/?ort=Astadt&leistung=dienst-a");
        var excepted = await SmallSite.PageAsync("/orte/?ort=11112&leistung=dienst-a");
        var good = await SmallSite.PageAsync("/orte/?ort=11111&leistung=dienst-a");
        Assert.Multiple(() =>
        {
            Assert.That(whole.QuerySelector("#antwort h2")!.TextContent, Is.EqualTo("Dienst A in Astadt: verfügbar, außer 11112"));
            Assert.That(excepted.QuerySelector("#antwort h2")!.TextContent, Is.EqualTo("Dienst A in 11112\u00A0Astadt: nicht verfügbar"));
            Assert.That(excepted.QuerySelector("#antwort")!.TextContent, Does.Contain("Berg"));
            Assert.That(good.QuerySelector("#antwort h2")!.TextContent, Is.EqualTo("Dienst A in 11111\u00A0Astadt: verfügbar"));
        });
    }

    [Test]
    public async Task Map_table_and_summary_say_the_same()
    {
        var page = await FirstSite.PageAsync("/einsatzgebiete/?leistung=hausnotruf");
        var rows = page.QuerySelectorAll("tbody tr");
        var available = rows.Where(row => row.QuerySelector("td.wide")!.TextContent == "Verfügbar").Select(row => row.QuerySelector("th")!.TextContent);
        Assert.Multiple(() =>
        {
            Assert.That(rows, Has.Length.EqualTo(18));
            Assert.That(available, Is.EqualTo(["Siegen", "Kreuztal"]));
            Assert.That(page.QuerySelectorAll(".map > g > g[fill='var(--fir)'] path"), Has.Length.EqualTo(2));
            Assert.That(page.QuerySelectorAll(".map > g > g[fill='url(#askfill)'] path"), Has.Length.EqualTo(16));
            Assert.That(page.QuerySelectorAll(".map use[href='#yes']"), Has.Length.EqualTo(2));
            Assert.That(page.QuerySelectorAll(".map .all text"), Has.Length.EqualTo(18));
            Assert.That(page.QuerySelector(".map desc")!.TextContent, Does.StartWith("Verfügbar in Siegen und Kreuztal. Auf Anfrage in Attendorn, Bad Berleburg,").And.EndsWith("Wenden und Wilnsdorf."));
            Assert.That(page.QuerySelector(".map title")!.TextContent, Is.EqualTo("Karte der Region: Hausnotruf"));
            Assert.That(page.QuerySelector("main")!.TextContent, Does.Contain(page.QuerySelector(".map desc")!.TextContent));
            Assert.That(page.QuerySelector("figcaption")!.TextContent.Trim(), Does.StartWith("Vereinfachte Gemeindegrenzen.").And.EndWith("© GeoBasis-DE / BKG 2017 (Daten verändert)"));
        });
    }

    [TestCase("?leistung=hausnotruf", 1)]
    [TestCase("?partner=malteser", 2)]
    [TestCase("?bedarf=tagsueber-gesellschaft", 2)]
    [TestCase("?partner=caritas&bedarf=tagsueber-gesellschaft", 2)]
    [TestCase("?partner=caritas&bedarf=nicht-mehr-schwer-tragen", 1)]
    [TestCase("?leistung=hausnotruf&partner=lokaso", 7)]
    [TestCase("", 7)]
    [TestCase("?leistung=", 7)]
    [TestCase("?leistung=gibtesnicht", 7)]
    [TestCase("?partner=<b>", 7)]
    public async Task A_filter_narrows_the_table(string query, int services)
    {
        var page = await FirstSite.PageAsync("/einsatzgebiete/" + query);
        Assert.That(page.QuerySelectorAll("thead th.wide"), Has.Length.EqualTo(services));
    }

    [Test]
    public async Task The_table_has_a_caption_and_header_cells_for_rows_and_columns()
    {
        var page = await FirstSite.PageAsync("/einsatzgebiete/");
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelector("table caption")!.TextContent, Is.Not.Empty);
            Assert.That(page.QuerySelectorAll("thead th:not([scope=col])"), Is.Empty);
            Assert.That(page.QuerySelectorAll("tbody th[scope=row]"), Has.Length.EqualTo(18));
        });
    }

    [Test]
    public async Task Shares_are_computed_for_all_services_and_for_each()
    {
        var page = await FirstSite.PageAsync("/einsatzgebiete/");
        var shares = page.QuerySelectorAll(".shares li").Select(item => item.TextContent).ToList();
        Assert.Multiple(() =>
        {
            // Each service covers what all of them cover, so that once is enough.
            Assert.That(shares, Is.EqualTo(["Alle LeistungenSicher verfügbar für rund 1.000 von rund 1.400 Wohnungen, das sind rund 71\u00A0%."]));
            Assert.That(page.QuerySelector("main")!.TextContent, Does.Contain("Für jede einzelne Leistung gilt dasselbe.").And.Contain("Andere Orte: rund 400 Wohnungen."));
        });
    }

    [Test]
    public async Task Flats_and_coverage_that_editors_change_change_the_share()
    {
        using var files = Support.SyncFiles.Empty();
        Support.Repository.CopyFolder(Support.Repository.FirstContent, files.Path);
        files.SetValue("Content/kreuztal.config", "flats", "600");
        files.SetValue("Content/hausnotruf.config", "coverage", """{"entries":[{"area":"ags:05970024","status":"available","note":null}]}""");
        await using var cms = await Support.CmsFolder.MakeAsync(files.Path);
        using var site = await Support.SiteProcess.StartAsync(cms.Path);
        var home = await site.Http.GetStringAsync("/");
        var places = await site.Http.GetStringAsync("/einsatzgebiete/");
        Assert.Multiple(() =>
        {
            Assert.That(home, Does.Contain("<b>43&#xA0;%</b>"));
            Assert.That(places, Does.Contain("rund 600 von rund 1.400 Wohnungen, das sind rund 43&#xA0;%").And.Contain("rund 1.400 von rund 1.400 Wohnungen, das sind 100&#xA0;%"));
        });
    }

    [Test]
    public async Task Every_municipality_has_a_page_in_the_sitemap_with_who_is_responsible()
    {
        var paths = (await FirstSite.PathsAsync()).Where(path => path.StartsWith("/einsatzgebiete/", StringComparison.Ordinal) && path != "/einsatzgebiete/").ToList();
        Assert.That(paths, Has.Count.EqualTo(18));
        var page = await FirstSite.PageAsync("/einsatzgebiete/wilnsdorf/");
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelector("h1")!.TextContent, Is.EqualTo("Was gibt es in Wilnsdorf?"));
            Assert.That(page.QuerySelector("aside h2")!.TextContent, Is.EqualTo("Mieterservice Region"));
            Assert.That(page.QuerySelector("main")!.TextContent, Does.Contain("Tagespflege Eremitage, Wilnsdorf hier im Ort").And.Contain("Burbach rund"));
        });
    }

    [TestCase("/leistungen/hausnotruf/")]
    [TestCase("/partner/malteser/")]
    [TestCase("/einsatzgebiete/kreuztal/")]
    public async Task A_small_map_is_at_most_5_KB_in_brotli(string path)
    {
        var svg = (await FirstSite.PageAsync(path)).QuerySelector("svg.map")!.OuterHtml;
        using var bytes = new MemoryStream();
        await using (var brotli = new System.IO.Compression.BrotliStream(bytes, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
            await brotli.WriteAsync(System.Text.Encoding.UTF8.GetBytes(svg));
        Assert.That(bytes.Length, Is.LessThanOrEqualTo(5 * 1024));
    }
}
