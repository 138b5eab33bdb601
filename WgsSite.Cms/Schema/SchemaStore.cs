using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Sync;

namespace WgsSite.Cms.Schema;

/// <summary>
/// Reads the schema and the words of the interface from the store. Remembers what it parsed last, since most publishes
/// change no item of the schema and parsing them would be half of the work.
/// </summary>
internal static class SchemaStore
{
    private static volatile Dictionary<(string Folder, Guid Key), (string Xml, object Item)> parsed = [];

    public static async Task<(ContentSchema Schema, IReadOnlyList<DictionaryItem> Dictionary)> LoadAsync(
        CmsDbContext db, CancellationToken cancel = default)
    {
        var rows = await db.SchemaItems.AsNoTracking().ToListAsync(cancel);
        var known = parsed;
        var now = new Dictionary<(string, Guid), (string, object)>(rows.Count);
        foreach (var row in rows)
            now[(row.Folder, row.Key)] = known.TryGetValue((row.Folder, row.Key), out var item) && item.Xml == row.Xml ? item : (row.Xml, Parse(row));
        parsed = now;

        var byFolder = rows.ToLookup(row => row.Folder, row => now[(row.Folder, row.Key)].Item2);
        return (Schema(byFolder), [.. byFolder[SyncFolders.Dictionary].Cast<DictionaryItem>()]);
    }

    /// <summary>The schema that these items make together.</summary>
    /// <exception cref="ArgumentException">Two types share an alias.</exception>
    public static ContentSchema SchemaOf(IEnumerable<SchemaItemRow> rows) => Schema(rows.ToLookup(row => row.Folder, Parse));

    private static ContentSchema Schema(ILookup<string, object> byFolder) => new(
        [.. byFolder[SyncFolders.ContentTypes].Cast<ContentType>()],
        [.. byFolder[SyncFolders.MediaTypes].Cast<ContentType>()],
        [.. byFolder[SyncFolders.DataTypes].Cast<DataType>()],
        [.. byFolder[SyncFolders.Templates].Cast<Template>()],
        [.. byFolder[SyncFolders.Languages].Cast<Language>()]);

    private static object Parse(SchemaItemRow row)
    {
        var (xml, name) = (XElement.Parse(row.Xml), $"{row.Folder}/{row.Alias}");
        return row.Folder switch
        {
            SyncFolders.ContentTypes or SyncFolders.MediaTypes => SchemaXml.ContentType(xml, name),
            SyncFolders.DataTypes => SchemaXml.DataType(xml, name),
            SyncFolders.Templates => SchemaXml.Template(xml, name),
            SyncFolders.Languages => SchemaXml.Language(xml, name),
            SyncFolders.Dictionary => SchemaXml.DictionaryItem(xml, name),
            _ => xml,
        };
    }
}
