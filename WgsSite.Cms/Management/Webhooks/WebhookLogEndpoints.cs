using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Management.Users;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Users;
using WgsSite.Cms.Webhooks;

namespace WgsSite.Cms.Management.Webhooks;

/// <summary>
/// What became of calls, in the client's shape, and for our own screens what that has no place for: what still waits and why,
/// the secret, a trial call, sending something once more.
/// </summary>
internal static class WebhookLogEndpoints
{
    public static void MapWebhookLogs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/webhook/logs", (Paging page, CmsDbContext db, CancellationToken cancel) => PageAsync(db.WebhookDeliveries, page, Log, cancel)).Needs(Right.ManageWebhooks);
        routes.MapGet("/webhook/{id:guid}/logs", (Guid id, Paging page, CmsDbContext db, CancellationToken cancel) => PageAsync(db.WebhookDeliveries.Where(row => row.WebhookKey == id), page, Log, cancel)).Needs(Right.ManageWebhooks);
        routes.MapGet("/webhook/{id:guid}/deliveries", DeliveriesAsync).Needs(Right.ManageWebhooks);
        routes.MapPost("/webhook/deliveries/{key:guid}/repeat", async (Guid key, WebhookEditor webhooks, CancellationToken cancel) =>
        {
            await webhooks.RepeatAsync(key, cancel);
            return Results.Ok();
        }).Needs(Right.ManageWebhooks);
        routes.MapPost("/webhook/{id:guid}/test", async (Guid id, WebhookEditor webhooks, CancellationToken cancel) => Delivery(await webhooks.TestAsync(id, cancel), null, isBehind: false)).Needs(Right.ManageWebhooks);
        routes.MapGet("/webhook/{id:guid}/secret", SecretAsync).Needs(Right.ManageWebhooks);
        routes.MapPost("/webhook/{id:guid}/secret", async (Guid id, ClaimsPrincipal user, WebhookEditor webhooks, CancellationToken cancel) =>
        {
            await webhooks.RenewSecretAsync(id, user.Key(), cancel);
            return await SecretAsync(id, webhooks, cancel);
        }).Needs(Right.ManageWebhooks);
    }

    private static async Task<object> SecretAsync(Guid id, WebhookEditor webhooks, CancellationToken cancel)
    {
        var (secret, formerUntil) = await webhooks.SecretAsync(id, cancel);
        return new { Secret = secret, FormerUntil = formerUntil };
    }

    private static async Task<PagedModel<object>> PageAsync(IQueryable<WebhookDeliveryRow> rows, Paging page, Func<WebhookDeliveryRow, object> model, CancellationToken cancel) => new(
        await rows.CountAsync(cancel),
        [.. (await rows.AsNoTracking().OrderByDescending(row => row.Id).Skip(page.Skip).Take(page.Take).ToListAsync(cancel)).Select(model)]);

    private static async Task<PagedModel<object>> DeliveriesAsync(Guid id, Paging page, CmsDbContext db, CancellationToken cancel)
    {
        var all = db.WebhookDeliveries.AsNoTracking().Where(row => row.WebhookKey == id);
        var first = await all.Where(row => row.State == WebhookDeliveryState.Waiting).MinAsync(row => (long?)row.Id, cancel);
        var rows = await all.OrderByDescending(row => row.Id).Skip(page.Skip).Take(page.Take).ToListAsync(cancel);
        var items = rows.ToDictionary(row => row.Key, row => WebhookPayloads.KeyIn(row.Body));
        var names = await NamesAsync(db, [.. items.Values.Distinct()], cancel);
        return new PagedModel<object>(await all.CountAsync(cancel), [.. rows.Select(row => Delivery(row, names.GetValueOrDefault(items[row.Key]), isBehind: row.State == WebhookDeliveryState.Waiting && row.Id != first))]);
    }

    /// <summary>As documents and media are called now; what was deleted has no name any more.</summary>
    private static async Task<Dictionary<Guid, string>> NamesAsync(CmsDbContext db, Guid[] keys, CancellationToken cancel)
    {
        var documents = await db.Documents.AsNoTracking().Where(row => keys.Contains(row.Key)).Select(row => new { row.Key, row.DraftVersion!.Name }).ToListAsync(cancel);
        var media = await db.Media.AsNoTracking().Where(row => keys.Contains(row.Key)).Select(row => new { row.Key, row.Name }).ToListAsync(cancel);
        return documents.Concat(media).ToDictionary(row => row.Key, row => row.Name);
    }

    private static object Log(WebhookDeliveryRow row) => new
    {
        row.Key,
        row.WebhookKey,
        row.StatusCode,
        IsSuccessStatusCode = row.State == WebhookDeliveryState.Delivered,
        Date = row.SentAt ?? row.CreatedAt,
        row.EventAlias,
        row.Url,
        RetryCount = Math.Max(0, row.Attempts - 1),
        row.RequestHeaders,
        RequestBody = row.Body,
        row.ResponseHeaders,
        ResponseBody = row.WasUnanswered ? row.Fault ?? "" : row.ResponseBody,
        ExceptionOccured = row.WasUnanswered,
    };

    /// <summary>Of <c>ServiceUnavailable (503)</c> what people look up; of what is no answer nothing: the fault says it in words.</summary>
    private static string? Number(string statusCode) => statusCode.EndsWith(')') ? statusCode[(statusCode.LastIndexOf('(') + 1)..^1] : null;

    /// <param name="isBehind">Whether something else has to get through before it is sent.</param>
    private static object Delivery(WebhookDeliveryRow row, string? name, bool isBehind) => new
    {
        row.Key,
        Name = name,
        IsBehind = isBehind,
        Event = WebhookEvents.Find(row.EventAlias)?.Name ?? (row.EventAlias == WebhookEvents.Test ? "Probeaufruf" : row.EventAlias),
        State = row.State.ToString(),
        row.CreatedAt,
        row.SentAt,
        row.NextAt,
        row.Attempts,
        row.Url,
        StatusCode = Number(row.StatusCode),
        row.Fault,
        row.RequestHeaders,
        RequestBody = row.Body,
        row.ResponseHeaders,
        row.ResponseBody,
    };
}
