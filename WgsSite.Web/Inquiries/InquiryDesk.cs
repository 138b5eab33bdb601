using Microsoft.EntityFrameworkCore;
using WgsSite.Core.Inquiries;
using WgsSite.Web.Content;
using WgsSite.Web.Hosting;
using WgsSite.Web.Inquiries.Mail;
using WgsSite.Web.Inquiries.Storage;

namespace WgsSite.Web.Inquiries;

/// <summary>What people of the cooperative do with inquiries.</summary>
public sealed class InquiryDesk(IDbContextFactory<InquiryDbContext> database, PersonalData personal, InquiryReceiver receiver, MailTransport transport, MailSignal signal, SiteClock clock)
{
    /// <param name="state">Null for all.</param>
    /// <returns>Newest first, with their mails.</returns>
    public async Task<IReadOnlyList<InquiryRow>> ListAsync(InquiryState? state, CancellationToken cancel = default)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.Inquiries.AsNoTracking().Include(row => row.Mails)
            .Where(row => state == null || row.State == state)
            .OrderByDescending(row => row.ReceivedAt).ToListAsync(cancel);
    }

    /// <summary>An inquiry to be read. Looking at one that is set aside begins the time after which it goes.</summary>
    /// <returns>Null when there is none with this reference. The text is null when its key is gone.</returns>
    public async Task<(InquiryRow Row, InquiryText? Text)?> ReadAsync(string reference, CancellationToken cancel = default)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        if (await db.Inquiries.Include(row => row.Mails).FirstOrDefaultAsync(row => row.Reference == reference, cancel) is not { } row) return null;
        var text = TextOf(row);
        if (text is not null && row is { State: InquiryState.SetAside, ViewedAt: null })
        {
            row.ViewedAt = clock.UtcNow;
            await db.SaveChangesAsync(cancel);
        }

        return (row, text);
    }

    public InquiryText? TextOf(InquiryRow row) => personal.Unprotect<InquiryText>(row.Text);

    /// <returns>False when there is none with this reference that could be closed.</returns>
    public async Task<bool> CloseAsync(string reference, CancellationToken cancel = default)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        if (await db.Inquiries.FirstOrDefaultAsync(row => row.Reference == reference && row.State == InquiryState.Open, cancel) is not { } row) return false;
        (row.State, row.ClosedAt) = (InquiryState.Closed, clock.UtcNow);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>Sends an inquiry that was set aside on its way after all.</summary>
    /// <returns>False when there is none with this reference that is set aside, or it cannot be read.</returns>
    public async Task<bool> ReleaseAsync(SiteContent site, string reference, CancellationToken cancel = default)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        if (await db.Inquiries.FirstOrDefaultAsync(row => row.Reference == reference && row.State == InquiryState.SetAside, cancel) is not { } row
            || TextOf(row) is not { } text) return false;
        row.State = InquiryState.Open;
        row.Mails.AddRange(receiver.Mails(site, row, text));
        await db.SaveChangesAsync(cancel);
        signal.Set();
        return true;
    }

    /// <summary>Lets mails that failed, or wait for their next attempt, be tried at once.</summary>
    /// <param name="reference">Null for all.</param>
    /// <returns>How many.</returns>
    public async Task<int> RetryAsync(string? reference, CancellationToken cancel = default)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var now = clock.UtcNow;
        var count = await db.Mails
            .Where(mail => mail.State != MailState.Sent && mail.Content != null)
            .Where(mail => reference == null || db.Inquiries.Any(row => row.Id == mail.InquiryId && row.Reference == reference))
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.State, MailState.Waiting).SetProperty(mail => mail.NextAttemptAt, now).SetProperty(mail => mail.UnwantedSince, (DateTime?)null), cancel);
        signal.Set();
        return count;
    }

    /// <summary>Deletes one inquiry with its mails, as somebody may ask for at any time (Art. 17 DSGVO).</summary>
    /// <returns>False when there is none with this reference.</returns>
    public async Task<bool> DeleteAsync(string reference, CancellationToken cancel = default)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        if (await db.Inquiries.Include(row => row.Mails).FirstOrDefaultAsync(row => row.Reference == reference, cancel) is not { } row) return false;
        try
        {
            await DeleteAsync(db, [row], cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else was faster, and it is gone.
            return false;
        }
    }

    internal async Task DeleteAsync(InquiryDbContext db, IReadOnlyList<InquiryRow> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return;
        // Files first: should this be interrupted, the rows are still there to find them by.
        foreach (var mail in rows.SelectMany(row => row.Mails)) transport.Forget(mail.MessageId);
        db.Inquiries.RemoveRange(rows);
        await db.SaveChangesAsync(cancel);
        await InquiryDatabase.EmptyLogAsync(db, cancel);
    }
}
