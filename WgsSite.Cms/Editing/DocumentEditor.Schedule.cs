using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Editing;

/// <summary>Publishing and withdrawing at a time chosen before.</summary>
public sealed partial class DocumentEditor
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>
    /// Plans when readers are to see a document, and until when. What was planned before is replaced. What is shown then is
    /// the draft as it is at that time.
    /// </summary>
    /// <param name="publishAt">Null for no such moment.</param>
    /// <param name="unpublishAt">Null for no such moment.</param>
    public Task ScheduleAsync(Guid key, DateTimeOffset? publishAt, DateTimeOffset? unpublishAt, Guid user, CancellationToken cancel = default) =>
        ChangeAsync(
            async edit =>
            {
                var row = await edit.DocumentAsync(key, cancel);
                if (row.Trashed) throw Refused(RefusalKind.NotAllowed, "Was im Papierkorb liegt, lässt sich nicht planen.");
                var planned = await edit.Db.Schedules.Where(schedule => schedule.DocumentKey == key).ToListAsync(cancel);
                var (from, until) = (Second(publishAt), Second(unpublishAt));
                if (At(planned, ScheduleAction.Publish) == from && At(planned, ScheduleAction.Unpublish) == until) return;
                foreach (var moment in new[] { from, until })
                    if (moment <= edit.Now) throw Refused(RefusalKind.NotAllowed, "Der Zeitplan wurde nicht gespeichert.", $"{InWords(moment.Value)} ist schon vorbei.");
                if (until <= from) throw Refused(RefusalKind.NotAllowed, "Der Zeitplan wurde nicht gespeichert.", "Die Rücknahme muss nach der Veröffentlichung liegen.");
                // Nobody is there to fill in what is missing when the time has come.
                if (from is not null) RequirePublishable(edit, row, "Der Zeitplan wurde nicht gespeichert.");

                edit.Db.Schedules.RemoveRange(planned);
                if (from is { } begin) edit.Db.Schedules.Add(new ScheduleRow { DocumentKey = key, Action = ScheduleAction.Publish, At = begin });
                if (until is { } end) edit.Db.Schedules.Add(new ScheduleRow { DocumentKey = key, Action = ScheduleAction.Unpublish, At = end });
                edit.Changed(row, AuditAction.Schedule, EditorEventKind.Updated, row.ParentKey, (from, until) switch
                {
                    (null, null) => "Zeitplan gelöscht",
                    ({ } first, null) => $"Zeitplan: veröffentlichen am {InWords(first)}",
                    (null, { } last) => $"Zeitplan: zurücknehmen am {InWords(last)}",
                    ({ } first, { } last) => $"Zeitplan: veröffentlichen am {InWords(first)}, zurücknehmen am {InWords(last)}",
                });
            },
            readersSee: false,
            user,
            cancel);

    /// <summary>
    /// Does what is due. What cannot be published then stays as it is: that is noted, so that editors see it, and not tried
    /// again.
    /// </summary>
    /// <param name="id">Of the schedule; nothing happens when somebody changed or deleted it meanwhile.</param>
    /// <returns>Why it was not done, in words; null when it was, or when there was nothing to do.</returns>
    internal async Task<string?> CarryOutAsync(long id, CancellationToken cancel = default)
    {
        try
        {
            await ChangeAsync(edit => CarryOutAsync(edit, id, cancel), readersSee: true, Guid.Empty, cancel);
            return null;
        }
        catch (EditRefusalException refusal)
        {
            var reason = string.Join(' ', new[] { refusal.Title, refusal.Faults.Count > 0 ? "Es fehlt etwas, oder ein Wert passt nicht." : refusal.Detail }.OfType<string>());
            await ChangeAsync(
                async edit =>
                {
                    if (await DueAsync(edit, id, cancel) is not { } due) return;
                    edit.Db.Schedules.Remove(due);
                    var row = await edit.DocumentAsync(due.DocumentKey, cancel);
                    edit.Changed(row, AuditAction.ScheduleFailed, EditorEventKind.Updated, row.ParentKey, $"Zeitplan nicht ausgeführt. {reason}");
                },
                readersSee: false,
                Guid.Empty,
                cancel);
            return reason;
        }
    }

    private async Task CarryOutAsync(Edit edit, long id, CancellationToken cancel)
    {
        if (await DueAsync(edit, id, cancel) is not { } due) return;
        edit.Db.Schedules.Remove(due);
        // A file may have brought in a schedule for what is in the bin.
        if (await edit.Db.Documents.Include(document => document.DraftVersion).SingleOrDefaultAsync(document => document.Key == due.DocumentKey, cancel) is not { Trashed: false } row) return;
        if (due.Action == ScheduleAction.Publish) await PublishAsync(edit, row, "nach Zeitplan", cancel);
        else if (row.PublishedVersionId is not null) Withdraw(edit, row, "nach Zeitplan");
    }

    private static Task<ScheduleRow?> DueAsync(Edit edit, long id, CancellationToken cancel) =>
        edit.Db.Schedules.SingleOrDefaultAsync(schedule => schedule.Id == id && schedule.At <= edit.Now, cancel);

    /// <param name="action">Null for all that is planned.</param>
    private static async Task DropSchedulesAsync(Edit edit, IEnumerable<Guid> keys, ScheduleAction? action, CancellationToken cancel)
    {
        // In pieces, since a statement takes only so many values.
        foreach (var some in keys.Chunk(500))
            edit.Db.Schedules.RemoveRange(await edit.Db.Schedules.Where(schedule => some.Contains(schedule.DocumentKey) && (action == null || schedule.Action == action)).ToListAsync(cancel));
    }

    private static DateTime? At(List<ScheduleRow> planned, ScheduleAction action) => planned.Find(schedule => schedule.Action == action)?.At;

    /// <summary>UTC, in whole seconds, as uSync files have it.</summary>
    private static DateTime? Second(DateTimeOffset? moment) => moment is { } at ? new DateTime(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond), DateTimeKind.Utc) : null;

    private string InWords(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, clock.LocalTimeZone).ToString("d. MMMM yyyy, HH:mm 'Uhr'", German);
}
