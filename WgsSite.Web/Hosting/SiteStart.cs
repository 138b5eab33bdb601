using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Sync;
using WgsSite.Web.Content;
using WgsSite.Web.Inquiries.Storage;
using WgsSite.Web.Pages.Search;

namespace WgsSite.Web.Hosting;

/// <summary>What happens once before the first request: store up to date, first content in, snapshot built.</summary>
public static partial class SiteStart
{
    /// <returns>False when the site cannot start; why stands in the log.</returns>
    public static async Task<bool> PrepareAsync(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("WgsSite");
        try
        {
            return await PrepareAsync(app, log);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or DbUpdateException)
        {
            LogStoreFailed(log, e.GetBaseException().Message);
            return false;
        }
        catch (FormatException e)
        {
            LogSettings(log, e.Message);
            return false;
        }
    }

    private static async Task<bool> PrepareAsync(WebApplication app, ILogger log)
    {
        // Made first, so that it reads the typed content of the first snapshot too before anybody asks for it.
        app.Services.GetRequiredService<SiteContentSource>();
        app.Services.GetRequiredService<SiteSearch>();
        var store = app.Services.GetRequiredService<IDbContextFactory<CmsDbContext>>();
        await EmbeddedDatabase.PrepareAsync(store);
        await EmbeddedDatabase.PrepareAsync(app.Services.GetRequiredService<IDbContextFactory<InquiryDbContext>>(), isPersonal: true);
        var syncOnSave = app.Services.GetService<SyncOnSave>();
        if (syncOnSave is not null) await syncOnSave.OpenAsync();
        else SyncOnSave.Forget(app.Services.GetRequiredService<DataFolderPath>().Path);
        if (await IsEmptyAsync(store))
        {
            var folder = SyncFolder(app.Environment);
            try
            {
                var report = await app.Services.GetRequiredService<SyncImport>().ImportAsync(folder, overwriteEdited: false);
                LogImported(log, report.Lines.Count, folder);
                foreach (var warning in report.Warnings) LogImportWarning(log, warning);
                // Before anybody changes anything: from here on, changes are written.
                if (syncOnSave is not null) await syncOnSave.CatchUpAsync();
            }
            catch (SyncException e)
            {
                foreach (var fault in e.Faults) LogFault(log, fault.ToString());
                LogNotStarted(log, folder);
                return false;
            }
        }
        else
        {
            await app.Services.GetRequiredService<PublishedContent>().ReloadAsync();
        }

        var setUp = await app.Services.PrepareBackofficeAsync();
        if (!app.Services.GetRequiredService<SiteFont>().IsThere) LogNoFont(log);
        if (!BackofficeServices.HasClient) LogNoBackoffice(log);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var address = app.Services.GetRequiredService<SiteAddress>();
            if (address.Root is null) LogNoAddress(log);
            foreach (var url in app.Urls) LogReady(log, url);
            if (setUp is not null) LogSetUp(log, address.Of(setUp) ?? "https://IHRE-ADRESSE" + setUp);
        });
        return true;
    }

    /// <summary>The first content: beside the published site, or at the top of the repository.</summary>
    public static string SyncFolder(IHostEnvironment environment)
    {
        string[] places = [Path.Combine("uSync", "v17"), Path.Combine("..", "uSync", "v17")];
        return places.Select(place => Path.GetFullPath(Path.Combine(environment.ContentRootPath, place))).FirstOrDefault(Directory.Exists)
            ?? Path.GetFullPath(Path.Combine(environment.ContentRootPath, places[0]));
    }

    private static async Task<bool> IsEmptyAsync(IDbContextFactory<CmsDbContext> store)
    {
        await using var db = await store.CreateDbContextAsync();
        return !await db.SchemaItems.AnyAsync() && !await db.Documents.AnyAsync();
    }

    [LoggerMessage(LogLevel.Information, "Die Datenbank war leer: {Count} Einträge aus {Folder} übernommen.")]
    private static partial void LogImported(ILogger logger, int count, string folder);

    [LoggerMessage(LogLevel.Warning, "{Warning}")]
    private static partial void LogImportWarning(ILogger logger, string warning);

    [LoggerMessage(LogLevel.Error, "{Fault}")]
    private static partial void LogFault(ILogger logger, string fault);

    [LoggerMessage(LogLevel.Error, "Die Website startet nicht: Die ersten Inhalte aus {Folder} lassen sich nicht übernehmen. Die Datenbank ist leer geblieben.")]
    private static partial void LogNotStarted(ILogger logger, string folder);

    [LoggerMessage(LogLevel.Error, "Die Website startet nicht: Die Datenbank lässt sich nicht benutzen: {Reason}")]
    private static partial void LogStoreFailed(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Warning, "Die Schrift fehlt (Node.js ab 20.19 mit npm holt sie beim Bauen). Die Website läuft mit einer Schrift des Geräts.")]
    private static partial void LogNoFont(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "Die Redaktion fehlt (Node.js ab 20.19 mit npm baut sie mit der Website). Unter /umbraco steht, was zu tun ist.")]
    private static partial void LogNoBackoffice(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "Umbraco:CMS:WebRouting:UmbracoApplicationUrl ist nicht gesetzt. Ohne die Adresse der Website gibt es keine kanonischen Links, keine Sitemap und keinen Feed.")]
    private static partial void LogNoAddress(ILogger logger);

    [LoggerMessage(LogLevel.Error, "Die Website startet nicht: {Reason}")]
    private static partial void LogSettings(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Warning, "Es gibt noch kein Konto für die Redaktion. Dieser Link legt das erste an; er gilt 24 Stunden und nur einmal: {Link}")]
    private static partial void LogSetUp(ILogger logger, string link);

    [LoggerMessage(LogLevel.Information, "Die Website ist bereit: {Url}")]
    private static partial void LogReady(ILogger logger, string url);
}
