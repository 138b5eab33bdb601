using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Webhooks;

/// <summary>
/// Sends what waits, in order for each webhook: what a receiver does not take holds up what comes after it, until it is
/// given up. What was sent while the process ended goes out once more, with the same id.
/// </summary>
internal sealed partial class WebhookQueue(IDbContextFactory<CmsDbContext> store, WebhookSender sender, IOptionsMonitor<WebhookSettings> settings, TimeProvider clock, ILogger<WebhookQueue> log)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>What waited that long, behind a receiver that takes nothing, is no news any more.</summary>
    internal static readonly TimeSpan LongestWait = TimeSpan.FromDays(7);

    /// <summary>When each webhook for which something waits is to be called next (UTC).</summary>
    public async Task<Dictionary<Guid, DateTime>> DueAsync(CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var heads = await db.WebhookDeliveries.AsNoTracking()
            .Where(delivery => delivery.State == WebhookDeliveryState.Waiting)
            .GroupBy(delivery => delivery.WebhookKey)
            .Select(waiting => waiting.Min(delivery => delivery.Id))
            .ToListAsync(cancel);
        return await db.WebhookDeliveries.AsNoTracking().Where(delivery => heads.Contains(delivery.Id)).ToDictionaryAsync(delivery => delivery.WebhookKey, delivery => delivery.NextAt ?? DateTime.MinValue, cancel);
    }

    /// <summary>Sends what is due for one webhook, one after the other, until nothing is left or one did not get through.</summary>
    public async Task SendAsync(Guid webhook, CancellationToken cancel = default)
    {
        while (await SendNextAsync(webhook, cancel)) { }
    }

    /// <summary>Calls a webhook at once, beside its queue and once only; the delivery is new and comes into the log.</summary>
    public async Task<WebhookDeliveryRow> TryAsync(WebhookRow webhook, CancellationToken cancel = default)
    {
        var delivery = WebhookOutbox.Row(webhook.Key, WebhookEvents.Test, WebhookPayloads.Minimal(webhook.Key), clock.GetUtcNow().UtcDateTime);
        delivery.Attempts = 1;
        Note(delivery, webhook, await sender.SendAsync(webhook, delivery, cancel), isLast: true);
        await using var db = await store.CreateDbContextAsync(cancel);
        db.WebhookDeliveries.Add(delivery);
        await db.SaveChangesAsync(cancel);
        return delivery;
    }

    /// <summary>Removes from the log what ended longer ago than it is to be kept.</summary>
    public async Task<int> CleanUpAsync(CancellationToken cancel = default)
    {
        if (!settings.CurrentValue.EnableLoggingCleanup) return 0;
        var oldest = clock.GetUtcNow().UtcDateTime.AddDays(-settings.CurrentValue.KeepLogsForDays);
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.WebhookDeliveries.Where(delivery => delivery.State != WebhookDeliveryState.Waiting && delivery.CreatedAt < oldest).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Gives up what has waited for a week behind something its receiver did not take, so that one that is gone does not fill the database.</summary>
    public async Task GiveUpOldAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // After a time without the site, what waits is to be tried first.
        var (oldest, lately) = (now - LongestWait, now - TimeSpan.FromDays(1));
        await using var db = await store.CreateDbContextAsync(cancel);
        await db.WebhookDeliveries.Where(delivery => delivery.State == WebhookDeliveryState.Waiting && delivery.CreatedAt < oldest
            && db.WebhookDeliveries.Any(head => head.WebhookKey == delivery.WebhookKey && head.State == WebhookDeliveryState.Waiting && head.Fault != null && head.SentAt > lately)).ExecuteUpdateAsync(set => set
            .SetProperty(delivery => delivery.State, WebhookDeliveryState.GivenUp)
            .SetProperty(delivery => delivery.NextAt, (DateTime?)null)
            .SetProperty(delivery => delivery.Fault, delivery => delivery.Fault ?? $"Der Empfänger hat {LongestWait.Days} Tage lang nicht angenommen, was davor an der Reihe war."), cancel);
    }

    /// <returns>Whether to go on with the next.</returns>
    private async Task<bool> SendNextAsync(Guid key, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var webhook = await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancel);
        var delivery = await db.WebhookDeliveries.Where(row => row.WebhookKey == key && row.State == WebhookDeliveryState.Waiting).OrderBy(row => row.Id).FirstOrDefaultAsync(cancel);
        if (webhook is null || delivery is null || delivery.NextAt > clock.GetUtcNow().UtcDateTime) return false;

        // Put down before it is done, so that a process that ends again and again does not call again and again.
        delivery.Attempts++;
        delivery.NextAt = clock.GetUtcNow().UtcDateTime + Pause(delivery.Attempts);
        await db.SaveChangesAsync(cancel);
        var answer = await sender.SendAsync(webhook, delivery, cancel);
        Note(delivery, webhook, answer, isLast: delivery.Attempts > settings.CurrentValue.MaximumRetries);
        if (delivery.State == WebhookDeliveryState.GivenUp) LogGivenUp(log, key, delivery.Attempts, answer.StatusCode);
        else if (answer.Fault is not null) LogLater(log, key, delivery.Attempts, answer.StatusCode);
        try
        {
            // Not to be interrupted: the receiver has it, or not.
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The webhook was deleted meanwhile, and this with it.
            return false;
        }

        return delivery.State != WebhookDeliveryState.Waiting;
    }

    private void Note(WebhookDeliveryRow delivery, WebhookRow webhook, WebhookAnswer answer, bool isLast)
    {
        delivery.SentAt = clock.GetUtcNow().UtcDateTime;
        delivery.Url = webhook.Url;
        (delivery.StatusCode, delivery.Fault, delivery.WasUnanswered) = (answer.StatusCode, answer.Fault, answer.WasUnanswered);
        (delivery.RequestHeaders, delivery.ResponseHeaders, delivery.ResponseBody) = (answer.RequestHeaders, answer.ResponseHeaders, answer.ResponseBody);
        if (answer.Fault is not null && !isLast) return;
        delivery.State = answer.Fault is null ? WebhookDeliveryState.Delivered : WebhookDeliveryState.GivenUp;
        delivery.NextAt = null;
    }

    /// <summary>Umbraco's period before the first repetition, and four times as long each time.</summary>
    private TimeSpan Pause(int attempts)
    {
        var seconds = settings.CurrentValue.Period.TotalSeconds * Math.Pow(4, Math.Min(attempts - 1, 20));
        return seconds < LongestPause.TotalSeconds ? TimeSpan.FromSeconds(seconds) : LongestPause;
    }

    [LoggerMessage(LogLevel.Warning, "Webhook {Webhook}, Versuch {Attempt}: {Status}. Er wird noch einmal versucht.")]
    private static partial void LogLater(ILogger logger, Guid webhook, int attempt, string status);

    [LoggerMessage(LogLevel.Error, "Webhook {Webhook} nach {Attempts} Versuchen aufgegeben: {Status}. Unter „Zustellungen“ lässt er sich noch einmal senden.")]
    private static partial void LogGivenUp(ILogger logger, Guid webhook, int attempts, string status);
}
