using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Webhooks;

namespace WgsSite.Cms.Health;

/// <summary>Whether receivers of webhooks get what they are told.</summary>
internal sealed class WebhookHealth(IDbContextFactory<CmsDbContext> store, TimeProvider clock)
{
    private static readonly TimeSpan Recent = TimeSpan.FromDays(7);
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    public async Task<HealthResult> RunAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var (recently, longAgo) = (now - Recent, now - Long);
        // What was sent once more and came through is well again.
        var failing = await db.Webhooks.AsNoTracking()
            .Where(webhook => webhook.Enabled)
            .Select(webhook => new
            {
                webhook.Name,
                Given = db.WebhookDeliveries.Count(row => row.WebhookKey == webhook.Key && row.State == WebhookDeliveryState.GivenUp && row.EventAlias != WebhookEvents.Test && row.CreatedAt > recently
                    && !db.WebhookDeliveries.Any(later => later.MessageKey == row.MessageKey && later.State == WebhookDeliveryState.Delivered)),
                Late = db.WebhookDeliveries.Count(row => row.WebhookKey == webhook.Key && row.State == WebhookDeliveryState.Waiting && row.CreatedAt < longAgo),
            })
            .Where(webhook => webhook.Given + webhook.Late > 0)
            .ToListAsync(cancel);
        return failing.Count == 0
            ? HealthResult.Good("Alle Empfänger haben erfahren, was sie erfahren sollen.")
            : new HealthResult(HealthState.Warning, "Diese Empfänger haben nicht alles erfahren. Warum, steht unter „Einstellungen“ beim Webhook unter „Zustellungen“.", [
                .. failing.Select(webhook => new HealthFinding($"{(webhook.Name.Length > 0 ? webhook.Name : "Webhook ohne Namen")}: {webhook.Given} nicht zugestellt, {webhook.Late} warten seit über einer Stunde")),
            ]);
    }
}
