using System.Net;
using WgsSite.Core.Inquiries;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Web.Pages.Contact;

/// <summary>The forms as a browser without JavaScript sees them.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class InquiryFormTests
{
    [Test]
    public async Task A_link_fills_in_topic_service_and_place_and_the_form_says_who_gets_it()
    {
        var site = await ContactSite.SiteAsync();
        var page = await site.PageAsync("/kontakt/?thema=hausnotruf&leistung=hausnotruf&ort=57223+Kreuztal");
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelector("input[name=topic][checked]")!.GetAttribute("value"), Is.EqualTo("hausnotruf"));
            Assert.That(page.QuerySelector("input[name=service]")!.GetAttribute("value"), Is.EqualTo("hausnotruf"));
            Assert.That(page.QuerySelector("input[name=place]")!.GetAttribute("value"), Is.EqualTo("57223 Kreuztal"));
            Assert.That(page.QuerySelector("#empfaenger")!.TextContent, Does.Contain("Mieterservice Kreuztal").And.Contain("0221\u00A04710-120").And.Contain("112"));
            Assert.That(page.QuerySelector("#leistung")!.TextContent, Does.Contain("Hausnotruf"));
        });
    }

    [TestCase("?thema=einkaufen&ort=57072", "Mieterservice Siegen", false)]
    [TestCase("?thema=pflege-zu-hause&ort=Netphen", "Mieterservice Region", true)]
    [TestCase("", "Koordination Zusatzleistungen", false)]
    [TestCase("?thema=gibt-es-nicht&leistung=auch-nicht&ort=Nirgendwo", "Koordination Zusatzleistungen", false)]
    [TestCase("?leistung=menue-service", "Koordination Zusatzleistungen", false)]
    public async Task Who_gets_it_follows_from_topic_and_place(string query, string person, bool isUrgent)
    {
        var box = (await (await ContactSite.SiteAsync()).PageAsync("/kontakt/" + query)).QuerySelector("#empfaenger")!;
        Assert.That((box.QuerySelector("b")!.TextContent, box.QuerySelector("a[href='tel:112']") is not null), Is.EqualTo((person, isUrgent)));
    }

    [Test]
    public async Task Without_JavaScript_a_button_tells_who_is_responsible_and_nothing_typed_is_lost()
    {
        var site = await ContactSite.SiteAsync();
        var token = await site.TokenAsync();
        using var response = await site.SendAsync(new Dictionary<string, string> { ["wer"] = "1", ["place"] = "Kreuztal", ["message"] = "Halb fer", ["topic"] = "tagespflege" }, token);
        var page = await InquirySite.ParseAsync(response);
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(page.QuerySelector("#empfaenger b")!.TextContent, Is.EqualTo("Mieterservice Kreuztal"));
            Assert.That(page.QuerySelector("#message")!.TextContent.Trim(), Is.EqualTo("Halb fer"));
            Assert.That(page.QuerySelector("#fehler"), Is.Null);
            Assert.That(page.QuerySelector("input[name=topic][checked]")!.GetAttribute("value"), Is.EqualTo("tagespflege"));
        });
    }

    [Test]
    public async Task What_is_sent_is_stored_with_person_and_reason_and_confirmed_without_personal_data()
    {
        var site = await ContactSite.SiteAsync();
        using var response = await site.SendAsync(InquirySite.Filled());
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        var address = response.Headers.Location!.ToString();
        Assert.That(address, Does.Match("^/anfrage/[A-Za-z0-9_-]{22}/$"));
        using var confirmation = await site.Http.GetAsync(address);
        var html = await confirmation.Content.ReadAsStringAsync();
        var reference = await site.ReferenceAsync(response);
        var (row, text) = await site.StoredAsync(reference);
        Assert.Multiple(() =>
        {
            Assert.That(html, Does.Contain("Danke. Ihre Anfrage ist angekommen.").And.Contain("Mieterservice Kreuztal liest Ihre Nachricht.").And.Contain("in höchstens 3 Arbeitstagen").And.Contain("nennen Sie die Vorgangsnummer"));
            Assert.That(html, Does.Not.Contain("Erika").And.Not.Contain("55555").And.Not.Contain("Was kostet"));
            Assert.That(confirmation.Headers.CacheControl!.NoStore);
            Assert.That(html, Does.Contain("noindex"));
            Assert.That((row.Topic, row.Place, row.PersonName, row.RoutingReason), Is.EqualTo(("Hausnotruf", "Kreuztal", "Mieterservice Kreuztal", "Thema Hausnotruf, Ort Kreuztal → Mieterservice Kreuztal")));
            Assert.That(text, Is.EqualTo(new InquiryText("Erika Müßig", null, "02732 55555", null, "57223 Kreuztal", null, "Was kostet der Hausnotruf?", ReachBy.Phone, false)));
            Assert.That(row.State, Is.EqualTo(InquiryState.Open));
        });
    }

    [Test]
    public async Task What_belongs_to_another_way_of_answering_is_neither_checked_nor_kept()
    {
        var site = await ContactSite.SiteAsync();
        var fields = InquirySite.Filled();
        fields["email"] = "vertippt@";
        fields["address"] = "Alter Weg 1";
        var (row, text) = await site.StoredAsync(await site.AcceptedAsync(fields));
        Assert.That((text.Email, text.Address, text.Phone, row.Mails.Count), Is.EqualTo(((string?)null, (string?)null, "02732 55555", 1)));
    }

    [Test]
    public async Task A_call_back_takes_nothing_its_page_does_not_ask_for()
    {
        var site = await ContactSite.SiteAsync();
        using var sent = await site.SendAsync(new Dictionary<string, string>
        {
            ["name"] = "Erika",
            ["phone"] = "02732 1234",
            ["email"] = "fremd@beispiel.example, zweite@beispiel.example",
            ["message"] = "Unbemerkt",
            ["address"] = "Weg 1",
            ["reachBy"] = "email",
        }, path: "/kontakt/rueckruf/");
        var (row, text) = await site.StoredAsync(await site.ReferenceAsync(sent));
        Assert.That((text.Email, text.Message, text.Address, row.ReachBy, row.Mails.Count), Is.EqualTo(((string?)null, (string?)null, (string?)null, ReachBy.Phone, 1)));
    }

    [TestCase("/kontakt/?ort=%EF%BF%BE")]
    [TestCase("/kontakt/?thema=%00&leistung=%00&ort=%00")]
    [TestCase("/kontakt/rueckruf/?ort=%EF%BF%BE&thema=%3Cb%3E")]
    public async Task No_preset_makes_the_form_fail(string address)
    {
        using var response = await (await ContactSite.SiteAsync()).Http.GetAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_place_nobody_could_correct_does_not_stop_a_call_back()
    {
        var site = await ContactSite.SiteAsync();
        using var sent = await site.SendAsync(new Dictionary<string, string> { ["name"] = "Erika", ["phone"] = "02732 1234", ["place"] = new string('o', 300) }, path: "/kontakt/rueckruf/");
        Assert.That(sent.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
    }

    [TestCase("Sec-Fetch-Site", "cross-site", 403)]
    [TestCase("Sec-Fetch-Site", "same-origin", 303)]
    [TestCase("Sec-Fetch-Site", "same-site", 303)]
    [TestCase("Sec-Fetch-Site", "none", 303)]
    [TestCase("Origin", "https://boese.example", 403)]
    [TestCase("Origin", "null", 303)]
    [TestCase("Origin", "unsinn", 403)]
    [TestCase("Origin", "SELF", 303)]
    [TestCase(null, null, 303)]
    public async Task A_post_is_refused_only_when_the_browser_says_it_is_foreign(string? header, string? value, int status)
    {
        var site = await ContactSite.SiteAsync();
        var fields = InquirySite.Filled().Append(new("token", await site.TokenAsync()));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/kontakt/") { Content = new FormUrlEncodedContent(fields) };
        if (header is not null) request.Headers.Add(header, value == "SELF" ? site.Process.Address.GetLeftPart(UriPartial.Authority) : value);
        using var response = await site.Http.SendAsync(request);
        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        if (status == 403) Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("Diese Anfrage kam nicht von unserer Website"));
    }

    [Test]
    public async Task Only_the_forms_take_posts()
    {
        var site = await ContactSite.SiteAsync();
        using var page = await site.Http.PostAsync("/leistungen/", new FormUrlEncodedContent(InquirySite.Filled()));
        using var nowhere = await site.Http.PostAsync("/gibt-es-nicht/", new FormUrlEncodedContent(InquirySite.Filled()));
        using var put = await site.Http.PutAsync("/kontakt/", new FormUrlEncodedContent(InquirySite.Filled()));
        Assert.That((page.StatusCode, nowhere.StatusCode, put.StatusCode), Is.EqualTo((HttpStatusCode.MethodNotAllowed, HttpStatusCode.MethodNotAllowed, HttpStatusCode.MethodNotAllowed)));
        Assert.That(put.Content.Headers.Allow, Does.Contain("POST"));
    }

    [Test]
    public async Task A_call_back_needs_a_name_and_a_number_and_keeps_what_the_link_said()
    {
        var site = await ContactSite.SiteAsync();
        var page = await site.PageAsync("/kontakt/rueckruf/?thema=hausnotruf&leistung=hausnotruf&ort=Kreuztal");
        Assert.That(page.QuerySelector("form.ask")!.TextContent, Does.Contain("Hausnotruf, Kreuztal").And.Contain("Mieterservice Kreuztal"));
        var hidden = page.QuerySelectorAll("form.ask input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!);

        using var empty = await site.Http.PostAsync("/kontakt/rueckruf/", new FormUrlEncodedContent(hidden));
        var faults = (await InquirySite.ParseAsync(empty)).QuerySelectorAll("#fehler a").Select(link => link.GetAttribute("href"));
        Assert.That(faults, Is.EqualTo(["#name", "#phone"]));

        using var sent = await site.Http.PostAsync("/kontakt/rueckruf/", new FormUrlEncodedContent([.. hidden, new("name", "Erika"), new("phone", "02732 1234"), new("when", "vormittags")]));
        var (row, text) = await site.StoredAsync(await site.ReferenceAsync(sent));
        Assert.Multiple(() =>
        {
            Assert.That((row.Kind, row.Topic, row.Service, row.Place, row.PersonName), Is.EqualTo((InquiryKind.CallBack, "Hausnotruf", "Hausnotruf", "Kreuztal", "Mieterservice Kreuztal")));
            Assert.That((text.Name, text.Phone, text.When, text.Message), Is.EqualTo(("Erika", "02732 1234", "vormittags", (string?)null)));
        });
        Assert.That((await site.PageAsync(sent.Headers.Location!.ToString())).QuerySelector("h1")!.TextContent, Is.EqualTo("Danke. Wir rufen Sie an."));
    }

    [Test]
    public async Task A_trap_or_spam_is_set_aside_and_not_mailed_but_confirmed_like_any_other()
    {
        var site = await ContactSite.SiteAsync();
        var trapped = InquirySite.Filled("Schnell gesendet");
        trapped["extra"] = "http://x.example";
        var spam = InquirySite.Filled("Siehe http://a.example und http://b.example");
        foreach (var (fields, why) in new[] { (trapped, "unsichtbare Feld"), (spam, "mehrere Web-Adressen") })
        {
            var reference = await site.AcceptedAsync(fields);
            var row = (await site.Desk.ListAsync(InquiryState.SetAside)).Single(row => row.Reference == reference);
            Assert.That(row.Mails, Is.Empty);
            Assert.That(row.SetAsideBecause, Does.Contain(why));
        }
    }

    [Test]
    public async Task The_same_long_text_is_set_aside_when_it_comes_for_the_fourth_time()
    {
        var site = await ContactSite.SiteAsync();
        var text = "Wir bieten Ihnen günstige Fensterreinigung für alle Ihre Häuser an, rufen Sie uns an. " + Guid.NewGuid();
        var states = new List<InquiryState>();
        for (var time = 0; time < 4; time++) states.Add((await site.StoredAsync(await site.AcceptedAsync(InquirySite.Filled(text)))).Row.State);
        Assert.That(states, Is.EqualTo([InquiryState.Open, InquiryState.Open, InquiryState.Open, InquiryState.SetAside]));
    }

    [Test]
    public async Task Datenschutz_says_what_the_site_does_with_the_numbers_of_the_settings()
    {
        var text = (await FirstSite.PageAsync("/datenschutz/")).QuerySelector("main")!.TextContent;
        Assert.That(text, Does.Contain("löschen wir sie nach 180 Tagen").And.Contain("löschen wir sie 30 Tage, nachdem").And.Contain("löschen wir nach 365 Tagen").And.Contain("Wir speichern keine IP-Adresse").And.Not.Contain("{"));
    }

    [Test]
    public async Task A_confirmation_nobody_has_is_no_page()
    {
        var site = await ContactSite.SiteAsync();
        using var response = await site.Http.GetAsync("/anfrage/AAAAAAAAAAAAAAAAAAAAAA/");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
