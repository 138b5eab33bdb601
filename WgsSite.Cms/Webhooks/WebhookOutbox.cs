using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Webhooks;

/// <summary>
/// Puts down what webhooks are to be told of a change, in the transaction of the change: nothing is lost when the process
/// ends, and nothing is told that did not come to be.
/// </summary>
public sealed class WebhookOutbox(WebhookPayloads payloads, IOptionsMonitor<WebhookSettings> settings, TimeProvider clock)
{
    internal async Task AddAsync(CmsDbContext db, PublishedSnapshot before, PublishedSnapshot after, ChangedRows rows, CancellationToken cancel)
    {
        if (!settings.CurrentValue.Enabled) return;
        if (ReferenceEquals(before, after) && rows.DeletedDocuments.Count + rows.SavedMedia.Count + rows.DeletedMedia.Count == 0) return;
        var webhooks = await db.Webhooks.AsNoTracking().Where(webhook => webhook.Enabled).OrderBy(webhook => webhook.CreatedAt).ToListAsync(cancel);
        if (webhooks.Count == 0) return;

        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var happened in WebhookEvents.Between(before, after, rows))
        {
            string? body = null;
            foreach (var webhook in webhooks.Where(webhook => IsFor(webhook, happened)))
                db.WebhookDeliveries.Add(Row(webhook.Key, happened.Alias, body ??= payloads.Of(happened, after), now));
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <param name="message">Null for something new; the message of a delivery that is repeated.</param>
    internal static WebhookDeliveryRow Row(Guid webhook, string alias, string body, DateTime now, Guid? message = null) => new()
    {
        Key = Guid.NewGuid(),
        WebhookKey = webhook,
        MessageKey = message ?? Guid.NewGuid(),
        EventAlias = alias,
        Body = body,
        CreatedAt = now,
        NextAt = now,
    };

    private static bool IsFor(WebhookRow webhook, ContentEvent happened) =>
        webhook.Events.Contains(happened.Alias) && (webhook.TypeKeys.Count == 0 || webhook.TypeKeys.Contains(happened.TypeKey));
}
