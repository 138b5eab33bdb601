using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Sync;

namespace WgsSite.Cms.Schema;

/// <summary>Reads the schema and the words of the interface from the store.</summary>
internal static class SchemaStore
{
    public static async Task<(ContentSchema Schema, IReadOnlyList<DictionaryItem> Dictionary)> LoadAsync(
        CmsDbContext db, CancellationToken cancel = default)
    {
        var rows = await db.SchemaItems.AsNoTracking().ToListAsync(cancel);
        var byFolder = rows.ToLookup(row => row.Folder, row => (Xml: XElement.Parse(row.Xml), Name: $"{row.Folder}/{row.Alias}"));
        var schema = new ContentSchema(
            [.. byFolder[SyncFolders.ContentTypes].Select(item => SchemaXml.ContentType(item.Xml, item.Name))],
            [.. byFolder[SyncFolders.MediaTypes].Select(item => SchemaXml.ContentType(item.Xml, item.Name))],
            [.. byFolder[SyncFolders.DataTypes].Select(item => SchemaXml.DataType(item.Xml, item.Name))],
            [.. byFolder[SyncFolders.Templates].Select(item => SchemaXml.Template(item.Xml, item.Name))],
            [.. byFolder[SyncFolders.Languages].Select(item => SchemaXml.Language(item.Xml, item.Name))]);
        return (schema, [.. byFolder[SyncFolders.Dictionary].Select(item => SchemaXml.DictionaryItem(item.Xml, item.Name))]);
    }
}
