using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WgsSite.Cms;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Sync;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Sync;

/// <summary>What becomes of the files of a uSync folder when the store changes.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SyncOnSaveTests
{
    private const string Page = "Content/eine-seite.config";
    private readonly CapturedLog log = new();
    private SyncFiles files = null!;
    private CmsFolder cms = null!;
    private Editor editor = null!;
    private Dictionary<string, (string Text, DateTime At)> before = null!;
    private Guid page;

    [SetUp]
    public async Task FillAsync()
    {
        files = SyncFiles.OfSmallSite();
        page = files.KeyOf(Page);
        cms = await CmsFolder.MakeAsync(add: Writing(files.Path));
        editor = new Editor(cms.Content);
        await Sync.OpenAsync();
        await cms.ImportAsync(files.Path);
        before = State();
        await Sync.CatchUpAsync();
    }

    [TearDown]
    public async Task CleanAsync()
    {
        await cms.DisposeAsync();
        files.Dispose();
        log.Dispose();
    }

    [Test]
    public async Task An_import_from_the_folder_itself_writes_nothing()
    {
        Assert.That(Changes(), Is.Empty);
        files.SetValue(Page, "headline", "Neu");
        await cms.ImportAsync(files.Path);
        before = State();
        Assert.That(await ChangedAsync(), Is.Empty);
    }

    [Test]
    public async Task What_first_fills_an_empty_store_is_not_written()
    {
        using var other = SyncFiles.OfSmallSite();
        other.Rename(Page, "Von anderswo");
        await using var next = await CmsFolder.MakeAsync(add: Writing(files.Path));
        await next.Get<SyncOnSave>().OpenAsync();
        await next.ImportAsync(other.Path);
        await next.Get<SyncOnSave>().CatchUpAsync();
        Assert.That(Changes(), Is.Empty);
        await CmsFolder.EditAsync(next.Content, page, "headline", "Geändert");
        await next.Get<SyncOnSave>().CatchUpAsync();
        Assert.That(Changes(), Is.EqualTo([Page]));
    }

    [Test]
    public async Task An_import_from_elsewhere_writes_what_it_changed()
    {
        using var other = SyncFiles.OfSmallSite();
        other.SetValue(Page, "headline", "Von anderswo");
        await cms.ImportAsync(other.Path);
        Assert.That(await ChangedAsync(), Is.EqualTo([Page]));
        Assert.That(ValueOf(Page, "headline"), Is.EqualTo("Von anderswo"));
    }

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
    public async Task The_marker_of_a_deletion_that_was_imported_stays()
    {
        files.Write(Page, $"""<Empty Key="{page}" Alias="Eine Seite" Change="Delete" />""");
        await cms.ImportAsync(files.Path);
        before = State();
        Assert.That(await ChangedAsync(), Is.Empty);
    }

    [Test]
    public async Task A_deleted_page_that_comes_back_takes_its_file_again()
    {
        await editor.DeleteAsync(page);
        await ChangedAsync();
        using var other = SyncFiles.OfSmallSite();
        await cms.ImportAsync(other.Path);
        Assert.That(await ChangedAsync(), Is.EqualTo([Page]));
        Assert.That(files.KeyOf(Page), Is.EqualTo(page));
        Assert.That(XElement.Load(files.At(Page)).Name.LocalName, Is.EqualTo("Content"));
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

    [Test]
    public async Task A_folder_that_cannot_be_written_holds_nobody_up_and_is_caught_up_with()
    {
        await Sync.StartAsync(CancellationToken.None);
        Directory.Move(files.At("Content"), files.At("away"));
        File.WriteAllText(files.At("Content"), "in the way");
        await cms.EditAsync(page, "headline", "Erstens");
        await editor.DeleteAsync(files.KeyOf("away/fragen.config"));
        await Eventually(() => log.Warnings.Any());
        Assert.That(log.Warnings.First(), Does.Contain(files.Path).And.Contain("Die Inhalte selbst sind gespeichert"));
        Assert.That(cms.Current.Find(page)!.Text("headline"), Is.EqualTo("Erstens"));

        File.Delete(files.At("Content"));
        Directory.Move(files.At("away"), files.At("Content"));
        // No further change: it is tried again by itself.
        await Eventually(() => ValueOf(Page, "headline") == "Erstens" && XElement.Load(files.At("Content", "fragen.config")).Name.LocalName == "Empty");
        await Sync.StopAsync(CancellationToken.None);
        Assert.That(Leftovers(), Is.Empty);
    }

    [Test]
    public async Task A_stop_writes_what_is_not_written_yet()
    {
        await Sync.StartAsync(CancellationToken.None);
        for (var count = 0; count < 5; count++) await cms.EditAsync(page, "headline", $"Nummer {count}");
        await Sync.StopAsync(CancellationToken.None);
        Assert.That(ValueOf(Page, "headline"), Is.EqualTo("Nummer 4"));
    }

    [Test]
    public async Task A_process_after_a_crash_writes_what_the_one_before_it_did_not()
    {
        await cms.EditAsync(page, "headline", "Vor dem Absturz");
        await editor.DeleteAsync(files.KeyOf("Content/fragen.config"));
        files.SetValue("Content/dienst-a.config", "headline", "Von Hand");
        before = State();

        await using var next = await CmsFolder.OpenAsync(cms.Path, Writing(files.Path));
        await next.Get<SyncOnSave>().OpenAsync();
        await next.Get<SyncOnSave>().CatchUpAsync();
        Assert.That(Changes(), Is.EquivalentTo([Page, "Content/fragen.config"]));
        Assert.That(ValueOf(Page, "headline"), Is.EqualTo("Vor dem Absturz"));
    }

    [Test]
    public async Task A_crash_amid_a_rename_leaves_one_file_per_page_in_the_end()
    {
        await editor.RenameAsync(page, "Anders");
        // Killed after the new file was written and before the old one was marked.
        File.Copy(Path.Combine(await cms.ExportAsync(), "Content", "anders.config"), files.At("Content", "anders.config"));
        await using var next = await CmsFolder.OpenAsync(cms.Path, Writing(files.Path));
        await next.Get<SyncOnSave>().CatchUpAsync();
        AssertMarker(Page, page, "Eine Seite", "Rename");
        Assert.That(files.KeyOf("Content/anders.config"), Is.EqualTo(page));
    }

    [Test]
    public async Task A_new_database_beside_the_old_notes_deletes_nothing()
    {
        var created = await editor.CreateAsync("Nur in der alten", like: page);
        await ChangedAsync();
        files.Delete("Content/nur-in-der-alten.config");
        before = State();
        await using var next = await CmsFolder.MakeAsync(add: Writing(files.Path));
        File.Copy(Path.Combine(cms.Path, "usync.json"), Path.Combine(next.Path, "usync.json"));
        await next.Get<SyncOnSave>().OpenAsync();
        await next.ImportAsync(files.Path);
        await next.Get<SyncOnSave>().CatchUpAsync();
        Assert.That(Changes(), Is.Empty, $"{created}");
    }

    [Test]
    public async Task What_was_written_fills_an_empty_store_with_the_same_items()
    {
        await editor.RenameAsync(page, "Umbenannt");
        await editor.DeleteAsync(files.KeyOf("Content/wie-geht-das.config"));
        await editor.CreateAsync("Umbenannt", like: page);
        await editor.BinAsync(files.KeyOf("Content/alte-nachricht.config"));
        await ChangedAsync();
        await using var second = await CmsFolder.MakeAsync(files.Path);
        var compared = await cms.CompareAsync(files.Path);
        Assert.Multiple(() =>
        {
            Assert.That(compared.Lines.Where(line => line.Change != SyncChange.Unchanged), Is.Empty);
            Assert.That(second.Current.Documents.Select(document => (document.Key, document.Path)), Is.EquivalentTo(cms.Current.Documents.Select(document => (document.Key, document.Path))));
        });
        var (one, other) = (await cms.ExportAsync(), await second.ExportAsync());
        foreach (var file in Directory.EnumerateFiles(one, "*", SearchOption.AllDirectories))
            Assert.That(File.ReadAllBytes(Path.Combine(other, Path.GetRelativePath(one, file))), Is.EqualTo(File.ReadAllBytes(file)), file);
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

    private SyncOnSave Sync => cms.Get<SyncOnSave>();

    private Action<IServiceCollection, string> Writing(string folder, SyncGroup group = SyncGroup.All) => (services, data) => services
        .AddLogging(logging => logging.AddProvider(log))
        .AddSyncOnSave(new SyncOnSaveSettings(data, folder, group) { RetryAfter = TimeSpan.FromMilliseconds(100) });

    /// <summary>Has everything written, and tells which files are others than before.</summary>
    private async Task<List<string>> ChangedAsync()
    {
        Assert.That(await Sync.CatchUpAsync(), Is.Empty);
        Assert.That(Leftovers(), Is.Empty);
        return Changes();
    }

    private List<string> Changes()
    {
        var now = State();
        return [.. now.Keys.Union(before.Keys).Where(file => !now.TryGetValue(file, out var one) || !before.TryGetValue(file, out var other) || one != other).Order(StringComparer.Ordinal)];
    }

    private Dictionary<string, (string Text, DateTime At)> State() => Directory.EnumerateFiles(files.Path, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(files.Path, file).Replace('\\', '/'), file => (File.ReadAllText(file), File.GetLastWriteTimeUtc(file)));

    private IEnumerable<string> Leftovers() => Directory.EnumerateFiles(files.Path, "*.new", SearchOption.AllDirectories);

    private XElement Info(string file) => XElement.Load(files.At(file)).Element("Info")!;

    private string? ValueOf(string file, string alias) => XElement.Load(files.At(file)).Element("Properties")?.Element(alias)?.Value;

    private void AssertMarker(string file, Guid key, string alias, string change)
    {
        var xml = XElement.Load(files.At(file));
        Assert.That(
            (xml.Name.LocalName, (Guid)xml.Attribute("Key")!, (string)xml.Attribute("Alias")!, (string)xml.Attribute("Change")!),
            Is.EqualTo(("Empty", key, alias, change)));
    }

    private static async Task Eventually(Func<bool> isSo)
    {
        for (var count = 0; count < 200 && !isSo(); count++) await Task.Delay(50);
        Assert.That(isSo(), Is.True);
    }
}
