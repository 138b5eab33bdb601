using WgsSite.Cms.Media;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Sync;

/// <summary>Takes a uSync folder over into the store, all of it or nothing.</summary>
public sealed class SyncImport(PublishedContent content, MediaFiles files, TimeProvider clock)
{
    /// <param name="overwriteEdited">Also take over items that editors changed since they were last imported.</param>
    /// <exception cref="SyncException">A file has a fault; nothing was taken over.</exception>
    public async Task<SyncReport> ImportAsync(string path, bool overwriteEdited, CancellationToken cancel = default)
    {
        var folder = SyncFolder.Read(path);
        StagedFiles? staged = null;
        try
        {
            var report = await content.ChangeAsync(
                async db =>
                {
                    var run = new SyncImportRun(db, folder, await SyncStoreState.LoadAsync(db, cancel), overwriteEdited, clock.GetUtcNow().UtcDateTime);
                    run.Apply();
                    staged = files.Stage(folder.Path, run.MediaPaths);
                    return new SyncReport(run.Lines, [.. run.Warnings, .. staged.Missing]);
                },
                cancel);
            return report with { Warnings = [.. report.Warnings, .. staged!.Finish()] };
        }
        finally
        {
            staged?.Dispose();
        }
    }

    /// <summary>What <see cref="ImportAsync"/> would do; changes nothing.</summary>
    /// <exception cref="SyncException">A file has a fault.</exception>
    public async Task<SyncReport> CompareAsync(CmsDbContext db, string path, CancellationToken cancel = default)
    {
        var folder = SyncFolder.Read(path);
        var run = new SyncImportRun(db, folder, await SyncStoreState.LoadAsync(db, cancel), overwriteEdited: false, clock.GetUtcNow().UtcDateTime);
        run.Apply(); // The context is never saved.
        run.Warnings.AddRange(files.MissingIn(folder.Path, run.MediaPaths));
        return new SyncReport(run.Lines, run.Warnings);
    }
}
