using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.DeliveryApi;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Webhooks;

namespace WgsSite.Cms.Delivery;

/// <summary>
/// The Content Delivery API v2: what is published, for other channels, as Umbraco hands it out
/// (https://docs.umbraco.com/umbraco-cms/reference/content-delivery-api). Off unless the settings switch it on.
/// </summary>
public static class DeliveryServices
{
    public const string Root = "/umbraco/delivery";
    public const string ApiRoot = Root + "/api/v2";

    private static readonly string[] Reading = ["GET", "HEAD"];

    private static readonly string RequestHeaders = string.Join(
        ", ",
        Constants.DeliveryApi.HeaderNames.AcceptLanguage,
        Constants.DeliveryApi.HeaderNames.StartItem,
        "If-None-Match");

    /// <param name="denied">Aliases of types that are not given away unless the settings name them as allowed.</param>
    public static IServiceCollection AddDeliveryApi(this IServiceCollection services, IConfiguration configuration, params IEnumerable<string> denied) => services
        .AddSingleton(DeliveryAccess.Read(configuration, denied))
        .AddSingleton<DeliveredItems>()
        .AddSingleton(provider => Payloads(provider.GetRequiredService<DeliveredItems>()))
        .AddSingleton<DeliveryAnswers>();

    /// <summary>A branch of its own: readers of it sign in nowhere, and are answered in JSON only.</summary>
    public static void UseDeliveryApi(this WebApplication app)
    {
        var access = app.Services.GetRequiredService<DeliveryAccess>();
        app.MapWhen(context => context.Request.Path.StartsWithSegments(Root) || context.Request.Path.StartsWithSegments(DeliveryDescription.Root), branch =>
        {
            branch.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = context => Results.Problem(statusCode: StatusCodes.Status500InternalServerError).ExecuteAsync(context) });
            branch.UseStatusCodePages(context => Results.Problem(statusCode: context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext));
            if (!access.Settings.Enabled) return;
            branch.Use((context, next) => AnswerOtherOrigins(context, next, access));
            branch.UseDeliveryDescription();
            branch.UseRouting();
            branch.UseEndpoints(routes =>
            {
                routes.MapDeliveryDescription();
                routes.MapContent();
                routes.MapMedia();
            });
        });
    }

    /// <summary>What webhooks are told of something, where they are told at length.</summary>
    private static ExtendedPayloads Payloads(DeliveredItems items) => new(items.Of, items.Of);

    private static void MapContent(this IEndpointRouteBuilder routes)
    {
        var answers = routes.ServiceProvider.GetRequiredService<DeliveryAnswers>();
        var content = routes.MapGroup(ApiRoot + "/content");
        content.MapMethods("", Reading, (HttpContext context) => answers.ContentAsync(context, request =>
        {
            var options = request.Options;
            return options.Page(ContentQuery.Run(request, options), request.Models.Response);
        }));
        content.MapMethods("/items", Reading, (HttpContext context) => answers.ContentAsync(
            context, request => request.Keys.Select(request.Models.Find).OfType<PublishedDocument>().Select(request.Models.Response).ToList()));
        content.MapMethods("/item/{**path}", Reading, (HttpContext context, string? path) => answers.ContentAsync(context, request =>
            request.FindDocument(path ?? "") is { } document && request.Models.Shows(document) ? request.Models.Response(document)
            : request.FindRedirect(path ?? "") is { } moved ? Redirect(context, request.Models.Route(moved))
            : null));
    }

    private static void MapMedia(this IEndpointRouteBuilder routes)
    {
        var answers = routes.ServiceProvider.GetRequiredService<DeliveryAnswers>();
        var media = routes.MapGroup(ApiRoot + "/media");
        media.MapMethods("", Reading, (HttpContext context) => answers.MediaAsync(context, request =>
        {
            var options = request.Options;
            return options.Page(MediaQuery.Run(request, options), request.Models.Response);
        }));
        media.MapMethods("/items", Reading, (HttpContext context) => answers.MediaAsync(
            context, request => request.Keys.Select(request.Snapshot.FindMedia).OfType<PublishedMedia>().Select(request.Models.Response).ToList()));
        media.MapMethods("/item/{**path}", Reading, (HttpContext context, string? path) => answers.MediaAsync(
            context, request => request.FindMedia(path ?? "") is { } item ? request.Models.Response(item) : null));
    }

    /// <summary>As Umbraco does: the new path within its root, and which root that is.</summary>
    private static IResult Redirect(HttpContext context, ApiContentRoute route)
    {
        context.Response.Headers["Location-Start-Item-Path"] = route.StartItem.Path;
        context.Response.Headers["Location-Start-Item-Id"] = route.StartItem.Id.ToString("D");
        return Results.Redirect(route.Path, permanent: true);
    }

    /// <summary>
    /// What everybody may read, pages of other sites may read too; there are no cookies here that could lend somebody's
    /// rights. Where a key is needed they may not: a key in a page is a key for everybody.
    /// </summary>
    private static Task AnswerOtherOrigins(HttpContext context, RequestDelegate next, DeliveryAccess access)
    {
        if (!access.Settings.PublicAccess) return next(context);
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers.AccessControlExposeHeaders = "ETag, Location-Start-Item-Path, Location-Start-Item-Id";
        if (!HttpMethods.IsOptions(context.Request.Method)) return next(context);
        context.Response.Headers.AccessControlAllowMethods = string.Join(", ", Reading);
        context.Response.Headers.AccessControlAllowHeaders = RequestHeaders;
        context.Response.Headers.AccessControlMaxAge = "86400";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
