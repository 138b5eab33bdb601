using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;
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
    public async Task The_marker_of_a_renamed_file_does_no_harm()
    {
        files.Rename(Page, "Neuer Name");
        files.Write("Content/alter-name.config", $"""<Empty Key="{files.KeyOf(Page)}" Alias="Eine Seite" Change="Rename" />""");
        var report = await cms.ImportAsync(files.Path);
        Assert.Multiple(() =>
        {
            Assert.That(report.IsComplete, Is.True);
            Assert.That(cms.Current.FindByPath("/neuer-name/"), Is.Not.Null);
        });
    }

    [Test]
    public async Task A_file_put_back_brings_its_document_back()
    {
        var text = File.ReadAllText(files.At(Page));
        files.Write(Page, $"""<Empty Key="{files.KeyOf(Page)}" Alias="Eine Seite" Change="Delete" />""");
        await cms.ImportAsync(files.Path);
        Assert.That(cms.Current.FindByPath("/eine-seite/"), Is.Null);
        files.Write(Page, text);
        var report = await cms.ImportAsync(files.Path);
        Assert.Multiple(() =>
        {
            Assert.That(report.IsComplete, Is.True);
            Assert.That(cms.Current.FindByPath("/eine-seite/"), Is.Not.Null);
        });
    }

    [Test]
    public async Task A_type_that_documents_are_made_of_cannot_be_deleted()
    {
        var key = files.KeyOf("ContentTypes/page.config");
        files.Write("ContentTypes/page.config", $"""<Empty Key="{key}" Alias="page" Change="Delete" />""");
        foreach (var file in Directory.EnumerateFiles(files.At("Content"))) File.Delete(file);
        var refused = await Assert.ThrowsAsync<SyncException>(() => cms.ImportAsync(files.Path));
        Assert.That(refused!.Message, Does.Contain("wird noch gebraucht"));
    }

    [Test]
    public async Task Spelling_of_type_names_and_unknown_templates_are_no_edit()
    {
        files.Edit(Page, xml =>
        {
            var info = xml.Element("Info")!;
            info.Element("ContentType")!.Value = "PAGE";
            info.Element("Template")!.SetAttributeValue("Key", Guid.NewGuid());
            info.Element("Template")!.Value = "unbekannt";
        });
        await cms.ImportAsync(files.Path);
        var again = await cms.ImportAsync(files.Path);
        Assert.That(again.Lines.Select(line => line.Change).Distinct(), Is.EqualTo([SyncChange.Unchanged]));
    }

    [Test]
    public async Task An_alias_in_other_capitals_is_the_same_property()
    {
        files.Edit(Page, xml => xml.Element("Properties")!.Element("headline")!.Name = "HeadLine");
        await cms.ImportAsync(files.Path);
        Assert.That(cms.Current.Find(files.KeyOf(Page))!.Text("headline"), Is.EqualTo("Eine Seite"));
    }

    [Test]
    public async Task A_file_that_editors_replaced_stays()
    {
        var key = new Guid("11111111-2222-4333-8444-666666666666");
        await cms.Content.ChangeAsync(async db =>
        {
            (await db.Media.SingleAsync(row => row.Key == key)).Name = "Neues Logo";
            return true;
        });
        var logo = Path.Combine(cms.Path, "media", "logo", "logo.svg");
        File.WriteAllText(logo, "<svg><!-- editors' --></svg>");
        await cms.ImportAsync(files.Path);
        Assert.That(File.ReadAllText(logo), Does.Contain("editors'"));
    }

    [Test]
    public async Task Two_media_items_may_share_a_file()
    {
        var text = File.ReadAllText(files.At("Media/logo.config")).Replace("11111111-2222-4333-8444-666666666666", Guid.NewGuid().ToString(), StringComparison.Ordinal);
        files.Write("Media/zweites.config", text);
        File.WriteAllText(files.At("MediaFiles/logo/logo.svg"), "<svg><!-- new --></svg>");
        Assert.That((await cms.ImportAsync(files.Path)).IsComplete, Is.True);
    }

    [Test]
    public async Task What_lies_in_a_folder_in_the_bin_is_in_the_bin()
    {
        var folder = Guid.NewGuid();
        files.Write("Media/ordner.config", $"""<Media Key="{folder}" Alias="Ordner" Level="1"><Info><Trashed>true</Trashed><ContentType>Folder</ContentType><NodeName Default="Ordner" /></Info></Media>""");
        files.Edit("Media/logo.config", xml => xml.Element("Info")!.Element("Parent")!.SetAttributeValue("Key", folder));
        await cms.ImportAsync(files.Path);
        Assert.That(cms.Current.FindMedia(new Guid("11111111-2222-4333-8444-666666666666")), Is.Null);
    }

    [Test]
    public async Task What_hangs_beneath_something_in_the_bin_is_named()
    {
        files.Edit("Content/leistungen.config", xml => xml.Element("Info")!.Element("Trashed")!.Value = "true");
        var report = await cms.ImportAsync(files.Path);
        Assert.That(report.Warnings, Has.Some.Contain("„Dienst A“ steht unter einem Dokument im Papierkorb"));
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

    private const string List = "Content/leistungen.config";

    [Test]
    public async Task What_hangs_beneath_a_deleted_document_goes_into_the_bin_and_comes_back_with_it()
    {
        var text = File.ReadAllText(files.At(List));
        var key = files.KeyOf(List);
        var child = files.KeyOf("Content/dienst-a.config");
        Delete(List);
        await cms.ImportAsync(files.Path);
        var (parentRow, childRow) = (await RowAsync(key), await RowAsync(child));
        Assert.Multiple(() =>
        {
            Assert.That((parentRow.Trashed, parentRow.ParentKey, parentRow.PublishedVersionId), Is.EqualTo((true, (Guid?)null, (long?)null)));
            Assert.That(parentRow.TrashedFromKey, Is.EqualTo(files.KeyOf("Content/start.config")));
            Assert.That((childRow.Trashed, childRow.ParentKey, childRow.PublishedVersionId), Is.EqualTo((true, (Guid?)key, (long?)null)));
        });

        var again = await cms.ImportAsync(files.Path);
        Assert.That(again.Lines.Where(line => line.Change != SyncChange.Unchanged), Is.Empty, "the folder says the same as before");
        Assert.That((await RowAsync(child)).Revision, Is.EqualTo(childRow.Revision));
        await cms.ImportAsync(files.Path, overwriteEdited: true);
        Assert.That((await RowAsync(child)).Trashed, Is.True);

        files.Write(List, text);
        var back = await cms.ImportAsync(files.Path);
        Assert.That(back.IsComplete, Is.True);
        Assert.That(cms.Current.FindByPath("/leistungen/dienst-a/"), Is.Not.Null);
    }

    [Test]
    public async Task A_delete_marker_spares_what_editors_changed_beneath_it()
    {
        var child = files.KeyOf("Content/dienst-a.config");
        await cms.EditAsync(child, "headline", "Wichtig");
        Delete(List);
        var report = await cms.ImportAsync(files.Path);
        Assert.That(report.IsComplete, Is.False);
        Assert.That(cms.Current.Find(child), Is.Not.Null);
        await cms.ImportAsync(files.Path, overwriteEdited: true);
        Assert.That(cms.Current.Find(child), Is.Null);
        Assert.That((await RowAsync(child)).Trashed, Is.True);
    }

    [Test]
    public async Task What_was_deleted_with_its_parent_lies_beneath_it_in_the_bin()
    {
        var (key, child) = (files.KeyOf(List), files.KeyOf("Content/dienst-a.config"));
        Delete(List);
        Delete("Content/dienst-a.config");
        var report = await cms.ImportAsync(files.Path);
        Assert.That(report.Count("Content", SyncChange.Deleted), Is.EqualTo(2));
        Assert.That((await RowAsync(child)).ParentKey, Is.EqualTo(key));
    }

    private void Delete(string file) => files.Write(file, $"""<Empty Key="{files.KeyOf(file)}" Alias="Gelöscht" Change="Delete" />""");

    private async Task<DocumentRow> RowAsync(Guid key)
    {
        await using var db = await cms.OpenAsync();
        return await db.Documents.AsNoTracking().SingleAsync(row => row.Key == key);
    }
}
