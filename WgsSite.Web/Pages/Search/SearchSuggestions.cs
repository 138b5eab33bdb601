using Microsoft.AspNetCore.Mvc;
using WgsSite.Web.Hosting;

namespace WgsSite.Web.Pages.Search;

/// <summary><c>GET /api/suche?q=…</c>: titles of what would be found, for the field while somebody types.</summary>
public static class SearchSuggestions
{
    private const int Most = 6;

    public static IResult Get([FromQuery] string? q, HttpContext context, SiteSearch search)
    {
        context.Response.Headers.CacheControl = "no-store";
        var site = context.Features.Get<RequestedPage>()!.Site;
        return Results.Json(string.IsNullOrWhiteSpace(q) ? [] : search.Find(site, q).Found.Select(found => found.Item.Entry.Title).Distinct().Take(Most));
    }
}
