using Microsoft.EntityFrameworkCore;
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
            [.. found.Select(entry => new { User = new Reference(entry.UserKey ?? Guid.Empty), Timestamp = entry.At, LogType = Name(entry.Action), entry.Comment, Parameters = (string?)null })]);
    }

    /// <summary>Names the client knows (AuditTypeModel); an import calls the way into the bin by its own name.</summary>
    private static string Name(string action) => action == "Move to Recycle Bin" ? "Move" : action;
}
