using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Webhooks;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Webhooks;

/// <summary>How what waits is sent, to a receiver that is well or not.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class WebhookQueueTests
{
    private readonly ManualClock clock = new(DateTimeOffset.UtcNow);
    private WebhookReceiver receiver = null!;
    private CmsFolder cms = null!;
    private Guid webhook;

    private WebhookQueue Queue => cms.Get<WebhookQueue>();

    [SetUp]
    public async Task StartAsync()
    {
        receiver = await WebhookReceiver.StartAsync();
        cms = await MakeAsync("127.0.0.1");
        webhook = await RegisterAsync(receiver.Url);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await cms.DisposeAsync();
        await receiver.DisposeAsync();
    }

    [Test]
    public async Task ACallIsSignedAndSaysWhatItIs()
    {
        await AddAsync("""{"id":"ä"}""");
        await Queue.SendAsync(webhook);
        var call = receiver.Calls.Single();
        var (secret, _) = await cms.Get<WebhookEditor>().SecretAsync(webhook);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.Body, Is.EqualTo("""{"id":"ä"}"""));
            Assert.That(call.Event, Is.EqualTo("Umbraco.ContentPublish"));
            Assert.That(call.Headers["umb-webhook-retrycount"], Is.EqualTo("0"));
            Assert.That(call.Headers["content-type"], Is.EqualTo("application/json; charset=utf-8"));
            Assert.That(call.Headers["authorization"], Is.EqualTo("Bearer geheim"));
            Assert.That(call.Headers["webhook-timestamp"], Is.EqualTo(clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)));
            Assert.That(call.IsSignedWith(secret));
            Assert.That(call.Headers, Does.Not.ContainKey("traceparent"));
        }

        var row = (await RowsAsync()).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((row.State, row.StatusCode, row.Fault, row.NextAt), Is.EqualTo((WebhookDeliveryState.Delivered, "OK (200)", (string?)null, (DateTime?)null)));
            Assert.That(row.RequestHeaders, Does.Contain("Authorization: …").And.Not.Contain("geheim"));
        }
    }

    [Test]
    public async Task WhatIsRefusedIsTriedAgainLaterAndHoldsUpWhatComesAfterIt()
    {
        receiver.Answer = context => Status(context, receiver.Calls.Count <= 2 ? 503 : 204);
        await AddAsync("1");
        await AddAsync("2");
        await Queue.SendAsync(webhook);
        await Queue.SendAsync(webhook);
        Assert.That(receiver.Calls, Has.Count.EqualTo(1), "not before its time");
        Assert.That((await Queue.DueAsync())[webhook] - clock.GetUtcNow().UtcDateTime, Is.EqualTo(TimeSpan.FromSeconds(10)));

        clock.Move(TimeSpan.FromSeconds(10));
        await Queue.SendAsync(webhook);
        Assert.That((await Queue.DueAsync())[webhook] - clock.GetUtcNow().UtcDateTime, Is.EqualTo(TimeSpan.FromSeconds(40)));
        clock.Move(TimeSpan.FromSeconds(40));
        await Queue.SendAsync(webhook);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(receiver.Calls.Select(call => call.Body), Is.EqualTo(new[] { "1", "1", "1", "2" }));
            Assert.That(receiver.Calls.Select(call => call.Headers["umb-webhook-retrycount"]), Is.EqualTo(new[] { "0", "1", "2", "0" }));
            Assert.That(receiver.Calls.Take(3).Select(call => call.Headers["webhook-id"]).Distinct().Count(), Is.EqualTo(1));
            Assert.That(receiver.Calls.Take(3).Select(call => call.Headers["webhook-timestamp"]), Is.Unique, "signed anew: what was caught on the way grows old");
        }
    }

    [Test]
    public async Task AfterSoManyAttemptsItIsGivenUpAndTheNextHasItsTurn()
    {
        receiver.Answer = context => Status(context, receiver.Calls[^1].Body == "1" ? 500 : 200);
        await AddAsync("1");
        await AddAsync("2");
        for (var round = 0; round < 6; round++)
        {
            await Queue.SendAsync(webhook);
            clock.Move(TimeSpan.FromHours(1));
        }

        Assert.That((await RowsAsync()).Select(row => (row.State, row.Attempts)), Is.EqualTo(new[] { (WebhookDeliveryState.GivenUp, 6), (WebhookDeliveryState.Delivered, 1) }));
    }

    [Test]
    public async Task WhatWasGivenUpIsSentOnceMoreUnderItsOldIdOnceHoweverOftenIsClicked()
    {
        receiver.Answer = context => Status(context, 500);
        await AddAsync("1");
        for (var round = 0; round < 6; round++, clock.Move(TimeSpan.FromHours(1))) await Queue.SendAsync(webhook);
        receiver.Answer = context => Task.CompletedTask;
        var given = (await RowsAsync()).Single();
        await cms.Get<WebhookEditor>().RepeatAsync(given.Key);
        await cms.Get<WebhookEditor>().RepeatAsync(given.Key);
        await Queue.SendAsync(webhook);
        Assert.That((await RowsAsync()).Select(row => (row.State, row.Body, row.MessageKey)), Is.EqualTo(new[] { (WebhookDeliveryState.GivenUp, "1", given.MessageKey), (WebhookDeliveryState.Delivered, "1", given.MessageKey) }));
    }

    [Test]
    public async Task WhoEndsInTheMiddleOfACallMakesItAgain()
    {
        var entered = new TaskCompletionSource();
        receiver.Answer = async context =>
        {
            entered.TrySetResult();
            if (receiver.Calls.Count == 1) await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        await AddAsync("1");
        using var end = new CancellationTokenSource();
        var sending = Queue.SendAsync(webhook, end.Token);
        await entered.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await end.CancelAsync();
        await Assert.CatchAsync<OperationCanceledException>(() => sending);
        clock.Move(TimeSpan.FromMinutes(1));
        await Queue.SendAsync(webhook);
        Assert.That(receiver.Calls.Select(call => call.Headers["webhook-id"]).Distinct().Count(), Is.EqualTo(1));
        Assert.That((await RowsAsync()).Single().State, Is.EqualTo(WebhookDeliveryState.Delivered));
    }

    [Test]
    public async Task ARedirectIsNotFollowed()
    {
        receiver.Answer = context =>
        {
            context.Response.Redirect("/anderswo");
            return Task.CompletedTask;
        };
        await AddAsync("1");
        await Queue.SendAsync(webhook);
        Assert.That(receiver.Calls.Select(call => call.Path), Is.EqualTo(new[] { "/neues" }));
        Assert.That((await RowsAsync()).Single().Fault, Does.Contain("Weiterleitungen"));
    }

    [Test]
    public async Task OfALongAnswerOnlyTheBeginningIsRead()
    {
        receiver.Answer = async context =>
        {
            var part = new byte[64 * 1024];
            Array.Fill(part, (byte)'x');
            try
            {
                for (var count = 0; count < 10_000; count++) await context.Response.Body.WriteAsync(part, context.RequestAborted);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
                // The site hung up.
            }
        };
        await AddAsync("1");
        await Queue.SendAsync(webhook);
        var row = (await RowsAsync()).Single();
        Assert.That((row.State, row.ResponseBody.Length), Is.EqualTo((WebhookDeliveryState.Delivered, WebhookSender.LargestAnswer)));
    }

    [Test]
    public async Task WhatIsTakenIsTakenAlsoWhereTheRestOfTheAnswerNeverComes()
    {
        receiver.Answer = async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("gut");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        await AddAsync("1");
        await Queue.SendAsync(webhook);
        Assert.That((await RowsAsync()).Select(row => (row.State, row.StatusCode, row.Fault, row.ResponseBody)), Is.EqualTo(new[] { (WebhookDeliveryState.Delivered, "OK (200)", (string?)null, "gut") }));
    }

    [Test]
    public async Task AReceiverThatSaysNothingIsLeftAfterAWhile()
    {
        receiver.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        await AddAsync("1");
        await Queue.SendAsync(webhook).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.That((await RowsAsync()).Select(row => (row.StatusCode, row.WasUnanswered, row.State)), Is.EqualTo(new[] { ("Timeout", true, WebhookDeliveryState.Waiting) }));
    }

    [Test]
    public async Task NobodyThereIsSaidInWords()
    {
        await receiver.StopAsync();
        await AddAsync("1");
        await Queue.SendAsync(webhook);
        Assert.That((await RowsAsync()).Single().Fault, Is.EqualTo("Der Empfänger ist nicht erreichbar."));
    }

    [TestCase("127.0.0.1")]
    [TestCase("localhost")]
    [TestCase("[::1]")]
    [TestCase("[::ffff:127.0.0.1]")]
    [TestCase("2130706433", Description = "127.0.0.1 as a number")]
    public async Task APrivateNetworkIsNotCalledUnlessItIsNamed(string host)
    {
        await using var strict = await MakeAsync("10.9.8.0/24");
        var key = await RegisterAsync(receiver.Url.Replace("127.0.0.1", host, StringComparison.Ordinal), strict, around: true);
        await AddAsync("1", strict, key);
        await strict.Get<WebhookQueue>().SendAsync(key);
        await using var db = await strict.OpenAsync();
        Assert.That((await db.WebhookDeliveries.SingleAsync()).StatusCode, Is.EqualTo("NotAllowed"));
        Assert.That(receiver.Calls, Is.Empty);
    }

    [Test]
    public async Task AWebhookThatIsSwitchedOffForgetsWhatWaits()
    {
        await AddAsync("1");
        await cms.Get<WebhookEditor>().UpdateAsync(webhook, Input(receiver.Url) with { Enabled = false }, Guid.Empty);
        await cms.Get<WebhookEditor>().UpdateAsync(webhook, Input(receiver.Url), Guid.Empty);
        await Queue.SendAsync(webhook);
        Assert.That(receiver.Calls, Is.Empty);
        Assert.That((await RowsAsync()).Single().State, Is.EqualTo(WebhookDeliveryState.Cancelled));
    }

    [Test]
    public async Task TheLogIsKeptForAWhileAndWhatWaitsForever()
    {
        await AddAsync("1");
        await Queue.SendAsync(webhook);
        await AddAsync("2");
        clock.Move(TimeSpan.FromDays(29));
        Assert.That(await Queue.CleanUpAsync(), Is.Zero);
        clock.Move(TimeSpan.FromDays(2));
        Assert.That(await Queue.CleanUpAsync(), Is.EqualTo(1));
        Assert.That((await RowsAsync()).Select(row => row.Body), Is.EqualTo(new[] { "2" }));
    }

    [Test]
    public async Task WhatWaitedForAWeekBehindADeadReceiverIsGivenUpAndThatIsSeen()
    {
        receiver.Answer = context => Status(context, 503);
        await AddAsync("1");
        await AddAsync("2");
        clock.Move(TimeSpan.FromDays(6.5));
        await Queue.SendAsync(webhook);
        await AddAsync("3");
        clock.Move(TimeSpan.FromDays(0.75));
        await Queue.GiveUpOldAsync();
        var rows = await RowsAsync();
        Assert.That(rows.Select(row => (row.Body, row.State)), Is.EqualTo(new[] { ("1", WebhookDeliveryState.GivenUp), ("2", WebhookDeliveryState.GivenUp), ("3", WebhookDeliveryState.Waiting) }));
        Assert.That(rows[1].Fault, Does.Contain("7 Tage"));
        Assert.That((await Queue.DueAsync())[webhook], Is.EqualTo(rows[2].NextAt), "the next has its turn");
        Assert.That((await cms.Get<WebhookStates>().TroublesAsync()).Select(trouble => (trouble.Webhook, trouble.NotDelivered)), Is.EqualTo(new[] { (webhook, 2) }));
    }

    [Test]
    public async Task WhatNobodyTriedToSendIsNotGivenUp()
    {
        await AddAsync("1");
        clock.Move(TimeSpan.FromDays(8));
        await Queue.GiveUpOldAsync();
        Assert.That((await RowsAsync()).Single().State, Is.EqualTo(WebhookDeliveryState.Waiting));
    }

    [Test]
    public async Task WhatIsSentOnceMoreIsOneMessageAsBefore()
    {
        receiver.Answer = context => Status(context, 503);
        await AddAsync("1");
        for (var attempt = 0; attempt < 6; attempt++)
        {
            await Queue.SendAsync(webhook);
            clock.Move(TimeSpan.FromHours(1));
        }

        await cms.Get<WebhookEditor>().RepeatAsync((await RowsAsync()).Single().Key);
        for (var attempt = 0; attempt < 6; attempt++)
        {
            await Queue.SendAsync(webhook);
            clock.Move(TimeSpan.FromHours(1));
        }

        Assert.That((await RowsAsync()).Select(row => row.State), Is.EqualTo(new[] { WebhookDeliveryState.GivenUp, WebhookDeliveryState.GivenUp }));
        Assert.That((await cms.Get<WebhookStates>().TroublesAsync()).Select(trouble => (trouble.NotDelivered, trouble.Held)), Is.EqualTo(new[] { (1, 0) }));
    }

    [Test]
    public async Task WithKeysThatAreGoneTheFaultIsSaid()
    {
        await AddAsync("1");
        await using (var db = await cms.OpenAsync())
            await db.Webhooks.ExecuteUpdateAsync(set => set.SetProperty(row => row.Headers, "CfDJ8x"));
        await Queue.SendAsync(webhook);
        Assert.That((await RowsAsync()).Single().StatusCode, Is.EqualTo("NoSecret"));
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private Task<CmsFolder> MakeAsync(string networks) => CmsFolder.MakeAsync(add: (services, folder) => services
        .AddWebhooks(new ConfigurationBuilder().AddInMemoryCollection([new(ReceiverAddresses.Setting, networks)]).Build())
        .AddSingleton<TimeProvider>(clock)
        .AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "keys"))));

    private static WebhookInput Input(string url) => new(true, "Empfänger", "", url, ["Umbraco.ContentPublish"], [], [new("Authorization", "Bearer geheim")]);

    /// <param name="around">With an address that is refused when it is saved: names may lead elsewhere later.</param>
    private async Task<Guid> RegisterAsync(string url, CmsFolder? on = null, bool around = false)
    {
        var key = Guid.NewGuid();
        await (on ?? cms).Get<WebhookEditor>().CreateAsync(key, Input(around ? "https://empfaenger.example/" : url), Guid.Empty);
        if (!around) return key;
        await using var db = await on!.OpenAsync();
        await db.Webhooks.ExecuteUpdateAsync(set => set.SetProperty(row => row.Url, url));
        return key;
    }

    private async Task AddAsync(string body, CmsFolder? on = null, Guid? to = null)
    {
        await using var db = await (on ?? cms).OpenAsync();
        db.WebhookDeliveries.Add(WebhookOutbox.Row(to ?? webhook, "Umbraco.ContentPublish", body, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();
    }

    private async Task<List<WebhookDeliveryRow>> RowsAsync()
    {
        await using var db = await cms.OpenAsync();
        return await db.WebhookDeliveries.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
    }
}
