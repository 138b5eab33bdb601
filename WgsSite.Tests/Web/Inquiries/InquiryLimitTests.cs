using System.Net;
using Microsoft.Extensions.Options;
using WgsSite.Tests.Support;
using WgsSite.Web.Hosting;
using WgsSite.Web.Inquiries;
using WgsSite.Web.Inquiries.Abuse;

namespace WgsSite.Tests.Web.Inquiries;

[Parallelizable(ParallelScope.All)]
internal sealed class InquiryLimitTests
{
    [Test]
    public void An_address_may_send_ten_in_ten_minutes()
    {
        var (limit, clock) = Make();
        var here = IPAddress.Parse("203.0.113.9");
        for (var count = 0; count < 10; count++) Assert.That(limit.Take(here, Guid.NewGuid()));
        Assert.Multiple(() =>
        {
            Assert.That(limit.Take(here, Guid.NewGuid()), Is.False);
            Assert.That(limit.Take(IPAddress.Parse("203.0.113.10"), Guid.NewGuid()));
        });
        clock.Move(TimeSpan.FromMinutes(10.1));
        Assert.That(limit.Take(here, Guid.NewGuid()));
    }

    [Test]
    public void The_same_submission_counts_once()
    {
        var (limit, _) = Make();
        var id = Guid.NewGuid();
        for (var count = 0; count < 30; count++) Assert.That(limit.Take(IPAddress.Loopback, id));
        Assert.That(limit.Take(IPAddress.Loopback, Guid.NewGuid()));
    }

    [Test]
    public void Who_was_refused_is_refused_again_with_the_same_form()
    {
        var (limit, _) = Make();
        for (var count = 0; count < 10; count++) limit.Take(IPAddress.Loopback, Guid.NewGuid());
        var form = Guid.NewGuid();
        Assert.That((limit.Take(IPAddress.Loopback, form), limit.Take(IPAddress.Loopback, form)), Is.EqualTo((false, false)));
    }

    [Test]
    public void A_text_sent_again_with_the_same_form_is_not_repeated()
    {
        var (limit, _) = Make();
        var text = new string('x', 80);
        var form = Guid.NewGuid();
        for (var count = 0; count < 9; count++) Assert.That(limit.IsRepeated(text, form), Is.False);
        for (var count = 0; count < 2; count++) Assert.That(limit.IsRepeated(text, Guid.NewGuid()), Is.False);
        Assert.That(limit.IsRepeated(text, Guid.NewGuid()));
    }

    [Test]
    public void A_household_with_IPv6_is_one_and_a_mapped_address_is_what_it_maps()
    {
        var (limit, _) = Make();
        for (var count = 0; count < 10; count++) limit.Take(IPAddress.Parse($"2001:db8:1:2::{count + 1:x}"), Guid.NewGuid());
        for (var count = 0; count < 10; count++) limit.Take(IPAddress.Parse("::ffff:203.0.113.9"), Guid.NewGuid());
        Assert.That(
            (limit.Take(IPAddress.Parse("2001:db8:1:2:aaaa::1"), Guid.NewGuid()), limit.Take(IPAddress.Parse("2001:db8:1:3::1"), Guid.NewGuid()), limit.Take(IPAddress.Parse("203.0.113.9"), Guid.NewGuid())),
            Is.EqualTo((false, true, false)));
    }

    [Test]
    public async Task Who_sends_too_much_keeps_the_text_and_only_named_proxies_are_believed()
    {
        await using var open = await InquirySite.StartAsync("Development", null, "--Inquiries:PerAddress", "2");
        Assert.That(await StatusesAsync(open), Is.EqualTo([303, 303, 429]), "what anybody writes into the header is not believed");
        await using var behind = await InquirySite.StartAsync("Development", null, "--Inquiries:PerAddress", "2", "--Proxies", "127.0.0.1");
        Assert.That(await StatusesAsync(behind), Is.EqualTo([303, 303, 303]), "tenants behind one proxy are not one");
        Assert.That(open.Process.Log, Does.Contain("„Proxies“").And.Not.Contain("203.0.113"));
    }

    [Test]
    public async Task Too_fast_and_too_late_are_asked_once_more_and_keep_the_text()
    {
        await using var site = await InquirySite.StartAsync("Development", null, "--Inquiries:ShortestSeconds", "1.5", "--Inquiries:LongestHours", "0.001");
        var token = await site.TokenAsync();
        using var fast = await site.SendAsync(InquirySite.Filled("Zu schnell"), token);
        var page = await InquirySite.ParseAsync(fast);
        Assert.That((fast.StatusCode, page.QuerySelector("#message")!.TextContent.Trim()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "Zu schnell")));
        Assert.That(page.QuerySelector("#fehler")!.TextContent, Does.Contain("Das ging sehr schnell."));
        await Task.Delay(1600);
        using var right = await site.SendAsync(InquirySite.Filled("Zu schnell"), InquirySite.TokenOf(page));
        Assert.That(right.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));

        var old = await site.TokenAsync();
        await Task.Delay(4000);
        using var late = await site.SendAsync(InquirySite.Filled("Zu spät"), old);
        page = await InquirySite.ParseAsync(late);
        Assert.That((late.StatusCode, page.QuerySelector("#message")!.TextContent.Trim()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "Zu spät")));
        Assert.That(page.QuerySelector("#fehler")!.TextContent, Does.Contain("Die Seite war lange offen."));
    }

    private static async Task<IReadOnlyList<int>> StatusesAsync(InquirySite site)
    {
        var statuses = new List<int>();
        for (var tenant = 1; tenant <= 3; tenant++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/kontakt/") { Content = new FormUrlEncodedContent([.. InquirySite.Filled($"Mieter {tenant}"), new("token", await site.TokenAsync())]) };
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{tenant}");
            using var response = await site.Http.SendAsync(request);
            statuses.Add((int)response.StatusCode);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                Assert.That((await InquirySite.ParseAsync(response)).QuerySelector("#message")!.TextContent.Trim(), Is.EqualTo($"Mieter {tenant}"));
        }

        return statuses;
    }

    private static (InquiryLimit Limit, ManualClock Clock) Make()
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        return (new InquiryLimit(Options.Create(new InquirySettings()), new SiteClock(clock)), clock);
    }
}
