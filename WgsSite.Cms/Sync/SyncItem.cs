using System.Xml.Linq;
using WgsSite.Cms.Media;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Sync;

/// <summary>An item of the store as the file of it that an export writes.</summary>
/// <param name="Alias">As files and markers name it: the alias, or the name of a document or media item.</param>
/// <param name="FileName">The name its file takes when no other item has it, without folder and ending.</param>
/// <param name="Fingerprint">As an import compares it, see docs/decisions/0003-edited-here.md.</param>
/// <param name="Meaning">Fingerprint of what only this item's file tells: names of ancestors do not count.</param>
/// <param name="SaysTheSame">Whether a file says of this item what the store does.</param>
/// <param name="BinnedByImport">In the bin since a file said that it is deleted, and not changed since.</param>
/// <param name="MediaPath">The path of a media item's file.</param>
internal sealed record SyncItem(
    string Folder,
    Guid Key,
    string Alias,
    string FileName,
    XElement Xml,
    string Fingerprint,
    string Meaning,
    Func<XElement, string, bool> SaysTheSame,
    bool BinnedByImport = false,
    string? MediaPath = null)
{
    public static IEnumerable<SyncItem> AllOf(SyncStoreState state, UrlSegments segments) =>
    [
        .. state.SchemaItems.Select(Of),
        .. state.Documents.Values.Select(item => Of(item.Row, item.Document, state.Schema, segments)),
        .. state.Media.Values.Select(item => Of(item.Row, item.Media, state.Schema, segments)),
    ];

    /// <summary>
    /// Where the file of an item may lie, relative to the uSync folder. As uSync does: the first of namesakes takes the
    /// plain name, others add part of their key.
    /// </summary>
    public static IReadOnlyList<string> FilesFor(string folder, string name, Guid key) =>
        [$"{folder}/{name}.config", $"{folder}/{name}_{key.ToString("N")[..8]}.config", $"{folder}/{name}_{key:N}.config"];

    private static SyncItem Of(SchemaItemRow row)
    {
        var xml = XElement.Parse(row.Xml);
        var meaning = SyncXml.Hash(xml);
        return new SyncItem(row.Folder, row.Key, row.Alias, SchemaFileName(row), xml, meaning, meaning, (other, _) => SyncXml.Hash(other) == meaning);
    }

    private static SyncItem Of(DocumentRow row, SyncDocument document, ContentSchema schema, UrlSegments segments)
    {
        var fingerprint = document.Fingerprint(row.TypeKey);
        return new SyncItem(
            SyncFolders.Content,
            row.Key,
            document.Name,
            segments.Of(document.Name),
            document.Write(),
            fingerprint,
            // With the type's alias: without it, a file that still names the old one could not be imported anywhere.
            SyncXml.Hash((document with { Level = 0, ParentName = "", PathNames = "" }).Write()),
            (xml, file) => SyncDocument.Read(xml, file) is var other && other.Fingerprint(schema.DocumentType(other.TypeAlias)?.Key ?? Guid.Empty) == fingerprint,
            row.Trashed && row.ImportedHash == fingerprint);
    }

    private static SyncItem Of(MediaRow row, SyncMedia media, ContentSchema schema, UrlSegments segments)
    {
        var fingerprint = media.Fingerprint(row.TypeKey);
        return new SyncItem(
            SyncFolders.Media,
            row.Key,
            media.Name,
            segments.Of(media.Name),
            media.Write(),
            fingerprint,
            SyncXml.Hash((media with { Level = 0, ParentName = "", PathNames = "" }).Write()),
            (xml, file) => SyncMedia.Read(xml, file) is var other && other.Fingerprint(schema.MediaType(other.TypeAlias)?.Key ?? Guid.Empty) == fingerprint,
            row.Trashed && row.ImportedHash == fingerprint,
            MediaValues.FileOf(media.Values) is { } path && MediaFiles.IsMediaPath(path) ? path : null);
    }

    /// <summary>Content types take their alias in lower case; other items keep their case without spaces and brackets.</summary>
    private static string SchemaFileName(SchemaItemRow item)
    {
        var name = item.Folder is SyncFolders.ContentTypes or SyncFolders.MediaTypes
            ? item.Alias.ToLowerInvariant()
            : string.Concat(item.Alias.Where(c => !char.IsWhiteSpace(c) && c is not ('(' or ')' or '[' or ']')));
        return string.Concat(name.Select(c => Path.GetInvalidFileNameChars().Contains(c) || c is ':' or '/' or '\\' ? '-' : c));
    }
}
