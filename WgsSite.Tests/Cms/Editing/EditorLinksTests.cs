using WgsSite.Cms.Editing;
using Aliases = Umbraco.Cms.Core.Constants.PropertyEditors.Aliases;

namespace WgsSite.Tests.Cms.Editing;

internal sealed class EditorLinksTests
{
    private const string Page = "11111111-2222-3333-4444-555555555555";
    private const string Picture = "99999999-2222-3333-4444-555555555555";

    private static readonly EditorContext Context = new(TestSchema.Schema, new Dictionary<Guid, LinkedItem> { [Guid.Parse(Page)] = new("icon-home", Published: true, Trashed: false, "/seite/") });

    [Test]
    public void LinksShowWhereTheirTargetsAreAndStoreOnlyWhatTheEditorChose()
    {
        const string stored = """[{"name":"Seite","target":"_blank","udi":"umb://document/11111111222233334444555555555555","url":null,"queryString":"#a"},{"name":"Datei","target":null,"udi":"umb://media/99999999222233334444555555555555","url":null,"queryString":null},{"name":"Draußen","target":null,"udi":null,"url":"https://example.org/","queryString":"?q=ü"}]""";
        var links = EditorValues.ToEditor(stored, Aliases.MultiUrlPicker, Context)!.AsArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(links.Select(link => (string?)link!["type"]), Is.EqualTo(["document", "media", "external"]));
            Assert.That(links.Select(link => (string?)link!["url"]), Is.EqualTo(["/seite/", null, "https://example.org/"]));
            Assert.That(links.Select(link => (string?)link!["unique"]), Is.EqualTo([Page, Picture, null]));
            Assert.That((string?)links[0]!["icon"], Is.EqualTo("icon-home"));
            Assert.That(EditorValues.FromEditor(links.DeepClone(), Aliases.MultiUrlPicker, Context), Is.EqualTo(stored));
        }
    }
}
