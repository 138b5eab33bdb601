using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Management.Users;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Users;
using WgsSite.Cms.Webhooks;

namespace WgsSite.Cms.Management.Webhooks;

/// <summary>Webhooks as the client's own screens show and change them.</summary>
internal static class WebhookEndpoints
{
    private const string Gone = "Diesen Webhook gibt es nicht mehr.";

    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/webhook", List).Needs(Right.ManageWebhooks);
        routes.MapGet("/webhook/{id:guid}", async (Guid id, CmsDbContext db, WebhookEditor webhooks, CancellationToken cancel) =>
            await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(row => row.Key == id, cancel) is { } found ? Results.Ok(Model(found, webhooks)) : Problem.NotFound(Gone)).Needs(Right.ManageWebhooks);
        routes.MapPost("/webhook", Create).Needs(Right.ManageWebhooks);
        routes.MapPut("/webhook/{id:guid}", async (Guid id, WebhookRequest body, ClaimsPrincipal user, WebhookEditor webhooks, CancellationToken cancel) =>
        {
            await webhooks.UpdateAsync(id, body.Input(), user.Key(), cancel);
            return Results.Ok();
        }).Needs(Right.ManageWebhooks);
        routes.MapDelete("/webhook/{id:guid}", async (Guid id, ClaimsPrincipal user, WebhookEditor webhooks, CancellationToken cancel) =>
        {
            await webhooks.DeleteAsync(id, user.Key(), cancel);
            return Results.Ok();
        }).Needs(Right.ManageWebhooks);
        routes.MapGet("/webhook/events", (Paging page) => PagedModel<object>.Of([.. WebhookEvents.All.Select(Event)], page.Skip, page.Take)).Needs(Right.ManageWebhooks);
        routes.MapGet("/webhook/overview", Overview).Needs(Right.ManageWebhooks);
        routes.MapGet("/item/webhook", Items).Needs(Right.ManageWebhooks);
        // For choosing types that something can be of; the client's trees of types have no folders here.
        routes.MapGet("/tree/document-type/root", (Paging page, ContentSchema schema) => PagedModel<object>.Of([.. Sorted(schema.DocumentTypes.Where(type => !schema.IsOnlyComposition(type))).Select(DocumentTypeNode)], page.Skip, page.Take)).Needs(Right.ManageWebhooks);
        routes.MapGet("/tree/media-type/root", (Paging page, ContentSchema schema) => PagedModel<object>.Of([.. Sorted(schema.MediaTypes).Select(MediaTypeNode)], page.Skip, page.Take)).Needs(Right.ManageWebhooks);
        routes.MapWebhookLogs();
    }

    private static async Task<PagedModel<object>> List(Paging page, CmsDbContext db, WebhookEditor webhooks, CancellationToken cancel)
    {
        var all = await db.Webhooks.AsNoTracking().OrderBy(row => row.CreatedAt).ToListAsync(cancel);
        return PagedModel<object>.Of([.. all.Select(row => Model(row, webhooks))], page.Skip, page.Take);
    }

    private static async Task<IResult> Create(WebhookRequest body, ClaimsPrincipal user, HttpContext context, WebhookEditor webhooks, CancellationToken cancel)
    {
        var key = body.Id ?? Guid.NewGuid();
        await webhooks.CreateAsync(key, body.Input(), user.Key(), cancel);
        context.Response.Headers["Umb-Generated-Resource"] = key.ToString();
        return Results.Created($"{BackofficePaths.ManagementApi}/v1/webhook/{key}", null);
    }

    /// <summary>For our own list: in words, and with what does not get through.</summary>
    private static async Task<IEnumerable<object>> Overview(CmsDbContext db, WebhookStates states, ContentSchema schema, CancellationToken cancel)
    {
        var all = await db.Webhooks.AsNoTracking().OrderBy(row => row.CreatedAt).ToListAsync(cancel);
        var troubles = (await states.TroublesAsync(cancel)).ToDictionary(trouble => trouble.Webhook);
        return all.Select(row => new
        {
            Id = row.Key,
            row.Enabled,
            row.Name,
            row.Description,
            row.Url,
            Events = EventNames(row),
            Types = TypeNames(row, schema),
            Trouble = troubles.TryGetValue(row.Key, out var trouble) ? new { trouble.NotDelivered, trouble.Held, trouble.Fault } : null,
        });
    }

    private static async Task<IEnumerable<object>> Items(Guid[] id, CmsDbContext db, ContentSchema schema, CancellationToken cancel) =>
        (await db.Webhooks.AsNoTracking().Where(row => id.Contains(row.Key)).ToListAsync(cancel)).Select(row => new
        {
            Id = row.Key,
            Flags = Array.Empty<Flag>(),
            row.Enabled,
            row.Name,
            Events = string.Join(", ", EventNames(row)),
            row.Url,
            Types = string.Join(", ", TypeNames(row, schema)),
        });

    private static IEnumerable<string> EventNames(WebhookRow row) => row.Events.Select(alias => WebhookEvents.Find(alias)?.Name ?? alias);

    private static IEnumerable<string> TypeNames(WebhookRow row, ContentSchema schema) => row.TypeKeys.Select(key => (schema.DocumentType(key) ?? schema.MediaType(key))?.Name).OfType<string>();

    private static object Model(WebhookRow row, WebhookEditor webhooks) => new
    {
        Id = row.Key,
        row.Enabled,
        row.Name,
        row.Description,
        row.Url,
        ContentTypeKeys = row.TypeKeys,
        Headers = webhooks.HeadersOf(row),
        Events = row.Events.Select(WebhookEvents.Find).OfType<WebhookEvent>().Select(Event),
    };

    private static object Event(WebhookEvent known) => new { EventName = known.Name, EventType = known.Type, known.Alias };

    private static IOrderedEnumerable<ContentType> Sorted(IEnumerable<ContentType> types) => types.OrderBy(type => type.Name, StringComparer.CurrentCulture);

    private static object DocumentTypeNode(ContentType type) => new { HasChildren = false, Id = type.Key, Parent = (Reference?)null, Flags = Array.Empty<Flag>(), type.Name, IsFolder = false, type.IsElement, type.Icon };

    private static object MediaTypeNode(ContentType type) => new { HasChildren = false, Id = type.Key, Parent = (Reference?)null, Flags = Array.Empty<Flag>(), type.Name, IsFolder = false, type.Icon, IsDeletable = false };

    private sealed record WebhookRequest(Guid? Id, bool Enabled, string? Name, string? Description, string? Url, IReadOnlyList<Guid>? ContentTypeKeys, IReadOnlyDictionary<string, string?>? Headers, IReadOnlyList<string?>? Events)
    {
        /// <summary>The client sends a header nobody filled in as an empty pair.</summary>
        public WebhookInput Input() => new(
            Enabled,
            Name ?? "",
            Description ?? "",
            Url?.Trim() ?? "",
            [.. (Events ?? []).OfType<string>()],
            ContentTypeKeys ?? [],
            [.. (Headers ?? new Dictionary<string, string?>()).Select(header => KeyValuePair.Create(header.Key.Trim(), header.Value?.Trim() ?? "")).Where(header => header.Key.Length + header.Value.Length > 0)]);
    }
}
