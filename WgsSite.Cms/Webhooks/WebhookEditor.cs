using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Webhooks;

/// <summary>What administrators do with webhooks and their deliveries.</summary>
internal sealed class WebhookEditor(
    IDbContextFactory<CmsDbContext> store, PublishedContent content, WebhookSecrets secrets, ReceiverAddresses addresses, WebhookQueue queue, WebhookSignal signal, IOptionsMonitor<WebhookSettings> settings, TimeProvider clock)
{
    private const int Most = 50;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <exception cref="EditRefusalException">It cannot be had as it is wanted, or there is one with this key.</exception>
    public async Task CreateAsync(Guid key, WebhookInput input, Guid user, CancellationToken cancel = default)
    {
        input.Require(content.Current.Schema, addresses);
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await db.Webhooks.AnyAsync(row => row.Key == key, cancel)) throw new EditRefusalException(RefusalKind.NotAllowed, "Diesen Webhook gibt es schon.");
        if (await db.Webhooks.CountAsync(cancel) >= Most) throw new EditRefusalException(RefusalKind.NotAllowed, $"Mehr als {Most} Webhooks sind nicht möglich.");
        var row = new WebhookRow { Key = key, Url = input.Url, Headers = "", Secret = secrets.Hide(WebhookSecrets.New()), CreatedAt = Now };
        Set(row, input);
        db.Webhooks.Add(row);
        Log(db, key, "New", user);
        await db.SaveChangesAsync(cancel);
    }

    /// <inheritdoc cref="CreateAsync"/>
    public async Task UpdateAsync(Guid key, WebhookInput input, Guid user, CancellationToken cancel = default)
    {
        input.Require(content.Current.Schema, addresses);
        await using var db = await store.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var row = await FindAsync(db, key, cancel);
        Set(row, input);
        Log(db, key, "Save", user);
        await db.SaveChangesAsync(cancel);
        // What waits was meant for a webhook that is on; switched on again, it begins with what happens then.
        if (!row.Enabled)
            await db.WebhookDeliveries.Where(delivery => delivery.WebhookKey == key && delivery.State == WebhookDeliveryState.Waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.State, WebhookDeliveryState.Cancelled).SetProperty(delivery => delivery.NextAt, (DateTime?)null), cancel);
        await transaction.CommitAsync(cancel);
        signal.Give();
    }

    /// <summary>With it goes what waits for it, and its log.</summary>
    /// <exception cref="EditRefusalException">There is no such webhook.</exception>
    public async Task DeleteAsync(Guid key, Guid user, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        db.Webhooks.Remove(await FindAsync(db, key, cancel));
        Log(db, key, "Delete", user);
        await db.SaveChangesAsync(cancel);
    }

    public IReadOnlyDictionary<string, string> HeadersOf(WebhookRow row)
    {
        try
        {
            return secrets.HeadersOf(row);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // So that it can be seen, and saved or deleted, all the same.
            return new Dictionary<string, string>();
        }
    }

    /// <summary>The secret, and until when the one before it is used too (UTC).</summary>
    /// <exception cref="EditRefusalException">There is no such webhook, or its secret cannot be read any more.</exception>
    public async Task<(string Secret, DateTime? FormerUntil)> SecretAsync(Guid key, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var row = await FindAsync(db, key, cancel);
        try
        {
            return (secrets.Reveal(row.Secret), row.FormerSecretUntil > Now ? row.FormerSecretUntil : null);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            throw new EditRefusalException(RefusalKind.NotAllowed, "Das Geheimnis lässt sich nicht mehr entschlüsseln.", "Erzeugen Sie ein neues, und tragen Sie es beim Empfänger ein.");
        }
    }

    /// <exception cref="EditRefusalException">There is no such webhook.</exception>
    public async Task RenewSecretAsync(Guid key, Guid user, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var row = await FindAsync(db, key, cancel);
        (row.FormerSecret, row.FormerSecretUntil) = (row.Secret, Now + WebhookSecrets.Overlap);
        row.Secret = secrets.Hide(WebhookSecrets.New());
        Log(db, key, "Save", user);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Calls it now, also one that is switched off.</summary>
    /// <exception cref="EditRefusalException">There is no such webhook, or no calls are made at all.</exception>
    public async Task<WebhookDeliveryRow> TestAsync(Guid key, CancellationToken cancel = default)
    {
        RequireEnabled();
        await using var db = await store.CreateDbContextAsync(cancel);
        return await queue.TryAsync(await FindAsync(db, key, cancel), cancel);
    }

    /// <summary>Sends the same once more, behind what waits already; what waits itself is tried now.</summary>
    /// <exception cref="EditRefusalException">There is no such delivery, or its webhook is switched off.</exception>
    public async Task RepeatAsync(Guid key, CancellationToken cancel = default)
    {
        RequireEnabled();
        await using var db = await store.CreateDbContextAsync(cancel);
        var delivery = await db.WebhookDeliveries.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancel)
            ?? throw new EditRefusalException(RefusalKind.NotFound, "Diese Zustellung steht nicht mehr im Protokoll.");
        if (!(await FindAsync(db, delivery.WebhookKey, cancel)).Enabled) throw new EditRefusalException(RefusalKind.NotAllowed, "Der Webhook ist ausgeschaltet.", "Schalten Sie ihn ein, und senden Sie dann noch einmal.");
        var waiting = await db.WebhookDeliveries.Where(row => row.WebhookKey == delivery.WebhookKey && row.State == WebhookDeliveryState.Waiting).OrderBy(row => row.Id).ToListAsync(cancel);
        // A second click must not make it two.
        if (waiting.All(row => row.MessageKey != delivery.MessageKey))
            db.WebhookDeliveries.Add(WebhookOutbox.Row(delivery.WebhookKey, delivery.EventAlias, delivery.Body, Now, delivery.MessageKey));
        // What is in front of it goes first, and must not keep it waiting.
        if (waiting.Count > 0) waiting[0].NextAt = Now;
        await db.SaveChangesAsync(cancel);
        signal.Give();
    }

    private void RequireEnabled()
    {
        if (!settings.CurrentValue.Enabled) throw new EditRefusalException(RefusalKind.NotAllowed, "Webhooks sind auf diesem Server ausgeschaltet.", "Das steht in den Einstellungen des Servers (Umbraco:CMS:Webhook:Enabled).");
    }

    private void Set(WebhookRow row, WebhookInput input)
    {
        (row.Enabled, row.Name, row.Description, row.Url) = (input.Enabled, input.Name.Trim(), input.Description.Trim(), input.Url);
        (row.Events, row.TypeKeys) = ([.. input.Events.Distinct()], [.. input.TypeKeys.Distinct()]);
        row.Headers = secrets.Hide(new Dictionary<string, string>(input.Headers));
    }

    private void Log(CmsDbContext db, Guid key, string action, Guid user) =>
        db.Audit.Add(new AuditRow { At = Now, UserKey = user, ItemKind = "webhook", ItemKey = key, Action = action });

    private static async Task<WebhookRow> FindAsync(CmsDbContext db, Guid key, CancellationToken cancel) =>
        await db.Webhooks.SingleOrDefaultAsync(row => row.Key == key, cancel) ?? throw new EditRefusalException(RefusalKind.NotFound, "Diesen Webhook gibt es nicht mehr.");
}
