using WgsSite.Cms.Publishing;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Publishing;

[Parallelizable(ParallelScope.All)]
internal sealed class SnapshotTests
{
    [Test]
    public async Task Documents_are_found_by_key_path_type_parent_and_child()
    {
        using var files = SyncFiles.OfSmallSite();
        await using var cms = await CmsFolder.MakeAsync(files.Path);
        var service = cms.Current.FindByPath("/leistungen/dienst-a/")!;
        Assert.Multiple(() =>
        {
            Assert.That(cms.Current.Find(service.Key), Is.SameAs(service));
            Assert.That(service.Parent!.Path, Is.EqualTo("/leistungen/"));
            Assert.That(service.Ancestors().Select(ancestor => ancestor.Path), Is.EqualTo(["/", "/leistungen/"]));
            Assert.That(service.Parent.Children, Does.Contain(service));
            Assert.That(cms.Current.OfType("service").Select(item => item.Name), Is.EqualTo(["Dienst A", "Dienst in Pause", "Beendeter Dienst", "Dienst von Partner P"]));
            Assert.That(cms.Current.Roots.Select(root => root.Path), Is.EqualTo(["/", "/einstellungen/"]));
        });
    }

    [Test]
    public async Task What_is_not_published_or_in_the_bin_or_beneath_it_is_not_there()
    {
        using var files = SyncFiles.OfSmallSite();
        await using var cms = await CmsFolder.MakeAsync(files.Path);
        Assert.That(cms.Current.Documents.Select(document => document.Name), Does.Not.Contain("Verborgen").And.Not.Contain("Unter Verborgen").And.Not.Contain("Weggeworfen"));
    }

    [Test]
    public async Task Two_siblings_of_one_name_get_an_address_each()
    {
        using var files = SyncFiles.OfSmallSite();
        files.Rename("Content/brauche-b.config", "Brauche A");
        await using var cms = await CmsFolder.MakeAsync(files.Path);
        Assert.That(cms.Current.OfType("need").Select(need => need.Path).Distinct().Count(), Is.EqualTo(3));
    }

    [TestCase("Umbraco", "/umbraco-1/")]
    [TestCase("App_Plugins", "/app_plugins-1/")]
    public async Task A_page_called_like_an_address_of_the_host_is_numbered(string name, string path)
    {
        using var files = SyncFiles.OfSmallSite();
        files.Rename("Content/eine-seite.config", name);
        await using var cms = await CmsFolder.MakeAsync(files.Path);
        Assert.That(cms.Current.Find(files.KeyOf("Content/eine-seite.config"))!.Path, Is.EqualTo(path));
    }

    [Test]
    public void Addresses_are_reserved_where_the_site_has_them()
    {
        var reserved = new ReservedSegments(["api"], ["leise"]);
        Assert.Multiple(() =>
        {
            Assert.That(reserved.Contains("api", isFirst: true), Is.True);
            Assert.That(reserved.Contains("api", isFirst: false), Is.False);
            Assert.That(reserved.Contains("leise", isFirst: true), Is.True);
            Assert.That(reserved.Contains("leise", isFirst: false), Is.True);
            Assert.That(reserved.Contains("apis", isFirst: true), Is.False);
        });
    }

    [Test]
    public async Task A_change_that_throws_leaves_readers_and_store_as_they_were()
    {
        using var files = SyncFiles.OfSmallSite();
        await using var cms = await CmsFolder.MakeAsync(files.Path);
        var before = cms.Current;
        await Assert.ThrowsAsync<InvalidOperationException>(() => cms.Content.ChangeAsync<bool>(async db =>
        {
            db.Documents.RemoveRange(db.Documents);
            await db.SaveChangesAsync();
            throw new InvalidOperationException();
        }));
        Assert.That(cms.Current, Is.SameAs(before));
        await cms.Content.ReloadAsync();
        Assert.That(cms.Current.Documents, Has.Count.EqualTo(before.Documents.Count));
    }

    [Test]
    public async Task Readers_see_the_old_snapshot_or_the_new_one_and_never_half_of_either()
    {
        using var files = SyncFiles.OfSmallSite();
        await using var cms = await CmsFolder.MakeAsync(files.Path);
        var keys = cms.Current.OfType("service").Select(service => service.Key).ToArray();
        using var stop = new CancellationTokenSource();
        var torn = 0;
        var reader = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                var snapshot = cms.Current;
                if (keys.Select(key => snapshot.Find(key)!.Text("summary")).Distinct().Count() != 1) torn++;
            }
        });
        for (var round = 0; round < 10; round++)
            await cms.Content.ChangeAsync(db =>
            {
                foreach (var version in db.DocumentVersions.ToList().Where(version => keys.Contains(version.DocumentKey)))
                {
                    var values = PropertyValues.FromJson(version.Values).ToDictionary();
                    values["summary"] = $"Runde {round}";
                    version.Values = PropertyValues.ToJson(values);
                }

                return Task.FromResult(true);
            });
        await stop.CancelAsync();
        await reader;
        Assert.That(torn, Is.Zero);
    }

    // Umbraco's DefaultShortStringHelper with its default replacements.
    [TestCase("Häusliche Pflege", "haeusliche-pflege")]
    [TestCase("Tagespflege St.\u00A0Raphael", "tagespflege-st-raphael")]
    [TestCase("Straße & Größe", "strasse-groesse")]
    [TestCase("ÄÖÜ", "aeoeue")]
    [TestCase("  --  ", "seite")]
    [TestCase("日本", "日本")]
    [TestCase("a/b\\c?d#e", "abcde")]
    [TestCase("../../etc/passwd", "etcpasswd")]
    public void A_name_becomes_a_segment_as_in_Umbraco(string name, string segment) =>
        Assert.That(new UrlSegments().Of(name), Is.EqualTo(segment));
}
