using Microsoft.EntityFrameworkCore;
using WgsSite.Core.Inquiries;
using WgsSite.Web.Hosting;
using WgsSite.Web.Inquiries.Mail;
using WgsSite.Web.Inquiries.Storage;

namespace WgsSite.Web.Inquiries;

/// <summary>Whether mails get out, for people who operate the site. Says nothing about inquiries themselves.</summary>
public sealed class InquiryHealth(IDbContextFactory<InquiryDbContext> database, MailTransport transport, SiteClock clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <returns>What is not as it should be, one sentence each; empty when all is well.</returns>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancel = default)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var faults = new List<string>();
        var waiting = await db.Mails.CountAsync(mail => mail.State == MailState.Waiting, cancel);
        var failed = await db.Mails.CountAsync(mail => mail.State == MailState.Failed, cancel);
        var since = clock.UtcNow - Patience;
        var stuck = await db.Mails.Where(mail => mail.State == MailState.Waiting && mail.CreatedAt < since).OrderByDescending(mail => mail.Id).Select(mail => mail.Fault).ToListAsync(cancel);
        var unheard = await db.Inquiries.CountAsync(row => row.State == InquiryState.Open && row.Mails.All(mail => mail.Kind != MailKind.ToPerson), cancel);
        if (unheard > 0) faults.Add($"Offene Anfragen, von denen niemand weiß: {unheard}. Keine Kontaktperson hat eine E-Mail-Adresse.");
        if (!transport.CanSend) faults.Add($"Kein Mailserver ist eingerichtet (Mail:Smtp:Host). Wartende E-Mails: {waiting}.");
        else if (stuck.Count > 0) faults.Add($"E-Mails, die seit über {Patience.TotalMinutes:0} Minuten warten: {stuck.Count}. {stuck.OfType<string>().FirstOrDefault()}".TrimEnd());
        if (failed > 0) faults.Add($"Gescheiterte E-Mails: {failed}. „inquiries list“ zeigt, zu welchen Anfragen sie gehören.");
        return faults;
    }
}
