using Microsoft.EntityFrameworkCore;
using WgsSite.Core.Inquiries;
using WgsSite.Web.Content;
using WgsSite.Web.Hosting;
using WgsSite.Web.Inquiries.Abuse;
using WgsSite.Web.Inquiries.Mail;
using WgsSite.Web.Inquiries.Storage;

namespace WgsSite.Web.Inquiries;

/// <summary>What time brings: inquiries that must go, and what somebody has to be told about. Once an hour.</summary>
public sealed partial class InquiryUpkeep(
    IDbContextFactory<InquiryDbContext> database, InquiryDesk desk, InquiryReceiver receiver, MailOutbox outbox, MailTransport transport, MailSignal signal, InquiryLimit limit, SiteContentSource content, SiteClock clock, ILogger<InquiryUpkeep> log)
    : BackgroundService
{
    // Before it, the count of a day would still change; nobody reads it at night.
    private const int HourOfCount = 7;

    private static readonly TimeSpan MailsKept = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
                await Task.Delay(TimeSpan.FromHours(1), stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        var site = content.Current;
        limit.Forget();
        foreach (var step in (Func<InquiryDbContext, SiteContent, CancellationToken, Task>[])[DeleteDueAsync, AddMissingMailsAsync, AnnounceAsync, CountSetAsideAsync])
        {
            try
            {
                await using var db = await database.CreateDbContextAsync(cancel);
                await step(db, site, cancel);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Whatever it is, the other steps and the site go on; the next hour tries again.
                LogFailed(log, e.GetBaseException().Message);
            }
        }

        signal.Set();
    }

    /// <summary>An inquiry that came while nobody had an address is mailed once somebody has.</summary>
    private async Task AddMissingMailsAsync(InquiryDbContext db, SiteContent site, CancellationToken cancel)
    {
        foreach (var row in await db.Inquiries.Where(row => row.State == InquiryState.Open && row.Mails.All(mail => mail.Kind != MailKind.ToPerson)).ToListAsync(cancel))
            if (desk.TextOf(row) is { } text) row.Mails.AddRange(receiver.Mails(site, row, text).Where(mail => mail.Kind == MailKind.ToPerson));
        await db.SaveChangesAsync(cancel);
    }

    private async Task DeleteDueAsync(InquiryDbContext db, SiteContent site, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var retention = new InquiryRetention(site.Settings.RetentionDays ?? InquiryRetention.DefaultAfterClosing);
        var due = (await db.Inquiries.Include(row => row.Mails).ToListAsync(cancel))
            .Where(row => retention.DeleteAt(row.State, row.ReceivedAt, row.ClosedAt, row.ViewedAt) <= now).ToList();
        await desk.DeleteAsync(db, due, cancel);
        await InquiryDatabase.EmptyLogAsync(db, cancel);
        var oldest = now - MailsKept;
        var mails = await db.Mails.Where(mail => mail.InquiryId == null && mail.CreatedAt < oldest).ExecuteDeleteAsync(cancel);
        mails += transport.ForgetOlderThan(now.AddDays(-retention.AfterClosing));
        if (due.Count + mails > 0) LogDeleted(log, due.Count, mails);
    }

    private async Task AnnounceAsync(InquiryDbContext db, SiteContent site, CancellationToken cancel)
    {
        var before = clock.UtcNow.AddDays(InquiryRetention.Announced - InquiryRetention.AtMost);
        var expiring = await db.Inquiries.Where(row => row.State == InquiryState.Open && row.AnnouncedAt == null && row.ReceivedAt <= before).ToListAsync(cancel);
        if (expiring.Count == 0) return;
        if (MailComposer.Expiring(site, [.. expiring.Select(row => row.Reference)], InquiryRetention.Announced) is not { } mail) return;
        foreach (var row in expiring) row.AnnouncedAt = clock.UtcNow;
        db.Mails.Add(outbox.Row(MailKind.Expiring, mail));
        await db.SaveChangesAsync(cancel);
        LogAnnounced(log, expiring.Count, InquiryRetention.Announced);
    }

    private async Task CountSetAsideAsync(InquiryDbContext db, SiteContent site, CancellationToken cancel)
    {
        if (clock.Now.Hour < HourOfCount) return;
        var once = $"set-aside-{clock.Today:yyyy-MM-dd}";
        var waiting = await db.Inquiries.CountAsync(row => row.State == InquiryState.SetAside && row.ViewedAt == null, cancel);
        if (waiting == 0 || await db.Mails.AnyAsync(row => row.Once == once, cancel) || MailComposer.SetAsideCount(site, waiting) is not { } mail) return;
        db.Mails.Add(outbox.Row(MailKind.SetAsideCount, mail, once));
        await db.SaveChangesAsync(cancel);
    }

    [LoggerMessage(LogLevel.Information, "Aufbewahrung: {Inquiries} Anfragen und {Mails} E-Mails gelöscht.")]
    private static partial void LogDeleted(ILogger logger, int inquiries, int mails);

    [LoggerMessage(LogLevel.Warning, "{Count} Anfragen sind nicht abgeschlossen und werden in {Days} Tagen gelöscht.")]
    private static partial void LogAnnounced(ILogger logger, int count, int days);

    [LoggerMessage(LogLevel.Error, "Die Aufbewahrung der Anfragen lief nicht durch: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
