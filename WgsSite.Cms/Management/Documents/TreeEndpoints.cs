using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Documents;

/// <summary>The tree of documents, the bin, and documents by key or by name.</summary>
internal static class TreeEndpoints
{
    public static void MapDocumentTree(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tree/document/root", (Paging page, DocumentItems items, CancellationToken cancel) => items.ChildrenAsync(null, trashed: false, page.Skip, page.Take, cancel)).Needs(Right.ReadDocuments);
        routes.MapGet("/tree/document/children", (Guid parentId, Paging page, DocumentItems items, CancellationToken cancel) => items.ChildrenAsync(parentId, trashed: false, page.Skip, page.Take, cancel)).Needs(Right.ReadDocuments);
        routes.MapGet("/tree/document/ancestors", async (Guid? descendantId, DocumentItems items, CancellationToken cancel) => descendantId is { } key ? await items.AncestorsAsync(key, cancel) : []).Needs(Right.ReadDocuments);
        routes.MapGet("/tree/document/siblings", Siblings).Needs(Right.ReadDocuments);
        routes.MapGet("/recycle-bin/document/root", async (Paging page, DocumentItems items, CancellationToken cancel) => Recycled(await items.ChildrenAsync(null, trashed: true, page.Skip, page.Take, cancel))).Needs(Right.DeleteDocuments);
        routes.MapGet("/recycle-bin/document/children", async (Guid parentId, Paging page, DocumentItems items, CancellationToken cancel) => Recycled(await items.ChildrenAsync(parentId, trashed: true, page.Skip, page.Take, cancel))).Needs(Right.DeleteDocuments);
        routes.MapGet("/recycle-bin/document/siblings", RecycledSiblings).Needs(Right.DeleteDocuments);
        routes.MapGet("/item/document", (Guid[] id, DocumentItems items, CancellationToken cancel) => items.ItemsAsync(id, cancel)).Needs(Right.ReadDocuments);
        routes.MapGet("/collection/document/{id:guid}", (Guid id, string? orderBy, string? orderDirection, string? filter, Paging page, DocumentList list, CancellationToken cancel) => list.ReadAsync(id, orderBy ?? "", orderDirection == "Descending", filter?.Trim() ?? "", page, cancel)).Needs(Right.ReadDocuments);
        routes.MapGet("/item/document/search", Search).Needs(Right.ReadDocuments);
    }

    private static async Task<IResult> Siblings(Guid target, int? before, int? after, DocumentItems items, CancellationToken cancel) =>
        await items.SiblingsAsync(target, before ?? 0, after ?? 0, cancel) is { } found ? Results.Ok(found) : Problem.NotFound("Das Dokument gibt es nicht mehr.");

    private static async Task<IResult> RecycledSiblings(Guid target, int? before, int? after, DocumentItems items, CancellationToken cancel) =>
        await items.SiblingsAsync(target, before ?? 0, after ?? 0, cancel) is { } found
            ? Results.Ok(new SubsetModel<object>(found.TotalBefore, found.TotalAfter, Recycled(found.Items)))
            : Problem.NotFound("Das Dokument gibt es nicht mehr.");

    private static async Task<IResult> Search(string? query, Guid? parentId, bool? trashed, Guid[] allowedDocumentTypes, Paging page, DocumentItems items, CancellationToken cancel) =>
        Results.Ok(await items.SearchAsync(query ?? "", parentId, trashed, allowedDocumentTypes, page.Skip, page.Take, cancel));

    private static PagedModel<object> Recycled(PagedModel<DocumentTreeItem> page) =>
        new(page.Total, Recycled(page.Items));

    private static IReadOnlyList<object> Recycled(IEnumerable<DocumentTreeItem> items) =>
        [.. items.Select(item => new { item.Id, item.CreateDate, item.HasChildren, item.Parent, item.DocumentType, item.Variants })];
}
