using System.Xml.Linq;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Sync;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Sync;

/// <summary>Imports beside a folder that is written on save, and of what was written.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SyncOnSaveImportTests : SyncOnSaveFixture
{
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

    [Test]
    public async Task What_a_colleague_builds_upon_a_written_file_is_no_conflict()
    {
        await cms.EditAsync(page, "headline", "Von hier");
        await ChangedAsync();
        files.SetValue(Page, "intro", "Von der Kollegin");
        var report = await cms.ImportAsync(files.Path);
        Assert.That(report.IsComplete, Is.True);
        Assert.That(cms.Current.Find(page)!.Raw("intro"), Is.EqualTo("Von der Kollegin"));
        Assert.That(cms.Current.Find(page)!.Text("headline"), Is.EqualTo("Von hier"));
    }

    [Test]
    public async Task What_was_changed_since_its_file_was_written_is_kept()
    {
        await cms.EditAsync(page, "headline", "Geschrieben");
        await ChangedAsync();
        await cms.EditAsync(page, "headline", "Noch nicht geschrieben");
        files.SetValue(Page, "intro", "Von der Kollegin");
        Assert.That((await cms.ImportAsync(files.Path)).IsComplete, Is.False);
        Assert.That(cms.Current.Find(page)!.Text("headline"), Is.EqualTo("Noch nicht geschrieben"));
    }
}
