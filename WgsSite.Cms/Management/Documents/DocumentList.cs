using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Management.Documents;

/// <summary>What stands beneath a document whose type shows it as a list (<see cref="ContentType.ListViewKey"/>), so that several can be acted on at once.</summary>
internal sealed class DocumentList(CmsDbContext db, ContentSchema schema, DocumentItems items)
{
    /// <summary>One page of the list.</summary>
    /// <param name="orderBy"><c>name</c>, <c>createDate</c>, <c>updateDate</c>, the alias of a property, or anything else for the order of the tree.</param>
    /// <param name="filter">Part of a name; empty for all.</param>
    public async Task<PagedModel<DocumentListItem>> ReadAsync(Guid parent, string orderBy, bool descending, string filter, Paging page, CancellationToken cancel)
    {
        var shown = await items.ShownAsync(await db.Documents.Where(row => row.ParentKey == parent && !row.Trashed).Select(row => row.Key).ToListAsync(cancel), cancel);
        var rows = await db.Documents.AsNoTracking().Include(row => row.DraftVersion).Where(row => shown.Contains(row.Key) && row.DraftVersion != null).ToListAsync(cancel);
        var found = rows
            .Where(row => row.DraftVersion!.Name.Contains(filter, StringComparison.CurrentCultureIgnoreCase))
            .Select(row => (Row: row, Version: row.DraftVersion!, Values: PropertyValues.FromJson(row.DraftVersion!.Values)))
            .OrderBy(item => item.Row.SortOrder)
            .ThenBy(item => item.Row.CreatedAt);
        var ordered = orderBy switch
        {
            "name" => found.OrderBy(item => item.Version.Name, StringComparer.CurrentCultureIgnoreCase),
            "createDate" => found.OrderBy(item => item.Row.CreatedAt),
            "updateDate" => found.OrderBy(item => item.Version.CreatedAt),
            _ when rows.Exists(row => Property(row.TypeKey, orderBy) is not null) => found.OrderBy(item => item.Values.GetValueOrDefault(orderBy) ?? "", StringComparer.CurrentCultureIgnoreCase),
            _ => found,
        };
        var all = descending ? ordered.Reverse().ToList() : [.. ordered];
        List<(DocumentRow Row, DocumentVersionRow Version, Dictionary<string, string> Values)> part = [.. all.Skip(page.Skip).Take(page.Take)];
        var places = (await items.TreeOfAsync([.. part.Select(item => item.Row.Key)], cancel)).ToDictionary(item => item.Id);
        return new PagedModel<DocumentListItem>(all.Count, [.. part.Select(item => Item(item.Row, item.Version, item.Values, places[item.Row.Key]))]);
    }

    private DocumentListItem Item(DocumentRow row, DocumentVersionRow version, Dictionary<string, string> values, DocumentTreeItem place) => new(
        row.Key,
        Values(row.TypeKey, values),
        [new DocumentVariant(null, null, version.Name, row.CreatedAt, version.CreatedAt, place.Variants[0].State, row.PublishedAt, null, null, "null", place.Flags)],
        place.Flags,
        null,
        null,
        row.SortOrder,
        row.Trashed,
        IsProtected: false,
        place.Ancestors,
        new DocumentListType(row.TypeKey, schema.DocumentType(row.TypeKey)?.Alias ?? "", place.DocumentType.Icon, place.DocumentType.Collection));

    private List<DocumentValue> Values(Guid typeKey, Dictionary<string, string> values) => schema.DocumentType(typeKey) is not { } type ? [] :
    [
        .. schema.PropertiesOf(type).Where(property => Readable(property.EditorAlias)).Select(property => new DocumentValue(property.Alias, null, null, Cell(values.GetValueOrDefault(property.Alias), property.EditorAlias), property.EditorAlias)),
    ];

    private PropertyType? Property(Guid typeKey, string alias) => schema.DocumentType(typeKey) is { } type ? schema.PropertiesOf(type).FirstOrDefault(property => property.Alias == alias && Readable(property.EditorAlias)) : null;

    /// <summary>What can stand in a cell of a table as it is.</summary>
    private static bool Readable(string editor) => editor is Umbraco.Cms.Core.Constants.PropertyEditors.Aliases.TextBox
        or Umbraco.Cms.Core.Constants.PropertyEditors.Aliases.TextArea
        or Umbraco.Cms.Core.Constants.PropertyEditors.Aliases.DateTime;

    /// <summary>The client writes a cell as it comes: a day must come as editors read it.</summary>
    private static JsonValue? Cell(string? stored, string editor) =>
        stored is null ? null
        : editor == Umbraco.Cms.Core.Constants.PropertyEditors.Aliases.DateTime && DateTime.TryParse(stored, CultureInfo.InvariantCulture, out var day) ? JsonValue.Create(day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture))
        : JsonValue.Create(stored);
}
