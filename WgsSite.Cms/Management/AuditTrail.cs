using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Management;

/// <summary>What happened to one item, as the client lists it (AuditLogResponseModel).</summary>
internal static class AuditTrail
{
    public static async Task<PagedModel<object>> OfAsync(CmsDbContext db, string kind, Guid key, bool ascending, DateTimeOffset? sinceDate, Paging page, CancellationToken cancel)
    {
        var since = sinceDate?.UtcDateTime ?? DateTime.MinValue;
        var entries = db.Audit.AsNoTracking().Where(entry => entry.ItemKind == kind && entry.ItemKey == key && entry.At >= since);
        var ordered = ascending ? entries.OrderBy(entry => entry.At).ThenBy(entry => entry.Id) : entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id);
        var found = await ordered.Skip(page.Skip).Take(page.Take).ToListAsync(cancel);
        return new PagedModel<object>(
            await entries.CountAsync(cancel),
            [.. found.Select(Entry)]);
    }

    private static object Entry(AuditRow entry)
    {
        var name = Name(entry.Action);
        var comment = entry.Comment == "uSync" ? "aus uSync-Dateien" : entry.Comment;
        // The client shows the parameter of such an entry as its text.
        return new { User = new Reference(entry.UserKey ?? Guid.Empty), Timestamp = entry.At, LogType = name, Comment = name == "Custom" ? null : comment, Parameters = name == "Custom" ? comment : null };
    }

    /// <summary>Names the client knows (AuditTypeModel); an import calls the way into the bin by its own name.</summary>
    private static string Name(string action) => action switch
    {
        "Move to Recycle Bin" => "Move",
        AuditAction.Schedule or AuditAction.ScheduleFailed or AuditAction.Pin => "Custom",
        _ => action,
    };
}
