using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Health;
using WgsSite.Cms.Management.Dictionary;
using WgsSite.Cms.Management.Documents;
using WgsSite.Cms.Management.Media;
using WgsSite.Cms.Management.Redirects;
using WgsSite.Cms.Management.Server;
using WgsSite.Cms.Management.Types;
using WgsSite.Cms.Management.Users;
using WgsSite.Cms.Management.Webhooks;
using WgsSite.Cms.Media;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management;

/// <summary>
/// The API the client calls, in the shapes of Umbraco's Management API v1 as the client's generated types give them
/// (<c>@umbraco-cms/backoffice</c> 17.1.0, packages/core/backend-api/types.gen.d.ts). What is not here answers 404 with
/// problem details, never a page.
/// </summary>
internal static class ManagementApi
{
    private const string Unreadable = "Die Anfrage lässt sich nicht lesen.";

    public static void AddManagementApi(this IServiceCollection services)
    {
        services.AddSingleton<EditorEvents>();
        services.AddSingleton<AccessReader>();
        // The site itself, as when a schedule is due, works on everything; whom nobody knows, on nothing.
        services.AddSingleton<StartNodesOf>(provider => async (user, cancel) => user == Guid.Empty ? null
            : await provider.GetRequiredService<AccessReader>().ReadAsync(user, cancel) is { } access ? access.DocumentStartNodes : []);
        services.AddSingleton<StartFoldersOf>(provider => async (user, cancel) => user == Guid.Empty ? null
            : await provider.GetRequiredService<AccessReader>().ReadAsync(user, cancel) is { } access ? access.MediaStartNodes : []);
        services.AddScoped(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<Access>() ?? throw new InvalidOperationException("Nobody is signed in."));
        services.AddScoped(provider => new DocumentArea(provider.GetRequiredService<CmsDbContext>(), provider.GetRequiredService<Access>().DocumentStartNodes));
        services.AddScoped(provider => new MediaArea(provider.GetRequiredService<CmsDbContext>(), provider.GetRequiredService<Access>().MediaStartNodes));
        services.AddSingleton<DocumentEditor>();
        services.AddSingleton<VersionCleanup>();
        services.AddSingleton<CmsHealth>();
        services.AddHostedService<ScheduleWorker>();
        services.AddSingleton<DictionaryEditor>();
        services.AddSingleton<MediaEditor>();
        services.AddScoped<MediaItems>();
        services.AddHttpContextAccessor();
        services.AddSingleton<ServerEvents>();
        services.AddScoped(provider => provider.GetRequiredService<PublishedContent>().Current.Schema);
        services.AddSingleton<DraftPreview>();
        services.AddScoped<Accounts>();
        services.AddScoped<DocumentItems>();
        services.AddScoped<DocumentList>();
        services.AddScoped<DocumentReader>();
        services.AddScoped<DocumentReferences>();
    }

    public static void MapManagementApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup(BackofficePaths.ManagementApi + "/v1").AllowAnonymous().MapBeforeSignIn();

        var api = routes.MapGroup(BackofficePaths.ManagementApi).RequireAuthorization(BackofficeAccess.Policy).DisableAntiforgery();
        var v1 = api.MapGroup("/v1");
        v1.MapServer();
        v1.MapCurrentUser();
        v1.MapUsers();
        v1.MapUserGroups();
        v1.MapSecondFactor();
        v1.MapLanguages();
        v1.MapUploads();
        v1.MapTags();
        v1.MapTypes();
        v1.MapDocumentTree();
        v1.MapDocuments();
        v1.MapDocumentReferences();
        v1.MapDocumentInfo();
        v1.MapDocumentVersions();
        v1.MapMediaTree();
        v1.MapMedia();
        v1.MapDictionary();
        v1.MapRedirects();
        v1.MapHealth();
        v1.MapWebhooks();
        api.MapGroup("/v1.1").MapDocumentValidation();
        routes.MapHub<ServerEventHub>(BackofficePaths.Hub).RequireAuthorization(BackofficeAccess.Policy).Needs(Right.SignedIn);
        routes.ServiceProvider.GetRequiredService<ServerEvents>().Start();
        api.Map("/{**path}", () => Problem.NotFound("Diesen Teil der Redaktion gibt es hier nicht.")).Needs(Right.SignedIn);
    }

    /// <summary>A change that was refused, as the client shows it: at the fields, or as a notification.</summary>
    public static IResult Refused(EditRefusalException refusal)
    {
        var status = refusal.Kind switch
        {
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.Outdated => StatusCodes.Status412PreconditionFailed,
            _ => StatusCodes.Status400BadRequest,
        };
        if (refusal.Faults.Count == 0) return Problem.Of(status, refusal.Title, refusal.Detail);
        return Results.Problem(
            title: refusal.Title,
            detail: refusal.Detail,
            statusCode: status,
            type: "Error",
            extensions: new Dictionary<string, object?> { ["errors"] = refusal.Faults.GroupBy(fault => fault.Path).ToDictionary(group => group.Key, group => group.Select(fault => fault.Message).ToArray()) });
    }

    /// <summary>What editors see is kept by no cache, where others could find it. Answers may say otherwise of themselves.</summary>
    public static Task KeepNothing(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response.Headers.CacheControl.Count == 0) context.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>Says that a body is too large before it is read: the server would only close the connection.</summary>
    public static Task RefuseTooLarge(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false, MaxRequestBodySize: { } largest } limit || context.Request.ContentLength is not { } length || length <= largest)
            return next(context);
        // Without a limit the server takes in what is still on its way, for a few seconds, and the client gets to read the answer.
        limit.MaxRequestBodySize = null;
        return TooLarge(largest).ExecuteAsync(context);
    }

    /// <summary>What editors are refused, in words. No filter of the endpoints: each of them would be compiled twice as often when the first editor comes.</summary>
    public static async Task AnswerRefusals(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OutdatedException outdated)
        {
            await (await Outdated.AnswerAsync(outdated, context)).ExecuteAsync(context);
        }
        catch (EditRefusalException refusal)
        {
            await Refused(refusal).ExecuteAsync(context);
        }
    }

    /// <summary>What was refused before an endpoint was reached, and without a word.</summary>
    public static Task Refused(HttpContext context) => Problem.Of(context.Response.StatusCode, context.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized => "Bitte melden Sie sich an.",
        StatusCodes.Status403Forbidden => "Das dürfen Sie mit Ihrem Konto nicht.",
        StatusCodes.Status404NotFound => "Das gibt es hier nicht.",
        _ => Unreadable,
    }).ExecuteAsync(context);

    private static IResult TooLarge(long largest) => Problem.Of(
        StatusCodes.Status413PayloadTooLarge, "Das ist zu groß.", $"Auf einmal lassen sich höchstens {largest / 1_000_000} MB senden. Bitte speichern Sie weniger auf einmal.");

    /// <summary>What nobody expected: said as problem details, without what is inside.</summary>
    public static Task Failed(HttpContext context)
    {
        // A body that cannot be read is the caller's fault, and says so.
        var failure = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (failure is BadHttpRequestException bad)
            return bad.StatusCode == StatusCodes.Status413PayloadTooLarge && context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } largest
                ? TooLarge(largest).ExecuteAsync(context)
                : Problem.Of(bad.StatusCode, Unreadable).ExecuteAsync(context);
        if (StoreFailure.Answer(failure, context.Request) is { } answer) return answer.ExecuteAsync(context);
        return Problem.Of(StatusCodes.Status500InternalServerError, "Auf dem Server ist ein Fehler aufgetreten. Bitte versuchen Sie es noch einmal.").ExecuteAsync(context);
    }
}
