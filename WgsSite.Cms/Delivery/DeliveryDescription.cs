using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Umbraco.Cms.Core;
using WgsSite.Cms.Caching;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;

namespace WgsSite.Cms.Delivery;

/// <summary>The OpenAPI document of the Delivery API, made from the schema as it is, and a page to try the API out (Swagger UI, from its package).</summary>
internal static class DeliveryDescription
{
    /// <summary>Umbraco's addresses up to 17.</summary>
    public const string Root = "/umbraco/swagger";
    public const string Document = Root + "/delivery/swagger.json";

    private const string Title = "Umbraco Delivery API";

    private const string FetchContent = "Which documents: `ancestors:`, `children:` or `descendants:` with a key or a path. All when it is left out.";
    private const string FilterContent = "`contentType:alias`, `name:part`, negated with `:!`; `createDate` and `updateDate` with `>`, `>:`, `<` or `<:` and a date.";
    private const string SortContent = "`createDate`, `level`, `name`, `sortOrder` or `updateDate` with `:asc` or `:desc`.";
    private const string FetchMedia = "Which items: `children:` with the key or the path of a folder, or `/` for the top.";
    private const string FilterMedia = "`mediaType:alias`, `name:part`.";
    private const string SortMedia = "`createDate`, `updateDate`, `name` or `sortOrder` with `:asc` or `:desc`.";

    // The page brings its own script and its own styles, some of them set by its script.
    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void UseDeliveryDescription(this IApplicationBuilder branch)
    {
        branch.UseWhen(context => context.Request.Path.StartsWithSegments(Root), page =>
        {
            page.Use((context, next) =>
            {
                context.Response.Headers.ContentSecurityPolicy = PagePolicy;
                return next(context);
            });
            page.UseSwaggerUI(options =>
            {
                options.RoutePrefix = Root[1..];
                options.DocumentTitle = Title;
                options.SwaggerEndpoint(Document, Title);
                options.ConfigObject.ValidatorUrl = null;
            });
        });
    }

    public static void MapDeliveryDescription(this IEndpointRouteBuilder routes)
    {
        var (content, access) = (routes.ServiceProvider.GetRequiredService<PublishedContent>(), routes.ServiceProvider.GetRequiredService<DeliveryAccess>());
        Described? made = null;
        routes.MapMethods(Document, ["GET", "HEAD"], async context =>
        {
            var schema = content.Current.Schema;
            if (made is not { } known || !ReferenceEquals(known.Schema, schema))
                made = known = new Described(schema, new CachedAnswer(Encoding.UTF8.GetBytes(await Describe(schema, access).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, context.RequestAborted)), "application/json; charset=utf-8", CompressionLevel.Optimal));
            await known.Answer.WriteAsync(context);
        });
    }

    public static OpenApiDocument Describe(ContentSchema schema, DeliveryAccess access)
    {
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo { Title = Title, Version = "2.0", Description = "Published content and media, in the shapes of Umbraco's Content Delivery API v2." },
            Components = new OpenApiComponents(),
        };
        var schemas = new DeliverySchemas(schema, access, document);
        schemas.Add();
        document.Paths = new OpenApiPaths
        {
            [DeliveryServices.ApiRoot + "/content"] = Get("GetContent", "Content", Page(schemas, DeliverySchemas.Content), schemas, [.. ListOptions(FetchContent, FilterContent, SortContent), .. ContentHeaders()], notFound: false),
            [DeliveryServices.ApiRoot + "/content/item/{path}"] = Get("GetContentItemByPath", "Content", schemas.Reference(DeliverySchemas.Content), schemas, [InPath("path", "Path of the document, or its key."), .. ContentHeaders()], badRequest: true),
            [DeliveryServices.ApiRoot + "/content/items"] = Get("GetContentItems", "Content", DeliverySchemas.List(schemas.Reference(DeliverySchemas.Content)), schemas, [Keys(), .. ContentHeaders()], notFound: false),
        };
        if (!access.Settings.Media.Enabled) return document;
        document.Paths.Add(DeliveryServices.ApiRoot + "/media", Get("GetMedia", "Media", Page(schemas, DeliverySchemas.Media), schemas, [.. ListOptions(FetchMedia, FilterMedia, SortMedia), ApiKey()], notFound: false));
        document.Paths.Add(DeliveryServices.ApiRoot + "/media/item/{path}", Get("GetMediaItemByPath", "Media", schemas.Reference(DeliverySchemas.Media), schemas, [InPath("path", "Names of the folders and the item, or its key."), ApiKey()], badRequest: true));
        document.Paths.Add(DeliveryServices.ApiRoot + "/media/items", Get("GetMediaItems", "Media", DeliverySchemas.List(schemas.Reference(DeliverySchemas.Media)), schemas, [Keys(), ApiKey()], notFound: false));
        return document;
    }

    private static OpenApiPathItem Get(string name, string group, IOpenApiSchema answer, DeliverySchemas schemas, List<IOpenApiParameter> parameters, bool notFound = true, bool badRequest = true)
    {
        parameters.InsertRange(parameters.Count(parameter => parameter.In == ParameterLocation.Path), [Expand(), Fields()]);
        var responses = new OpenApiResponses { ["200"] = Response("OK", "application/json", answer) };
        if (badRequest) responses.Add("400", Response("An option cannot be read or is unknown.", "application/problem+json", schemas.Reference(DeliverySchemas.Problem)));
        responses.Add("401", Response("An API key is needed.", "application/problem+json", schemas.Reference(DeliverySchemas.Problem)));
        if (notFound) responses.Add("404", Response("There is no such item.", "application/problem+json", schemas.Reference(DeliverySchemas.Problem)));
        return new OpenApiPathItem
        {
            Operations = new Dictionary<HttpMethod, OpenApiOperation>
            {
                [HttpMethod.Get] = new() { OperationId = name, Tags = new HashSet<OpenApiTagReference> { new(group) }, Parameters = parameters, Responses = responses },
            },
        };
    }

    private static OpenApiResponse Response(string description, string type, IOpenApiSchema schema) =>
        new() { Description = description, Content = new Dictionary<string, IOpenApiMediaType> { [type] = new OpenApiMediaType { Schema = schema } } };

    private static OpenApiSchema Page(DeliverySchemas schemas, string item) => DeliverySchemas.Object(("total", DeliverySchemas.Whole()), ("items", DeliverySchemas.List(schemas.Reference(item))));

    private static IEnumerable<IOpenApiParameter> ListOptions(string fetch, string filter, string sort) =>
    [
        InQuery("fetch", fetch, DeliverySchemas.Text()),
        InQuery("filter", filter, DeliverySchemas.List(DeliverySchemas.Text())),
        InQuery("sort", sort, DeliverySchemas.List(DeliverySchemas.Text())),
        InQuery("skip", "How many to leave out. 0 when it is left out.", DeliverySchemas.Whole()),
        InQuery("take", "How many to give. 10 when it is left out.", DeliverySchemas.Whole()),
    ];

    private static OpenApiParameter Expand() => InQuery("expand", "Which picked items come with their properties: `properties[$all]`, `properties[a,b[properties[c]]]`.", DeliverySchemas.Text());

    private static OpenApiParameter Fields() => InQuery("fields", "Which properties are given; all when it is left out. Written as `expand` is.", DeliverySchemas.Text());

    private static OpenApiParameter Keys()
    {
        var keys = InQuery("id", "Keys of the items.", DeliverySchemas.List(DeliverySchemas.Key()));
        keys.Required = true;
        return keys;
    }

    private static IEnumerable<IOpenApiParameter> ContentHeaders() =>
    [
        InHeader(Constants.DeliveryApi.HeaderNames.AcceptLanguage, "Which language."),
        ApiKey(),
        InHeader(Constants.DeliveryApi.HeaderNames.Preview, "`true`: drafts, too. Needs the key."),
        InHeader(Constants.DeliveryApi.HeaderNames.StartItem, "Key or segment of a root: only what stands beneath it."),
    ];

    private static OpenApiParameter ApiKey() => InHeader(Constants.DeliveryApi.HeaderNames.ApiKey, "The key of the settings, where one is needed.");

    private static OpenApiParameter InHeader(string name, string description) => new() { Name = name, In = ParameterLocation.Header, Description = description, Schema = DeliverySchemas.Text() };

    private static OpenApiParameter InQuery(string name, string description, IOpenApiSchema schema) => new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = schema };

    private static OpenApiParameter InPath(string name, string description) => new() { Name = name, In = ParameterLocation.Path, Required = true, Description = description, Schema = DeliverySchemas.Text() };

    private sealed record Described(ContentSchema Schema, CachedAnswer Answer);
}
