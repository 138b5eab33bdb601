using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace WgsSite.Tests.Support;

/// <summary>What the site says of itself that it answers, read from the application: nothing can be forgotten in a list by hand.</summary>
internal static class SiteEndpoints
{
    private static readonly Lazy<Task<IReadOnlyList<SiteEndpoint>>> Read = new(() => Task.Run(ReadAsync));

    /// <summary>All of the backoffice: its API, the hub beside it, the pages before the client.</summary>
    public static async Task<IReadOnlyList<SiteEndpoint>> OfBackofficeAsync() =>
        [.. (await Read.Value).Where(endpoint => endpoint.Pattern.StartsWith("/umbraco", StringComparison.OrdinalIgnoreCase))];

    /// <summary>All of the site, for readers and editors.</summary>
    public static Task<IReadOnlyList<SiteEndpoint>> AllAsync() => Read.Value;

    private static async Task<IReadOnlyList<SiteEndpoint>> ReadAsync()
    {
        await using var site = new Site();
        return [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>() is not { SuppressMatching: true })
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST", "PUT", "DELETE", "PATCH"])
                .Select(method => new SiteEndpoint(method, Text(endpoint))))
            .Distinct()];
    }

    private static string Text(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    private sealed class Site : WebApplicationFactory<Program>
    {
        private readonly string data = Directory.CreateTempSubdirectory("wgs-endpoints-").FullName;

        protected override void ConfigureWebHost(IWebHostBuilder builder) =>
            builder.UseEnvironment("Development").UseContentRoot(Repository.At("WgsSite.Web")).UseSetting("data", data).UseSetting("uSync:Settings:ExportOnSave", "None");

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
        }
    }
}

/// <param name="Pattern">As it is mapped, with constraints: <c>/…/document/{id:guid}</c>.</param>
internal sealed record SiteEndpoint(string Method, string Pattern)
{
    /// <summary>An address that this endpoint answers.</summary>
    public string Example => Parameter().Replace(Pattern, "00000000-0000-0000-0000-00000000000a").Replace("{**path}", "no-such-endpoint", StringComparison.Ordinal);

    /// <summary>Without constraints, as the client's types write it: <c>/…/document/{id}</c>.</summary>
    public string Url => Constraint().Replace(Pattern, "}");

    public override string ToString() => $"{Method} {Pattern}";

    private static System.Text.RegularExpressions.Regex Parameter() => new(@"\{\w[^}]*\}");

    private static System.Text.RegularExpressions.Regex Constraint() => new(@":\w+\}");
}
