using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Backoffice.SignIn;
using WgsSite.Cms.Management.Server;
using WgsSite.Cms.Management.Users;

namespace WgsSite.Cms.Management;

/// <summary>
/// The API the client calls, in the shapes of Umbraco's Management API v1 as the client's generated types give them
/// (<c>@umbraco-cms/backoffice</c> 17.1.0, packages/core/backend-api/types.gen.d.ts). What is not here answers 404 with
/// problem details, never a page.
/// </summary>
internal static class ManagementApi
{
    public static void AddManagementApi(this IServiceCollection services)
    {
    }

    public static void MapManagementApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup(BackofficePaths.ManagementApi + "/v1").MapBeforeSignIn();

        var api = routes.MapGroup(BackofficePaths.ManagementApi).RequireAuthorization(SignInServices.Policy).DisableAntiforgery();
        var v1 = api.MapGroup("/v1");
        v1.MapServer();
        v1.MapCurrentUser();
        api.Map("/{**path}", () => Problem.NotFound("Diesen Teil der Redaktion gibt es hier nicht."));
    }

    /// <summary>What nobody expected: said as problem details, without what is inside.</summary>
    public static Task Failed(HttpContext context)
    {
        // A body that cannot be read is the caller's fault, and says so.
        if (context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad)
            return Problem.Of(bad.StatusCode, "Die Anfrage lässt sich nicht lesen.").ExecuteAsync(context);
        return Problem.Of(StatusCodes.Status500InternalServerError, "Auf dem Server ist ein Fehler aufgetreten. Bitte versuchen Sie es noch einmal.").ExecuteAsync(context);
    }
}
