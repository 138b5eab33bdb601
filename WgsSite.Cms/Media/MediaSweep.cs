using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Media;

/// <summary>Drops, at start and once a day, files nothing names any more: replaced ones, unused uploads, what a stopped process left.</summary>
internal sealed partial class MediaSweep(IDbContextFactory<CmsDbContext> store, MediaFiles files, PictureSizes sizes, UploadedFiles uploads, TimeProvider clock, ILogger<MediaSweep> log) : BackgroundService
{
    /// <summary>Long enough for pages that other places keep to be fetched anew, and for an import that is under way.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stopping);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(e);
            }

            await Task.Delay(TimeSpan.FromDays(1), clock, stopping);
        }
    }

    internal async Task SweepAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        // Those in the bin too: they may come back.
        var named = (await db.Media.AsNoTracking().Select(row => row.Values).ToListAsync(cancel)).Select(values => MediaValues.FileOf(PropertyValues.FromJson(values))).OfType<string>().ToHashSet(StringComparer.Ordinal);
        files.Sweep(named, clock.GetUtcNow().UtcDateTime - KeptFor);
        sizes.Sweep(named);
        uploads.Sweep();
    }

    [LoggerMessage(LogLevel.Warning, "Files of media that nothing names any more could not be deleted")]
    private partial void Failed(Exception error);
}
