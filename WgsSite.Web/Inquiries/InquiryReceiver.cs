using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WgsSite.Core.Contacts;
using WgsSite.Core.Inquiries;
using WgsSite.Core.Offers;
using WgsSite.Core.Places;
using WgsSite.Web.Content;
using WgsSite.Web.Hosting;
using WgsSite.Web.Inquiries.Mail;
using WgsSite.Web.Inquiries.Storage;

namespace WgsSite.Web.Inquiries;

/// <param name="Id">Issued with the form; a submission with an id that is known already is the same one.</param>
/// <param name="SetAsideBecause">Why it looks like spam; null when it does not.</param>
public sealed record Submission(
    Guid Id, InquiryKind Kind, InquiryText Text, ContactTopic? Topic, Service? Service, Municipality? Municipality, string? SetAsideBecause);

/// <summary>Takes inquiries in: decides who gets them, and stores them with their mails in one transaction.</summary>
public sealed class InquiryReceiver(IDbContextFactory<InquiryDbContext> database, PersonalData personal, MailOutbox outbox, MailSignal signal, OneWriter writer, SiteClock clock)
{
    private static readonly Func<InquiryDbContext, Guid, Task<InquiryRow?>> Known =
        EF.CompileAsyncQuery((InquiryDbContext db, Guid submissionId) => db.Inquiries.AsNoTracking().FirstOrDefault(row => row.SubmissionId == submissionId));

    /// <returns>Null when the submission is not known.</returns>
    public async Task<InquiryRow?> FindAsync(Guid submissionId, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        return await Known(db, submissionId).WaitAsync(cancel);
    }

    /// <summary>True when an inquiry that is stored says this.</summary>
    public bool Says(InquiryRow inquiry, InquiryText text) => personal.Unprotect<InquiryText>(inquiry.Text) == text;

    /// <returns>Null when there is no such confirmation, or its inquiry was deleted.</returns>
    public async Task<InquiryRow?> FindConfirmedAsync(string confirmationId, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.Inquiries.AsNoTracking().FirstOrDefaultAsync(row => row.ConfirmationId == confirmationId, cancel);
    }

    /// <summary>What has been returned from here is stored, whatever happens next.</summary>
    /// <exception cref="DbUpdateException">It could not be stored.</exception>
    public async Task<InquiryRow> ReceiveAsync(SiteContent site, Submission submission, CancellationToken cancel)
    {
        var routing = site.Router.Route(submission.Topic, submission.Service, submission.Municipality, clock.Today);
        var text = personal.Protect(submission.Text);
        while (true)
        {
            var row = Row(submission, routing, text);
            foreach (var mail in Mails(site, row, submission.Text)) row.Mails.Add(mail);
            await using var db = await database.CreateDbContextAsync(cancel);
            using var turn = await writer.EnterAsync(cancel);
            try
            {
                db.Inquiries.Add(row);
                await db.SaveChangesAsync(cancel);
                signal.Set();
                return row;
            }
            catch (DbUpdateException e) when (InquiryDatabase.IsDuplicate(e))
            {
                // Sent twice at once; or, rarely, the reference is taken, and the next one will be free.
                if (await Known(db, submission.Id) is { } first) return first;
            }
        }
    }

    /// <summary>The mails an inquiry that is not set aside leads to.</summary>
    public IEnumerable<MailRow> Mails(SiteContent site, InquiryRow row, InquiryText text)
    {
        if (row.State != InquiryState.Open) yield break;
        var person = site.Persons.FirstOrDefault(person => person.Key == row.PersonKey);
        if (MailComposer.ToPerson(site, row, text, person?.Email ?? MailComposer.Coordination(site)) is { } toPerson) yield return outbox.Row(MailKind.ToPerson, toPerson);
        if (MailComposer.ToTenant(site, row, text) is { } toTenant) yield return outbox.Row(MailKind.ToTenant, toTenant);
    }


    private InquiryRow Row(Submission submission, Routing routing, byte[] text) => new()
    {
        SubmissionId = submission.Id,
        ConfirmationId = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
        Reference = InquiryReference.New(RandomNumberGenerator.GetInt32),
        Kind = submission.Kind,
        State = submission.SetAsideBecause is null ? InquiryState.Open : InquiryState.SetAside,
        SetAsideBecause = submission.SetAsideBecause,
        ReceivedAt = clock.UtcNow,
        Topic = submission.Topic?.Name,
        Service = submission.Service?.Name,
        Place = submission.Municipality?.Name,
        ReachBy = submission.Text.ReachBy,
        PersonKey = routing.Person?.Key,
        PersonName = routing.Person?.Name,
        RoutingReason = routing.Reason,
        Warnings = routing.Warnings.Count == 0 ? null : string.Join('\n', routing.Warnings),
        Text = text,
    };
}
