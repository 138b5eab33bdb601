using System.Text.Json;
using System.Xml.Linq;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Sync;

/// <summary>A folder another project's uSync wrote: all of it is read, and what this host has no use for is kept.</summary>
internal sealed class ForeignFolderTests
{
    private static readonly string Folder = Repository.At("WgsSite.Tests", "TestData", "Foreign");
    private static readonly Guid Chair = new("5b1a0c70-0008-4a51-9d7e-000000000001");
    private CmsFolder cms = null!;

    [OneTimeSetUp]
    public async Task ImportAsync() => cms = await CmsFolder.MakeAsync(Folder);

    [OneTimeTearDown]
    public async Task CleanAsync() => await cms.DisposeAsync();

    [Test]
    public void Its_page_is_published_under_the_name_of_the_default_language() =>
        Assert.That(cms.Current.Find(Chair)!.Path, Is.EqualTo("/"));

    [Test]
    public void Values_of_unknown_editors_stay_as_they_are() => Assert.Multiple(() =>
    {
        Assert.That(cms.Current.Find(Chair)!.Raw("colours"), Is.EqualTo("""{"spokes":[1,2,{"mix":"a <b> & c ]]>"}]}"""));
        Assert.That(JsonDocument.Parse(cms.Current.Find(Chair)!.Raw("grid")!).RootElement.TryGetProperty("layout", out _), Is.True);
        Assert.That(cms.Current.Find(Chair)!.Blocks("grid"), Is.Empty);
    });

    [Test]
    public async Task What_varies_by_language_and_segment_is_all_there()
    {
        await using var db = await cms.OpenAsync();
        var row = db.Documents.Single(document => document.Key == Chair);
        var version = db.DocumentVersions.Single(item => item.Id == row.PublishedVersionId);
        var values = PropertyValues.FromJson(version.Values);
        Assert.Multiple(() =>
        {
            Assert.That(values.Count(value => PropertyValues.Parts(value.Key).Alias == "shownName"), Is.EqualTo(3));
            Assert.That(version.CultureNames, Does.Contain("Stol"));
            Assert.That(db.Schedules.Single().Action, Is.EqualTo(ScheduleAction.Publish));
            Assert.That(db.Schedules.Single().At, Is.EqualTo(new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
        });
    }

    [Test]
    public async Task What_is_not_published_in_the_sites_language_is_not_shown()
    {
        using var files = SyncFiles.Empty();
        Repository.CopyFolder(Folder, files.Path);
        files.Edit("Content/chair.config", xml =>
            xml.Element("Info")!.Element("Published")!.Elements().Single(element => (string?)element.Attribute("Culture") == "en-us").Value = "false");
        await using var other = await CmsFolder.MakeAsync(files.Path);
        Assert.That(other.Current.Documents, Is.Empty);
    }

    [Test]
    public async Task What_it_does_not_understand_is_named()
    {
        var report = await cms.ImportAsync(Folder);
        await using var empty = await CmsFolder.MakeAsync();
        var first = await empty.ImportAsync(Folder);
        Assert.Multiple(() =>
        {
            Assert.That(first.Warnings, Has.Some.Contain("Domains/localhost_en.config"));
            Assert.That(first.Warnings, Has.Some.Contain("MemberTypes/member.config"));
            Assert.That(first.Warnings, Has.Some.Contain("oldProperty"));
            Assert.That(first.Warnings, Has.Some.Contain("0cc0eba1-9960-42c9-bf9b-60e150b429ae"));
            Assert.That(report.Lines, Has.All.Property("Change").EqualTo(WgsSite.Cms.Sync.SyncChange.Unchanged));
        });
    }

    [Test]
    public async Task Nothing_is_dropped_on_the_way_out()
    {
        var export = await cms.ExportAsync();
        foreach (var file in Directory.EnumerateFiles(Folder, "*.config", SearchOption.AllDirectories).Where(file => Path.GetDirectoryName(file) != Folder))
        {
            var expected = XElement.Load(file);
            var key = (string?)expected.Attribute("Key");
            var written = Directory.EnumerateFiles(Path.Combine(export, Path.GetFileName(Path.GetDirectoryName(file))!), "*.config")
                .Select(path => XElement.Load(path)).Single(xml => (string?)xml.Attribute("Key") == key);
            Assert.That(Facts(written), Is.EquivalentTo(Facts(expected)), Path.GetRelativePath(Folder, file));
        }
    }

    /// <summary>Each leaf of a file with its way from the root and its attributes.</summary>
    private static IEnumerable<string> Facts(XElement xml) => xml.DescendantsAndSelf()
        .Where(element => !element.HasElements || element.HasAttributes)
        .Select(element => string.Join('/', element.AncestorsAndSelf().Reverse().Select(step => step.Name.LocalName))
            + string.Concat(element.Attributes().OrderBy(attribute => attribute.Name.LocalName).Select(attribute => $" {attribute}"))
            + (element.HasElements ? "" : "=" + element.Value));
}
