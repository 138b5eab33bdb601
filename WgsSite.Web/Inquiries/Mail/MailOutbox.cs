using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WgsSite.Web.Content;
using WgsSite.Web.Hosting;
using WgsSite.Web.Inquiries.Storage;

namespace WgsSite.Web.Inquiries.Mail;

/// <summary>Mails that wait to be sent.</summary>
public sealed partial class MailOutbox(
    IDbContextFactory<InquiryDbContext> database, PersonalData personal, MailTransport transport, OneWriter writer, SiteContentSource content, IOptions<MailSettings> settings, SiteClock clock, ILogger<MailOutbox> log)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestServerPause = TimeSpan.FromMinutes(5);

    private int failedRounds;
    private DateTime pausedUntil;

    /// <summary>RFC 5322, 3.6.4: unique forever; its right side is the sender's domain.</summary>
    public static string NewMessageId(string from) => $"<{Guid.NewGuid():N}@{from.Split('@')[^1]}>";

    /// <summary>A mail for the outbox, to be stored together with what it tells of.</summary>
    public MailRow Row(MailKind kind, OutgoingMail mail, string? once = null, long? inquiryId = null) => new()
    {
        InquiryId = inquiryId,
        Kind = kind,
        MessageId = NewMessageId(mail.From),
        CreatedAt = clock.UtcNow,
        NextAttemptAt = clock.UtcNow,
        Content = personal.Protect(mail),
        Once = once,
    };

    /// <summary>
    /// Sends what is due. An attempt is written down before it is made, so that a full disk cannot make a mail go out again
    /// and again; what was sent while the process was killed goes out once more, with the same Message-ID.
    /// </summary>
    /// <param name="refused">Called with a mail nobody will ever take, before that is stored.</param>
    /// <returns>How long to wait for the next one, at most.</returns>
    public async Task<TimeSpan> SendDueAsync(Func<InquiryDbContext, MailRow, OutgoingMail, Task> refused, CancellationToken cancel)
    {
        if (clock.UtcNow < pausedUntil) return pausedUntil - clock.UtcNow;
        await using var db = await database.CreateDbContextAsync(cancel);
        var now = clock.UtcNow;
        var due = await db.Mails.Where(mail => mail.State == MailState.Waiting && mail.NextAttemptAt <= now)
            .OrderBy(mail => mail.NextAttemptAt).ThenBy(mail => mail.Id).Take(50).ToListAsync(cancel);
        foreach (var row in due)
        {
            if (await SendAsync(db, row, refused, cancel)) continue;
            pausedUntil = clock.UtcNow + Pause(failedRounds++, LongestServerPause);
            return pausedUntil - clock.UtcNow;
        }

        if (due.Count == 50) return TimeSpan.Zero;
        var next = await db.Mails.Where(mail => mail.State == MailState.Waiting).MinAsync(mail => (DateTime?)mail.NextAttemptAt, cancel);
        return next is { } moment && moment > clock.UtcNow ? moment - clock.UtcNow : TimeSpan.FromMinutes(1);
    }

    /// <returns>False when no mail gets through at present.</returns>
    private async Task<bool> SendAsync(InquiryDbContext db, MailRow row, Func<InquiryDbContext, MailRow, OutgoingMail, Task> refused, CancellationToken cancel)
    {
        row.NextAttemptAt = clock.UtcNow + Pause(row.Attempts++, LongestPause);
        using (await writer.EnterAsync(cancel)) await db.SaveChangesAsync(cancel);
        var mail = row.Content is null ? null : personal.Unprotect<OutgoingMail>(row.Content);
        // The sender of now: a wrong one is mended by editors, and what waits must not keep it.
        if (mail is not null && MailComposer.Sender(content.Current) is { } from) mail = mail with { From = from };
        var fault = mail is null ? new MailFault("Der Schlüssel zum Entschlüsseln fehlt.", MailFaultKind.NotYet) : await transport.SendAsync(mail, row.MessageId, cancel);
        row.Fault = fault?.Reason;
        if (fault is null)
        {
            (row.State, row.SentAt, row.Content) = (MailState.Sent, clock.UtcNow, null);
            failedRounds = 0;
        }
        else if (fault.Kind == MailFaultKind.Refused || (fault.Kind == MailFaultKind.NotYet && clock.UtcNow - (row.UnwantedSince ??= clock.UtcNow) > TimeSpan.FromHours(settings.Value.GiveUpAfterHours)))
        {
            row.State = MailState.Failed;
            LogFailed(log, row.Id, fault.Reason);
            if (mail is not null) await refused(db, row, mail);
        }
        else
        {
            LogLater(log, row.Id, row.Attempts, fault.Reason);
        }

        // Not to be interrupted: the mail is out, or not.
        try
        {
            using var turn = await writer.EnterAsync(CancellationToken.None);
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody deleted the inquiry meanwhile, and its file with it, which this attempt may have written anew.
            transport.Forget(row.MessageId);
        }

        return fault?.Kind != MailFaultKind.NoServer;
    }

    private TimeSpan Pause(int before, TimeSpan longest)
    {
        var seconds = settings.Value.FirstRetrySeconds * Math.Pow(2, Math.Min(before, 30));
        return seconds < longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : longest;
    }

    [LoggerMessage(LogLevel.Warning, "E-Mail {Id}, Versuch {Attempt}: {Reason} Sie wartet auf den nächsten Versuch.")]
    private static partial void LogLater(ILogger logger, long id, int attempt, string reason);

    [LoggerMessage(LogLevel.Error, "E-Mail {Id} ist gescheitert: {Reason} „inquiries retry“ versucht es noch einmal.")]
    private static partial void LogFailed(ILogger logger, long id, string reason);
}
