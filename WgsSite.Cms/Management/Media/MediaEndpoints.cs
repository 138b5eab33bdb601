using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Management.Documents;
using WgsSite.Cms.Management.Users;
using WgsSite.Cms.Media;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Media;

/// <summary>One media item: reading, checking, writing; and what links to it.</summary>
internal static class MediaEndpoints
{
    public static void MapMedia(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/media/configuration", () => new { DisableDeleteWhenReferenced = false, DisableUnpublishWhenReferenced = false }).Needs(Right.ReadMedia);
        routes.MapGet("/media/{id:guid}", Read).Needs(Right.ReadMedia);
        routes.MapPost("/media", Create).Needs(Right.CreateMedia);
        routes.MapPost("/media/validate", ValidateNew).Needs(Right.ReadMedia);
        // Who uploads must be able to say what is to be seen; what stands on a page is for others.
        routes.MapPut("/media/{id:guid}", Save).Needs(Right.CreateMedia);
        routes.MapPut("/media/{id:guid}/validate", Validate).Needs(Right.ReadMedia);
        routes.MapPut("/media/{id:guid}/move", async (Guid id, TargetRequest body, ClaimsPrincipal user, MediaEditor editor, CancellationToken cancel) => await editor.MoveAsync(id, body.Target?.Id, user.Key(), cancel)).Needs(Right.MoveMedia);
        routes.MapPut("/media/sort", Sort).Needs(Right.MoveMedia);
        routes.MapPut("/media/{id:guid}/move-to-recycle-bin", async (Guid id, ClaimsPrincipal user, MediaEditor editor, CancellationToken cancel) => await editor.MoveToBinAsync(id, user.Key(), cancel)).Needs(Right.DeleteMedia);
        routes.MapGet("/recycle-bin/media/{id:guid}/original-parent", OriginalParent).Needs(Right.ReadMedia);
        routes.MapPut("/recycle-bin/media/{id:guid}/restore", async (Guid id, TargetRequest body, ClaimsPrincipal user, MediaEditor editor, CancellationToken cancel) => await editor.RestoreAsync(id, body.Target?.Id, user.Key(), cancel)).Needs(Right.DeleteMedia);
        routes.MapDelete("/recycle-bin/media/{id:guid}", async (Guid id, ClaimsPrincipal user, MediaEditor editor, CancellationToken cancel) => await editor.DeleteAsync(id, user.Key(), cancel)).Needs(Right.DeleteMedia);
        routes.MapDelete("/recycle-bin/media", async (ClaimsPrincipal user, MediaEditor editor, CancellationToken cancel) => await editor.EmptyBinAsync(user.Key(), cancel)).Needs(Right.DeleteMedia);
        routes.MapGet("/media/{id:guid}/referenced-by", (Guid id, Paging page, DocumentReferences references, CancellationToken cancel) => references.ToAsync(id, page.Skip, page.Take, cancel)).Needs(Right.ReadMedia);
        routes.MapGet("/media/{id:guid}/referenced-descendants", ReferencedDescendants).Needs(Right.ReadMedia);
        routes.MapGet("/media/are-referenced", (Guid[] id, Paging page, DocumentReferences references, CancellationToken cancel) => references.ReferencedAsync(id, page.Skip, page.Take, cancel)).Needs(Right.ReadMedia);
        routes.MapGet("/recycle-bin/media/referenced-by", (Paging page) => new PagedModel<object>(0, [])).Needs(Right.ReadMedia);
    }

    private static async Task<IResult> Read(Guid id, HttpContext context, MediaItems items, CancellationToken cancel)
    {
        if (await items.ReadAsync(id, cancel) is not { } found) return Problem.NotFound("Diese Datei gibt es nicht mehr.");
        DraftTag.Write(context, found.Revision);
        return Results.Ok(found.Model);
    }

    private static async Task<IResult> Create(MediaRequest body, HttpContext context, ClaimsPrincipal user, MediaEditor editor, CancellationToken cancel)
    {
        if (body.MediaType is null) return Problem.BadRequest("Die Art der Datei fehlt.");
        var key = body.Id ?? Guid.CreateVersion7();
        await editor.CreateAsync(key, body.MediaType.Id, body.Parent?.Id, Input(body), user.Key(), cancel);
        context.Response.Headers["Umb-Generated-Resource"] = key.ToString();
        return Results.Created($"{context.Request.Path}/{key}", null);
    }

    private static async Task Save(Guid id, MediaRequest body, HttpContext context, ClaimsPrincipal user, Access access, MediaEditor editor, CancellationToken cancel) =>
        DraftTag.Write(context, await editor.SaveAsync(id, Input(body), (int?)DraftTag.Expected(context), access.Rights.Contains(Right.UpdateMedia), user.Key(), cancel));

    private static async Task<IResult> Sort(SortRequest body, ClaimsPrincipal user, MediaEditor editor, CancellationToken cancel)
    {
        if (body.Sorting is not { Count: > 0 } sorting) return Problem.BadRequest("Es fehlt, was sortiert werden soll.");
        await editor.SortAsync(body.Parent?.Id, sorting.OfType<SortItem>().DistinctBy(item => item.Id).ToDictionary(item => item.Id, item => item.SortOrder), user.Key(), cancel);
        return Results.Ok();
    }

    private static IResult ValidateNew(MediaRequest body, ContentSchema schema, MediaEditor editor) =>
        body.MediaType is null || schema.MediaType(body.MediaType.Id) is not { } type
            ? Problem.BadRequest("Diese Art von Datei gibt es nicht.")
            : Answer(editor.Check(schema, type, Input(body), new Dictionary<string, string>()));

    private static async Task<IResult> Validate(Guid id, MediaRequest body, CmsDbContext db, ContentSchema schema, MediaEditor editor, MediaArea area, CancellationToken cancel)
    {
        var row = await db.Media.AsNoTracking().SingleOrDefaultAsync(media => media.Key == id, cancel);
        if (row is null || schema.MediaType(row.TypeKey) is not { } type) return Problem.NotFound("Diese Datei gibt es nicht mehr.");
        await area.RequireAsync(id, cancel);
        return Answer(editor.Check(schema, type, Input(body), PropertyValues.FromJson(row.Values)));
    }

    private static async Task<IResult> OriginalParent(Guid id, CmsDbContext db, MediaArea area, CancellationToken cancel)
    {
        var row = await db.Media.AsNoTracking().SingleOrDefaultAsync(media => media.Key == id, cancel);
        if (row is null) return Problem.NotFound("Diese Datei gibt es nicht mehr.");
        await area.RequireAsync(id, cancel);
        var from = row.TrashedFromKey ?? row.ParentKey;
        // The client takes „null“ for the root, and no answer for a place that is gone: it asks for another one then.
        if (from is null) return Results.Text("null", "application/json");
        return await db.Media.AnyAsync(media => media.Key == from && !media.Trashed, cancel) ? Results.Ok(new Reference(from.Value)) : Results.NoContent();
    }

    private static async Task<PagedModel<Reference>> ReferencedDescendants(Guid id, Paging page, CmsDbContext db, DocumentReferences references, CancellationToken cancel)
    {
        var children = (await db.Media.AsNoTracking().Select(row => new { row.Key, row.ParentKey }).ToListAsync(cancel)).ToLookup(row => row.ParentKey, row => row.Key);
        var below = new HashSet<Guid>();
        var open = new Stack<Guid>(children[id]);
        while (open.TryPop(out var next))
            if (below.Add(next))
                foreach (var child in children[next]) open.Push(child);
        return await references.ReferencedAsync(below, page.Skip, page.Take, cancel);
    }

    private static IResult Answer(IReadOnlyList<ValueFault> faults) => faults.Count == 0
        ? Results.Ok()
        : ManagementApi.Refused(new EditRefusalException(RefusalKind.Invalid, "Bitte sehen Sie sich die markierten Felder an.", null, faults));

    private static DocumentInput Input(MediaRequest body) => new(
        body.Variants is [{ } variant, ..] ? variant.Name ?? "" : "",
        [.. (body.Values ?? []).OfType<ValueRequest>().Where(value => value.Alias is not null).Select(value => new ValueInput(value.Alias!, value.Value))],
        null);
}
