using WgsSite.Cms.Editing;

namespace WgsSite.Tests.Cms.Editing;

/// <summary>Changing the words of the site's pages.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DictionaryEditorTests
{
    private const string Word = "Nav.SkipLink";
    private EditedCms cms = null!;
    private Guid key;

    [SetUp]
    public async Task FillAsync()
    {
        cms = await EditedCms.OfSmallSiteAsync();
        key = (await cms.Dictionary.AllAsync()).Single(item => item.Name == Word).Key;
    }

    [TearDown]
    public async Task CleanAsync() => await cms.DisposeAsync();

    [TestCase("Zum Inhalt springen & „mehr“")]
    [TestCase("Eins\nZwei <b>]]></b>")]
    public async Task AChangedWordIsThereForReadersAtOnce(string text)
    {
        await SaveAsync(text);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cms.Readers.Word(Word), Is.EqualTo(text));
            Assert.That(cms.Raised, Is.EqualTo([(EditorEventSource.DictionaryItem, key, EditorEventKind.Updated)]));
        }
    }

    /// <summary>As it comes along when a text is pasted from an office program.</summary>
    [Test]
    public async Task WhatNoFileCanHoldIsLeftOut()
    {
        await SaveAsync("Vorher\u000bnachher\u0000\ud800");
        Assert.That(cms.Readers.Word(Word), Is.EqualTo("Vorhernachher"));
        await cms.Cms.ExportAsync();
    }

    [Test]
    public async Task TheSameTextChangesNothing()
    {
        var before = await cms.StateAsync();
        await SaveAsync(cms.Readers.Word(Word)!);
        Assert.That(await cms.StateAsync(), Is.EqualTo(before));
        Assert.That(cms.Raised, Is.Empty);
    }

    [Test]
    public async Task WhatThePagesFillInStaysInAWord()
    {
        var word = (await cms.Dictionary.AllAsync()).First(item => item.Translations.TryGetValue("de-DE", out var text) && text.Contains("{0}", StringComparison.Ordinal));
        var text = word.Translations["de-DE"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await RefusedAsync(text.Replace("{0}", "", StringComparison.Ordinal))).Message, Does.StartWith("Im Text fehlt {0}."));
            Assert.That((await RefusedAsync(text + " {7}")).Message, Does.StartWith("Für {7} setzt die Website in diesem Text nichts ein."));
        }

        await cms.Dictionary.SaveAsync(word.Key, new Dictionary<string, string> { ["de-DE"] = "Anders: " + text }, EditedCms.User);
        Assert.That(cms.Readers.Word(word.Name), Is.EqualTo("Anders: " + text));

        Task<EditRefusalException> RefusedAsync(string changed) => cms.RefusedAsync(() => cms.Dictionary.SaveAsync(word.Key, new Dictionary<string, string> { ["de-DE"] = changed }, EditedCms.User));
    }

    [Test]
    public async Task UnknownWordsAndLanguagesAreRefused()
    {
        var texts = new Dictionary<string, string> { ["de-DE"] = "x" };
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await cms.RefusedAsync(() => cms.Dictionary.SaveAsync(Guid.NewGuid(), texts, EditedCms.User))).Kind, Is.EqualTo(RefusalKind.NotFound));
            Assert.That((await cms.RefusedAsync(() => cms.Dictionary.SaveAsync(key, new Dictionary<string, string> { ["xx"] = "x" }, EditedCms.User))).Title, Does.Contain("„xx“"));
        }
    }

    private Task<long> SaveAsync(string text) => cms.Dictionary.SaveAsync(key, new Dictionary<string, string> { ["de-DE"] = text }, EditedCms.User);
}
