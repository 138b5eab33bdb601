using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Editing;

/// <summary>
/// Does what time brings: what is due by schedule, also what became due while the site was down, and once a day the
/// clean-up of versions.
/// </summary>
public sealed partial class ScheduleWorker(
    IDbContextFactory<CmsDbContext> store, DocumentEditor documents, VersionCleanup cleanup, PublishedContent content, TimeProvider clock, ILogger<ScheduleWorker> log) : BackgroundService
{
    /// <summary>Looks at the clock at least as often, so that a clock that was set is noticed, and what failed is tried again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim changed = new(0, 1);
    private DateTime? cleanedAt;

    /// <summary>Does what is due now, in the order of time.</summary>
    /// <returns>When there is more to do; null when nothing is planned.</returns>
    public async Task<DateTime?> CarryOutDueAsync(CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Schedules.AsNoTracking().Where(schedule => schedule.At <= now).ToListAsync(cancel);
        if (due.Count > 0)
        {
            var depths = await DepthsAsync(db, cancel);
            // Of those of one moment, what stands above goes first: nothing is published beneath what is not.
            foreach (var schedule in due.OrderBy(schedule => schedule.At).ThenBy(schedule => depths.GetValueOrDefault(schedule.DocumentKey)).ThenBy(schedule => schedule.Id)) await CarryOutAsync(schedule, cancel);
        }

        return await db.Schedules.Where(schedule => schedule.At > now).MinAsync(schedule => (DateTime?)schedule.At, cancel);
    }

    public override void Dispose()
    {
        content.Changed -= Wake;
        changed.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        content.Changed += Wake;
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = LongestWait;
            try
            {
                if (await CarryOutDueAsync(stoppingToken) is { } next && next - clock.GetUtcNow().UtcDateTime is var left && left < wait) wait = left > TimeSpan.Zero ? left : TimeSpan.Zero;
                await CleanUpDailyAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogFailed(log, e);
                wait = LongestWait;
            }

            await ((Task)changed.WaitAsync(wait, stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CarryOutAsync(ScheduleRow schedule, CancellationToken cancel)
    {
        try
        {
            var refused = await documents.CarryOutAsync(schedule.Id, cancel);
            if (refused is null) LogDone(log, schedule.Action, schedule.DocumentKey);
            else LogRefused(log, schedule.DocumentKey, refused);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One that fails for want of disk space, say, must not keep the others from it.
            LogFailed(log, e);
        }
    }

    private async Task CleanUpDailyAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (now - cleanedAt is { } since && since < TimeSpan.FromDays(1) && since > TimeSpan.Zero) return;
        cleanedAt = now;
        if (await cleanup.RunAsync(cancel) is > 0 and var removed) LogCleaned(log, removed);
    }

    private static async Task<Dictionary<Guid, int>> DepthsAsync(CmsDbContext db, CancellationToken cancel)
    {
        var parents = await db.Documents.AsNoTracking().ToDictionaryAsync(row => row.Key, row => row.ParentKey, cancel);
        return parents.Keys.ToDictionary(key => key, Depth);

        int Depth(Guid key)
        {
            // What stands beneath itself must not hold the server.
            var seen = new HashSet<Guid>();
            for (Guid? step = key; step is { } at && seen.Add(at); step = parents.GetValueOrDefault(at)) { }
            return seen.Count;
        }
    }

    private void Wake()
    {
        try
        {
            changed.Release();
        }
        catch (SemaphoreFullException)
        {
            // It wakes up already.
        }
    }

    [LoggerMessage(LogLevel.Information, "Zeitplan ausgeführt: {Action} {Document}")]
    private static partial void LogDone(ILogger logger, ScheduleAction action, Guid document);

    [LoggerMessage(LogLevel.Warning, "Zeitplan für {Document} nicht ausgeführt: {Reason}")]
    private static partial void LogRefused(ILogger logger, Guid document, string reason);

    [LoggerMessage(LogLevel.Error, "Ein Zeitplan lässt sich gerade nicht ausführen. Die Website versucht es weiter.")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Information, "{Count} alte Versionen aufgeräumt.")]
    private static partial void LogCleaned(ILogger logger, int count);
}
