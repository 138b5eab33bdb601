using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Webhooks;

/// <summary>A webhook whose receiver has not had everything.</summary>
/// <param name="NotDelivered">How much was given up in the last two weeks and did not come through since.</param>
/// <param name="Held">How much waits behind something the receiver has not taken.</param>
/// <param name="Late">How much of it has waited for more than an hour.</param>
/// <param name="Fault">Why, in the receiver's latest refusal; null when nothing was refused.</param>
internal sealed record WebhookTrouble(Guid Webhook, string Name, int NotDelivered, int Held, int Late, string? Fault);

/// <summary>Whether receivers get what they are told.</summary>
internal sealed class WebhookStates(IDbContextFactory<CmsDbContext> store, TimeProvider clock)
{
    /// <summary>What is given up may have waited for a week; it is to be seen for another.</summary>
    private static readonly TimeSpan Recent = WebhookQueue.LongestWait * 2;
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    /// <summary>Only of webhooks that are on, and only where there is trouble.</summary>
    public async Task<IReadOnlyList<WebhookTrouble>> TroublesAsync(CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var (recently, longAgo) = (now - Recent, now - Long);
        // What was sent once more and came through is well again, and what is being sent once more waits; a trial call tells nobody anything.
        var failed = db.WebhookDeliveries.Where(row => row.EventAlias != WebhookEvents.Test && row.Fault != null
            && (row.State == WebhookDeliveryState.Waiting
                || (row.State == WebhookDeliveryState.GivenUp && row.CreatedAt > recently && !db.WebhookDeliveries.Any(later => later.MessageKey == row.MessageKey && (later.State == WebhookDeliveryState.Delivered || later.State == WebhookDeliveryState.Waiting)))));
        var waiting = db.WebhookDeliveries.Where(row => row.State == WebhookDeliveryState.Waiting);
        var all = await db.Webhooks.AsNoTracking()
            .Where(webhook => webhook.Enabled)
            .OrderBy(webhook => webhook.CreatedAt)
            .Select(webhook => new
            {
                webhook.Key,
                webhook.Name,
                NotDelivered = failed.Where(row => row.WebhookKey == webhook.Key && row.State == WebhookDeliveryState.GivenUp).Select(row => row.MessageKey).Distinct().Count(),
                IsHeld = failed.Any(row => row.WebhookKey == webhook.Key && row.State == WebhookDeliveryState.Waiting),
                Waiting = waiting.Count(row => row.WebhookKey == webhook.Key),
                Late = waiting.Count(row => row.WebhookKey == webhook.Key && row.CreatedAt < longAgo),
                Fault = failed.Where(row => row.WebhookKey == webhook.Key).OrderByDescending(row => row.SentAt).Select(row => row.Fault).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return [.. all.Select(row => new WebhookTrouble(row.Key, row.Name, row.NotDelivered, row.IsHeld ? row.Waiting : row.Late, row.Late, row.Fault)).Where(row => row.NotDelivered + row.Held > 0)];
    }
}
