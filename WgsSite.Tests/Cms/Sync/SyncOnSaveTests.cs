using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Sync;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Sync;

/// <summary>What becomes of the files of a uSync folder when editors change something.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SyncOnSaveTests : SyncOnSaveFixture
{
    [Test]
    public async Task A_published_page_is_written_as_an_export_would_and_nothing_else_is()
    {
        await cms.EditAsync(page, "headline", "Ganz neu");
        Assert.That(await ChangedAsync(), Is.EqualTo([Page]));
        Assert.That(File.ReadAllBytes(files.At(Page)), Is.EqualTo(File.ReadAllBytes(Path.Combine(await cms.ExportAsync(), Page))));
    }

    [Test]
    public async Task A_draft_and_a_page_taken_back_are_written_too()
    {
        await editor.SaveAsync(page, "headline", "Entwurf");
        Assert.That(await ChangedAsync(), Is.EqualTo([Page]));
        Assert.That(ValueOf(Page, "headline"), Is.EqualTo("Entwurf"));

        before = State();
        await editor.UnpublishAsync(page);
        Assert.That(await ChangedAsync(), Is.EqualTo([Page]));
        Assert.That((string?)Info(Page).Element("Published")!.Attribute("Default"), Is.EqualTo("false"));
    }

    [Test]
    public async Task A_change_that_leaves_everything_as_it_was_writes_nothing()
    {
        await editor.SaveAsync(page, "headline", "Eine Seite");
        Assert.That(await ChangedAsync(), Is.Empty);
    }

    [Test]
    public async Task A_renamed_page_leaves_a_marker_at_its_old_file_and_the_pages_beneath_keep_theirs()
    {
        var key = files.KeyOf("Content/leistungen.config");
        await editor.RenameAsync(key, "Angebote für Sie");
        Assert.That(await ChangedAsync(), Is.EquivalentTo(["Content/angebote-fuer-sie.config", "Content/leistungen.config"]));
        AssertMarker("Content/leistungen.config", key, "Leistungen", "Rename");

        await editor.RenameAsync(key, "Leistungen");
        await ChangedAsync();
        Assert.That(XElement.Load(files.At("Content", "leistungen.config")).Name.LocalName, Is.EqualTo("Content"));
        AssertMarker("Content/angebote-fuer-sie.config", key, "Angebote für Sie", "Rename");
    }

    [Test]
    public async Task A_moved_page_keeps_its_file()
    {
        await editor.MoveAsync(files.KeyOf("Content/dienst-a.config"), page);
        Assert.That(await ChangedAsync(), Is.EqualTo(["Content/dienst-a.config"]));
        Assert.That((Guid?)Info("Content/dienst-a.config").Element("Parent")!.Attribute("Key"), Is.EqualTo(page));
    }

    [Test]
    public async Task A_page_in_the_bin_says_so_and_one_deleted_for_good_becomes_a_marker()
    {
        await editor.BinAsync(page);
        Assert.That(await ChangedAsync(), Is.EqualTo([Page]));
        Assert.That(Info(Page).Element("Trashed")!.Value, Is.EqualTo("true"));

        await editor.DeleteAsync(page);
        Assert.That(await ChangedAsync(), Is.EqualTo([Page]));
        AssertMarker(Page, page, "Eine Seite", "Delete");
    }

    [Test]
    public async Task Namesakes_have_files_of_their_own_and_keep_them()
    {
        var twin = await editor.CreateAsync("Eine Seite", like: page);
        var twinFile = $"Content/eine-seite_{twin.ToString("N")[..8]}.config";
        Assert.That(await ChangedAsync(), Is.EqualTo([twinFile]));

        before = State();
        await editor.DeleteAsync(page);
        Assert.That(await ChangedAsync(), Is.EqualTo([Page]));
        before = State();
        await cms.EditAsync(twin, "headline", "Allein");
        Assert.That(await ChangedAsync(), Is.EqualTo([twinFile]));
        AssertMarker(Page, page, "Eine Seite", "Delete");
    }

    [Test]
    public async Task A_new_page_leaves_the_marker_of_a_deleted_one_and_takes_the_name_a_renamed_one_left()
    {
        await editor.DeleteAsync(page);
        var news = files.KeyOf("Content/aktuelles.config");
        await editor.RenameAsync(news, "Neuigkeiten");
        var first = await editor.CreateAsync("Eine Seite", like: news);
        var second = await editor.CreateAsync("Aktuelles", like: news);
        await ChangedAsync();
        AssertMarker(Page, page, "Eine Seite", "Delete");
        Assert.That(files.KeyOf($"Content/eine-seite_{first.ToString("N")[..8]}.config"), Is.EqualTo(first));
        Assert.That(files.KeyOf("Content/aktuelles.config"), Is.EqualTo(second));
        Assert.That(files.KeyOf("Content/neuigkeiten.config"), Is.EqualTo(news));
    }

    [Test]
    public async Task What_somebody_wrote_by_hand_stays()
    {
        var own = Guid.NewGuid();
        files.SetValue("Content/dienst-a.config", "headline", "Von Hand");
        files.Write("Content/von-hand.config", $"""<Content Key="{own}" Alias="Von Hand" Level="1"><Info><ContentType>page</ContentType></Info></Content>""");
        files.Write("Content/ganz-neu.config", "noch kein XML");
        files.Delete("Content/fragen.config");
        before = State();
        await editor.RenameAsync(page, "Von Hand");
        var created = await editor.CreateAsync("Ganz neu", like: page);
        Assert.That(await ChangedAsync(), Is.EquivalentTo([Page, $"Content/von-hand_{page.ToString("N")[..8]}.config", $"Content/ganz-neu_{created.ToString("N")[..8]}.config"]));
    }

    [Test]
    public async Task A_word_that_was_changed_is_written()
    {
        await cms.Content.ChangeAsync(async db =>
        {
            var row = await db.SchemaItems.SingleAsync(item => item.Folder == "Dictionary" && item.Alias == "Contact.All");
            row.Xml = row.Xml.Replace("Telefon und E-Mail", "Alle Wege", StringComparison.Ordinal);
            return true;
        });
        Assert.That(await ChangedAsync(), Is.EqualTo(["Dictionary/Contact.All.config"]));
        Assert.That(File.ReadAllBytes(files.At("Dictionary", "Contact.All.config")), Is.EqualTo(File.ReadAllBytes(Path.Combine(await cms.ExportAsync(), "Dictionary", "Contact.All.config"))));
    }

    [Test]
    public async Task A_picture_that_was_replaced_is_copied()
    {
        await cms.Content.ChangeAsync(async db =>
        {
            var row = await db.Media.SingleAsync(item => item.Name == "Logo");
            File.WriteAllText(Path.Combine(cms.Path, "media", "logo", "logo.svg"), "<svg><!-- new --></svg>");
            row.Values = PropertyValues.ToJson(new Dictionary<string, string>(PropertyValues.FromJson(row.Values)) { ["umbracoBytes"] = "23" });
            return true;
        });
        Assert.That(await ChangedAsync(), Is.EquivalentTo(["Media/logo.config", "MediaFiles/logo/logo.svg"]));
        Assert.That(File.ReadAllText(files.At("MediaFiles", "logo", "logo.svg")), Does.Contain("new"));
    }

    [TestCase(SyncGroup.Content, "Content/eine-seite.config", "Dictionary/Contact.All.config")]
    [TestCase(SyncGroup.Settings, "ContentTypes/page.config")]
    public async Task Only_the_group_that_was_asked_for_is_written(SyncGroup group, params string[] written)
    {
        await using var next = await CmsFolder.OpenAsync(cms.Path, Writing(files.Path, group));
        await next.Get<SyncOnSave>().OpenAsync();
        await CmsFolder.EditAsync(next.Content, page, "headline", "Neu");
        await next.Content.ChangeAsync(async db =>
        {
            foreach (var row in await db.SchemaItems.Where(item => item.Alias == "Contact.All" || (item.Folder == "ContentTypes" && item.Alias == "page")).ToListAsync())
                row.Xml = row.Xml.Replace("Telefon und E-Mail", "Alle Wege", StringComparison.Ordinal).Replace("<Icon>", "<Icon>x", StringComparison.Ordinal);
            return true;
        });
        await next.Get<SyncOnSave>().CatchUpAsync();
        Assert.That(Changes(), Is.EquivalentTo(written));
    }
}
