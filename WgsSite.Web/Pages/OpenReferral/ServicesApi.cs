using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using WgsSite.Web.Content;
using WgsSite.Web.Hosting;

namespace WgsSite.Web.Pages.OpenReferral;

/// <summary>
/// The services for other directories, as the Human Services Data Specification of Open Referral writes them (HSDS 3.1, „API
/// reference“): described in <c>docs/api-services.md</c>. Errors are problem details (RFC 9457).
/// </summary>
public static class ServicesApi
{
    private const string Version = "3.1", Specification = "https://docs.openreferral.org/en/latest/hsds/api_reference.html";

    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapServicesApi(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/api", Reading, About);
        routes.MapMethods("/api/services", Reading, All);
        routes.MapMethods("/api/services/{id}", Reading, One);
    }

    private static Task About(HttpContext context, PublishedServices published, SiteAddress address)
    {
        var site = SiteOf(context);
        return published.Of(site).Kept("", () => new HsdsApi(Version, Specification, new HsdsPublisher(site.Settings.Organisation, address.Of("/")))).WriteAsync(context);
    }

    private static Task All(HttpContext context, PublishedServices published)
    {
        ServicesQuery query;
        try
        {
            query = ServicesQuery.Read(context.Request.Query);
        }
        catch (FormatException e)
        {
            return Problem(StatusCodes.Status400BadRequest, "The query is not understood", e.Message).ExecuteAsync(context);
        }

        var services = published.Of(SiteOf(context));
        if (!context.Request.QueryString.HasValue) return services.Kept("services", Answer).WriteAsync(context);
        // Anybody can think of a new query: made each time, and compressed as it is sent. The tag names the words, not the bytes.
        var body = ServiceList.Write(Answer());
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 8))}\"", isWeak: true);
        return Results.Bytes(body, ServiceList.ContentType, entityTag: tag).ExecuteAsync(context);

        object Answer() => HsdsPage.Of([.. services.Find(query)], query.Page, query.PerPage);
    }

    private static Task One(string id, HttpContext context, PublishedServices published)
    {
        if (!Guid.TryParseExact(id, "D", out var key))
            return Problem(StatusCodes.Status400BadRequest, "The id is not understood", "The id of a service is a UUID, as in 'd9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610'.").ExecuteAsync(context);
        if (context.Request.Query.Keys.FirstOrDefault() is { } unknown)
            return Problem(StatusCodes.Status400BadRequest, "The query is not understood", $"There is no parameter '{unknown}' for a single service.").ExecuteAsync(context);
        var services = published.Of(SiteOf(context));
        return services.All.FirstOrDefault(item => item.Service.Key == key) is { } found
            ? services.Kept($"services/{key}", () => found.Hsds).WriteAsync(context)
            : Problem(StatusCodes.Status404NotFound, "There is no such service", "No service has this id, or it has ended or is not published any more.").ExecuteAsync(context);
    }

    private static SiteContent SiteOf(HttpContext context) => context.Features.Get<RequestedPage>()!.Site;

    private static IResult Problem(int status, string title, string detail) => Results.Problem(detail, statusCode: status, title: title);
}
