using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Sync;

namespace WgsSite.Cms.Editing;

/// <summary>Reads and changes the words of the site's pages.</summary>
public sealed partial class DictionaryEditor(PublishedContent content, IDbContextFactory<CmsDbContext> store, EditorEvents events, TimeProvider clock)
{
    public async Task<IReadOnlyList<DictionaryItem>> AllAsync(CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return (await SchemaStore.LoadAsync(db, cancel)).Dictionary;
    }

    /// <summary>Changes the texts of a word; readers see them at once.</summary>
    /// <param name="translations">ISO code → text.</param>
    /// <param name="expected">The <see cref="TagOf">tag</see> of what the editor began from; null to write in any case.</param>
    /// <returns>The tag it has now.</returns>
    /// <exception cref="EditRefusalException">Somebody else changed it meanwhile, the word does not exist, a language is unknown, or the blanks are no longer those the pages fill in.</exception>
    public async Task<long> SaveAsync(Guid key, IReadOnlyDictionary<string, string> translations, Guid user, long? expected = null, CancellationToken cancel = default)
    {
        var tag = 0L;
        var changes = await content.ChangeAsync(
            async db =>
            {
                var row = await db.SchemaItems.SingleOrDefaultAsync(item => item.Folder == SyncFolders.Dictionary && item.Key == key, cancel)
                    ?? throw new EditRefusalException(RefusalKind.NotFound, "Diesen Text gibt es nicht mehr.");
                var (schema, words) = await SchemaStore.LoadAsync(db, cancel);
                if (translations.Keys.FirstOrDefault(code => schema.Languages.All(language => language.IsoCode != code)) is { } unknown)
                    throw new EditRefusalException(RefusalKind.NotAllowed, $"Die Sprache „{unknown}“ gibt es hier nicht.");
                var texts = new Dictionary<string, string>(words.First(word => word.Key == key).Translations);
                tag = TagOf(texts);
                if (expected is not null && expected != tag && translations.Any(pair => texts.GetValueOrDefault(pair.Key) != pair.Value)) throw await OutdatedAsync(db, key, cancel);
                var xml = XElement.Parse(row.Xml);
                var list = xml.Element("Translations");
                if (list is null) xml.Add(list = new XElement("Translations"));
                foreach (var (code, text) in translations)
                {
                    var translation = list.Elements("Translation").FirstOrDefault(element => (string?)element.Attribute("Language") == code);
                    if (translation is null) list.Add(translation = new XElement("Translation", new XAttribute("Language", code)));
                    if (translation.Value.Length > 0) RequireBlanks(translation.Value, text);
                    translation.Value = texts[code] = EditorText.Clean(text).ReplaceLineEndings("\n");
                }

                var changed = SyncXml.ToText(xml);
                if (changed == row.Xml) return 0;
                row.Xml = changed;
                tag = TagOf(texts);
                db.Audit.Add(new AuditRow { At = clock.GetUtcNow().UtcDateTime, UserKey = user, ItemKind = "dictionary", ItemKey = key, Action = "Save" });
                return 1;
            },
            cancel);
        if (changes > 0) await events.RaiseAsync(new EditorEvent(EditorEventSource.DictionaryItem, key, EditorEventKind.Updated, []));
        return tag;
    }

    /// <summary>The same for the same texts, and another one for others.</summary>
    public static long TagOf(IReadOnlyDictionary<string, string> translations)
    {
        var texts = string.Join('\0', translations.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}\0{pair.Value}"));
        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(texts))) & long.MaxValue;
    }

    private static async Task<OutdatedException> OutdatedAsync(CmsDbContext db, Guid key, CancellationToken cancel)
    {
        var last = await db.Audit.Where(entry => entry.ItemKind == "dictionary" && entry.ItemKey == key).OrderByDescending(entry => entry.Id).FirstOrDefaultAsync(cancel);
        return new OutdatedException(last?.UserKey, last?.At, OutdatedItem.Word);
    }

    /// <summary>A page fills in what the word has blanks for: one that is gone is not said any more, one that is new stays as it is.</summary>
    private static void RequireBlanks(string before, string after)
    {
        var (had, has) = (Blanks(before), Blanks(after));
        if (had.Except(has).FirstOrDefault() is { } gone)
            throw new EditRefusalException(RefusalKind.NotAllowed, $"Im Text fehlt {gone}. An dieser Stelle setzt die Website etwas ein, zum Beispiel einen Namen oder eine Zahl. Bitte schreiben Sie {gone} wieder hinein.");
        if (has.Except(had).FirstOrDefault() is { } more)
            throw new EditRefusalException(RefusalKind.NotAllowed, $"Für {more} setzt die Website in diesem Text nichts ein. Bitte nehmen Sie {more} heraus.");
    }

    private static List<string> Blanks(string text) => [.. Blank().Matches(text).Select(match => match.Value).Distinct()];

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Blank();
}
