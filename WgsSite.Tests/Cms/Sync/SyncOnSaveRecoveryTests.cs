using System.Xml.Linq;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Sync;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Sync;

/// <summary>A folder that cannot be written, a stop and a crash: what was missed is written later.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SyncOnSaveRecoveryTests : SyncOnSaveFixture
{
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

    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("""{"Scope":"SCOPE","Items":null}""")]
    [TestCase("""{"Scope":"SCOPE","Items":[null]}""")]
    public async Task Notes_nobody_can_read_are_named_in_the_log_and_hold_nobody_up(string notes)
    {
        File.WriteAllText(Path.Combine(cms.Path, "usync.json"), notes.Replace("SCOPE", $"All {files.Path}", StringComparison.Ordinal));
        await using var next = await CmsFolder.OpenAsync(cms.Path, Writing(files.Path));
        await next.Get<SyncOnSave>().OpenAsync();
        Assert.That(log.Warnings.Single(), Does.Contain("usync.json"));
        await CmsFolder.EditAsync(next.Content, page, "headline", "Danach");
        Assert.That(await next.Get<SyncOnSave>().CatchUpAsync(), Is.Empty);
        Assert.That(ValueOf(Page, "headline"), Is.EqualTo("Danach"));
    }
}
