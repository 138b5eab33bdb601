using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Management.Documents;

namespace WgsSite.Tests.Cms.Editing;

/// <summary>Moving, copying and sorting documents, and the bin.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DocumentPlaceTests
{
    private EditedCms cms = null!;
    private Guid home;
    private Guid page;
    private Guid child;
    private Guid grandchild;

    /// <summary>/eine-seite/kind/enkel/, all of it published.</summary>
    [SetUp]
    public async Task FillAsync()
    {
        cms = await EditedCms.OfSmallSiteAsync();
        home = cms.KeyOf("start");
        page = cms.KeyOf("eine-seite");
        child = await cms.CreateAsync("page", page, "Kind", new ValueInput("headline", "Das Kind"));
        await cms.PublishAsync(child);
        grandchild = await cms.CreateAsync("page", child, "Enkel");
        await cms.PublishAsync(grandchild);
        cms.Raised.Clear();
    }

    [TearDown]
    public async Task CleanAsync() => await cms.DisposeAsync();

    [Test]
    public async Task AMovedPageIsThereAtOnceAndItsOldAddressLeadsToIt()
    {
        await cms.Documents.MoveAsync(child, home, EditedCms.User);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cms.Readers.Find(grandchild)!.Path, Is.EqualTo("/kind/enkel/"));
            Assert.That(cms.Readers.FindRedirect("/eine-seite/kind/enkel/")?.Key, Is.EqualTo(grandchild));
            Assert.That(cms.Readers.FindRedirect("/eine-seite/kind/")?.Key, Is.EqualTo(child));
            Assert.That((await cms.ChildrenAsync(home)).Last(), Is.EqualTo("Kind"));
            Assert.That(cms.Raised, Is.EqualTo([(EditorEventSource.Document, child, EditorEventKind.Updated)]));
        }
    }

    /// <summary>However a page gets its place and name: <c>umbraco</c> at the top is the host's own.</summary>
    [Test]
    public async Task AnAddressOfTheHostIsNobodys()
    {
        await cms.RenameAsync(child, "Umbraco");
        await cms.PublishAsync(child);
        Assert.That(cms.Readers.Find(child)!.Path, Is.EqualTo("/eine-seite/umbraco/"), "free below");
        await cms.Documents.MoveAsync(child, home, EditedCms.User);
        Assert.That(cms.Readers.Find(grandchild)!.Path, Is.EqualTo("/umbraco-1/enkel/"), "moved");
        var created = await cms.CreateAsync("page", home, "umbraco");
        await cms.PublishAsync(created);
        Assert.That(cms.Readers.Find(created)!.Path, Is.EqualTo("/umbraco-2/"), "created");
        await cms.RenameAsync(page, "UMBRACO");
        await cms.PublishAsync(page);
        Assert.That(cms.Readers.Documents.Select(document => document.Path), Has.None.EqualTo("/umbraco/"), "renamed");
        await cms.Documents.MoveToBinAsync(child, EditedCms.User);
        await cms.Documents.RestoreAsync(child, home, EditedCms.User);
        await cms.PublishAsync(child);
        var copy = await cms.Documents.CopyAsync(child, home, withDescendants: false, EditedCms.User);
        await cms.PublishAsync(copy);
        Assert.That(cms.Readers.Documents.Select(document => document.Path), Has.None.EqualTo("/umbraco/"), "restored and copied");
    }

    [Test]
    public async Task NothingIsMovedBeneathItself()
    {
        Assert.That((await cms.RefusedAsync(() => cms.Documents.MoveAsync(page, grandchild, EditedCms.User))).Title, Is.EqualTo("Ein Dokument kann nicht unter sich selbst stehen."));
        await cms.RefusedAsync(() => cms.Documents.MoveAsync(page, page, EditedCms.User));
    }

    [Test]
    public async Task NothingIsMovedWhereItMayNotStand()
    {
        await cms.RefusedAsync(() => cms.Documents.MoveAsync(page, null, EditedCms.User));
        await cms.RefusedAsync(() => cms.Documents.MoveAsync(page, cms.KeyOf("aktuelles"), EditedCms.User));
        await cms.RefusedAsync(() => cms.Documents.MoveAsync(page, cms.KeyOf("weggeworfen"), EditedCms.User));
        await cms.RefusedAsync(() => cms.Documents.MoveAsync(cms.KeyOf("weggeworfen"), home, EditedCms.User));
    }

    [Test]
    public async Task MovingToWhereItIsChangesNothing()
    {
        var before = await cms.StateAsync();
        await cms.Documents.MoveAsync(child, page, EditedCms.User);
        Assert.That(await cms.StateAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task ACopyIsADraftWithANumberAndWithoutWhatHangsBeneath()
    {
        var copy = await cms.Documents.CopyAsync(child, page, withDescendants: false, EditedCms.User);
        var second = await cms.Documents.CopyAsync(child, page, withDescendants: false, EditedCms.User);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await cms.ChildrenAsync(page), Is.EqualTo(["Kind", "Kind (1)", "Kind (2)"]));
            Assert.That(await cms.ChildrenAsync(copy), Is.Empty);
            Assert.That((await cms.RowAsync(second))!.PublishedVersionId, Is.Null);
            Assert.That((await cms.RowAsync(copy))!.DraftVersion!.Values, Does.Contain("Das Kind"));
            Assert.That((await cms.RowAsync(child))!.PublishedVersionId, Is.Not.Null);
        }
    }

    [Test]
    public async Task ACopyElsewhereKeepsItsNameAndTakesAlongWhatHangsBeneath()
    {
        var copy = await cms.Documents.CopyAsync(child, home, withDescendants: true, EditedCms.User);
        Assert.That((await cms.RowAsync(copy))!.DraftVersion!.Name, Is.EqualTo("Kind"));
        Assert.That(await cms.ChildrenAsync(copy), Is.EqualTo(["Enkel"]));
    }

    [Test]
    public async Task ACopyIntoItselfEnds()
    {
        var copy = await cms.Documents.CopyAsync(page, page, withDescendants: true, EditedCms.User);
        Assert.That(await cms.ChildrenAsync(page), Is.EqualTo(["Kind", "Eine Seite"]));
        Assert.That(await cms.ChildrenAsync(copy), Is.EqualTo(["Kind"]));
    }

    [Test]
    public async Task WhatLiesInTheBinIsNotCopiedAlong()
    {
        await cms.Documents.MoveToBinAsync(grandchild, EditedCms.User);
        var copy = await cms.Documents.CopyAsync(child, home, withDescendants: true, EditedCms.User);
        Assert.That(await cms.ChildrenAsync(copy), Is.Empty);
        await cms.RefusedAsync(() => cms.Documents.CopyAsync(grandchild, home, withDescendants: false, EditedCms.User));
    }

    [Test]
    public async Task SortingIsSeenByReadersAtOnceAndLeavesTheOthersBehind()
    {
        var services = cms.KeyOf("leistungen");
        var before = await cms.ChildrenAsync(services);
        await using (var db = await cms.Cms.OpenAsync())
        {
            var keys = await db.Documents.Where(row => row.ParentKey == services && !row.Trashed).OrderBy(row => row.SortOrder).Select(row => row.Key).ToListAsync();
            await cms.Documents.SortAsync(services, new Dictionary<Guid, int> { [keys[^1]] = 0, [Guid.NewGuid()] = 1, [keys[1]] = 2 }, EditedCms.User);
        }

        string[] expected = [before[^1], before[1], before[0], .. before.Skip(2).SkipLast(1)];
        Assert.That(await cms.ChildrenAsync(services), Is.EqualTo(expected));
        Assert.That(cms.Readers.Find(services)!.Children.Select(service => service.Name), Is.EqualTo(expected));
    }

    [Test]
    public async Task WhatIsThrownAwayIsGoneForReadersWithAllBeneath()
    {
        await cms.Documents.MoveToBinAsync(page, EditedCms.User);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cms.Readers.Find(page), Is.Null);
            Assert.That(cms.Readers.Find(grandchild), Is.Null);
            Assert.That(await cms.ChildrenAsync(null, trashed: true), Does.Contain("Eine Seite"));
            Assert.That(await cms.ChildrenAsync(page, trashed: true), Is.EqualTo(["Kind"]));
            Assert.That(cms.Raised, Is.EqualTo([(EditorEventSource.Document, page, EditorEventKind.Trashed)]));
        }
    }

    [Test]
    public async Task WhatWasThrownAwayEarlierStaysInTheBinWhenItsParentComesBack()
    {
        await cms.Documents.MoveToBinAsync(grandchild, EditedCms.User);
        await cms.Documents.MoveToBinAsync(page, EditedCms.User);
        await cms.Documents.RestoreAsync(page, home, EditedCms.User);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await cms.ChildrenAsync(page), Is.EqualTo(["Kind"]));
            Assert.That(await cms.ChildrenAsync(child), Is.Empty);
            Assert.That((await cms.RowAsync(grandchild))!.Trashed, Is.True);
            Assert.That(cms.Readers.Find(page), Is.Null, "comes back as a draft");
        }

        await cms.PublishAsync(page);
        Assert.That(cms.Readers.Find(page)?.Path, Is.EqualTo("/eine-seite/"));
        Assert.That(cms.Readers.Find(child), Is.Null, "so does what hangs beneath");
    }

    [Test]
    public async Task WhereThePlaceIsGoneAnotherOneIsChosen()
    {
        await cms.Documents.MoveToBinAsync(grandchild, EditedCms.User);
        await cms.Documents.MoveToBinAsync(child, EditedCms.User);
        await cms.RefusedAsync(() => cms.Documents.RestoreAsync(grandchild, child, EditedCms.User));
        await cms.Documents.DeleteAsync(child, EditedCms.User);
        await cms.RefusedAsync(() => cms.Documents.RestoreAsync(grandchild, child, EditedCms.User));
        await cms.RefusedAsync(() => cms.Documents.RestoreAsync(grandchild, null, EditedCms.User));
        await cms.Documents.RestoreAsync(grandchild, page, EditedCms.User);
        Assert.That(await cms.ChildrenAsync(page), Is.EqualTo(["Enkel"]));
        await cms.RefusedAsync(() => cms.Documents.RestoreAsync(grandchild, page, EditedCms.User));
    }

    [Test]
    public async Task WhatAFileBroughtIntoTheBinComesBackAsADraftToo()
    {
        var thrown = cms.KeyOf("weggeworfen");
        await cms.Documents.RestoreAsync(thrown, home, EditedCms.User);
        Assert.That((await cms.ChildrenAsync(home)).Last(), Is.EqualTo("Weggeworfen"));
        Assert.That(cms.Readers.Find(thrown), Is.Null);
    }

    [Test]
    public async Task APartOfWhatWasThrownAwayCanComeBackAlone()
    {
        await cms.Documents.MoveToBinAsync(page, EditedCms.User);
        await cms.Documents.RestoreAsync(child, home, EditedCms.User);
        Assert.That((await cms.RowAsync(grandchild))!.Trashed, Is.False);
        Assert.That((await cms.RowAsync(page))!.Trashed, Is.True);
    }

    [Test]
    public async Task DeletingForGoodLeavesNothing()
    {
        await cms.RenameAsync(child, "Umbenannt");
        await cms.PublishAsync(child);
        await cms.RefusedAsync(() => cms.Documents.DeleteAsync(page, EditedCms.User));
        await cms.Documents.MoveToBinAsync(page, EditedCms.User);
        cms.Raised.Clear();
        await cms.Documents.DeleteAsync(page, EditedCms.User);
        await using var db = await cms.Cms.OpenAsync();
        Guid[] keys = [page, child, grandchild];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await db.Documents.CountAsync(row => keys.Contains(row.Key)), Is.Zero);
            Assert.That(await db.DocumentVersions.CountAsync(row => keys.Contains(row.DocumentKey)), Is.Zero);
            Assert.That(await db.Redirects.CountAsync(row => keys.Contains(row.DocumentKey)), Is.Zero);
            Assert.That(cms.Raised, Has.Exactly(3).Items.And.All.Matches<(EditorEventSource Source, Guid, EditorEventKind Kind)>(raised => raised is (EditorEventSource.Document, _, EditorEventKind.Deleted)));
        }
    }

    [Test]
    public async Task EmptyingTheBinTakesAllThatIsInItAndNothingElse()
    {
        await cms.Documents.MoveToBinAsync(page, EditedCms.User);
        var others = await cms.ChildrenAsync(home);
        await cms.Documents.EmptyBinAsync(EditedCms.User);
        await using var db = await cms.Cms.OpenAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await db.Documents.CountAsync(row => row.Trashed), Is.Zero);
            Assert.That(await db.Documents.AnyAsync(row => row.Key == grandchild), Is.False);
            Assert.That(await cms.ChildrenAsync(home), Is.EqualTo(others));
        }
    }

    [Test]
    public async Task WhoDidWhatIsKept()
    {
        await cms.Documents.MoveAsync(child, home, EditedCms.User);
        await cms.Documents.MoveToBinAsync(child, EditedCms.User);
        await using var db = await cms.Cms.OpenAsync();
        var log = await db.Audit.Where(entry => entry.ItemKey == child).OrderBy(entry => entry.Id).ToListAsync();
        Assert.That(log.Select(entry => (entry.Action, entry.UserKey)), Is.EqualTo(new[] { "New", "Publish", "Move", "Move" }.Select(action => (action, (Guid?)EditedCms.User))));
    }

    [Test]
    public async Task WhatIsNotInTheBinIsNeverDeletedAlong()
    {
        await cms.Documents.MoveToBinAsync(page, EditedCms.User);
        await LiveAgainAsync(child);
        var refusal = await cms.RefusedAsync(() => cms.Documents.DeleteAsync(page, EditedCms.User));
        Assert.That(refusal.Detail, Does.Contain("„Kind“"));
        await cms.Documents.EmptyBinAsync(EditedCms.User);
        Assert.That(await cms.RowAsync(child), Is.Not.Null);
        Assert.That(await cms.RowAsync(page), Is.Not.Null, "what it hangs beneath stays too");
        Assert.That(await cms.RowAsync(cms.KeyOf("weggeworfen")), Is.Null);
        Assert.That((await cms.RefusedAsync(() => cms.Documents.EmptyBinAsync(EditedCms.User))).Title, Is.EqualTo("Der Papierkorb wurde nicht geleert."));
        await cms.Documents.MoveAsync(child, home, EditedCms.User);
        await cms.Documents.EmptyBinAsync(EditedCms.User);
        Assert.That(await cms.RowAsync(page), Is.Null);
        Assert.That(await cms.RowAsync(child), Is.Not.Null);
    }

    [Test]
    public async Task NothingComesBackBeneathItself()
    {
        await cms.Documents.MoveToBinAsync(page, EditedCms.User);
        await LiveAgainAsync(child);
        foreach (var target in new[] { child, page })
            Assert.That((await cms.RefusedAsync(() => cms.Documents.RestoreAsync(page, target, EditedCms.User))).Title, Is.EqualTo("Ein Dokument kann nicht unter sich selbst stehen."));
    }

    [Test]
    public async Task DocumentsBeneathEachOtherHoldNobodyUp()
    {
        await using (var db = await cms.Cms.OpenAsync())
            await db.Documents.Where(row => row.Key == page).ExecuteUpdateAsync(set => set.SetProperty(row => row.ParentKey, grandchild));
        await using (var db = await cms.Cms.OpenAsync())
            Assert.That((await new DocumentItems(db, cms.Readers.Schema, new DocumentArea(db, null)).SearchAsync("Enkel", home, null, [], 0, 10, CancellationToken.None)).Total, Is.Zero);
        await cms.Documents.CopyAsync(child, home, withDescendants: true, EditedCms.User);
        await cms.Documents.MoveAsync(child, home, EditedCms.User);
        Assert.That(await cms.ChildrenAsync(page), Is.Empty);
    }

    [Test]
    public async Task ACopyOfALongNameHasRoomForItsNumber()
    {
        var name = new string('x', 250) + "😀 ende"[..5];
        await cms.RenameAsync(child, name);
        var copy = await cms.Documents.CopyAsync(child, page, withDescendants: false, EditedCms.User);
        Assert.That((await cms.RowAsync(copy))!.DraftVersion!.Name, Is.EqualTo(new string('x', 250) + " (1)"));
    }

    [Test]
    public async Task SortingIsToldOnce()
    {
        var services = cms.KeyOf("leistungen");
        await using (var db = await cms.Cms.OpenAsync())
        {
            var keys = await db.Documents.Where(row => row.ParentKey == services && !row.Trashed).OrderByDescending(row => row.SortOrder).Select(row => row.Key).ToListAsync();
            await cms.Documents.SortAsync(services, keys.Index().ToDictionary(pair => pair.Item, pair => pair.Index), EditedCms.User);
        }

        Assert.That(cms.Raised, Has.One.Items);
    }

    /// <summary>As a file may leave it.</summary>
    private async Task LiveAgainAsync(Guid key)
    {
        await using var db = await cms.Cms.OpenAsync();
        await db.Documents.Where(row => row.Key == key).ExecuteUpdateAsync(set => set.SetProperty(row => row.Trashed, false));
    }
}
