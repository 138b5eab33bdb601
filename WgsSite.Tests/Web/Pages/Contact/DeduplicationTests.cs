using System.Net;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Web.Pages.Contact;

/// <summary>The same form sent several times, and forms nobody issued.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class DeduplicationTests
{
    [Test]
    public async Task A_reload_and_a_double_click_send_nothing_twice()
    {
        var site = await ContactSite.SiteAsync();
        var token = await site.TokenAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => site.SendAsync(InquirySite.Filled("Doppelt geklickt"), token)));
        var again = await site.SendAsync(InquirySite.Filled("Doppelt geklickt"), token);
        Assert.Multiple(() =>
        {
            Assert.That(answers.Append(again).Select(answer => answer.StatusCode), Is.All.EqualTo(HttpStatusCode.SeeOther));
            Assert.That(answers.Append(again).Select(answer => answer.Headers.Location!.ToString()).Distinct().Count(), Is.EqualTo(1));
        });
        Assert.That((await site.StoredAsync(await site.ReferenceAsync(again))).Row.Mails, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_was_changed_after_an_answer_that_got_lost_is_not_thrown_away()
    {
        var site = await ContactSite.SiteAsync();
        var token = await site.TokenAsync();
        using var first = await site.SendAsync(InquirySite.Filled("Erste Fassung"), token);
        using var second = await site.SendAsync(InquirySite.Filled("Zweite Fassung"), token);
        var page = await InquirySite.ParseAsync(second);
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelector("#fehler")!.TextContent, Does.Contain("Ihre Anfrage ist schon angekommen."));
            Assert.That(page.QuerySelector("#message")!.TextContent.Trim(), Is.EqualTo("Zweite Fassung"));
        });
        using var third = await site.SendAsync(InquirySite.Filled("Zweite Fassung"), InquirySite.TokenOf(page));
        Assert.That((await site.StoredAsync(await site.ReferenceAsync(first))).Text.Message, Is.EqualTo("Erste Fassung"));
        Assert.That((await site.StoredAsync(await site.ReferenceAsync(third))).Text.Message, Is.EqualTo("Zweite Fassung"));
    }

    [Test]
    public async Task A_change_that_is_wrong_is_not_thrown_away_either()
    {
        var site = await ContactSite.SiteAsync();
        var token = await site.TokenAsync();
        using var first = await site.SendAsync(InquirySite.Filled("Erste Fassung"), token);
        var changed = InquirySite.Filled("Zweite Fassung");
        changed["phone"] = "keine";
        using var second = await site.SendAsync(changed, token);
        Assert.That((await InquirySite.ParseAsync(second)).QuerySelectorAll("#fehler a").Select(link => link.GetAttribute("href")), Is.EqualTo(["#phone"]));
    }

    [Test]
    public async Task Two_tenants_with_the_same_words_are_two_inquiries()
    {
        var site = await ContactSite.SiteAsync();
        Assert.That(await site.AcceptedAsync(InquirySite.Filled("Bitte um Auskunft")), Is.Not.EqualTo(await site.AcceptedAsync(InquirySite.Filled("Bitte um Auskunft"))));
    }

    [Test]
    public async Task Each_form_has_an_id_of_its_own_and_is_kept_by_nobody()
    {
        var site = await ContactSite.SiteAsync();
        using var first = await site.Http.GetAsync("/kontakt/");
        Assert.Multiple(async () =>
        {
            Assert.That(first.Headers.CacheControl!.NoStore);
            Assert.That(first.Headers.ETag, Is.Null);
            Assert.That(first.Headers.Contains("Set-Cookie"), Is.False);
            Assert.That(InquirySite.TokenOf(await InquirySite.ParseAsync(first)), Is.Not.EqualTo(await site.TokenAsync()));
        });
    }

    [TestCase("")]
    [TestCase("CfDJ8")]
    [TestCase("<script>")]
    public async Task A_token_nobody_issued_means_sending_once_more(string token)
    {
        var site = await ContactSite.SiteAsync();
        using var response = await site.SendAsync(InquirySite.Filled("Mit falschem Zeichen"), token);
        var page = await InquirySite.ParseAsync(response);
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(page.QuerySelector("#fehler")!.TextContent, Does.Contain("Bitte senden Sie noch einmal"));
            Assert.That(page.QuerySelector("#message")!.TextContent.Trim(), Is.EqualTo("Mit falschem Zeichen"));
        });
        using var again = await site.SendAsync(InquirySite.Filled("Mit falschem Zeichen"), InquirySite.TokenOf(page));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
    }
}
