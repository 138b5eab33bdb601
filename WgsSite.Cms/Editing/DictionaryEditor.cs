using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Sync;

namespace WgsSite.Cms.Editing;

/// <summary>Reads and changes the words of the site's pages.</summary>
public sealed class DictionaryEditor(PublishedContent content, IDbContextFactory<CmsDbContext> store, EditorEvents events, TimeProvider clock)
{
    public async Task<IReadOnlyList<DictionaryItem>> AllAsync(CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return (await SchemaStore.LoadAsync(db, cancel)).Dictionary;
    }

    /// <summary>Changes the texts of a word; readers see them at once.</summary>
    /// <param name="translations">ISO code → text.</param>
    /// <exception cref="EditRefusalException">The word does not exist, or a language is unknown.</exception>
    public async Task SaveAsync(Guid key, IReadOnlyDictionary<string, string> translations, Guid user, CancellationToken cancel = default)
    {
        var changes = await content.ChangeAsync(
            async db =>
            {
                var row = await db.SchemaItems.SingleOrDefaultAsync(item => item.Folder == SyncFolders.Dictionary && item.Key == key, cancel)
                    ?? throw new EditRefusalException(RefusalKind.NotFound, "Diesen Text gibt es nicht mehr.");
                var (schema, _) = await SchemaStore.LoadAsync(db, cancel);
                if (translations.Keys.FirstOrDefault(code => schema.Languages.All(language => language.IsoCode != code)) is { } unknown)
                    throw new EditRefusalException(RefusalKind.NotAllowed, $"Die Sprache „{unknown}“ gibt es hier nicht.");
                var xml = XElement.Parse(row.Xml);
                var list = xml.Element("Translations");
                if (list is null) xml.Add(list = new XElement("Translations"));
                foreach (var (code, text) in translations)
                {
                    var translation = list.Elements("Translation").FirstOrDefault(element => (string?)element.Attribute("Language") == code);
                    if (translation is null) list.Add(translation = new XElement("Translation", new XAttribute("Language", code)));
                    translation.Value = EditorText.Clean(text).ReplaceLineEndings("\n");
                }

                var changed = SyncXml.ToText(xml);
                if (changed == row.Xml) return 0;
                row.Xml = changed;
                db.Audit.Add(new AuditRow { At = clock.GetUtcNow().UtcDateTime, UserKey = user, ItemKind = "dictionary", ItemKey = key, Action = "Save" });
                return 1;
            },
            cancel);
        if (changes > 0) await events.RaiseAsync(new EditorEvent(EditorEventSource.DictionaryItem, key, EditorEventKind.Updated, []));
    }
}
