using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Management.Users;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Documents;

/// <summary>One document: reading, checking, writing.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/document/configuration", () => new
        {
            DisableDeleteWhenReferenced = false,
            DisableUnpublishWhenReferenced = false,
            AllowEditInvariantFromNonDefault = true,
            AllowNonExistingSegmentsCreation = false,
        }).Needs(Right.ReadDocuments);
        routes.MapGet("/document/{id:guid}", (Guid id, HttpContext context, DocumentReader reader, DocumentArea area, CancellationToken cancel) => Read(id, published: false, context, reader, area, cancel)).Needs(Right.ReadDocuments);
        routes.MapGet("/document/{id:guid}/published", (Guid id, HttpContext context, DocumentReader reader, DocumentArea area, CancellationToken cancel) => Read(id, published: true, context, reader, area, cancel)).Needs(Right.ReadDocuments);
        routes.MapGet("/document/{id:guid}/available-segment-options", () => new PagedModel<object>(0, [])).Needs(Right.ReadDocuments);
        routes.MapPost("/document", Create).Needs(Right.CreateDocuments);
        routes.MapPost("/document/validate", ValidateNew).Needs(Right.CreateDocuments);
        routes.MapPut("/document/{id:guid}", Save).Needs(Right.UpdateDocuments);
        routes.MapPut("/document/{id:guid}/publish", Publish).Needs(Right.PublishDocuments);
        routes.MapPut("/document/{id:guid}/publish-with-descendants", PublishWithDescendants).Needs(Right.PublishDocuments);
        // Done before the first answer is given; the client asks all the same.
        routes.MapGet("/document/{id:guid}/publish-with-descendants/result/{taskId:guid}", (Guid taskId) => new { TaskId = taskId, IsComplete = true }).Needs(Right.PublishDocuments);
        routes.MapPut("/document/{id:guid}/unpublish", async (Guid id, ClaimsPrincipal user, DocumentEditor editor, CancellationToken cancel) => await editor.UnpublishAsync(id, user.Key(), cancel)).Needs(Right.UnpublishDocuments);
        routes.MapPut("/document/{id:guid}/move", async (Guid id, TargetRequest body, ClaimsPrincipal user, DocumentEditor editor, CancellationToken cancel) => await editor.MoveAsync(id, body.Target?.Id, user.Key(), cancel)).Needs(Right.MoveDocuments);
        routes.MapPost("/document/{id:guid}/copy", Copy).Needs(Right.DuplicateDocuments);
        routes.MapPut("/document/sort", Sort).Needs(Right.SortDocuments);
        routes.MapPut("/document/{id:guid}/move-to-recycle-bin", async (Guid id, ClaimsPrincipal user, DocumentEditor editor, CancellationToken cancel) => await editor.MoveToBinAsync(id, user.Key(), cancel)).Needs(Right.DeleteDocuments);
        routes.MapGet("/recycle-bin/document/{id:guid}/original-parent", OriginalParent).Needs(Right.MoveDocuments);
        routes.MapPut("/recycle-bin/document/{id:guid}/restore", async (Guid id, TargetRequest body, ClaimsPrincipal user, DocumentEditor editor, CancellationToken cancel) => await editor.RestoreAsync(id, body.Target?.Id, user.Key(), cancel)).Needs(Right.MoveDocuments);
        // The client deletes what is in the bin by the document's own address; what is not in the bin is refused at either.
        foreach (var path in new[] { "/recycle-bin/document/{id:guid}", "/document/{id:guid}" })
            routes.MapDelete(path, async (Guid id, ClaimsPrincipal user, DocumentEditor editor, CancellationToken cancel) => await editor.DeleteAsync(id, user.Key(), cancel)).Needs(Right.DeleteDocuments);
        routes.MapDelete("/recycle-bin/document", async (ClaimsPrincipal user, DocumentEditor editor, CancellationToken cancel) => await editor.EmptyBinAsync(user.Key(), cancel)).Needs(Right.DeleteDocuments);
    }

    /// <summary>The address with another version in front, as the client has it for this one call.</summary>
    public static void MapDocumentValidation(this IEndpointRouteBuilder routes) => routes.MapPut("/document/{id:guid}/validate", Validate).Needs(Right.UpdateDocuments);

    private static async Task<IResult> Read(Guid id, bool published, HttpContext context, DocumentReader reader, DocumentArea area, CancellationToken cancel)
    {
        if (await reader.ReadAsync(id, published, cancel) is not { } found) return Problem.NotFound("Das Dokument gibt es nicht mehr.");
        await area.RequireAsync(id, cancel);
        if (!published) DraftTag.Write(context, found.Draft);
        return Results.Ok(found.Model);
    }

    private static async Task<IResult> Create(DocumentRequest body, HttpContext context, ClaimsPrincipal user, DocumentEditor editor, CancellationToken cancel)
    {
        if (body.DocumentType is null) return Problem.BadRequest("Die Art des Dokuments fehlt.");
        var key = body.Id ?? Guid.CreateVersion7();
        await editor.CreateAsync(key, body.DocumentType.Id, body.Parent?.Id, Input(body), user.Key(), cancel);
        return Generated(context, key);
    }

    private static async Task Save(Guid id, DocumentRequest body, HttpContext context, ClaimsPrincipal user, DocumentEditor editor, CancellationToken cancel) =>
        DraftTag.Write(context, await editor.SaveAsync(id, Input(body), DraftTag.Expected(context), user.Key(), cancel));

    private static async Task<IResult> Publish(Guid id, PublishRequest body, HttpContext context, ClaimsPrincipal user, DocumentEditor editor, CancellationToken cancel)
    {
        if (body.PublishSchedules is not { Count: > 0 }) return Problem.BadRequest("Es fehlt, was veröffentlicht werden soll.");
        if (body.PublishSchedules.FirstOrDefault(item => item?.Schedule is not null)?.Schedule is { } schedule) await editor.ScheduleAsync(id, schedule.PublishTime, schedule.UnpublishTime, user.Key(), cancel);
        else await editor.PublishAsync(id, DraftTag.Expected(context), user.Key(), cancel);
        return Results.Ok();
    }

    private static async Task<IResult> PublishWithDescendants(Guid id, PublishWithDescendantsRequest body, ClaimsPrincipal user, DocumentEditor editor, CancellationToken cancel)
    {
        await editor.PublishWithDescendantsAsync(id, body.IncludeUnpublishedDescendants, user.Key(), cancel);
        return Results.Ok(new { TaskId = Guid.CreateVersion7(), IsComplete = true });
    }

    private static async Task<IResult> Copy(Guid id, CopyRequest body, HttpContext context, ClaimsPrincipal user, DocumentEditor editor, CancellationToken cancel) =>
        Generated(context, await editor.CopyAsync(id, body.Target?.Id, body.IncludeDescendants, user.Key(), cancel));

    private static async Task<IResult> Sort(SortRequest body, ClaimsPrincipal user, DocumentEditor editor, CancellationToken cancel)
    {
        if (body.Sorting is not { Count: > 0 } sorting) return Problem.BadRequest("Es fehlt, was sortiert werden soll.");
        await editor.SortAsync(body.Parent?.Id, sorting.OfType<SortItem>().DistinctBy(item => item.Id).ToDictionary(item => item.Id, item => item.SortOrder), user.Key(), cancel);
        return Results.Ok();
    }

    private static IResult ValidateNew(DocumentRequest body, CmsDbContext db, ContentSchema schema, IEnumerable<ValueRule> rules)
    {
        if (body.DocumentType is null || schema.DocumentType(body.DocumentType.Id) is not { } type) return Problem.BadRequest("Diese Art von Dokument gibt es nicht.");
        return Answer(DocumentCheck.For(db, schema, rules).Sent(type, Input(body), new Dictionary<string, string>()));
    }

    private static async Task<IResult> Validate(Guid id, DocumentRequest body, CmsDbContext db, ContentSchema schema, IEnumerable<ValueRule> rules, DocumentArea area, CancellationToken cancel)
    {
        var row = await db.Documents.AsNoTracking().Include(document => document.DraftVersion).SingleOrDefaultAsync(document => document.Key == id, cancel);
        if (row is null || schema.DocumentType(row.TypeKey) is not { } type) return Problem.NotFound("Das Dokument gibt es nicht mehr.");
        await area.RequireAsync(id, cancel);
        return Answer(DocumentCheck.For(db, schema, rules).Sent(type, Input(body), PropertyValues.FromJson(row.DraftVersion!.Values)));
    }

    private static async Task<IResult> OriginalParent(Guid id, CmsDbContext db, DocumentArea area, CancellationToken cancel)
    {
        var row = await db.Documents.AsNoTracking().SingleOrDefaultAsync(document => document.Key == id, cancel);
        if (row is null) return Problem.NotFound("Das Dokument gibt es nicht mehr.");
        await area.RequireAsync(id, cancel);
        // Null where the place is gone or in the bin itself: the client asks for another one then.
        var from = row.TrashedFromKey ?? row.ParentKey;
        var isThere = from is not null && await db.Documents.AnyAsync(document => document.Key == from && !document.Trashed, cancel);
        return Results.Json(isThere ? new Reference(from!.Value) : null);
    }

    private static IResult Answer(IReadOnlyList<ValueFault> faults) => faults.Count == 0
        ? Results.Ok()
        : ManagementApi.Refused(new EditRefusalException(RefusalKind.Invalid, "Bitte sehen Sie sich die markierten Felder an.", null, faults));

    private static IResult Generated(HttpContext context, Guid key)
    {
        context.Response.Headers["Umb-Generated-Resource"] = key.ToString();
        return Results.Created($"{context.Request.Path}/{key}", null);
    }

    private static DocumentInput Input(DocumentRequest body) => new(
        body.Variants is [{ } variant, ..] ? variant.Name ?? "" : "",
        [.. (body.Values ?? []).OfType<ValueRequest>().Where(value => value.Alias is not null).Select(value => new ValueInput(value.Alias!, value.Value, value.Culture, value.Segment))],
        body.Template?.Id);

    private sealed record PublishRequest(IReadOnlyList<PublishSchedule?>? PublishSchedules);

    private sealed record PublishWithDescendantsRequest(bool IncludeUnpublishedDescendants);

    private sealed record PublishSchedule(string? Culture, Schedule? Schedule);

    private sealed record Schedule(DateTimeOffset? PublishTime, DateTimeOffset? UnpublishTime);
}
