using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Sync;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Sync;

/// <summary>A folder imported again after it, or the store, has changed.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ReimportTests
{
    private const string Page = "Content/eine-seite.config";
    private SyncFiles files = null!;
    private CmsFolder cms = null!;

    [SetUp]
    public async Task FillAsync()
    {
        files = SyncFiles.OfSmallSite();
        cms = await CmsFolder.MakeAsync(files.Path);
    }

    [TearDown]
    public async Task CleanAsync()
    {
        await cms.DisposeAsync();
        files.Dispose();
    }

    [Test]
    public async Task A_changed_file_changes_its_document_and_leaves_a_version_behind()
    {
        files.SetValue(Page, "headline", "Neu");
        var report = await cms.ImportAsync(files.Path);
        await using var db = await cms.OpenAsync();
        var key = files.KeyOf(Page);
        Assert.Multiple(() =>
        {
            Assert.That(report.Lines.Where(line => line.Change != SyncChange.Unchanged).Select(line => (line.File, line.Change)), Is.EqualTo([(Page, SyncChange.Updated)]));
            Assert.That(cms.Current.Find(key)!.Text("headline"), Is.EqualTo("Neu"));
            Assert.That(db.DocumentVersions.Count(version => version.DocumentKey == key), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task What_editors_changed_stays_and_is_named_unless_told_otherwise()
    {
        var key = files.KeyOf(Page);
        await cms.EditAsync(key, "headline", "Von der Redaktion");
        files.SetValue(Page, "headline", "Aus der Datei");

        var compared = await cms.CompareAsync(files.Path);
        var kept = await cms.ImportAsync(files.Path);
        Assert.Multiple(() =>
        {
            Assert.That(compared.Lines.Single(line => line.Change == SyncChange.KeptEdited).File, Is.EqualTo(Page));
            Assert.That(kept.Lines.Single(line => line.Change == SyncChange.KeptEdited).File, Is.EqualTo(Page));
            Assert.That(kept.IsComplete, Is.False);
            Assert.That(cms.Current.Find(key)!.Text("headline"), Is.EqualTo("Von der Redaktion"));
        });

        await cms.ImportAsync(files.Path, overwriteEdited: true);
        Assert.That(cms.Current.Find(key)!.Text("headline"), Is.EqualTo("Aus der Datei"));
    }

    [Test]
    public async Task A_comparison_changes_nothing()
    {
        files.SetValue(Page, "headline", "Neu");
        var before = cms.Current;
        var report = await cms.CompareAsync(files.Path);
        Assert.Multiple(() =>
        {
            Assert.That(report.Count("Content", SyncChange.Updated), Is.EqualTo(1));
            Assert.That(cms.Current, Is.SameAs(before));
        });
        Assert.That((await cms.CompareAsync(files.Path)).Count("Content", SyncChange.Updated), Is.EqualTo(1));
    }

    [Test]
    public async Task A_renamed_page_leaves_a_redirect_and_so_do_the_pages_beneath_it()
    {
        files.Rename("Content/leistungen.config", "Angebote für Sie");
        await cms.ImportAsync(files.Path);
        Assert.Multiple(() =>
        {
            Assert.That(cms.Current.FindByPath("/leistungen/"), Is.Null);
            Assert.That(cms.Current.FindRedirect("/leistungen/")?.Path, Is.EqualTo("/angebote-fuer-sie/"));
            Assert.That(cms.Current.FindRedirect("/leistungen/dienst-a/")?.Path, Is.EqualTo("/angebote-fuer-sie/dienst-a/"));
        });
    }

    [Test]
    public async Task A_page_renamed_twice_and_back_leads_from_each_name_and_never_in_a_circle()
    {
        files.Rename(Page, "Zweiter Name");
        await cms.ImportAsync(files.Path);
        files.Rename(Page, "Dritter Name");
        await cms.ImportAsync(files.Path);
        Assert.That(cms.Current.FindRedirect("/eine-seite/")?.Path, Is.EqualTo("/dritter-name/"));
        Assert.That(cms.Current.FindRedirect("/zweiter-name/")?.Path, Is.EqualTo("/dritter-name/"));

        files.Rename(Page, "Eine Seite");
        await cms.ImportAsync(files.Path);
        Assert.Multiple(() =>
        {
            Assert.That(cms.Current.FindByPath("/eine-seite/"), Is.Not.Null);
            Assert.That(cms.Current.FindRedirect("/eine-seite/"), Is.Null);
            Assert.That(cms.Current.FindRedirect("/dritter-name/")?.Path, Is.EqualTo("/eine-seite/"));
        });
    }

    [Test]
    public async Task A_moved_page_leaves_a_redirect()
    {
        files.Edit("Content/dienst-a.config", xml => xml.Element("Info")!.Element("Parent")!.SetAttributeValue("Key", files.KeyOf(Page)));
        await cms.ImportAsync(files.Path);
        Assert.That(cms.Current.FindRedirect("/leistungen/dienst-a/")?.Path, Is.EqualTo("/eine-seite/dienst-a/"));
    }

    [Test]
    public async Task A_new_page_takes_over_a_path_that_only_redirected()
    {
        files.Rename(Page, "Anders");
        await cms.ImportAsync(files.Path);
        files.Rename("Content/aktuelles.config", "Eine Seite");
        await cms.ImportAsync(files.Path);
        Assert.Multiple(() =>
        {
            Assert.That(cms.Current.FindByPath("/eine-seite/")!.Type.Alias, Is.EqualTo("newsList"));
            Assert.That(cms.Current.FindRedirect("/eine-seite/"), Is.Null);
        });
    }

    [Test]
    public async Task A_delete_marker_puts_a_document_into_the_bin_with_all_beneath_it()
    {
        var key = files.KeyOf("Content/leistungen.config");
        files.Write("Content/leistungen.config", $"""<Empty Key="{key}" Alias="Leistungen" Change="Delete" />""");
        var report = await cms.ImportAsync(files.Path);
        await using var db = await cms.OpenAsync();
        var row = await db.Documents.SingleAsync(document => document.Key == key);
        Assert.Multiple(() =>
        {
            Assert.That(report.Count("Content", SyncChange.Deleted), Is.EqualTo(1));
            Assert.That(row.Trashed, Is.True);
            Assert.That(cms.Current.FindByPath("/leistungen/dienst-a/"), Is.Null);
        });
    }

    [Test]
    public async Task A_delete_marker_spares_what_editors_changed()
    {
        var key = files.KeyOf(Page);
        await cms.EditAsync(key, "headline", "Wichtig");
        files.Write(Page, $"""<Empty Key="{key}" Alias="Eine Seite" Change="Delete" />""");
        var report = await cms.ImportAsync(files.Path);
        Assert.Multiple(() =>
        {
            Assert.That(report.IsComplete, Is.False);
            Assert.That(cms.Current.Find(key), Is.Not.Null);
        });
    }

    [Test]
    public async Task Rename_markers_do_no_harm()
    {
        files.Write("Content/alter-name.config", $"""<Empty Key="{Guid.NewGuid()}" Alias="Alter Name" Change="Rename" />""");
        var report = await cms.ImportAsync(files.Path);
        Assert.That(report.IsComplete, Is.True);
    }

    [Test]
    public async Task What_a_folder_does_not_name_stays()
    {
        files.Delete(Page);
        await cms.ImportAsync(files.Path);
        Assert.That(cms.Current.FindByPath("/eine-seite/"), Is.Not.Null);
    }

    [Test]
    public async Task Every_change_is_in_the_audit()
    {
        files.SetValue(Page, "headline", "Neu");
        await cms.ImportAsync(files.Path);
        await using var db = await cms.OpenAsync();
        var key = files.KeyOf(Page);
        Assert.That(await db.Audit.CountAsync(row => row.ItemKey == key && row.Action == "Publish"), Is.EqualTo(2));
    }
}
