using WgsSite.Cms.Sync;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Sync;

/// <summary>What goes in comes out again, file by file.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class RoundTripTests
{
    [Test]
    public async Task The_first_content_comes_out_byte_for_byte_as_it_went_in()
    {
        await using var cms = await CmsFolder.MakeAsync(Repository.FirstContent);
        AssertSameFiles(Repository.FirstContent, await cms.ExportAsync());
    }

    [Test]
    public async Task What_was_exported_imports_into_an_empty_store_with_the_same_pages()
    {
        using var files = SyncFiles.OfSmallSite();
        await using var first = await CmsFolder.MakeAsync(files.Path);
        await using var second = await CmsFolder.MakeAsync(await first.ExportAsync());
        Assert.Multiple(() =>
        {
            Assert.That(
                second.Current.Documents.Select(document => (document.Key, document.Path, document.Name)),
                Is.EquivalentTo(first.Current.Documents.Select(document => (document.Key, document.Path, document.Name))));
            Assert.That(File.Exists(Path.Combine(second.Path, "media", "quadrat", "quadrat.png")), Is.True);
        });
        AssertSameFiles(await first.ExportAsync(), await second.ExportAsync());
    }

    [Test]
    public async Task A_second_import_of_the_same_folder_changes_nothing()
    {
        using var files = SyncFiles.OfSmallSite();
        await using var cms = await CmsFolder.MakeAsync(files.Path);
        var before = await cms.ExportAsync();
        var again = await cms.ImportAsync(files.Path);
        Assert.That(again.Lines.Select(line => line.Change).Distinct(), Is.EqualTo([SyncChange.Unchanged]));
        AssertSameFiles(before, await cms.ExportAsync());
    }

    [Test]
    public async Task White_space_and_ways_of_writing_text_are_no_change()
    {
        using var files = SyncFiles.OfSmallSite();
        await using var cms = await CmsFolder.MakeAsync(files.Path);
        foreach (var file in Directory.EnumerateFiles(files.Path, "*.config", SearchOption.AllDirectories))
            files.Edit(file, xml =>
            {
                foreach (var text in xml.DescendantNodes().OfType<System.Xml.Linq.XCData>().ToList()) text.ReplaceWith(new System.Xml.Linq.XText(text.Value));
            });
        var report = await cms.CompareAsync(files.Path);
        Assert.That(report.Lines.Where(line => line.Change != SyncChange.Unchanged), Is.Empty);
    }

    [Test]
    public async Task What_the_store_no_longer_has_does_not_stay_in_the_folder()
    {
        using var files = SyncFiles.OfSmallSite();
        await using var cms = await CmsFolder.MakeAsync(files.Path);
        await cms.ExportAsync();
        await cms.Content.ChangeAsync(db =>
        {
            db.Media.RemoveRange(db.Media);
            return Task.FromResult(true);
        });
        var target = await cms.ExportAsync();
        Assert.Multiple(() =>
        {
            Assert.That(Directory.Exists(Path.Combine(target, "Media")), Is.False);
            Assert.That(Directory.EnumerateDirectories(cms.Path).Select(Path.GetFileName), Is.EquivalentTo(["export", "media"]));
        });
    }

    [Test]
    public async Task An_export_into_a_folder_that_is_something_else_is_refused()
    {
        await using var cms = await CmsFolder.MakeAsync(Repository.FirstContent);
        Directory.CreateDirectory(Path.Combine(cms.Path, "export", "Content"));
        File.WriteAllText(Path.Combine(cms.Path, "export", "Content", "diary.txt"), "precious");
        await Assert.ThrowsAsync<IOException>(cms.ExportAsync);
        Assert.That(File.Exists(Path.Combine(cms.Path, "export", "Content", "diary.txt")), Is.True);
    }

    private static void AssertSameFiles(string expected, string actual)
    {
        var names = Names(expected);
        Assert.That(Names(actual), Is.EqualTo(names));
        foreach (var name in names)
            Assert.That(File.ReadAllBytes(Path.Combine(actual, name)), Is.EqualTo(File.ReadAllBytes(Path.Combine(expected, name))), name);

        static List<string> Names(string folder) =>
            [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];
    }
}
