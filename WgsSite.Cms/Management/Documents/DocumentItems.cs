using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Management.Documents;

/// <summary>Documents as trees, pickers and lists show them: name, kind, state, and where they stand.</summary>
/// <param name="area">What the editor works on; of the rest they see what leads there, and what readers see too.</param>
internal sealed class DocumentItems(CmsDbContext db, ContentSchema schema, DocumentArea area)
{
    public async Task<PagedModel<DocumentTreeItem>> ChildrenAsync(Guid? parent, bool trashed, int skip, int take, CancellationToken cancel)
    {
        var query = Siblings(parent, trashed);
        if (!area.IsEverything)
        {
            var keys = await ShownAsync(await Ordered(query).Select(row => row.Key).ToListAsync(cancel), cancel);
            return new PagedModel<DocumentTreeItem>(keys.Count, await TreeOfAsync([.. keys.Skip(skip).Take(take)], cancel));
        }

        var total = await query.CountAsync(cancel);
        return new PagedModel<DocumentTreeItem>(total, take == 0 ? [] : await TreeAsync(Ordered(query).Skip(skip).Take(take), cancel));
    }

    /// <summary>A document among its siblings: so many before and after it as asked for.</summary>
    public async Task<SubsetModel<DocumentTreeItem>?> SiblingsAsync(Guid target, int before, int after, CancellationToken cancel)
    {
        if (await db.Documents.Where(row => row.Key == target).Select(row => new { ParentKey = db.Documents.Where(above => above.Key == row.ParentKey && above.Trashed == row.Trashed).Select(above => (Guid?)above.Key).SingleOrDefault(), row.Trashed }).SingleOrDefaultAsync(cancel) is not { } place) return null;
        var keys = await ShownAsync(await Ordered(Siblings(place.ParentKey, place.Trashed)).Select(row => row.Key).ToListAsync(cancel), cancel);
        var index = keys.IndexOf(target);
        if (index < 0) return null;
        var first = Math.Max(0, index - Math.Max(0, before));
        var window = keys[first..(index + 1 + Math.Clamp(after, 0, keys.Count - index - 1))];
        return new SubsetModel<DocumentTreeItem>(first, keys.Count - first - window.Count, await TreeOfAsync(window, cancel));
    }

    /// <summary>From the root down to the document itself.</summary>
    public async Task<IReadOnlyList<DocumentTreeItem>> AncestorsAsync(Guid key, CancellationToken cancel) =>
        await TreeOfAsync(await ShownAsync([.. await PathAsync(key, cancel), key], cancel), cancel);

    public async Task<IReadOnlyList<DocumentTreeItem>> TreeOfAsync(IReadOnlyList<Guid> keys, CancellationToken cancel)
    {
        var items = (await TreeAsync(db.Documents.Where(row => keys.Contains(row.Key)), cancel)).ToDictionary(item => item.Id);
        return [.. keys.Where(items.ContainsKey).Select(key => items[key])];
    }

    public async Task<IReadOnlyList<DocumentItem>> ItemsAsync(IReadOnlyList<Guid> keys, CancellationToken cancel)
    {
        var items = (await RowsAsync(db.Documents.Where(row => keys.Contains(row.Key)), cancel)).ToDictionary(row => row.Key);
        // Links lead to pages everybody can read, wherever they are; their names must not look like something missing.
        var shown = await ShownAsync([.. keys.Where(key => items.TryGetValue(key, out var row) && (row.Trashed || row.PublishedVersionId is null))], cancel);
        return [.. keys.Where(key => items.TryGetValue(key, out var row) && ((!row.Trashed && row.PublishedVersionId is not null) || shown.Contains(key))).Select(key => Item(items[key]))];
    }

    /// <summary>Documents whose names contain all words of a query, those that begin with it first.</summary>
    /// <param name="beneath">Only within this one; null for all.</param>
    /// <param name="types">Only of these types; empty for all.</param>
    public async Task<PagedModel<DocumentItem>> SearchAsync(string query, Guid? beneath, bool? trashed, IReadOnlyCollection<Guid> types, int skip, int take, CancellationToken cancel)
    {
        var words = query.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0) return new PagedModel<DocumentItem>(0, []);
        var names = await db.Documents
            .Where(row => trashed == null || row.Trashed == trashed)
            .Select(row => new { row.Key, row.ParentKey, row.TypeKey, row.DraftVersion!.Name })
            .ToListAsync(cancel);
        var parents = names.ToDictionary(row => row.Key, row => row.ParentKey);
        // In memory, since SQLite folds only ASCII: „über“ must find „Über das Projekt“.
        var found = names
            .Where(row => types.Count == 0 || types.Contains(row.TypeKey))
            .Where(row => words.All(word => row.Name.Contains(word, StringComparison.CurrentCultureIgnoreCase)) || (Guid.TryParse(query, out var key) && row.Key == key))
            .Where(row => beneath is null || IsBeneath(row.Key))
            .OrderByDescending(row => row.Name.StartsWith(words[0], StringComparison.CurrentCultureIgnoreCase))
            .ThenBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(row => row.Key)
            .ToList();
        found = await WhereAsync(found, key => area.ContainsAsync(key, cancel));
        return new PagedModel<DocumentItem>(found.Count, await ItemsAsync(found.Skip(skip).Take(take).ToList(), cancel));

        bool IsBeneath(Guid key)
        {
            // What stands beneath itself must not hold the server.
            var seen = new HashSet<Guid>();
            for (Guid? step = key; step is { } at && seen.Add(at); step = parents.GetValueOrDefault(at))
                if (at == beneath) return true;
            return false;
        }
    }

    /// <summary>Names of types and states that a reference or an audit line shows beside a document.</summary>
    public static DocumentVariantItem Variant(string name, bool trashed, long? draft, long? published) =>
        new(name, null, State(trashed, draft, published), [], "null");

    public static string State(bool trashed, long? draft, long? published) =>
        trashed ? "Trashed" : published is null ? "Draft" : published == draft ? "Published" : "PublishedPendingChanges";

    public DocumentTypeReference TypeReference(Guid typeKey) =>
        schema.DocumentType(typeKey) is { } type ? new(typeKey, type.Icon is { Length: > 0 } icon ? icon : "icon-document", type.ListViewKey is { } list ? new Reference(list) : null) : new(typeKey, "icon-document", null);

    /// <summary>Of these, what the editor works on, and what leads there.</summary>
    public Task<List<Guid>> ShownAsync(IReadOnlyList<Guid> keys, CancellationToken cancel) =>
        WhereAsync(keys, async key => await area.ContainsAsync(key, cancel) || await area.LeadsToAsync(key, cancel));

    private static async Task<List<Guid>> WhereAsync(IReadOnlyList<Guid> keys, Func<Guid, Task<bool>> isMeant)
    {
        var found = new List<Guid>();
        foreach (var key in keys)
            if (await isMeant(key)) found.Add(key);
        return found;
    }

    private IQueryable<DocumentRow> Siblings(Guid? parent, bool trashed) => parent is null
        ? db.Documents.Where(row => row.Trashed == trashed && !db.Documents.Any(above => above.Key == row.ParentKey && above.Trashed == trashed))
        : db.Documents.Where(row => row.Trashed == trashed && row.ParentKey == parent);

    private static IQueryable<DocumentRow> Ordered(IQueryable<DocumentRow> rows) => rows.OrderBy(row => row.SortOrder).ThenBy(row => row.CreatedAt).ThenBy(row => row.Key);

    private async Task<List<DocumentTreeItem>> TreeAsync(IQueryable<DocumentRow> query, CancellationToken cancel)
    {
        var rows = await RowsAsync(query, cancel);
        var paths = new Dictionary<Guid, IReadOnlyList<Guid>>();
        var items = new List<DocumentTreeItem>(rows.Count);
        foreach (var row in rows)
        {
            IReadOnlyList<Guid> path = [];
            if (row.ParentKey is { } parent && !paths.TryGetValue(parent, out path!)) paths[parent] = path = [.. await PathAsync(parent, cancel), parent];
            var item = Item(row);
            items.Add(new DocumentTreeItem(
                item.Id, item.Parent, row.HasChildren, item.Flags, !await area.ContainsAsync(item.Id, cancel), row.Trashed, row.CreatedAt, IsProtected: false, [.. path.Select(key => new Reference(key))], item.DocumentType, item.Variants));
        }

        return items;
    }

    /// <summary>Keys of the ancestors, from the root down to the parent.</summary>
    private async Task<IReadOnlyList<Guid>> PathAsync(Guid key, CancellationToken cancel)
    {
        var path = new List<Guid>();
        var parent = await ParentAsync(key, cancel);
        while (parent is { } step && !path.Contains(step))
        {
            path.Insert(0, step);
            parent = await ParentAsync(step, cancel);
        }

        return path;
    }

    private Task<Guid?> ParentAsync(Guid key, CancellationToken cancel) => db.Documents.Where(row => row.Key == key).Select(row => row.ParentKey).SingleOrDefaultAsync(cancel);

    private Task<List<ItemRow>> RowsAsync(IQueryable<DocumentRow> query, CancellationToken cancel) => query
        .Select(row => new ItemRow(
            row.Key,
            // What was thrown away alone stands at the top of the bin, wherever a file says it belongs.
            db.Documents.Where(above => above.Key == row.ParentKey && above.Trashed == row.Trashed).Select(above => (Guid?)above.Key).SingleOrDefault(),
            row.TypeKey,
            row.DraftVersion!.Name,
            row.Trashed,
            row.DraftVersionId,
            row.PublishedVersionId,
            row.CreatedAt,
            db.Documents.Any(child => child.ParentKey == row.Key && child.Trashed == row.Trashed),
            db.Schedules.Any(schedule => schedule.DocumentKey == row.Key && schedule.Action == ScheduleAction.Publish),
            db.Schedules.Any(schedule => schedule.DocumentKey == row.Key && schedule.Action == ScheduleAction.Unpublish),
            // Until somebody does something about it.
            db.Audit.Where(entry => entry.ItemKey == row.Key && !AuditAction.Aside.Contains(entry.Action)).OrderByDescending(entry => entry.Id).Select(entry => entry.Action).FirstOrDefault() == AuditAction.ScheduleFailed))
        .ToListAsync(cancel);

    /// <summary>Signs beside a name in the tree: the client's own (17.1.0, packages/documents/documents/entity-sign), and ours.</summary>
    private static List<Flag> Flags(ItemRow row)
    {
        var flags = new List<Flag>();
        if (row.PublishScheduled) flags.Add(new Flag("Umb.ScheduledForPublish"));
        if (row.UnpublishScheduled) flags.Add(new Flag("Host.ScheduledForUnpublish"));
        if (row.ScheduleFailed) flags.Add(new Flag("Host.ScheduleFailed"));
        return flags;
    }

    private DocumentItem Item(ItemRow row) => new(
        row.Key,
        row.ParentKey is { } parent ? new Reference(parent) : null,
        row.HasChildren,
        Flags(row),
        row.Trashed,
        IsProtected: false,
        TypeReference(row.TypeKey),
        [Variant(row.Name, row.Trashed, row.DraftVersionId, row.PublishedVersionId)]);

    private sealed record ItemRow(
        Guid Key, Guid? ParentKey, Guid TypeKey, string Name, bool Trashed, long? DraftVersionId, long? PublishedVersionId, DateTime CreatedAt, bool HasChildren,
        bool PublishScheduled, bool UnpublishScheduled, bool ScheduleFailed);
}
