using WgsSite.Cms.Sync;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Sync;

/// <summary>A file that cannot be read stops the import with its path, line and reason, and nothing of the folder is taken over.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class BadFileTests
{
    private SyncFiles files = null!;
    private CmsFolder cms = null!;

    [SetUp]
    public async Task FillAsync()
    {
        files = SyncFiles.OfSmallSite();
        cms = await CmsFolder.MakeAsync(files.Path);
        // Something good that must not be taken over together with something bad.
        files.SetValue("Content/eine-seite.config", "headline", "Halb importiert");
        files.Edit("Dictionary/Nav.Main.config", xml => xml.Element("Translations")!.Element("Translation")!.Value = "Halb importiert");
    }

    [TearDown]
    public async Task CleanAsync()
    {
        await cms.DisposeAsync();
        files.Dispose();
    }

    [TestCase("Content/kaputt.config", "<Content>\n<Info>\n</Content>", 3, "XML")]
    [TestCase("Content/kaputt.config", "", null, "XML")]
    [TestCase("Content/kaputt.config", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<Content>&e;</Content>", null, "XML")]
    [TestCase("Content/kaputt.config", "<Inhalt Key=\"1c1c5b0e-0000-4000-8000-000000000001\" Alias=\"x\" />", 1, "<Content>")]
    [TestCase("Content/kaputt.config", "<Content Alias=\"x\"><Info /></Content>", 1, "Key")]
    [TestCase("Content/kaputt.config", "<Content Key=\"nein\" Alias=\"x\"><Info /></Content>", 1, "Key")]
    [TestCase("Content/kaputt.config", "<Content Key=\"1c1c5b0e-0000-4000-8000-000000000001\" Alias=\"x\">\n<Info>\n<Trashed>vielleicht</Trashed></Info></Content>", 3, "Trashed")]
    [TestCase("Content/kaputt.config", "<Content Key=\"1c1c5b0e-0000-4000-8000-000000000001\" Alias=\"x\">\n<Info><ContentType>page</ContentType>\n<CreateDate>gestern</CreateDate></Info></Content>", 3, "CreateDate")]
    [TestCase("Content/kaputt.config", "<Content Key=\"1c1c5b0e-0000-4000-8000-000000000001\" Alias=\"x\"><Info><ContentType>gibtEsNicht</ContentType></Info></Content>", null, "gibtEsNicht")]
    [TestCase("Content/kaputt.config", "<Content Key=\"1c1c5b0e-0000-4000-8000-000000000001\" Alias=\"x\"><Info><Parent Key=\"1c1c5b0e-0000-4000-8000-00000000000f\" /><ContentType>page</ContentType></Info></Content>", null, "fehlt")]
    [TestCase("Content/kaputt.config", "<Content Key=\"1c1c5b0e-0000-4000-8000-000000000001\" Alias=\"x\"><Info><Parent Key=\"1c1c5b0e-0000-4000-8000-000000000001\" /><ContentType>page</ContentType></Info></Content>", null, "unter sich selbst")]
    [TestCase("ContentTypes/kaputt.config", "<ContentType Key=\"1c1c5b0e-0000-4000-8000-000000000001\" Alias=\"x\">\n</ContentType>", 1, "<Info>")]
    [TestCase("DataTypes/kaputt.config", "<DataType Key=\"1c1c5b0e-0000-4000-8000-000000000001\" Alias=\"x\"><Info><Name>x</Name></Info></DataType>", 1, "EditorAlias")]
    [TestCase("Media/kaputt.config", "<Media Key=\"1c1c5b0e-0000-4000-8000-000000000001\" Alias=\"x\"><Info><ContentType>File</ContentType></Info><Properties><umbracoFile><Value>/media/../cms.db</Value></umbracoFile></Properties></Media>", null, "/media/")]
    [TestCase("Content/kaputt.config", "<Content Key=\"1c1c5b0e-0000-4000-8000-000000000001\" Alias=\"x\"><Info><ContentType>page</ContentType><NodeName Default=\"x\"><Name Culture=\"da\">a</Name><Name Culture=\"DA\">b</Name></NodeName></Info></Content>", 1, "zweimal")]
    [TestCase("Content/kaputt.config", "<Content Key=\"1c1c5b0e-0000-4000-8000-000000000001\" Alias=\"x\"><Info><ContentType>page</ContentType><Published Default=\"ja\" /></Info></Content>", 1, "Default")]
    [TestCase("Content/kaputt.config", "<Content Key=\"1c1c5b0e-0000-4000-8000-000000000001\" Alias=\"x\"><Info><ContentType>page</ContentType></Info><Properties><headline>ohne Value</headline></Properties></Content>", 1, "<Value>")]
    [TestCase("Content/kaputt.config", "<Content Key=\"1c1c5b0e-0000-4000-8000-000000000001\" Alias=\"x\"><Info><ContentType>page</ContentType></Info><Properties><headline><Value>a</Value></headline><HEADLINE><Value>b</Value></HEADLINE></Properties></Content>", null, "zweimal")]
    [TestCase("Content/kaputt.config", "<Content Key=\"1c1c5b0e-0000-4000-8000-000000000001\" Alias=\"x\"><Info><ContentType>page</ContentType><Schedule><ContentSchedule><Action>Release</Action><Date>2027-01-01</Date></ContentSchedule><ContentSchedule><Action>Release</Action><Date>2027-01-02</Date></ContentSchedule></Schedule></Info></Content>", 1, "zweimal")]
    [TestCase("ContentTypes/kaputt.config", "<ContentType Key=\"1c1c5b0e-0000-4000-8000-000000000001\" Alias=\"Page\"><Info><Name>x</Name></Info></ContentType>", null, "zwei Schlüsseln")]
    [TestCase("Dictionary/kaputt.config", "<Dictionary Key=\"1c1c5b0e-0000-4000-8000-000000000001\" Alias=\"Nav.Main\"><Info /></Dictionary>", null, "zwei Schlüsseln")]
    [TestCase("Media/kaputt.config", "<Media Key=\"1c1c5b0e-0000-4000-8000-000000000001\" Alias=\"x\"><Info><ContentType>File</ContentType></Info><Properties><umbracoFile><Value>/media//etc/passwd</Value></umbracoFile></Properties></Media>", null, "/media/")]
    public async Task It_is_named_and_nothing_is_half_imported(string file, string text, int? line, string reason)
    {
        files.Write(file, text);
        var before = cms.Current;
        var refused = await Assert.ThrowsAsync<SyncException>(() => cms.ImportAsync(files.Path));
        var fault = refused!.Faults.Single();
        Assert.Multiple(() =>
        {
            Assert.That(fault.File, Is.EqualTo(file));
            Assert.That(fault.Line, Is.EqualTo(line));
            Assert.That(fault.Reason, Does.Contain(reason));
            Assert.That(cms.Current, Is.SameAs(before));
        });
        await cms.Content.ReloadAsync();
        Assert.Multiple(() =>
        {
            Assert.That(cms.Current.Word("Nav.Main"), Is.EqualTo("Hauptmenü"));
            Assert.That(cms.Current.Documents.Select(document => document.Name), Does.Not.Contain("Halb importiert"));
        });
    }

    [Test]
    public async Task All_faults_of_a_folder_are_named_at_once()
    {
        files.Write("Content/eins.config", "<Content");
        files.Write("Dictionary/zwei.config", "<Dictionary Alias=\"x\" />");
        var refused = await Assert.ThrowsAsync<SyncException>(() => cms.ImportAsync(files.Path));
        Assert.That(refused!.Faults.Select(fault => fault.File), Is.EquivalentTo(["Content/eins.config", "Dictionary/zwei.config"]));
    }

    [Test]
    public async Task The_same_key_in_two_files_is_a_fault()
    {
        File.Copy(files.At("Content/eine-seite.config"), files.At("Content/kopie.config"));
        var refused = await Assert.ThrowsAsync<SyncException>(() => cms.ImportAsync(files.Path));
        Assert.That(refused!.Faults.Single().Reason, Does.Contain("eine-seite.config"));
    }

    [TestCase("/gibt/es/nicht")]
    [TestCase("..")]
    public async Task A_folder_that_is_none_is_refused(string folder) =>
        await Assert.ThrowsAsync<SyncException>(() => cms.ImportAsync(folder == ".." ? Directory.CreateDirectory(files.At("leer")).FullName : folder));

    [Test]
    public async Task A_media_file_that_is_not_there_is_named_and_the_rest_is_taken_over()
    {
        files.Delete("MediaFiles/logo/logo.svg");
        await using var other = await CmsFolder.MakeAsync();
        var report = await other.ImportAsync(files.Path);
        Assert.Multiple(() =>
        {
            Assert.That(report.Warnings.Single(), Does.Contain("/media/logo/logo.svg"));
            Assert.That(report.IsComplete, Is.False);
            Assert.That(other.Current.FindByPath("/eine-seite/"), Is.Not.Null);
        });
    }

    [Test]
    public async Task Media_files_are_put_in_place_only_when_all_is_well()
    {
        File.WriteAllText(files.At("MediaFiles/logo/logo.svg"), "<svg><!-- new --></svg>");
        files.Write("Content/kaputt.config", "<Content Key=\"1c1c5b0e-0000-4000-8000-000000000001\" Alias=\"x\"><Info><ContentType>gibtEsNicht</ContentType></Info></Content>");
        await Assert.ThrowsAsync<SyncException>(() => cms.ImportAsync(files.Path));
        Assert.That(File.ReadAllText(Path.Combine(cms.Path, "media", "logo", "logo.svg")), Does.Not.Contain("new"));
        files.Delete("Content/kaputt.config");
        await cms.ImportAsync(files.Path);
        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllText(Path.Combine(cms.Path, "media", "logo", "logo.svg")), Does.Contain("new"));
            Assert.That(Directory.EnumerateFiles(Path.Combine(cms.Path, "media"), "*.new", SearchOption.AllDirectories), Is.Empty);
        });
    }
}
