using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using Umbraco.Cms.Core.Configuration.Models;
using WgsSite.Cms.Backoffice.SignIn;
using WgsSite.Cms.Management;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Users;
using WgsSite.Cms.Webhooks;

namespace WgsSite.Cms.Backoffice;

/// <summary>The backoffice: its client, its sign-in and the API between them, all below <c>/umbraco</c>.</summary>
public static class BackofficeServices
{
    public static IServiceCollection AddBackoffice(this IServiceCollection services, IConfiguration configuration, string dataFolder, Action<BackofficeOptions> configure)
    {
        services.Configure(configure);
        services.AddRazorComponents();
        services.AddProblemDetails();
        services.AddSignalR();
        services.AddSignIn(configuration, dataFolder);
        services.AddSingleton(provider => new ExtensionManifests(provider.GetRequiredService<IHostEnvironment>().ContentRootFileProvider, provider.GetRequiredService<ILogger<ExtensionManifests>>()));
        services.AddManagementApi();
        services.AddWebhooks(configuration);
        return services;
    }

    /// <summary>Brings the users' database up to date and makes the first account where the settings name it.</summary>
    /// <returns>Path of the set-up page while there is no account; null otherwise.</returns>
    /// <exception cref="FormatException">The settings of the first account cannot be used.</exception>
    public static async Task<string?> PrepareBackofficeAsync(this IServiceProvider services, CancellationToken cancel = default)
    {
        await EmbeddedDatabase.PrepareAsync(services.GetRequiredService<IDbContextFactory<UsersDbContext>>(), isPersonal: true, cancel);
        await using var scope = services.CreateAsyncScope();
        await SignInServices.RegisterClientAsync(scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>(), cancel);
        var first = scope.ServiceProvider.GetRequiredService<FirstAdministrator>();
        if (!await first.IsMissingAsync(cancel)) return null;

        // Umbraco's own names: https://docs.umbraco.com/umbraco-cms/reference/configuration/unattendedsettings
        var settings = scope.ServiceProvider.GetRequiredService<IConfiguration>().GetSection("Umbraco:CMS:Unattended").Get<UnattendedSettings>();
        if (settings is not { UnattendedUserEmail: { Length: > 0 } email, UnattendedUserPassword: { Length: > 0 } password })
            return services.GetRequiredService<SetUpLink>().Create();
        var made = await first.CreateAsync(settings.UnattendedUserName is { Length: > 0 } name ? name : email, email, password, cancel);
        if (made is { Succeeded: false })
            throw new FormatException("Das erste Konto aus Umbraco:CMS:Unattended lässt sich nicht anlegen: " + string.Join(" ", made.Errors.Select(error => error.Description).Distinct()));
        return null;
    }

    /// <summary>False when the client was not built, for want of Node.</summary>
    public static bool HasClient => ClientFiles.Find(ClientFolder) is not null;

    private static string ClientFolder => Path.Combine(AppContext.BaseDirectory, "backoffice");

    /// <summary>A branch of its own: nothing of the public site's order (errors, caches) holds here.</summary>
    /// <param name="mapMore">Endpoints the site adds below <c>/umbraco</c>; the branch routes from a table of its own.</param>
    public static void UseBackoffice(this WebApplication app, Action<IEndpointRouteBuilder>? mapMore = null)
    {
        // The host would put both in front of everything, and every reader's request would be looked at for a session.
        foreach (var key in new[] { "__AuthenticationMiddlewareSet", "__AuthorizationMiddlewareSet" }) ((IApplicationBuilder)app).Properties[key] = true;

        var client = ClientFiles.Find(ClientFolder);
        app.MapWhen(
            context => context.Request.Path.StartsWithSegments(BackofficePaths.Root) || context.Request.Path.StartsWithSegments("/" + ExtensionManifests.Folder),
            branch =>
            {
                branch.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = context => IsForClient(context) ? ManagementApi.Failed(context) : Failed(context) });
                branch.UseWhen(context => context.Request.Path.StartsWithSegments(BackofficePaths.ManagementApi), api =>
                {
                    api.UseStatusCodePages(context => ManagementApi.Refused(context.HttpContext));
                    api.Use(ManagementApi.KeepNothing);
                    api.Use(ManagementApi.RefuseTooLarge);
                    api.Use(ManagementApi.AnswerRefusals);
                });
                branch.UseResponseCompression();
                branch.UseExtensions(app.Environment);
                branch.UseRouting();
                branch.UseAuthentication();
                branch.UseAuthorization();
                branch.UseEndpoints(routes =>
                {
                    routes.MapSignIn();
                    routes.MapGraphics();
                    routes.MapManagementApi();
                    mapMore?.Invoke(routes);
                    routes.MapMethods(BackofficePaths.Client + "/{**file}", SignInEndpoints.Reading, (HttpContext context, string file) => client is null ? Task.FromResult(context.Response.StatusCode = 404) : client.SendAsync(context, file));
                    routes.MapMethods(BackofficePaths.Root + "/{**path}", SignInEndpoints.Reading, (HttpContext context) => Index(context, client));
                });
            });
    }

    /// <summary>The modules of extensions; their manifests are handed out by the API only.</summary>
    private static void UseExtensions(this IApplicationBuilder branch, IWebHostEnvironment environment)
    {
        var types = new FileExtensionContentTypeProvider(new Dictionary<string, string>
        {
            [".js"] = "text/javascript",
            [".css"] = "text/css",
            [".svg"] = "image/svg+xml",
        });
        branch.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = "/" + ExtensionManifests.Folder,
            FileProvider = new Microsoft.Extensions.FileProviders.PhysicalFileProvider(Directory.CreateDirectory(Path.Combine(environment.ContentRootPath, ExtensionManifests.Folder)).FullName),
            ContentTypeProvider = types,
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = "no-cache",
        });
    }

    private static bool IsForClient(HttpContext context) =>
        context.Request.Path.StartsWithSegments(BackofficePaths.ManagementApi) || context.Request.Path.StartsWithSegments(BackofficePaths.Hub);

    /// <summary>What nobody expected, before the client is there: a full disk, a database that somebody else holds.</summary>
    private static Task Failed(HttpContext context) => new RazorComponentResult<NoticePage>(new
    {
        Title = "Das hat nicht geklappt",
        Lines = new[] { "Auf dem Server ist ein Fehler aufgetreten. Bitte versuchen Sie es in ein paar Minuten noch einmal.", "Geht es dann immer noch nicht, sagen Sie bitte der Administration Bescheid: Vielleicht ist auf dem Server kein Platz mehr frei." },
        Link = BackofficePaths.Login,
        LinkText = "Zur Anmeldung",
    })
    { StatusCode = context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError }.ExecuteAsync(context);

    private static RazorComponentResult Index(HttpContext context, ClientFiles? client)
    {
        if (client is null)
            return new RazorComponentResult<NoticePage>(new
            {
                Title = "Die Redaktion ist noch nicht gebaut",
                Lines = new[] { "Die Website läuft. Für die Redaktion fehlt ein Teil, der beim Bauen entsteht.", "Dafür braucht der Rechner, auf dem die Website gebaut wird, Node.js ab Version 20.19 mit npm. Danach die Website noch einmal bauen und starten." },
            })
            { StatusCode = StatusCodes.Status503ServiceUnavailable };

        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";
        return new RazorComponentResult<IndexPage>(new { Client = client.Manifest, Nonce = nonce });
    }
}
