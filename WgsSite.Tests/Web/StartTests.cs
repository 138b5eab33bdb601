using WgsSite.Tests.Support;

namespace WgsSite.Tests.Web;

/// <summary>A start that cannot succeed says why in words, and ends.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class StartTests
{
    private readonly string data = Directory.CreateTempSubdirectory("wgs-start-").FullName;

    [TearDown]
    public void Clean() => Directory.Delete(data, recursive: true);

    [Test]
    public async Task A_database_that_is_none_is_named()
    {
        File.WriteAllText(Path.Combine(data, "cms.db"), "This is no database, but longer than the head of one would be. " + new string('x', 4096));
        var (exitCode, output, errors) = await SiteProcess.RunAsync("--urls", "http://127.0.0.1:0", "--data", data);
        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(output + errors, Does.Contain("Die Website startet nicht: Die Datenbank lässt sich nicht benutzen").And.Not.Contain("Unhandled exception"));
        });
    }

    [TestCase("{}", "keine FeatureCollection")]
    [TestCase(null, "region.json")]
    public async Task A_region_file_that_cannot_be_read_is_named(string? content, string reason)
    {
        var file = Path.Combine(data, "region.json");
        if (content is not null) File.WriteAllText(file, content);
        var (exitCode, _, errors) = await SiteProcess.RunAsync("--urls", "http://127.0.0.1:0", "--data", data, "--Coverage:RegionFile", file);
        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(errors, Does.Contain($"Die Website startet nicht: {file}").And.Contain(reason));
        });
    }

    [Test]
    public async Task Another_regions_file_is_drawn()
    {
        var file = Path.Combine(data, "region.json");
        File.WriteAllText(file, """
            {"type":"FeatureCollection","attribution":"Quelle X","features":[
              {"type":"Feature","properties":{"AGS":"01234001","GEN":"Astadt"},"geometry":{"type":"Polygon","coordinates":[[[9,54],[9.5,54],[9.5,54.5],[9,54.5],[9,54]]]}},
              {"type":"Feature","properties":{"AGS":"01234002","GEN":"Bestadt"},"geometry":{"type":"Polygon","coordinates":[[[9.5,54],[10,54],[10,54.5],[9.5,54.5],[9.5,54]]]}}]}
            """);
        using var files = SyncFiles.OfSmallSite();
        await using var cms = await CmsFolder.MakeAsync(files.Path);
        using var site = await SiteProcess.StartAsync(cms.Path, "Development", "--Coverage:RegionFile", file);
        var html = await site.Http.GetStringAsync("/orte/");
        Assert.Multiple(() =>
        {
            Assert.That(html, Does.Contain(">Astadt</text>").And.Contain(">Bestadt</text>").And.Contain("Quelle X"));
            Assert.That(html, Does.Not.Contain("BKG"));
        });
    }
}
