using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Media;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Media;

/// <summary>The tree of media, the bin, media by key or by name, and the addresses of their files.</summary>
internal static class MediaTreeEndpoints
{
    public static void MapMediaTree(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tree/media/root", (Paging page, MediaItems items, CancellationToken cancel) => items.ChildrenAsync(null, trashed: false, page, cancel)).Needs(Right.ReadMedia);
        routes.MapGet("/tree/media/children", (Guid parentId, Paging page, MediaItems items, CancellationToken cancel) => items.ChildrenAsync(parentId, trashed: false, page, cancel)).Needs(Right.ReadMedia);
        routes.MapGet("/tree/media/ancestors", async (Guid? descendantId, MediaItems items, CancellationToken cancel) => descendantId is { } key ? await items.AncestorsAsync(key, cancel) : []).Needs(Right.ReadMedia);
        routes.MapGet("/tree/media/siblings", Siblings).Needs(Right.ReadMedia);
        routes.MapGet("/recycle-bin/media/root", async (Paging page, MediaItems items, CancellationToken cancel) => Recycled(await items.ChildrenAsync(null, trashed: true, page, cancel))).Needs(Right.ReadMedia);
        routes.MapGet("/recycle-bin/media/children", async (Guid parentId, Paging page, MediaItems items, CancellationToken cancel) => Recycled(await items.ChildrenAsync(parentId, trashed: true, page, cancel))).Needs(Right.ReadMedia);
        routes.MapGet("/recycle-bin/media/siblings", RecycledSiblings).Needs(Right.ReadMedia);
        routes.MapGet("/item/media", (Guid[] id, MediaItems items, CancellationToken cancel) => items.ItemsAsync(id, cancel)).Needs(Right.ReadMedia);
        routes.MapGet("/item/media/search", (string? query, Guid? parentId, bool? trashed, Guid[] allowedMediaTypes, Paging page, MediaItems items, CancellationToken cancel) => items.SearchAsync(query ?? "", parentId, trashed, allowedMediaTypes, page, cancel)).Needs(Right.ReadMedia);
        routes.MapGet("/collection/media", List).Needs(Right.ReadMedia);
        routes.MapGet("/media/urls", (Guid[] id, PublishedContent content) => id.Select(key => new { Id = key, UrlInfos = Address(content.Current.FindMedia(key)?.Url) })).Needs(Right.ReadMedia);
        routes.MapGet("/imaging/resize/urls", (Guid[] id, int? width, int? height, PublishedContent content) => id.Select(key => new { Id = key, UrlInfos = Address(Thumbnail(content.Current.FindMedia(key), width ?? 0)) })).Needs(Right.ReadMedia);
        routes.MapGet("/media/{id:guid}/audit-log", AuditLog).Needs(Right.ReadMedia);
    }

    private static async Task<IResult> Siblings(Guid target, int? before, int? after, MediaItems items, CancellationToken cancel) =>
        await items.SiblingsAsync(target, before ?? 0, after ?? 0, cancel) is { } found ? Results.Ok(found) : Problem.NotFound("Diese Datei gibt es nicht mehr.");

    private static async Task<IResult> RecycledSiblings(Guid target, int? before, int? after, MediaItems items, CancellationToken cancel) =>
        await items.SiblingsAsync(target, before ?? 0, after ?? 0, cancel) is { } found
            ? Results.Ok(new SubsetModel<object>(found.TotalBefore, found.TotalAfter, Recycled(found.Items)))
            : Problem.NotFound("Diese Datei gibt es nicht mehr.");

    /// <summary>An empty <c>id</c>, which the client sends for the root, is none.</summary>
    private static Task<PagedModel<MediaCollectionItem>> List(string? id, string? orderBy, string? orderDirection, string? filter, Paging page, MediaItems items, CancellationToken cancel) =>
        items.ListAsync(Guid.TryParse(id, out var key) ? key : null, orderBy ?? "", orderDirection == "Descending", filter?.Trim() ?? "", page, cancel);

    private static object[] Address(string? url) => url is null ? [] : [new { Culture = (string?)null, Url = url }];

    /// <summary>The smallest of the kept sizes that fills what is asked for; an SVG fits any.</summary>
    private static string? Thumbnail(PublishedMedia? media, int width) =>
        media is { HasSizes: true } ? media.AddressOf(PictureSize.Widths.FirstOrDefault(size => size.Width >= width, PictureSize.Widths[^1]), PictureFormat.WebP)
        : media?.Extension == FileKind.Svg.Extension ? media.Url
        : null;

    private static PagedModel<object> Recycled(PagedModel<MediaTreeItem> page) => new(page.Total, Recycled(page.Items));

    private static IReadOnlyList<object> Recycled(IEnumerable<MediaTreeItem> items) =>
        [.. items.Select(item => new { item.Id, item.CreateDate, item.HasChildren, item.Parent, item.MediaType, item.Variants })];

    private static async Task<IResult> AuditLog(Guid id, string? orderDirection, DateTimeOffset? sinceDate, Paging page, CmsDbContext db, MediaArea area, CancellationToken cancel)
    {
        await area.RequireAsync(id, cancel);
        return Results.Ok(await AuditTrail.OfAsync(db, "media", id, orderDirection == "Ascending", sinceDate, page, cancel));
    }
}
