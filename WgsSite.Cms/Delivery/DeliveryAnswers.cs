using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Umbraco.Cms.Core;
using WgsSite.Cms.Caching;
using WgsSite.Cms.Publishing;

namespace WgsSite.Cms.Delivery;

/// <summary>Answers requests to the Delivery API: checks who asks, reads from the right state, keeps what it sent.</summary>
internal sealed class DeliveryAnswers(PublishedContent content, DeliveryAccess access, UrlSegments segments)
{
    private const string Json = "application/json; charset=utf-8";

    private static readonly string Vary = string.Join(
        ", ",
        Constants.DeliveryApi.HeaderNames.AcceptLanguage,
        Constants.DeliveryApi.HeaderNames.StartItem,
        Constants.DeliveryApi.HeaderNames.Preview,
        Constants.DeliveryApi.HeaderNames.ApiKey);

    private readonly DeliveryCache cache = new();

    /// <param name="read">What is answered; null where there is nothing. May be an <see cref="IResult"/>, which is sent as it is.</param>
    public Task ContentAsync(HttpContext context, Func<DeliveryRequest, object?> read) => SendAsync(context, access.AdmitsToContent(context.Request), read);

    /// <inheritdoc cref="ContentAsync"/>
    public Task MediaAsync(HttpContext context, Func<DeliveryRequest, object?> read)
    {
        if (access.Settings.Media.Enabled) return SendAsync(context, access.AdmitsToMedia(context.Request), read);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private async Task SendAsync(HttpContext context, bool isAdmitted, Func<DeliveryRequest, object?> read)
    {
        var (request, response) = (context.Request, context.Response);
        if (!isAdmitted)
        {
            response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var isPreview = access.IsPreview(request);
        response.Headers.CacheControl = isPreview ? "no-store" : access.Settings is { PublicAccess: true, Media.PublicAccess: true } ? "no-cache" : "private, no-cache";
        var published = content.Current;
        var key = isPreview || !access.Settings.OutputCache.Enabled ? null : DeliveryCache.KeyOf(request);
        if (key is null || cache.Find(published.Number, key) is not { } answer)
        {
            var result = Read(request, isPreview ? await content.DraftsAsync(context.RequestAborted) : published, published, read);
            if (result is IResult other)
            {
                await other.ExecuteAsync(context);
                return;
            }

            if (result is null)
            {
                response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            // Not as hard as a page: of most of these, one reader asks once.
            answer = new CachedAnswer(JsonSerializer.SerializeToUtf8Bytes(result, DeliveryJson.Options), Json, CompressionLevel.Fastest, Vary);
            if (key is not null) cache.Keep(published.Number, key, answer);
        }

        await answer.WriteAsync(context);
    }

    private object? Read(HttpRequest request, PublishedSnapshot snapshot, PublishedSnapshot published, Func<DeliveryRequest, object?> read)
    {
        try
        {
            var understood = new DeliveryRequest(request, snapshot, published, access, segments);
            return understood.LacksStartItem ? Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "Not Found", detail: "The Start-Item could not be found") : read(understood);
        }
        catch (DeliveryRefusalException refusal)
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: refusal.Title, detail: refusal.Detail);
        }
    }
}
