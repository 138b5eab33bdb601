using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Management.Users;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Documents;

/// <summary>Earlier versions of a document: which there are, what they say, and the way back to them.</summary>
internal static class VersionEndpoints
{
    public static void MapDocumentVersions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/document-version", List).Needs(Right.ReadDocuments);
        routes.MapGet("/document-version/{id:guid}", Read).Needs(Right.ReadDocuments);
        routes.MapPut("/document-version/{id:guid}/prevent-cleanup", async (Guid id, bool preventCleanup, ClaimsPrincipal user, DocumentEditor editor, CancellationToken cancel) => await editor.PinAsync(Number(id), preventCleanup, user.Key(), cancel)).Needs(Right.RollBackDocuments);
        routes.MapPost("/document-version/{id:guid}/rollback", async (Guid id, ClaimsPrincipal user, DocumentEditor editor, CancellationToken cancel) => await editor.RollBackAsync(Number(id), user.Key(), cancel)).Needs(Right.RollBackDocuments);
    }

    private static async Task<IResult> List(Guid documentId, int? skip, int? take, CmsDbContext db, DocumentArea area, CancellationToken cancel)
    {
        await area.RequireAsync(documentId, cancel);
        if (await db.Documents.AsNoTracking().SingleOrDefaultAsync(document => document.Key == documentId, cancel) is not { } row) return Problem.NotFound("Das Dokument gibt es nicht mehr.");
        var versions = db.DocumentVersions.AsNoTracking().Where(version => version.DocumentKey == documentId);
        var found = await versions.OrderByDescending(version => version.Id)
            .Skip(Math.Max(0, skip ?? 0))
            // The client shows one list and asks for no second part of it.
            .Take(Math.Clamp(take ?? Paging.Most, 0, Paging.Most))
            .Select(version => new { version.Id, version.CreatedAt, version.CreatedBy, version.Pinned })
            .ToListAsync(cancel);
        return Results.Ok(new PagedModel<object>(
            await versions.CountAsync(cancel),
            [
                .. found.Select(version => new
                {
                    Id = Key(version.Id),
                    Document = new Reference(documentId),
                    DocumentType = new Reference(row.TypeKey),
                    User = new Reference(version.CreatedBy ?? Guid.Empty),
                    VersionDate = version.CreatedAt,
                    IsCurrentPublishedVersion = version.Id == row.PublishedVersionId,
                    IsCurrentDraftVersion = version.Id == row.DraftVersionId,
                    PreventCleanup = version.Pinned,
                }),
            ]));
    }

    private static async Task<IResult> Read(Guid id, CmsDbContext db, DocumentReader reader, DocumentArea area, CancellationToken cancel)
    {
        var number = Number(id);
        if (await db.DocumentVersions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == number, cancel) is not { } version) return Problem.NotFound("Diese Version gibt es nicht mehr.");
        await area.RequireAsync(version.DocumentKey, cancel);
        return await reader.ReadAsync(version, cancel) is { } model
            ? Results.Ok(new { model.Values, model.Variants, Id = id, model.Flags, model.DocumentType, Document = new Reference(version.DocumentKey) })
            : Problem.NotFound("Diese Version gibt es nicht mehr.");
    }

    /// <summary>The client names everything by a key; versions have numbers.</summary>
    private static Guid Key(long id) => new(0, 0, 0, BitConverter.GetBytes(System.Net.IPAddress.HostToNetworkOrder(id)));

    /// <returns>A number no version has, for a key that is not one of <see cref="Key"/>.</returns>
    private static long Number(Guid key)
    {
        var number = System.Net.IPAddress.NetworkToHostOrder(BitConverter.ToInt64(key.ToByteArray(), 8));
        return Key(number) == key ? number : -1;
    }
}
