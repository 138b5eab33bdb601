using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Editing;

namespace WgsSite.Tests.Cms.Editing;

/// <summary>Creating, saving, publishing and withdrawing documents.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DocumentEditorTests
{
    private EditedCms cms = null!;
    private Guid home;
    private Guid page;

    [SetUp]
    public async Task FillAsync()
    {
        cms = await EditedCms.OfSmallSiteAsync();
        home = cms.KeyOf("start");
        page = cms.KeyOf("eine-seite");
    }

    [TearDown]
    public async Task CleanAsync() => await cms.DisposeAsync();

    [Test]
    public async Task ANewDocumentIsADraftAtTheEndOfItsSiblings()
    {
        var key = await cms.CreateAsync("page", home, "  Neue Seite ");
        var row = (await cms.RowAsync(key))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await cms.ChildrenAsync(home), Has.ItemAt((await cms.ChildrenAsync(home)).Count - 1).EqualTo("Neue Seite"));
            Assert.That((row.PublishedVersionId, row.CreatedBy, row.DraftVersion!.CreatedBy), Is.EqualTo(((long?)null, EditedCms.User, EditedCms.User)));
            Assert.That(cms.Readers.Find(key), Is.Null);
            Assert.That(cms.Raised, Is.EqualTo([(EditorEventSource.Document, key, EditorEventKind.Created)]));
        }
    }

    [Test]
    public async Task OnlyAllowedTypesMayStandBeneathADocument() => Assert.That(
        (await cms.RefusedAsync(() => cms.CreateAsync("service", page, "Falsch"))).Title,
        Is.EqualTo($"„{cms.Readers.Schema.DocumentType("service")!.Name}“ darf nicht unter „Eine Seite“ stehen."));

    [Test]
    public async Task OnlyAllowedTypesMayStandAtTheRoot()
    {
        await cms.CreateAsync("home", null, "Zweite Startseite");
        var refusal = await cms.RefusedAsync(() => cms.CreateAsync("page", null, "Falsch"));
        Assert.That(refusal.Title, Does.EndWith("darf nicht ganz oben stehen."));
    }

    [Test]
    public async Task APartOfAPageIsNoDocument() =>
        Assert.That((await cms.RefusedAsync(() => cms.CreateAsync("textBlock", home, "Text"))).Title, Does.EndWith("kann nur innerhalb einer Seite stehen."));

    [Test]
    public async Task NothingIsMadeInTheBin() =>
        Assert.That((await cms.RefusedAsync(() => cms.CreateAsync("page", cms.KeyOf("weggeworfen"), "Neu"))).Title, Does.EndWith("liegt im Papierkorb."));

    [Test]
    public async Task ARequestSentTwiceMakesOneDocument()
    {
        var key = await cms.CreateAsync("page", home, "Einmal");
        await cms.RefusedAsync(() => cms.Documents.CreateAsync(key, cms.TypeKey("page"), home, new DocumentInput("Einmal", [], null), EditedCms.User));
    }

    [Test]
    public async Task UnknownTypesAndParentsAreRefused()
    {
        var input = new DocumentInput("Neu", [], null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await cms.RefusedAsync(() => cms.Documents.CreateAsync(Guid.NewGuid(), Guid.NewGuid(), home, input, EditedCms.User))).Kind, Is.EqualTo(RefusalKind.NotFound));
            Assert.That((await cms.RefusedAsync(() => cms.Documents.CreateAsync(Guid.NewGuid(), cms.TypeKey("page"), Guid.NewGuid(), input, EditedCms.User))).Kind, Is.EqualTo(RefusalKind.NotFound));
            Assert.That((await cms.RefusedAsync(() => cms.Documents.CreateAsync(Guid.Empty, cms.TypeKey("page"), home, input, EditedCms.User))).Kind, Is.EqualTo(RefusalKind.NotAllowed));
        }
    }

    [Test]
    public async Task ADraftIsNotWhatReadersSee()
    {
        await cms.SaveAsync(page, "headline", "Entwurf");
        var row = (await cms.RowAsync(page))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(row.DraftVersionId, Is.Not.EqualTo(row.PublishedVersionId));
            Assert.That(row.DraftVersion!.Values, Does.Contain("Entwurf"));
            Assert.That(cms.Readers.Find(page)!.Raw("headline"), Is.Not.EqualTo("Entwurf"));
            Assert.That(cms.Raised, Is.EqualTo([(EditorEventSource.Document, page, EditorEventKind.Updated)]));
        }

        await cms.PublishAsync(page);
        Assert.That(cms.Readers.Find(page)!.Raw("headline"), Is.EqualTo("Entwurf"));
    }

    [Test]
    public async Task SavingWhatIsThereMakesNoVersion()
    {
        var before = await cms.StateAsync();
        await cms.Documents.SaveAsync(page, await cms.OpenAsync(page), null, EditedCms.User);
        Assert.That(await cms.StateAsync(), Is.EqualTo(before));
        Assert.That(cms.Raised, Is.Empty);
    }

    [Test]
    public async Task EachSaveIsAVersionThatStays()
    {
        await cms.SaveAsync(page, "headline", "Eins");
        await cms.SaveAsync(page, "headline", "Zwei");
        await using var db = await cms.Cms.OpenAsync();
        Assert.That(await db.DocumentVersions.CountAsync(version => version.DocumentKey == page), Is.EqualTo(3));
    }

    [Test]
    public async Task WhatTheClientDoesNotNameIsEmptyAndWhatTheTypeDoesNotKnowStays()
    {
        await cms.Cms.EditAsync(page, "vonFrueher", "bleibt");
        await cms.Documents.SaveAsync(page, new DocumentInput("Eine Seite", [new ValueInput("headline", "Nur das")], null), null, EditedCms.User);
        var values = WgsSite.Cms.Publishing.PropertyValues.FromJson((await cms.RowAsync(page))!.DraftVersion!.Values);
        Assert.That(values, Is.EquivalentTo(new Dictionary<string, string> { ["headline"] = "Nur das", ["vonFrueher"] = "bleibt" }));
    }

    [Test]
    public async Task WhoBeganFromAnOlderStateIsTold()
    {
        var input = await cms.OpenAsync(page);
        var draft = (await cms.RowAsync(page))!.DraftVersionId;
        await cms.SaveAsync(page, "headline", "Schneller");
        var refusal = await cms.RefusedAsync(() => cms.Documents.SaveAsync(page, input with { Name = "Langsamer" }, draft, Guid.NewGuid()));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refusal.Kind, Is.EqualTo(RefusalKind.Outdated));
            Assert.That(((OutdatedException)refusal).By, Is.EqualTo(EditedCms.User));
            Assert.That(((OutdatedException)refusal).At, Is.EqualTo(DateTime.UtcNow).Within(TimeSpan.FromMinutes(1)));
        }

        await cms.RefusedAsync(() => cms.Documents.PublishAsync(page, draft, Guid.NewGuid()));
    }

    [Test]
    public async Task OfTwoWhoSaveAtOnceOneIsTold()
    {
        var input = await cms.OpenAsync(page);
        var draft = (await cms.RowAsync(page))!.DraftVersionId;
        var saves = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(async () =>
        {
            try
            {
                await cms.Documents.SaveAsync(page, input with { Name = $"Von {number}" }, draft, EditedCms.User);
                return number;
            }
            catch (OutdatedException)
            {
                return (int?)null;
            }
        })));
        Assert.That(saves.Where(winner => winner is not null), Has.Exactly(1).Items);
        Assert.That((await cms.RowAsync(page))!.DraftVersion!.Name, Is.EqualTo($"Von {saves.Single(winner => winner is not null)}"));
    }

    [Test]
    public async Task AValueOfTheWrongShapeIsRefusedAtItsField()
    {
        var input = await cms.OpenAsync(page);
        var refusal = await cms.RefusedAsync(() => cms.Documents.SaveAsync(page, input with { Name = " ", Values = [new ValueInput("headline", new JsonObject())] }, null, EditedCms.User));
        Assert.That(refusal.Faults.Select(fault => fault.Path), Is.EquivalentTo([ValuePath.Name, ValuePath.Of("headline")]));
    }

    /// <summary>As it comes along when a text is pasted from an office program.</summary>
    [Test]
    public async Task WhatNoFileCanHoldIsLeftOut()
    {
        await cms.SaveAsync(page, "headline", "Vorher\u000bnachher");
        await cms.RenameAsync(page, "Eine\u0000 Seite");
        await cms.Cms.ExportAsync();
        Assert.That((await cms.OpenAsync(page)).Values.Single(value => value.Alias == "headline").Value?.GetValue<string>(), Is.EqualTo("Vorhernachher"));
    }

    [Test]
    public async Task ADocumentThatLacksSomethingIsNotPublished()
    {
        var list = cms.KeyOf("aktuelles");
        var mandatory = cms.Readers.Schema.PropertiesOf(cms.Readers.Schema.DocumentType("newsItem")!).Where(property => property.Mandatory).Select(property => ValuePath.Of(property.Alias));
        var key = await cms.CreateAsync("newsItem", list, "Halb fertig");
        var refusal = await cms.RefusedAsync(() => cms.PublishAsync(key));
        Assert.That(refusal.Faults.Select(fault => fault.Path), Is.EquivalentTo(mandatory).And.Not.Empty);
    }

    [Test]
    public async Task NothingIsPublishedBeneathWhatReadersDoNotSee()
    {
        var hidden = cms.KeyOf("verborgen");
        var key = await cms.CreateAsync("page", hidden, "Darunter");
        Assert.That((await cms.RefusedAsync(() => cms.PublishAsync(key))).Detail, Does.Contain("„Verborgen“"));
    }

    [Test]
    public async Task NothingIsPublishedWhereOnlyAPageFurtherUpIsHidden()
    {
        var middle = await cms.CreateAsync("page", page, "Mitte");
        await cms.PublishAsync(middle);
        var leaf = await cms.CreateAsync("page", middle, "Blatt");
        await cms.Documents.UnpublishAsync(page, EditedCms.User);
        Assert.That((await cms.RefusedAsync(() => cms.PublishAsync(leaf))).Detail, Does.Contain("„Eine Seite“"));
    }

    [Test]
    public async Task WithdrawingTakesAPageAndWhatHangsBeneathFromReaders()
    {
        var child = await cms.CreateAsync("page", page, "Darunter");
        await cms.PublishAsync(child);
        Assert.That(cms.Readers.Find(child)?.Path, Is.EqualTo("/eine-seite/darunter/"));
        await cms.Documents.UnpublishAsync(page, EditedCms.User);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cms.Readers.Find(page), Is.Null);
            Assert.That(cms.Readers.Find(child), Is.Null);
            Assert.That((await cms.RowAsync(page))!.DraftVersion!.Name, Is.EqualTo("Eine Seite"));
        }

        await cms.PublishAsync(page);
        Assert.That(cms.Readers.Find(child)?.Path, Is.EqualTo("/eine-seite/darunter/"));
    }

    [Test]
    public async Task ANewNameLeadsToANewAddressOnceItIsPublished()
    {
        await cms.RenameAsync(page, "Andere Seite");
        Assert.That(cms.Readers.Find(page)!.Path, Is.EqualTo("/eine-seite/"));
        await cms.PublishAsync(page);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cms.Readers.Find(page)!.Path, Is.EqualTo("/andere-seite/"));
            Assert.That(cms.Readers.FindRedirect("/eine-seite/")?.Key, Is.EqualTo(page));
        }
    }

    [Test]
    public async Task WhatDoesNotExistIsNotFound()
    {
        var key = Guid.NewGuid();
        Func<Task>[] changes =
        [
            () => cms.Documents.SaveAsync(key, new DocumentInput("x", [], null), null, EditedCms.User),
            () => cms.Documents.PublishAsync(key, null, EditedCms.User),
            () => cms.Documents.UnpublishAsync(key, EditedCms.User),
            () => cms.Documents.MoveAsync(key, null, EditedCms.User),
            () => cms.Documents.CopyAsync(key, null, true, EditedCms.User),
            () => cms.Documents.SortAsync(key, new Dictionary<Guid, int>(), EditedCms.User),
            () => cms.Documents.MoveToBinAsync(key, EditedCms.User),
            () => cms.Documents.RestoreAsync(key, null, EditedCms.User),
            () => cms.Documents.DeleteAsync(key, EditedCms.User),
        ];
        foreach (var change in changes) Assert.That((await cms.RefusedAsync(change)).Kind, Is.EqualTo(RefusalKind.NotFound));
    }

    [Test]
    public async Task WhatLiesInTheBinIsNeitherSavedNorPublished()
    {
        var thrown = cms.KeyOf("weggeworfen");
        await cms.RefusedAsync(async () => await cms.Documents.SaveAsync(thrown, await cms.OpenAsync(thrown) with { Name = "Neu" }, null, EditedCms.User));
        await cms.RefusedAsync(() => cms.PublishAsync(thrown));
    }

    /// <summary>The answer to a save was lost, and it is sent again with the draft before it.</summary>
    [Test]
    public async Task SavingAgainWhatIsStoredIsNoConflict()
    {
        var began = (await cms.RowAsync(page))!.DraftVersionId;
        var input = await cms.OpenAsync(page) with { Name = "Umbenannt" };
        var saved = await cms.Documents.SaveAsync(page, input, began, EditedCms.User);
        var before = await cms.StateAsync();
        Assert.That(await cms.Documents.SaveAsync(page, input, began, EditedCms.User), Is.EqualTo(saved));
        Assert.That(await cms.StateAsync(), Is.EqualTo(before));
        Assert.That((await cms.RefusedAsync(() => cms.Documents.SaveAsync(page, input with { Name = "Ganz anders" }, began, EditedCms.User))).Kind, Is.EqualTo(RefusalKind.Outdated));
    }

    [Test]
    public async Task SavingWhatIsStoredChangesNothingForReaders()
    {
        var snapshot = cms.Readers;
        var drafts = await cms.Cms.Content.DraftsAsync();
        await cms.Documents.SaveAsync(page, await cms.OpenAsync(page), null, EditedCms.User);
        await cms.Documents.MoveAsync(page, home, EditedCms.User);
        Assert.That(cms.Readers, Is.SameAs(snapshot));
        Assert.That(await cms.Cms.Content.DraftsAsync(), Is.SameAs(drafts));
        await cms.RenameAsync(page, "Umbenannt");
        Assert.That((await cms.Cms.Content.DraftsAsync()).Find(page)!.Name, Is.EqualTo("Umbenannt"));
    }

    [Test]
    public async Task AListenerThatFailsFailsNoSave()
    {
        var told = 0;
        cms.Cms.Content.Changed += () => throw new InvalidOperationException("Broken.");
        cms.Cms.Content.Changed += () => told++;
        cms.Events.Raised += _ => throw new InvalidOperationException("Broken.");
        cms.Events.Raised += _ => Task.FromResult(told++);
        await cms.RenameAsync(page, "Umbenannt");
        Assert.That((await cms.RowAsync(page))!.DraftVersion!.Name, Is.EqualTo("Umbenannt"));
        Assert.That(told, Is.EqualTo(2), "the others hear of it");
    }

    /// <summary>Called off when the store has it already.</summary>
    [Test]
    public async Task WhoHangsUpTooLateLeavesNothingBehind()
    {
        using var hangUp = new CancellationTokenSource();
        cms.Cms.Content.Preparing += _ => hangUp.Cancel();
        await cms.Documents.UnpublishAsync(page, EditedCms.User, hangUp.Token);
        Assert.That((await cms.RowAsync(page))!.PublishedVersionId, Is.Null);
        Assert.That(cms.Readers.Find(page), Is.Null);
        Assert.That(cms.Raised, Has.One.Items);
    }

    [Test]
    public async Task NamesLoseWhatNobodySees()
    {
        var key = await cms.CreateAsync("page", home, " \u202EAn\u200Bge\uFEFFbote\u0085 für\tSie\u2066\u00A0");
        Assert.That((await cms.RowAsync(key))!.DraftVersion!.Name, Is.EqualTo("Angebote  für Sie"));
    }

    [TestCase(".")]
    [TestCase("/")]
    [TestCase("\u200B")]
    [TestCase("– ? –")]
    public async Task ANameNobodyCanReadIsRefused(string name)
    {
        var refusal = await cms.RefusedAsync(() => cms.CreateAsync("page", home, name));
        Assert.That(refusal.Faults.Select(fault => fault.Path), Is.EqualTo([ValuePath.Name]));
        await cms.RefusedAsync(() => cms.RenameAsync(page, name));
    }

    [Test]
    public async Task AValueForALanguageIsRefusedWhereThereIsOnlyOne()
    {
        var refusal = await cms.RefusedAsync(() => cms.CreateAsync("page", home, "Neu", new ValueInput("headline", "x", "en-US"), new ValueInput("intro", "x", null, "s")));
        Assert.That(refusal.Faults, Is.EqualTo([
            new ValueFault(ValuePath.Of("headline", "en-US"), SentValues.NotPerLanguage),
            new ValueFault(ValuePath.Of("intro", null, "s"), SentValues.NotPerLanguage),
        ]));
    }

    [Test]
    public async Task WhatHasSeveralLanguagesIsNotEditedHere()
    {
        var input = await cms.OpenAsync(page);
        await cms.Cms.Content.ChangeAsync(async db =>
        {
            var type = await db.SchemaItems.SingleAsync(item => item.Folder == "ContentTypes" && item.Alias == "page");
            type.Xml = type.Xml.Replace("<Variations>Nothing", "<Variations>Culture", StringComparison.Ordinal);
            return true;
        });
        Assert.That((await cms.RefusedAsync(() => cms.Documents.SaveAsync(page, input with { Name = "Anders" }, null, EditedCms.User))).Title, Does.Contain("in mehreren Sprachen"));
        await cms.RefusedAsync(() => cms.CreateAsync("page", home, "Neu"));
    }
}
