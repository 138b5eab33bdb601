using Microsoft.EntityFrameworkCore;
using WgsSite.Cms;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Sync;
using WgsSite.Cms.Webhooks;
using WgsSite.Web.Hosting;

namespace WgsSite.Web.Commands;

/// <summary>
/// <c>usync import|export|diff FOLDER [--data DIR] [--force]</c> for operators and tests. Exit status: 0 all of it was
/// done, 1 nothing was done, 2 done, but something was left out (named on the way).
/// </summary>
public static class SyncCommand
{
    private const string Usage = "Aufruf: usync import|export|diff ORDNER [--data ORDNER] [--force]";

    public static async Task<int> RunAsync(
        string[] words, string dataFolder, bool overwriteEdited, IConfiguration configuration, IHostEnvironment environment, TextWriter output, TextWriter errors)
    {
        if (words is not [var verb and ("import" or "export" or "diff"), var folder])
        {
            await errors.WriteLineAsync(Usage);
            return 1;
        }

        // Reading goes on beside a running site; writing beside it would leave the site with what it has in memory.
        using var held = verb == "import" ? DataFolder.Take(dataFolder, errors) : null;
        if (verb == "import" && held is null) return 1;

        if (verb != "import" && !File.Exists(Path.Combine(dataFolder, CmsStore.FileName)))
        {
            await errors.WriteLineAsync($"In {dataFolder} gibt es noch keine Datenbank.");
            return 1;
        }

        var collection = new ServiceCollection().AddCms(dataFolder, SitePipeline.OwnAddresses);
        try
        {
            collection.AddWebhookSettings(configuration);
            if (verb == "import" && SyncOnSaveConfiguration.Read(configuration, environment, dataFolder) is { } settings) collection.AddSyncOnSave(settings);
            await using var services = collection.BuildServiceProvider();
            var store = services.GetRequiredService<IDbContextFactory<CmsDbContext>>();
            return verb switch
            {
                "import" => await ImportAsync(services, store, folder, overwriteEdited, output, errors),
                "diff" => await DiffAsync(services, store, folder, output, errors),
                _ => await ExportAsync(services.GetRequiredService<SyncExport>(), folder, output, errors),
            };
        }
        catch (SyncException e)
        {
            foreach (var fault in e.Faults) await errors.WriteLineAsync(fault.ToString());
            await errors.WriteLineAsync("Nichts wurde übernommen.");
            return 1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or DbUpdateException or Microsoft.Data.Sqlite.SqliteException)
        {
            await errors.WriteLineAsync($"Das ging nicht: {e.GetBaseException().Message}");
            return 1;
        }
    }

    private static async Task<int> ImportAsync(
        ServiceProvider services, IDbContextFactory<CmsDbContext> store, string folder, bool overwriteEdited, TextWriter output, TextWriter errors)
    {
        await EmbeddedDatabase.PrepareAsync(store);
        var onSave = services.GetService<SyncOnSave>();
        if (onSave is not null) await onSave.OpenAsync();
        var status = await ReportAsync(await services.GetRequiredService<SyncImport>().ImportAsync(folder, overwriteEdited), "import", output, errors);
        // At once, so that no file that is changed by hand before the next start is taken for one to bring up to date.
        foreach (var problem in onSave is null ? [] : await onSave.CatchUpAsync())
        {
            await errors.WriteLineAsync(problem);
            status = 2;
        }

        return status;
    }

    private static async Task<int> DiffAsync(
        ServiceProvider services, IDbContextFactory<CmsDbContext> store, string folder, TextWriter output, TextWriter errors)
    {
        await using var db = await store.CreateDbContextAsync();
        await using var oneState = await CmsStore.BeginReadAsync(db);
        var report = await services.GetRequiredService<SyncImport>().CompareAsync(db, folder);
        foreach (var line in report.Lines.Where(line => line.Change != SyncChange.Unchanged))
            await output.WriteLineAsync($"  {Word(line.Change)}: {line.Name} ({line.File})");
        return await ReportAsync(report, "diff", output, errors);
    }

    private static async Task<int> ExportAsync(SyncExport export, string folder, TextWriter output, TextWriter errors)
    {
        var (counts, warnings) = await export.ExportAsync(folder);
        foreach (var (name, count) in counts) await output.WriteLineAsync($"{name}: {count} geschrieben");
        foreach (var warning in warnings) await errors.WriteLineAsync(warning);
        return warnings.Count == 0 ? 0 : 2;
    }

    private static async Task<int> ReportAsync(SyncReport report, string verb, TextWriter output, TextWriter errors)
    {
        foreach (var folder in report.Folders)
        {
            var parts = Enum.GetValues<SyncChange>().Select(change => (change, report.Count(folder, change))).Where(part => part.Item2 > 0);
            await output.WriteLineAsync($"{folder}: {string.Join(", ", parts.Select(part => $"{part.Item2} {Word(part.change)}"))}");
        }

        foreach (var line in report.Lines.Where(line => line.Change == SyncChange.KeptEdited && verb == "import"))
            await errors.WriteLineAsync($"{line.File}: „{line.Name}“ hat die Redaktion geändert und bleibt, wie es ist (--force überschreibt).");
        foreach (var warning in report.Warnings) await errors.WriteLineAsync(warning);
        return report.IsComplete ? 0 : 2;
    }

    private static string Word(SyncChange change) => change switch
    {
        SyncChange.Created => "neu",
        SyncChange.Updated => "geändert",
        SyncChange.Deleted => "gelöscht",
        SyncChange.KeptEdited => "von der Redaktion geändert",
        _ => "gleich",
    };
}
