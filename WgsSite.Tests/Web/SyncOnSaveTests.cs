using System.Xml.Linq;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Web;

/// <summary>The site with <c>uSync:Settings:ExportOnSave</c>, on a folder of the test's own.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SyncOnSaveTests
{
    private readonly string data = Directory.CreateTempSubdirectory("wgs-onsave-").FullName;
    private readonly string folder = Directory.CreateTempSubdirectory("wgs-onsave-files-").FullName;

    [TearDown]
    public void Clean()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task A_first_start_writes_nothing_and_one_after_a_crash_what_was_missed()
    {
        Repository.CopyFolder(Repository.FirstContent, folder);
        var before = State();
        using (var first = await StartAsync())
        {
            await UntilAsync(() => File.Exists(Path.Combine(data, "usync.json")) && File.ReadAllText(Path.Combine(data, "usync.json")).Contains("Hausnotruf", StringComparison.Ordinal));
            first.Kill();
        }

        Assert.That(State(), Is.EqualTo(before));
        var file = Path.Combine(folder, "Content", "datenschutz.config");
        var key = (Guid)XElement.Load(file).Attribute("Key")!;
        var cms = await CmsFolder.OpenAsync(data);
        await CmsFolder.EditAsync(cms.Content, key, "headline", "Geändert, und dann kam der Absturz");
        using var second = await StartAsync();
        await UntilAsync(() => File.ReadAllText(file).Contains("kam der Absturz", StringComparison.Ordinal));
        var now = State();
        Assert.That(now.Keys.Where(name => now[name] != before.GetValueOrDefault(name)), Is.EqualTo([file]));
    }

    [Test]
    public async Task A_value_that_uSync_does_not_know_is_named()
    {
        var (exitCode, _, errors) = await SiteProcess.RunAsync("--urls", "http://127.0.0.1:0", "--data", data, "--uSync:Settings:ExportOnSave", "Alles");
        Assert.That((exitCode, errors), Is.EqualTo((1, "Die Website startet nicht: uSync:Settings:ExportOnSave kennt None, Settings, Content, All, nicht „Alles“." + Environment.NewLine)));
    }

    private Task<SiteProcess> StartAsync() =>
        SiteProcess.StartAsync(data, "Development", "--uSync:Settings:ExportOnSave", "All", "--uSync:Settings:Folders:0", folder);

    private Dictionary<string, (string, DateTime)> State() =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => file, file => (File.ReadAllText(file), File.GetLastWriteTimeUtc(file)));

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var count = 0; count < 200 && !isSo(); count++) await Task.Delay(50);
        Assert.That(isSo(), Is.True);
    }
}
