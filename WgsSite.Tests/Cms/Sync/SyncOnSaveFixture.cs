using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WgsSite.Cms;
using WgsSite.Cms.Sync;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Sync;

/// <summary>A CMS that was filled from a uSync folder, and writes what changes back to it.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract class SyncOnSaveFixture
{
    protected const string Page = "Content/eine-seite.config";
    protected readonly CapturedLog log = new();
    protected SyncFiles files = null!;
    protected CmsFolder cms = null!;
    protected Editor editor = null!;
    protected Dictionary<string, (string Text, DateTime At)> before = null!;
    protected Guid page;

    [SetUp]
    public async Task FillAsync()
    {
        files = SyncFiles.OfSmallSite();
        page = files.KeyOf(Page);
        cms = await CmsFolder.MakeAsync(add: Writing(files.Path));
        editor = new Editor(cms.Content);
        await Sync.OpenAsync();
        await cms.ImportAsync(files.Path);
        before = State();
        await Sync.CatchUpAsync();
    }

    [TearDown]
    public async Task CleanAsync()
    {
        await cms.DisposeAsync();
        files.Dispose();
        log.Dispose();
    }

    protected SyncOnSave Sync => cms.Get<SyncOnSave>();

    protected Action<IServiceCollection, string> Writing(string folder, SyncGroup group = SyncGroup.All) => (services, data) => services
        .AddLogging(logging => logging.AddProvider(log))
        .AddSyncOnSave(new SyncOnSaveSettings(data, folder, group) { RetryAfter = TimeSpan.FromMilliseconds(100) });

    /// <summary>Has everything written, and tells which files are others than before.</summary>
    protected async Task<List<string>> ChangedAsync()
    {
        Assert.That(await Sync.CatchUpAsync(), Is.Empty);
        Assert.That(Leftovers(), Is.Empty);
        return Changes();
    }

    protected List<string> Changes()
    {
        var now = State();
        return [.. now.Keys.Union(before.Keys).Where(file => !now.TryGetValue(file, out var one) || !before.TryGetValue(file, out var other) || one != other).Order(StringComparer.Ordinal)];
    }

    protected Dictionary<string, (string Text, DateTime At)> State() => Directory.EnumerateFiles(files.Path, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(files.Path, file).Replace('\\', '/'), file => (File.ReadAllText(file), File.GetLastWriteTimeUtc(file)));

    protected IEnumerable<string> Leftovers() => Directory.EnumerateFiles(files.Path, "*.new", SearchOption.AllDirectories);

    protected XElement Info(string file) => XElement.Load(files.At(file)).Element("Info")!;

    protected string? ValueOf(string file, string alias) => XElement.Load(files.At(file)).Element("Properties")?.Element(alias)?.Value;

    protected void AssertMarker(string file, Guid key, string alias, string change)
    {
        var xml = XElement.Load(files.At(file));
        Assert.That(
            (xml.Name.LocalName, (Guid)xml.Attribute("Key")!, (string)xml.Attribute("Alias")!, (string)xml.Attribute("Change")!),
            Is.EqualTo(("Empty", key, alias, change)));
    }

    protected static async Task Eventually(Func<bool> isSo)
    {
        for (var count = 0; count < 200 && !isSo(); count++) await Task.Delay(50);
        Assert.That(isSo(), Is.True);
    }
}
