using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Publishing;

namespace WgsSite.Tests.Cms.Editing;

/// <summary>Opening a document of the first content and saving it must leave it as it is, whatever it holds.</summary>
[Parallelizable]
internal sealed class UnchangedSaveTests
{
    private EditedCms cms = null!;

    [OneTimeSetUp]
    public async Task FillAsync() => cms = await EditedCms.OfFirstContentAsync();

    [OneTimeTearDown]
    public async Task CleanAsync() => await cms.DisposeAsync();

    [Test]
    public async Task SavingWhatWasOpenedMakesNoVersion()
    {
        var before = await cms.StateAsync();
        var keys = await KeysAsync();
        foreach (var key in keys) await cms.Documents.SaveAsync(key, await cms.OpenAsync(key), null, EditedCms.User);
        Assert.That(keys, Has.Count.GreaterThan(90));
        Assert.That(await cms.StateAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task WhatAnEditorSeesOfAnyValueIsStoredWithTheSameMeaning()
    {
        await using var db = await cms.Cms.OpenAsync();
        var context = new EditorContext(cms.Readers.Schema, new Dictionary<Guid, LinkedItem>());
        var seen = new HashSet<string>();
        foreach (var row in await db.Documents.Include(row => row.DraftVersion).ToListAsync())
        {
            var editors = context.Schema.PropertiesOf(context.Schema.DocumentType(row.TypeKey)!).ToDictionary(property => property.Alias, property => property.EditorAlias);
            foreach (var (alias, stored) in PropertyValues.FromJson(row.DraftVersion!.Values))
            {
                var shown = EditorValues.ToEditor(stored, editors[alias], context);
                var again = EditorValues.ToEditor(EditorValues.FromEditor(shown?.DeepClone(), editors[alias], context), editors[alias], context);
                Assert.That(shown, Is.Not.Null, $"{row.DraftVersion.Name}: {alias} is not shown");
                Assert.That(JsonNode.DeepEquals(shown, again), Is.True, $"{row.DraftVersion.Name}: {alias}\n{shown}\n{again}");
                seen.Add(editors[alias]);
            }
        }

        Assert.That(seen, Has.Count.GreaterThanOrEqualTo(10));
    }

    /// <summary>What readers may see now, editors must be able to publish again.</summary>
    [Test]
    public async Task AllThatIsPublishedCanBePublishedAgain()
    {
        await using var db = await cms.Cms.OpenAsync();
        var check = new Edit(db, cms.Readers.Schema, default, default, new DocumentArea(db, null)).Check([]);
        foreach (var row in await db.Documents.Include(row => row.DraftVersion).Where(row => row.PublishedVersionId != null).ToListAsync())
            Assert.That(check.Publishing(cms.Readers.Schema.DocumentType(row.TypeKey)!, PropertyValues.FromJson(row.DraftVersion!.Values)), Is.Empty, row.DraftVersion.Name);
    }

    private async Task<List<Guid>> KeysAsync()
    {
        await using var db = await cms.Cms.OpenAsync();
        return await db.Documents.Select(row => row.Key).ToListAsync();
    }
}
