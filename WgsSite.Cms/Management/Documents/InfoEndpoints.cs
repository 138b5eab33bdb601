using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Documents;

/// <summary>What the client shows about a document beside what it says: addresses and history.</summary>
internal static class InfoEndpoints
{
    public static void MapDocumentInfo(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/document/urls", (Guid[] id, PublishedContent content) => id.Select(key => new { Id = key, UrlInfos = Addresses(content.Current.Find(key)) })).Needs(Right.ReadDocuments);
        routes.MapGet("/document/{id:guid}/audit-log", AuditLog).Needs(Right.ReadDocuments);
        routes.MapGet("/document/{id:guid}/preview-url", PreviewUrl).Needs(Right.ReadDocuments);
    }

    private static object[] Addresses(PublishedDocument? document) =>
        document is null ? [] : [new { Culture = (string?)null, Url = document.Path, Message = (string?)null, Provider = "Umbraco.Default" }];

    private static async Task<IResult> PreviewUrl(Guid id, HttpContext context, DraftPreview preview, DocumentArea area, CancellationToken cancel)
    {
        await area.RequireAsync(id, cancel);
        var (path, reason) = await preview.FindAsync(id, cancel);
        if (path is not null) preview.Admit(context);
        return Results.Ok(new { Culture = (string?)null, Url = path is null ? null : BackofficePaths.Preview + path, Message = reason, Provider = "Umbraco.Default" });
    }

    private static async Task<IResult> AuditLog(Guid id, string? orderDirection, DateTimeOffset? sinceDate, Paging page, CmsDbContext db, DocumentArea area, CancellationToken cancel)
    {
        await area.RequireAsync(id, cancel);
        return Results.Ok(await AuditTrail.OfAsync(db, "document", id, orderDirection == "Ascending", sinceDate, page, cancel));
    }
}
