using Microsoft.EntityFrameworkCore;
using WgsSite.Web.Content;
using WgsSite.Web.Inquiries.Storage;

namespace WgsSite.Web.Inquiries.Mail;

/// <summary>Sends what waits, from the start of the site on: what a crash left is picked up like everything else.</summary>
public sealed partial class MailWorker(MailOutbox outbox, MailTransport transport, MailSignal signal, SiteContentSource content, ILogger<MailWorker> log) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!transport.CanSend)
        {
            LogNoServer(log);
            return;
        }

        LogTransport(log, transport.Description);
        transport.ForgetUnfinished();
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = LongestWait;
            try
            {
                wait = await outbox.SendDueAsync(PassOnAsync, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogStoreFailed(log, e.GetBaseException().Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            // An operator's „retry“ comes from another process and cannot give the signal.
            if (wait > TimeSpan.Zero) await signal.WaitAsync(wait < LongestWait ? wait : LongestWait, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>A contact person whose mailbox refuses must not mean that nobody reads the inquiry.</summary>
    private async Task PassOnAsync(InquiryDbContext db, MailRow row, OutgoingMail mail)
    {
        var coordination = MailComposer.Coordination(content.Current);
        var once = $"instead-of-{row.Id}";
        if (row.Kind != MailKind.ToPerson || row.InquiryId is null || row.Once is not null || coordination is null || coordination.Equals(mail.To, StringComparison.OrdinalIgnoreCase)
            || await db.Mails.AnyAsync(other => other.Once == once)) return;
        db.Mails.Add(outbox.Row(MailKind.ToPerson, mail with { To = coordination }, once, row.InquiryId));
        LogPassedOn(log, row.Id);
    }

    [LoggerMessage(LogLevel.Information, "E-Mails gehen an: {Description}")]
    private static partial void LogTransport(ILogger logger, string description);

    [LoggerMessage(LogLevel.Warning, "Kein Mailserver ist eingerichtet (Mail:Smtp:Host). Anfragen werden angenommen und gespeichert, ihre E-Mails warten.")]
    private static partial void LogNoServer(ILogger logger);

    [LoggerMessage(LogLevel.Error, "Die E-Mails lassen sich gerade nicht lesen oder schreiben: {Reason}")]
    private static partial void LogStoreFailed(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Warning, "E-Mail {Id} geht stattdessen an die Kontaktadresse der Website.")]
    private static partial void LogPassedOn(ILogger logger, long id);
}
