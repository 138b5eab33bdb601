using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Management.Documents;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Webhooks;

namespace WgsSite.Cms.Health;

/// <summary>What the CMS itself knows of the state of a site.</summary>
internal sealed class CmsHealth(IDbContextFactory<CmsDbContext> store, PublishedContent content, WebhookStates webhooks)
{
    private const long Gigabyte = 1_000_000_000;

    public IEnumerable<HealthCheck> All =>
    [
        new("Datenbank", DatabaseAsync),
        new("Platz auf dem Server", _ => Task.FromResult(DiskSpace())),
        new("Zeitpläne", SchedulesAsync),
        new("Links zwischen Seiten", LinksAsync),
        new("Bilder", PicturesAsync),
        new("Webhooks", new WebhookHealth(webhooks).RunAsync),
    ];

    private async Task<HealthResult> DatabaseAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        // SQLite looks through all pages, without the indexes; at our size that takes a moment.
        var said = await db.Database.SqlQueryRaw<string>("SELECT quick_check AS Value FROM pragma_quick_check").ToListAsync(cancel);
        return said is ["ok"]
            ? HealthResult.Good("Die Inhalte sind unbeschädigt.")
            : new HealthResult(HealthState.Bad, "Die Datenbank ist beschädigt. Halten Sie die Website an, und spielen Sie eine Sicherung ein.", [.. said.Take(5).Select(line => new HealthFinding(line))]);
    }

    private HealthResult DiskSpace()
    {
        using var db = store.CreateDbContext();
        var free = new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(db.Database.GetDbConnection().DataSource))!).AvailableFreeSpace;
        var message = $"Es sind {free / (double)Gigabyte:0.0} GB frei.";
        return free < Gigabyte / 4 ? new HealthResult(HealthState.Bad, message + " Speichern kann jederzeit scheitern.", [])
            : free < 2 * Gigabyte ? new HealthResult(HealthState.Warning, message + " Das ist wenig.", [])
            : HealthResult.Good(message);
    }

    private async Task<HealthResult> SchedulesAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var failed = await db.Documents.AsNoTracking()
            .Where(row => !row.Trashed && db.Audit.Where(entry => entry.ItemKey == row.Key && !AuditAction.Aside.Contains(entry.Action)).OrderByDescending(entry => entry.Id).Select(entry => entry.Action).FirstOrDefault() == AuditAction.ScheduleFailed)
            .Select(row => new HealthFinding(row.DraftVersion!.Name, row.Key))
            .ToListAsync(cancel);
        return failed.Count == 0
            ? HealthResult.Good("Was geplant war, ist ausgeführt.")
            : new HealthResult(HealthState.Warning, "Bei diesen Dokumenten ließ sich der Zeitplan nicht ausführen. Warum, steht unter „Info“.", failed);
    }

    /// <summary>Of what readers see: a draft may point to what is not published yet.</summary>
    private async Task<HealthResult> LinksAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var snapshot = content.Current;
        var media = await db.Media.Where(row => !row.Trashed).Select(row => row.Key).ToHashSetAsync(cancel);
        var values = await db.Documents.AsNoTracking().Where(row => !row.Trashed && row.PublishedVersionId != null).Select(row => new { row.Key, row.PublishedVersion!.Name, row.PublishedVersion.Values }).ToListAsync(cancel);
        var broken = values
            .Where(row => snapshot.Find(row.Key) is not null && DocumentReferences.KeysIn(row.Values).Any(key => snapshot.Find(key) is null && !media.Contains(key)))
            .OrderBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(row => new HealthFinding(row.Name, row.Key))
            .ToList();
        return broken.Count == 0
            ? HealthResult.Good("Alle Links zwischen Seiten führen zu etwas.")
            : new HealthResult(HealthState.Warning, "Diese Dokumente verweisen auf etwas, das nicht veröffentlicht oder nicht mehr da ist. Die Website lässt solche Links weg.", broken);
    }

    private async Task<HealthResult> PicturesAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var schema = content.Current.Schema;
        var silent = (await db.Media.AsNoTracking().Where(row => !row.Trashed).ToListAsync(cancel))
            .Where(row => schema.MediaType(row.TypeKey) is { } type && schema.PropertiesOf(type).Any(property => property.Alias == PublishedContent.AlternativeText))
            .Where(row => string.IsNullOrWhiteSpace(PropertyValues.FromJson(row.Values).GetValueOrDefault(PublishedContent.AlternativeText)))
            .Select(row => new HealthFinding(row.Name, Media: row.Key))
            .ToList();
        return silent.Count == 0
            ? HealthResult.Good("Alle Bilder sind für Menschen beschrieben, die sie nicht sehen.")
            : new HealthResult(HealthState.Warning, "Diesen Bildern fehlt ein Text für Menschen, die sie nicht sehen.", silent);
    }
}
