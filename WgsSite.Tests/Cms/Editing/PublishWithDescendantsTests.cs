namespace WgsSite.Tests.Cms.Editing;

/// <summary>Publishing a page with what hangs beneath it.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PublishWithDescendantsTests
{
    private EditedCms cms = null!;
    private Guid top;
    private Guid child;
    private Guid grandchild;

    [SetUp]
    public async Task FillAsync()
    {
        cms = await EditedCms.OfSmallSiteAsync();
        top = await cms.CreateAsync("page", cms.KeyOf("start"), "Oben");
        child = await cms.CreateAsync("page", top, "Darunter");
        grandchild = await cms.CreateAsync("page", child, "Ganz unten");
    }

    [TearDown]
    public async Task CleanAsync() => await cms.DisposeAsync();

    [Test]
    public async Task AllOfItIsPublished()
    {
        await cms.Documents.PublishWithDescendantsAsync(top, withUnpublished: true, EditedCms.User);
        Assert.That(cms.Readers.Find(grandchild)?.Path, Is.EqualTo("/oben/darunter/ganz-unten/"));
    }

    [Test]
    public async Task WhatReadersDoNotSeeYetIsLeftOutUnlessItIsAskedFor()
    {
        await cms.PublishAsync(top);
        await cms.PublishAsync(child);
        await cms.RenameAsync(child, "Geändert");
        await cms.Documents.PublishWithDescendantsAsync(top, withUnpublished: false, EditedCms.User);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cms.Readers.Find(child)!.Name, Is.EqualTo("Geändert"));
            Assert.That(cms.Readers.Find(grandchild), Is.Null);
        }
    }

    [Test]
    public async Task WhatCannotBePublishedIsNamedAndNothingIs()
    {
        var news = cms.KeyOf("aktuelles");
        await cms.CreateAsync("newsItem", news, "Ohne Datum");
        await cms.CreateAsync("newsItem", news, "Auch nicht fertig");
        var refusal = await cms.RefusedAsync(() => cms.Documents.PublishWithDescendantsAsync(news, withUnpublished: true, EditedCms.User));
        Assert.That((refusal.Title, refusal.Detail), Is.EqualTo(("Es wurde nichts veröffentlicht.", "Bei diesen Dokumenten fehlt etwas, oder ein Wert passt nicht: „Ohne Datum“, „Auch nicht fertig“.")));
    }

    [Test]
    public async Task NothingIsPublishedBeneathWhatReadersDoNotSee() =>
        Assert.That((await cms.RefusedAsync(() => cms.Documents.PublishWithDescendantsAsync(child, withUnpublished: true, EditedCms.User))).Detail, Does.Contain("„Oben“"));

    [Test]
    public async Task WhatIsUpToDateGetsNoEntryInItsHistory()
    {
        await cms.Documents.PublishWithDescendantsAsync(top, withUnpublished: true, EditedCms.User);
        var before = await cms.StateAsync();
        await cms.Documents.PublishWithDescendantsAsync(top, withUnpublished: true, EditedCms.User);
        Assert.That(await cms.StateAsync(), Is.EqualTo(before));
    }
}
