using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Redirects;

/// <summary>Addresses that documents once had and that lead to where they are now. Those that lead nowhere at the moment are not listed.</summary>
internal static class RedirectEndpoints
{
    public static void MapRedirects(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/redirect-management", (string? filter, Paging page, PublishedContent content, CmsDbContext db, CancellationToken cancel) => ListAsync(null, filter, page, content, db, cancel)).Needs(Right.EditRedirects);
        routes.MapGet("/redirect-management/{id:guid}", (Guid id, Paging page, PublishedContent content, CmsDbContext db, CancellationToken cancel) => ListAsync(id, null, page, content, db, cancel)).Needs(Right.EditRedirects);
        routes.MapGet("/redirect-management/status", () => new { Status = "Enabled", UserIsAdmin = false }).Needs(Right.EditRedirects);
        routes.MapDelete("/redirect-management/{id:guid}", Delete).Needs(Right.EditRedirects);
    }

    /// <param name="document">Only those that lead to this one; null for all.</param>
    /// <param name="filter">What either address contains.</param>
    private static async Task<IResult> ListAsync(Guid? document, string? filter, Paging page, PublishedContent content, CmsDbContext db, CancellationToken cancel)
    {
        var current = content.Current;
        var rows = await db.Redirects.AsNoTracking().Where(row => document == null || row.DocumentKey == document).ToListAsync(cancel);
        var found = rows
            .Select(row => (Row: row, Target: current.FindRedirect(row.Path)?.Path))
            .Where(redirect => redirect.Target is not null)
            .Where(redirect => string.IsNullOrWhiteSpace(filter) || redirect.Row.Path.Contains(filter.Trim(), StringComparison.OrdinalIgnoreCase) || redirect.Target!.Contains(filter.Trim(), StringComparison.OrdinalIgnoreCase))
            .OrderBy(redirect => redirect.Row.Path, StringComparer.Ordinal)
            .Select(redirect => new
            {
                Id = Key(redirect.Row.Path),
                OriginalUrl = redirect.Row.Path,
                DestinationUrl = redirect.Target,
                Created = redirect.Row.CreatedAt,
                Document = new Reference(redirect.Row.DocumentKey),
                Culture = (string?)null,
            });
        return Results.Ok(PagedModel<object>.Of([.. found], page.Skip, page.Take));
    }

    private static async Task<IResult> Delete(Guid id, PublishedContent content, CancellationToken cancel) => await content.ChangeAsync(
        async db =>
        {
            if ((await db.Redirects.ToListAsync(cancel)).Find(row => Key(row.Path) == id) is not { } found) return false;
            db.Redirects.Remove(found);
            return true;
        },
        cancel)
        ? Results.Ok()
        : Problem.NotFound("Diese Weiterleitung gibt es nicht mehr.");

    /// <summary>The client names everything by a key; redirects have their path.</summary>
    private static Guid Key(string path) => new(SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, 16));
}
