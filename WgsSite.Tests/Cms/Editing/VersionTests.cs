using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Storage;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Editing;

/// <summary>Going back to what a document said before, and clearing away what nobody needs.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class VersionTests
{
    private readonly ManualClock clock = new(new DateTimeOffset(2026, 7, 1, 10, 0, 0, TimeSpan.Zero));
    private EditedCms cms = null!;
    private Guid page;

    [SetUp]
    public async Task FillAsync()
    {
        cms = await EditedCms.OfSmallSiteAsync(clock);
        page = cms.KeyOf("eine-seite");
    }

    [TearDown]
    public async Task CleanAsync() => await cms.DisposeAsync();

    [Test]
    public async Task GoingBackMakesANewDraftAndLosesNothing()
    {
        var first = (await cms.RowAsync(page))!.DraftVersionId!.Value;
        await cms.RenameAsync(page, "Zweiter Name");
        await cms.SaveAsync(page, "headline", "Zweite Überschrift");
        var before = await NamesAsync();
        await cms.Documents.RollBackAsync(first, EditedCms.User);
        var row = (await cms.RowAsync(page))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(row.DraftVersion!.Name, Is.EqualTo("Eine Seite"));
            Assert.That(row.DraftVersionId, Is.Not.EqualTo(first));
            Assert.That(row.DraftVersion.CreatedBy, Is.EqualTo(EditedCms.User));
            Assert.That(await NamesAsync(), Is.EqualTo([.. before, "Eine Seite"]));
            Assert.That(cms.Readers.Find(page)!.Name, Is.EqualTo("Eine Seite"));
        }
    }

    [Test]
    public async Task GoingBackToWhatTheDraftSaysIsNoChange()
    {
        var before = await cms.StateAsync();
        await cms.Documents.RollBackAsync((await cms.RowAsync(page))!.DraftVersionId!.Value, EditedCms.User);
        Assert.That(await cms.StateAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task NothingGoesBackInTheBin()
    {
        var first = (await cms.RowAsync(page))!.DraftVersionId!.Value;
        await cms.RenameAsync(page, "Zweiter Name");
        await cms.Documents.MoveToBinAsync(page, EditedCms.User);
        Assert.That((await cms.RefusedAsync(() => cms.Documents.RollBackAsync(first, EditedCms.User))).Title, Does.Contain("Papierkorb"));
    }

    [Test]
    public async Task AVersionThatIsGoneSaysSo() => Assert.That((await cms.RefusedAsync(() => cms.Documents.RollBackAsync(-1, EditedCms.User))).Kind, Is.EqualTo(RefusalKind.NotFound));

    [Test]
    public async Task OldVersionsAreThinnedOutAndVeryOldOnesGo()
    {
        // What was imported carries the time of this machine; it would be of the future here.
        clock.MoveTo(DateTimeOffset.UtcNow.AddDays(1).Date.AddHours(10));
        foreach (var name in (string[])["uralt", "uralt, gemerkt"])
        {
            await cms.RenameAsync(page, name);
            if (name.EndsWith("gemerkt", StringComparison.Ordinal)) await cms.Documents.PinAsync((await cms.RowAsync(page))!.DraftVersionId!.Value, pinned: true, EditedCms.User);
        }

        await cms.PublishAsync(page);
        await cms.RenameAsync(page, "uralt, nach der veröffentlichten");
        clock.Move(TimeSpan.FromDays(400));
        foreach (var name in (string[])["alt, morgens", "alt, mittags", "alt, abends"])
        {
            await cms.RenameAsync(page, name);
            clock.Move(TimeSpan.FromHours(3));
        }

        clock.Move(TimeSpan.FromDays(40));
        await cms.RenameAsync(page, "neu");
        await cms.RenameAsync(page, "noch neuer");
        await CleanUpAsync();
        Assert.That(await NamesAsync(), Is.EqualTo(["uralt, gemerkt", "alt, abends", "neu", "noch neuer"]));
    }

    [Test]
    public async Task DraftsAndWhatReadersSeeStayHoweverOldTheyAre()
    {
        clock.MoveTo(DateTimeOffset.UtcNow.AddYears(5));
        await CleanUpAsync();
        Assert.That((await cms.RowAsync(page))!.PublishedVersion!.Name, Is.EqualTo("Eine Seite"));
    }

    [Test]
    public async Task DaysAreThoseOfTheSite()
    {
        clock.MoveTo(new DateTimeOffset(2027, 7, 1, 21, 30, 0, TimeSpan.Zero));
        await cms.RenameAsync(page, "halb zwölf");
        clock.Move(TimeSpan.FromHours(1));
        await cms.RenameAsync(page, "halb eins");
        clock.Move(TimeSpan.FromHours(1));
        await cms.RenameAsync(page, "halb zwei");
        clock.Move(TimeSpan.FromDays(60));
        await cms.RenameAsync(page, "jetzt");
        await CleanUpAsync();
        Assert.That((await NamesAsync()).TakeLast(3), Is.EqualTo(["halb zwölf", "halb zwei", "jetzt"]));
    }

    private Task<int> CleanUpAsync() => new VersionCleanup(cms.Cms.Get<IDbContextFactory<CmsDbContext>>(), clock).RunAsync();

    private async Task<List<string>> NamesAsync()
    {
        await using var db = await cms.Cms.OpenAsync();
        return await db.DocumentVersions.Where(version => version.DocumentKey == page).OrderBy(version => version.Id).Select(version => version.Name).ToListAsync();
    }
}
