using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
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
        routes.MapGet("/webhook/{id:guid}/deliveries", (Guid id, Paging page, CmsDbContext db, CancellationToken cancel) => PageAsync(db.WebhookDeliveries.Where(row => row.WebhookKey == id), page, Delivery, cancel)).Needs(Right.ManageWebhooks);
        routes.MapPost("/webhook/deliveries/{key:guid}/repeat", async (Guid key, WebhookEditor webhooks, CancellationToken cancel) =>
        {
            await webhooks.RepeatAsync(key, cancel);
            return Results.Ok();
        }).Needs(Right.ManageWebhooks);
        routes.MapPost("/webhook/{id:guid}/test", async (Guid id, WebhookEditor webhooks, CancellationToken cancel) => Delivery(await webhooks.TestAsync(id, cancel))).Needs(Right.ManageWebhooks);
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

    private static object Delivery(WebhookDeliveryRow row) => new
    {
        row.Key,
        Event = WebhookEvents.Find(row.EventAlias)?.Name ?? (row.EventAlias == WebhookEvents.Test ? "Probeaufruf" : row.EventAlias),
        State = row.State.ToString(),
        row.CreatedAt,
        row.SentAt,
        row.NextAt,
        row.Attempts,
        row.Url,
        row.StatusCode,
        row.Fault,
        row.RequestHeaders,
        RequestBody = row.Body,
        row.ResponseHeaders,
        row.ResponseBody,
    };
}
