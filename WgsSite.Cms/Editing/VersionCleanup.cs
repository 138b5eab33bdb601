using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Editing;

/// <summary>
/// Throws away versions nobody needs: all of the last 30 days are kept, of the year before that the last of each day, and
/// always the draft, what readers see and what somebody pinned.
/// </summary>
public sealed class VersionCleanup(IDbContextFactory<CmsDbContext> store, TimeProvider clock)
{
    private static readonly TimeSpan All = TimeSpan.FromDays(30);
    private static readonly TimeSpan OnePerDay = TimeSpan.FromDays(365);

    /// <returns>How many were thrown away.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var newest = now - All;
        await using var db = await store.CreateDbContextAsync(cancel);
        var old = await db.DocumentVersions.AsNoTracking().Where(version => version.CreatedAt < newest)
            .Select(version => new { version.Id, version.DocumentKey, version.CreatedAt })
            .ToListAsync(cancel);
        // Days as people have them: a version of half past midnight belongs to the new one.
        var lasting = old.Where(version => version.CreatedAt >= now - OnePerDay)
            .GroupBy(version => (version.DocumentKey, TimeZoneInfo.ConvertTimeFromUtc(version.CreatedAt, clock.LocalTimeZone).Date))
            .Select(day => day.Max(version => version.Id))
            .ToHashSet();
        var removed = 0;
        // In pieces, since a statement takes only so many values; whether one is needed is asked once more in the same statement.
        foreach (var ids in old.Select(version => version.Id).Where(id => !lasting.Contains(id)).Chunk(500))
            removed += await db.DocumentVersions
                .Where(version => ids.Contains(version.Id) && !version.Pinned && !db.Documents.Any(row => row.DraftVersionId == version.Id || row.PublishedVersionId == version.Id))
                .ExecuteDeleteAsync(cancel);
        return removed;
    }
}
