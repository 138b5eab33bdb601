using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using WgsSite.Cms.Publishing;

namespace WgsSite.Cms.Webhooks;

/// <summary>Has sent what waits, from the start of the site on, the webhooks beside each other: a slow receiver holds up no other.</summary>
internal sealed partial class WebhookWorker(WebhookQueue queue, WebhookSignal signal, PublishedContent content, IOptionsMonitor<WebhookSettings> settings, TimeProvider clock, ILogger<WebhookWorker> log) : BackgroundService
{
    private readonly Dictionary<Guid, Task> running = [];
    private DateTime? cleanedAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        content.Changed += signal.Give;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var wait = await RoundAsync(stoppingToken);
                await Task.WhenAny([signal.GivenAsync, Task.Delay(wait, clock, stoppingToken), .. running.Values]);
            }
        }
        finally
        {
            content.Changed -= signal.Give;
            await Task.WhenAll(running.Values);
        }
    }

    /// <returns>How long nothing is to be done unless there is a signal.</returns>
    private async Task<TimeSpan> RoundAsync(CancellationToken cancel)
    {
        var wait = settings.CurrentValue.Period;
        // Before looking, so that what comes meanwhile is seen in the next round.
        signal.Take();
        foreach (var (key, task) in running.ToList())
            if (task.IsCompleted) running.Remove(key);
        try
        {
            await CleanUpDailyAsync(cancel);
            if (!settings.CurrentValue.Enabled) return wait;
            var now = clock.GetUtcNow().UtcDateTime;
            foreach (var (webhook, at) in await queue.DueAsync(cancel))
            {
                if (running.ContainsKey(webhook)) continue;
                if (at <= now) running.Add(webhook, SendAsync(webhook, cancel));
                else if (at - now < wait) wait = at - now;
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            LogFailed(log, e);
        }

        return wait;
    }

    private async Task SendAsync(Guid webhook, CancellationToken cancel)
    {
        try
        {
            await Task.Yield();
            await queue.SendAsync(webhook, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            LogFailed(log, e);
            // A full disk, say; not to be asked again at once.
            await Task.Delay(settings.CurrentValue.Period, clock, cancel).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task CleanUpDailyAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (now - cleanedAt is { } since && since < TimeSpan.FromDays(1) && since > TimeSpan.Zero) return;
        cleanedAt = now;
        if (settings.CurrentValue.Enabled) await queue.GiveUpOldAsync(cancel);
        if (await queue.CleanUpAsync(cancel) is > 0 and var removed) LogCleaned(log, removed);
    }

    [LoggerMessage(LogLevel.Error, "Webhooks lassen sich gerade nicht senden. Die Website versucht es weiter.")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Information, "{Count} alte Zustellungen von Webhooks aufgeräumt.")]
    private static partial void LogCleaned(ILogger logger, int count);
}
