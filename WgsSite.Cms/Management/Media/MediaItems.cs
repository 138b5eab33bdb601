using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Management.Documents;
using WgsSite.Cms.Media;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Management.Media;

/// <summary>Media as trees, pickers, lists and their own page show them.</summary>
/// <param name="area">What the editor works on; of the rest they see what leads there, and what readers see too.</param>
internal sealed class MediaItems(CmsDbContext db, ContentSchema schema, MediaArea area)
{
    public async Task<PagedModel<MediaTreeItem>> ChildrenAsync(Guid? parent, bool trashed, Paging page, CancellationToken cancel)
    {
        var query = await VisibleAsync(Siblings(parent, trashed), cancel);
        var total = await query.CountAsync(cancel);
        return new PagedModel<MediaTreeItem>(total, page.Take == 0 ? [] : await TreeAsync(await PlacesAsync(Ordered(query).Skip(page.Skip).Take(page.Take), cancel), cancel));
    }

    /// <summary>An item among its siblings: so many before and after it as asked for.</summary>
    public async Task<SubsetModel<MediaTreeItem>?> SiblingsAsync(Guid target, int before, int after, CancellationToken cancel)
    {
        if ((await PlacesAsync(db.Media.Where(row => row.Key == target), cancel)).SingleOrDefault() is not { } place) return null;
        var keys = await Ordered(await VisibleAsync(Siblings(place.Parent, place.Row.Trashed), cancel)).Select(row => row.Key).ToListAsync(cancel);
        var index = keys.IndexOf(target);
        if (index < 0) return null;
        var first = Math.Max(0, index - Math.Max(0, before));
        var window = keys[first..(index + 1 + Math.Clamp(after, 0, keys.Count - index - 1))];
        return new SubsetModel<MediaTreeItem>(first, keys.Count - first - window.Count, await TreeOfAsync(window, cancel));
    }

    /// <summary>From the root down to the item itself.</summary>
    public async Task<IReadOnlyList<MediaTreeItem>> AncestorsAsync(Guid key, CancellationToken cancel)
    {
        var path = new List<Guid>();
        for (Guid? step = key; step is { } at && !path.Contains(at); step = await db.Media.Where(row => row.Key == at).Select(row => row.ParentKey).SingleOrDefaultAsync(cancel)) path.Insert(0, at);
        return await TreeOfAsync(path, cancel);
    }

    public async Task<IReadOnlyList<MediaItem>> ItemsAsync(IReadOnlyList<Guid> keys, CancellationToken cancel)
    {
        var items = (await PlacesAsync(db.Media.Where(row => keys.Contains(row.Key)), cancel)).ToDictionary(place => place.Row.Key);
        return [.. keys.Where(items.ContainsKey).Select(key => Item(items[key]))];
    }

    /// <summary>Media whose names contain all words of a query, those that begin with it first.</summary>
    /// <param name="beneath">Only within this folder; null for all.</param>
    /// <param name="types">Only of these types; empty for all.</param>
    public async Task<PagedModel<MediaItem>> SearchAsync(string query, Guid? beneath, bool? trashed, IReadOnlyCollection<Guid> types, Paging page, CancellationToken cancel)
    {
        var words = query.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0) return new PagedModel<MediaItem>(0, []);
        var names = await db.Media.Where(row => trashed == null || row.Trashed == trashed).Select(row => new { row.Key, row.ParentKey, row.TypeKey, row.Name }).ToListAsync(cancel);
        var parents = names.ToDictionary(row => row.Key, row => row.ParentKey);
        // In memory, since SQLite folds only ASCII: „über“ must find „Übergabe“.
        var found = names
            .Where(row => types.Count == 0 || types.Contains(row.TypeKey))
            .Where(row => words.All(word => row.Name.Contains(word, StringComparison.CurrentCultureIgnoreCase)))
            .Where(row => beneath is null || IsBeneath(row.Key))
            .OrderByDescending(row => row.Name.StartsWith(words[0], StringComparison.CurrentCultureIgnoreCase))
            .ThenBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(row => row.Key)
            .ToList();
        found = await InAreaAsync(found, cancel);
        return new PagedModel<MediaItem>(found.Count, await ItemsAsync([.. found.Skip(page.Skip).Take(page.Take)], cancel));

        bool IsBeneath(Guid key)
        {
            var seen = new HashSet<Guid>();
            for (Guid? step = key; step is { } at && seen.Add(at); step = parents.GetValueOrDefault(at))
                if (at == beneath) return true;
            return false;
        }
    }

    /// <summary>What a folder holds, as the list of the media section shows it.</summary>
    public async Task<PagedModel<MediaCollectionItem>> ListAsync(Guid? parent, string orderBy, bool descending, string filter, Paging page, CancellationToken cancel)
    {
        var rows = await db.Media.AsNoTracking().Where(row => !row.Trashed && row.ParentKey == parent).ToListAsync(cancel);
        var found = rows.Where(row => filter.Length == 0 || row.Name.Contains(filter, StringComparison.CurrentCultureIgnoreCase));
        var ordered = orderBy switch
        {
            "name" => found.OrderBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase),
            "createDate" => found.OrderBy(row => row.CreatedAt),
            "updateDate" => found.OrderBy(row => row.UpdatedAt),
            _ => found.OrderBy(row => row.SortOrder).ThenBy(row => row.CreatedAt),
        };
        List<MediaRow> all = [.. descending ? ordered.Reverse() : ordered];
        if (!area.IsEverything)
        {
            var inside = (await InAreaAsync([.. all.Select(row => row.Key)], cancel)).ToHashSet();
            all = [.. all.Where(row => inside.Contains(row.Key))];
        }

        return new PagedModel<MediaCollectionItem>(all.Count, [.. all.Skip(page.Skip).Take(page.Take).Select(CollectionItem)]);
    }

    /// <summary>One item with all its values; null when there is none.</summary>
    public async Task<(MediaModel Model, int Revision)?> ReadAsync(Guid key, CancellationToken cancel)
    {
        if (await db.Media.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancel) is not { } row || schema.MediaType(row.TypeKey) is not { } type) return null;
        await area.RequireAsync(key, cancel);
        return (new MediaModel(key, Values(row, type), [Variant(row)], [], row.Trashed, TypeReference(row.TypeKey)), row.Revision);
    }

    public MediaTypeReference TypeReference(Guid typeKey) => new(typeKey, IconOf(typeKey), CollectionOf(typeKey));

    private string IconOf(Guid typeKey) => schema.MediaType(typeKey)?.Icon is { Length: > 0 } icon ? icon : "icon-picture";

    /// <summary>Folders show what they hold as a list, by Umbraco's own data type for it.</summary>
    private Reference? CollectionOf(Guid typeKey) =>
        schema.MediaType(typeKey)?.Alias == Umbraco.Cms.Core.Constants.Conventions.MediaTypes.Folder ? new Reference(Umbraco.Cms.Core.Constants.DataTypes.Guids.ListViewMediaGuid) : null;

    private List<DocumentValue> Values(MediaRow row, ContentType type)
    {
        var values = PropertyValues.FromJson(row.Values);
        var context = new EditorContext(schema, new Dictionary<Guid, LinkedItem>());
        return [.. schema.PropertiesOf(type).Select(property => new DocumentValue(property.Alias, null, null, Complete(EditorValues.ToEditor(values.GetValueOrDefault(property.Alias), property.EditorAlias, context), property.EditorAlias), property.EditorAlias))];
    }

    /// <summary>The client's editor shows nothing of a picture without a list of crops, be it empty; the store leaves it out.</summary>
    private static JsonNode? Complete(JsonNode? value, string editorAlias)
    {
        if (editorAlias != Umbraco.Cms.Core.Constants.PropertyEditors.Aliases.ImageCropper || value is not JsonObject picture) return value;
        if (picture["crops"] is not JsonArray) picture["crops"] = new JsonArray();
        if (picture["focalPoint"] is not JsonObject) picture["focalPoint"] = new JsonObject { ["left"] = 0.5, ["top"] = 0.5 };
        return picture;
    }

    private static MediaVariant Variant(MediaRow row) => new(null, null, row.Name, row.CreatedAt, row.UpdatedAt == default ? row.CreatedAt : row.UpdatedAt);

    private MediaCollectionItem CollectionItem(MediaRow row)
    {
        var type = schema.MediaType(row.TypeKey);
        return new MediaCollectionItem(row.Key, type is null ? [] : Values(row, type), [Variant(row)], [], null, row.SortOrder, new MediaCollectionType(row.TypeKey, type?.Alias ?? "", IconOf(row.TypeKey), CollectionOf(row.TypeKey)));
    }

    private IQueryable<MediaRow> Siblings(Guid? parent, bool trashed) => parent is null
        ? db.Media.Where(row => row.Trashed == trashed && !db.Media.Any(above => above.Key == row.ParentKey && above.Trashed == trashed))
        : db.Media.Where(row => row.Trashed == trashed && row.ParentKey == parent);

    private async Task<IQueryable<MediaRow>> VisibleAsync(IQueryable<MediaRow> query, CancellationToken cancel)
    {
        if (area.IsEverything) return query;
        var keys = new List<Guid>();
        foreach (var key in await query.Select(row => row.Key).ToListAsync(cancel))
            if (await area.ContainsAsync(key, cancel) || await area.LeadsToAsync(key, cancel)) keys.Add(key);
        return query.Where(row => keys.Contains(row.Key));
    }

    private async Task<List<Guid>> InAreaAsync(List<Guid> keys, CancellationToken cancel)
    {
        var inside = new List<Guid>(keys.Count);
        foreach (var key in keys)
            if (await area.ContainsAsync(key, cancel)) inside.Add(key);
        return inside;
    }

    private static IQueryable<MediaRow> Ordered(IQueryable<MediaRow> rows) => rows.OrderBy(row => row.SortOrder).ThenBy(row => row.CreatedAt).ThenBy(row => row.Key);

    private Task<List<Place>> PlacesAsync(IQueryable<MediaRow> query, CancellationToken cancel) => query.AsNoTracking()
        .Select(row => new Place(
            row,
            // What was thrown away alone stands at the top of the bin.
            db.Media.Where(above => above.Key == row.ParentKey && above.Trashed == row.Trashed).Select(above => (Guid?)above.Key).SingleOrDefault(),
            db.Media.Any(child => child.ParentKey == row.Key && child.Trashed == row.Trashed)))
        .ToListAsync(cancel);

    private async Task<IReadOnlyList<MediaTreeItem>> TreeOfAsync(IReadOnlyList<Guid> keys, CancellationToken cancel)
    {
        var items = (await PlacesAsync(db.Media.Where(row => keys.Contains(row.Key)), cancel)).ToDictionary(place => place.Row.Key);
        return await TreeAsync([.. keys.Where(items.ContainsKey).Select(key => items[key])], cancel);
    }

    private async Task<IReadOnlyList<MediaTreeItem>> TreeAsync(IReadOnlyList<Place> places, CancellationToken cancel)
    {
        var items = new List<MediaTreeItem>(places.Count);
        foreach (var place in places)
            items.Add(new MediaTreeItem(
                place.Row.Key, place.Parent is { } parent ? new Reference(parent) : null, place.HasChildren, [], !await area.ContainsAsync(place.Row.Key, cancel), place.Row.Trashed, place.Row.CreatedAt, TypeReference(place.Row.TypeKey), [new MediaVariantItem(place.Row.Name)]));
        return items;
    }

    private MediaItem Item(Place place) => new(
        place.Row.Key, [], place.Row.Trashed, place.Parent is { } parent ? new Reference(parent) : null, place.HasChildren, TypeReference(place.Row.TypeKey), [new MediaVariantItem(place.Row.Name)]);

    private sealed record Place(MediaRow Row, Guid? Parent, bool HasChildren);
}
