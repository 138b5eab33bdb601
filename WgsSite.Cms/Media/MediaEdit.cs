using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Media;

/// <summary>One change of media while it is being made: the store as it is, and what is to be told of it afterwards.</summary>
/// <param name="area">What the editor works on.</param>
internal sealed class MediaEdit(CmsDbContext db, ContentSchema schema, DateTime now, Guid user, MediaArea area)
{
    private List<MediaRow>? all;

    public CmsDbContext Db { get; } = db;
    public ContentSchema Schema { get; } = schema;
    public DateTime Now { get; } = now;
    public List<EditorEvent> Events { get; } = [];

    public ContentType TypeOf(MediaRow row) =>
        Schema.MediaType(row.TypeKey) ?? throw new EditRefusalException(RefusalKind.NotAllowed, "Diese Art von Datei gibt es nicht mehr.");

    public async Task<MediaRow> RowAsync(Guid key, CancellationToken cancel)
    {
        var row = await Db.Media.SingleOrDefaultAsync(row => row.Key == key, cancel)
            ?? throw new EditRefusalException(RefusalKind.NotFound, "Diese Datei gibt es nicht mehr.", "Jemand hat sie inzwischen gelöscht.");
        await area.RequireAsync(key, cancel);
        return row;
    }

    /// <param name="folder">Null for the root.</param>
    public Task RequireInAreaAsync(Guid? folder, CancellationToken cancel) => area.RequireAsync(folder, cancel);

    /// <summary>All media: some hundreds, and their values are short.</summary>
    public async Task<IReadOnlyList<MediaRow>> AllAsync(CancellationToken cancel) => all ??= await Db.Media.ToListAsync(cancel);

    public async Task<IReadOnlyList<MediaRow>> WithDescendantsAsync(MediaRow row, CancellationToken cancel)
    {
        var children = (await AllAsync(cancel)).ToLookup(other => other.ParentKey);
        var found = new Dictionary<Guid, MediaRow>();
        var open = new Stack<MediaRow>([row]);
        while (open.TryPop(out var next))
            if (found.TryAdd(next.Key, next))
                foreach (var child in children[next.Key]) open.Push(child);
        return [.. found.Values];
    }

    public async Task<int> NextOrderAsync(Guid? parent, CancellationToken cancel)
    {
        var siblings = Db.Media.Where(row => row.ParentKey == parent && !row.Trashed);
        return await siblings.AnyAsync(cancel) ? await siblings.MaxAsync(sibling => sibling.SortOrder, cancel) + 1 : 0;
    }

    /// <summary>An item of this type may lie in that folder.</summary>
    public async Task RequirePlaceAsync(ContentType type, Guid? parent, CancellationToken cancel)
    {
        if (parent is null)
        {
            await area.RequireAsync(null, cancel);
            if (!type.AllowedAtRoot) throw new EditRefusalException(RefusalKind.NotAllowed, $"„{type.Name}“ darf nicht ganz oben liegen.");
            return;
        }

        var above = await RowAsync(parent.Value, cancel);
        if (above.Trashed) throw new EditRefusalException(RefusalKind.NotAllowed, $"„{above.Name}“ liegt im Papierkorb.");
        if (!TypeOf(above).AllowedChildKeys.Contains(type.Key))
            throw new EditRefusalException(RefusalKind.NotAllowed, $"„{type.Name}“ darf nicht in „{above.Name}“ liegen.");
    }

    /// <summary>True when readers see a page that points to the item.</summary>
    public async Task<bool> IsPublishedAsync(Guid key, CancellationToken cancel)
    {
        var (plain, dashed) = (key.ToString("N"), key.ToString());
        return await Db.Documents.AnyAsync(
            row => !row.Trashed && row.PublishedVersion != null && (row.PublishedVersion.Values.Contains(plain) || row.PublishedVersion.Values.Contains(dashed)), cancel);
    }

    /// <summary>True when a draft or a published page that is not in the bin points to the item.</summary>
    public async Task<bool> IsUsedAsync(Guid key, CancellationToken cancel)
    {
        var (plain, dashed) = (key.ToString("N"), key.ToString());
        return await Db.Documents.AnyAsync(
            row => !row.Trashed
                && (row.DraftVersion!.Values.Contains(plain) || row.DraftVersion.Values.Contains(dashed)
                    || (row.PublishedVersion != null && (row.PublishedVersion.Values.Contains(plain) || row.PublishedVersion.Values.Contains(dashed)))),
            cancel);
    }

    /// <summary>Who changed an item last.</summary>
    public Task<Guid?> LastUserAsync(Guid key, CancellationToken cancel) =>
        Db.Audit.Where(entry => entry.ItemKind == "media" && entry.ItemKey == key).OrderByDescending(entry => entry.Id).Select(entry => entry.UserKey).FirstOrDefaultAsync(cancel);

    /// <param name="action">Umbraco's name for what happened, for the audit log.</param>
    /// <param name="from">Where it lay before, when it lies elsewhere now.</param>
    public void Changed(MediaRow row, string action, EditorEventKind kind, Guid? from = null)
    {
        row.Revision++;
        row.UpdatedAt = Now;
        Log(row.Key, action);
        Tell(row, kind, from);
    }

    public void Tell(MediaRow row, EditorEventKind kind, Guid? from = null) =>
        Events.Add(new EditorEvent(EditorEventSource.Media, row.Key, kind, row.ParentKey == from || kind is EditorEventKind.Created ? [row.ParentKey] : [row.ParentKey, from]));

    public void Log(Guid key, string action, string? comment = null) =>
        Db.Audit.Add(new AuditRow { At = Now, UserKey = user, ItemKind = "media", ItemKey = key, Action = action, Comment = comment });
}
