using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WgsSite.Core.Inquiries;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Browser;

/// <summary>The forms in Chromium, as tenants use them: with script and without, and without a mouse.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ContactTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task An_inquiry_with_a_mistake_is_mended_and_arrives(bool withScript)
    {
        var (site, page, reader) = await OpenAsync("kontakt/?thema=tagespflege", withScript);
        await using var open = reader;
        await page.Locator("form.ask > button:last-of-type").ClickAsync();
        await page.Locator("#fehler").WaitForAsync();
        Assert.Multiple(async () =>
        {
            Assert.That(await page.Locator("#fehler a").AllTextContentsAsync(), Is.EqualTo(["Schreiben Sie, worum es geht. Ein Satz genügt.", "Wählen Sie, wie wir antworten sollen."]));
            Assert.That(await page.EvaluateAsync<string>("document.activeElement.id"), Is.EqualTo("fehler"));
            Assert.That(await page.GetAttributeAsync("#message", "aria-describedby"), Is.EqualTo("message-hint message-error"));
            Assert.That(await page.GetAttributeAsync("#message", "aria-invalid"), Is.EqualTo("true"));
            Assert.That(await page.TitleAsync(), Does.StartWith("Fehler: "));
            // The checker is a script itself.
            if (withScript) Assert.That(await Axe.FindAsync(page), Is.Empty);
        });

        await page.Locator("#fehler a").First.ClickAsync();
        Assert.That(await page.EvaluateAsync<string>("document.activeElement.id"), Is.EqualTo("message"));
        var message = $"Gibt es noch einen Platz? {withScript}";
        await page.FillAsync("#message", message);
        await page.CheckAsync("#reachBy-letter");
        await page.FillAsync("#name", "Erika Müßig");
        await page.FillAsync("#address", "Am Weg 1\n57223 Kreuztal");
        await page.Locator("form.ask > button:last-of-type").ClickAsync();
        await page.WaitForURLAsync(new Regex("/anfrage/"));
        Assert.That(await page.TextContentAsync("ol.steps"), Does.Contain("Wir schreiben Ihnen einen Brief."));
        var reference = InquiryReference.Read((await page.TextContentAsync(".number"))!)!;
        var (_, text) = await site.StoredAsync(reference);
        Assert.That((text.Message, text.Address, text.ReachBy), Is.EqualTo((message, "Am Weg 1\n57223 Kreuztal", ReachBy.Letter)));
        if (withScript) Assert.That(await Axe.FindAsync(page), Is.Empty);

        await page.ReloadAsync();
        Assert.That(InquiryReference.Read((await page.TextContentAsync(".number"))!), Is.EqualTo(reference));
    }

    [Test]
    public async Task A_field_is_checked_while_it_is_left_and_again_while_it_is_mended()
    {
        var (_, page, reader) = await OpenAsync("kontakt/");
        await using var open = reader;
        await page.CheckAsync("#reachBy-email");
        await page.FillAsync("#email", "erika@beispiel");
        await page.PressAsync("#email", "Tab");
        Assert.That(await page.TextContentAsync("#email-error"), Is.EqualTo("Fehler: Diese E-Mail-Adresse stimmt nicht. Sie sieht zum Beispiel so aus: name@beispiel.de"));
        Assert.That(await page.GetAttributeAsync("#email", "aria-describedby"), Is.EqualTo("email-error"));
        await page.FillAsync("#email", "erika@beispiel.example");
        Assert.That(await page.Locator("#email-error").CountAsync(), Is.Zero);
        // An empty field somebody only passes through is not complained about.
        await page.FocusAsync("#message");
        await page.PressAsync("#message", "Tab");
        Assert.That(await page.Locator("#message-error").CountAsync(), Is.Zero);
    }

    [Test]
    public async Task Only_the_field_of_the_chosen_way_is_shown()
    {
        var (_, page, reader) = await OpenAsync("kontakt/");
        await using var open = reader;
        foreach (var (way, fields) in new[] { ("#reachBy", "phone,when"), ("#reachBy-email", "email"), ("#reachBy-letter", "address"), ("#reachBy-visit", "phone,address,when") })
        {
            await page.CheckAsync(way);
            var shown = new List<string>();
            foreach (var field in (string[])["phone", "email", "address", "when"])
                if (await page.IsVisibleAsync("#" + field)) shown.Add(field);
            Assert.That(string.Join(',', shown), Is.EqualTo(fields), way);
        }
    }

    [Test]
    public async Task Who_gets_it_changes_with_place_and_topic_at_once_and_no_address_holds_what_was_typed()
    {
        var (_, page, reader) = await OpenAsync("kontakt/?thema=hausnotruf&leistung=hausnotruf");
        await using var open = reader;
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        Assert.That(await page.Locator(".who").CountAsync(), Is.Zero);
        await page.FillAsync("#place", "Kreuztal");
        await page.PressAsync("#place", "Tab");
        await Assertions.Expect(page.Locator("#empfaenger")).ToContainTextAsync("Mieterservice Kreuztal");
        await Assertions.Expect(page.Locator("#empfaenger")).ToContainTextAsync("112");
        await page.CheckAsync("input[name=topic][value=einkaufen]");
        await Assertions.Expect(page.Locator("#empfaenger")).Not.ToContainTextAsync("112");
        await Assertions.Expect(page.Locator("#leistung")).ToBeHiddenAsync();
        Assert.That(asked, Is.Not.Empty.And.None.Contains("Kreuztal"));
    }

    [Test]
    public async Task A_connection_that_breaks_loses_nothing()
    {
        var (site, page, reader) = await OpenAsync("kontakt/");
        await using var open = reader;
        await FillAsync(page, "Ohne Netz geschrieben");
        await reader.SetOfflineAsync(true);
        await page.Locator("form.ask > button").ClickAsync();
        await Assertions.Expect(page.Locator("#fehler")).ToContainTextAsync("Die Verbindung ist unterbrochen.");
        Assert.That(await page.EvaluateAsync<string>("document.activeElement.id"), Is.EqualTo("fehler"));
        Assert.That(await page.InputValueAsync("#message"), Is.EqualTo("Ohne Netz geschrieben"));
        await reader.SetOfflineAsync(false);
        await page.Locator("form.ask > button").ClickAsync();
        await page.WaitForURLAsync(new Regex("/anfrage/"));
        var (_, text) = await site.StoredAsync(InquiryReference.Read((await page.TextContentAsync(".number"))!)!);
        Assert.That(text.Message, Is.EqualTo("Ohne Netz geschrieben"));
    }

    [Test]
    public async Task Two_clicks_over_a_slow_line_are_one_inquiry()
    {
        var (_, page, reader) = await OpenAsync("kontakt/");
        await using var open = reader;
        await FillAsync(page, "Zweimal geklickt");
        var posts = 0;
        await page.RouteAsync("**/kontakt/", async route =>
        {
            if (route.Request.Method == "POST") posts++;
            await Task.Delay(700);
            await route.ContinueAsync();
        });
        await page.Locator("form.ask > button").ClickAsync();
        Assert.That(await page.TextContentAsync("form.ask [role=status]"), Is.EqualTo("Wird gesendet …"));
        await page.EvaluateAsync("document.querySelector('form.ask').requestSubmit()");
        await page.WaitForURLAsync(new Regex("/anfrage/"));
        Assert.That(posts, Is.EqualTo(1));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Keys_alone_are_enough(bool withScript)
    {
        var (site, page, reader) = await OpenAsync("kontakt/rueckruf/?ort=Siegen", withScript);
        await using var open = reader;
        for (var step = 0; step < 40 && await page.EvaluateAsync<string>("document.activeElement.id") != "name"; step++) await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Erika Müßig");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("02732 4711");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("vormittags");
        for (var step = 0; step < 10 && await page.EvaluateAsync<string>("document.activeElement.tagName") != "BUTTON"; step++) await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/anfrage/"));
        var (row, text) = await site.StoredAsync(InquiryReference.Read((await page.TextContentAsync(".number"))!)!);
        Assert.That((row.PersonName, text.Name, text.Phone, text.When), Is.EqualTo(("Mieterservice Siegen", "Erika Müßig", "02732 4711", "vormittags")));
    }

    [TestCase("kontakt/", 320)]
    [TestCase("kontakt/rueckruf/", 320)]
    public async Task Nothing_scrolls_sideways_with_errors(string path, int width)
    {
        var site = await ContactSite.SiteAsync();
        await using var reader = await ChromiumBrowser.NewReaderAsync(width);
        var page = await reader.NewPageAsync();
        await page.GotoAsync(site.Process.Address + path);
        await page.Locator("form.ask > button:last-of-type").ClickAsync();
        await page.Locator("#fehler").WaitForAsync();
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"), Is.Zero);
    }

    [Test]
    public void The_script_is_small() =>
        Assert.That(new FileInfo(Repository.At("WgsSite.Web", "wwwroot", "form.js")).Length, Is.LessThanOrEqualTo(5 * 1024));

    private static async Task<(InquirySite Site, IPage Page, IBrowserContext Reader)> OpenAsync(string path, bool withScript = true)
    {
        var site = await ContactSite.SiteAsync();
        var reader = await ChromiumBrowser.NewReaderAsync(390, withScript: withScript);
        var page = await reader.NewPageAsync();
        await page.GotoAsync(site.Process.Address + path);
        return (site, page, reader);
    }

    private static async Task FillAsync(IPage page, string message)
    {
        await page.FillAsync("#message", message);
        await page.FillAsync("#name", "Erika");
        await page.CheckAsync("#reachBy");
        await page.FillAsync("#phone", "02732 12345");
    }
}
