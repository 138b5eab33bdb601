using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Management.Documents;

/// <summary>What the client shows about a document beside what it says: addresses and history.</summary>
internal static class InfoEndpoints
{
    public static void MapDocumentInfo(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/document/urls", (Guid[] id, PublishedContent content) => id.Select(key => new { Id = key, UrlInfos = Addresses(content.Current.Find(key)) }));
        routes.MapGet("/document/{id:guid}/audit-log", AuditLog);
        routes.MapGet("/document/{id:guid}/preview-url", PreviewUrl);
    }

    private static object[] Addresses(PublishedDocument? document) =>
        document is null ? [] : [new { Culture = (string?)null, Url = document.Path, Message = (string?)null, Provider = "Umbraco.Default" }];

    private static async Task<IResult> PreviewUrl(Guid id, HttpContext context, DraftPreview preview, CancellationToken cancel)
    {
        var (path, reason) = await preview.FindAsync(id, cancel);
        if (path is not null) preview.Admit(context);
        return Results.Ok(new { Culture = (string?)null, Url = path is null ? null : BackofficePaths.Preview + path, Message = reason, Provider = "Umbraco.Default" });
    }

    private static async Task<IResult> AuditLog(Guid id, string? orderDirection, DateTimeOffset? sinceDate, Paging page, CmsDbContext db, CancellationToken cancel)
    {
        var since = sinceDate?.UtcDateTime ?? DateTime.MinValue;
        var entries = db.Audit.AsNoTracking().Where(entry => entry.ItemKind == "document" && entry.ItemKey == id && entry.At >= since);
        var ordered = orderDirection == "Ascending" ? entries.OrderBy(entry => entry.At).ThenBy(entry => entry.Id) : entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id);
        var found = await ordered.Skip(page.Skip).Take(page.Take).ToListAsync(cancel);
        return Results.Ok(new PagedModel<object>(
            await entries.CountAsync(cancel),
            [.. found.Select(Entry)]));
    }

    private static object Entry(AuditRow entry)
    {
        var kind = Kind(entry.Action);
        var comment = entry.Comment == "uSync" ? "aus uSync-Dateien" : entry.Comment;
        // The client shows the parameter of such an entry as its text.
        return new { User = new Reference(entry.UserKey ?? Guid.Empty), Timestamp = entry.At, LogType = kind, Comment = kind == "Custom" ? null : comment, Parameters = kind == "Custom" ? comment : null };
    }

    /// <summary>Names the client knows (AuditTypeModel); an import calls the way into the bin by its own name.</summary>
    private static string Kind(string action) => action switch
    {
        "Move to Recycle Bin" => "Move",
        AuditAction.Schedule or AuditAction.ScheduleFailed or AuditAction.Pin => "Custom",
        _ => action,
    };
}
