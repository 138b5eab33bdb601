using WgsSite.Tests.Support;

namespace WgsSite.Tests.Web.Commands;

/// <summary><c>usync import|export|diff</c> as an operator runs it.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SyncCommandTests
{
    private readonly string data = Directory.CreateTempSubdirectory("wgs-command-").FullName;
    private readonly SyncFiles files = SyncFiles.OfSmallSite();

    [TearDown]
    public void Clean()
    {
        Directory.Delete(data, recursive: true);
        files.Dispose();
    }

    [Test]
    public async Task Import_diff_and_export_say_what_they_did_folder_by_folder()
    {
        var import = await SiteProcess.RunAsync("usync", "import", files.Path, "--data", data);
        var diff = await SiteProcess.RunAsync("usync", "diff", files.Path, "--data", data);
        var target = Path.Combine(data, "out");
        var export = await SiteProcess.RunAsync("usync", "export", target, "--data", data);
        Assert.Multiple(() =>
        {
            Assert.That(import.ExitCode, Is.Zero, import.Errors);
            Assert.That(import.Output, Does.Contain("Content: ").And.Contain(" neu").And.Contain("Media: 2 neu"));
            Assert.That(diff.ExitCode, Is.Zero);
            Assert.That(diff.Output, Does.Contain("gleich").And.Not.Contain("neu"));
            Assert.That(export.ExitCode, Is.Zero);
            Assert.That(Directory.EnumerateFiles(Path.Combine(target, "Content")), Has.Exactly(33).Items);
        });
    }

    [Test]
    public async Task An_import_brings_the_folder_up_to_date_that_is_written_on_save()
    {
        using var target = SyncFiles.OfSmallSite();
        var variables = new Dictionary<string, string> { ["uSync__Settings__ExportOnSave"] = "All", ["uSync__Settings__Folders__0"] = target.Path };
        await SiteProcess.RunAsync(variables, "usync", "import", files.Path, "--data", data);
        files.SetValue("Content/eine-seite.config", "headline", "Importiert");
        var import = await SiteProcess.RunAsync(variables, "usync", "import", files.Path, "--data", data);
        Assert.Multiple(() =>
        {
            Assert.That(import.ExitCode, Is.Zero, import.Errors);
            Assert.That(File.ReadAllText(target.At("Content", "eine-seite.config")), Does.Contain("Importiert"));
        });
    }

    [Test]
    public async Task A_broken_file_is_named_with_path_line_and_reason_and_the_status_is_1()
    {
        files.Write("Content/kaputt.config", "<Content>\n<Info>\n</Content>");
        var (exitCode, _, errors) = await SiteProcess.RunAsync("usync", "import", files.Path, "--data", data);
        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(errors, Does.Contain("Content/kaputt.config:3: ").And.Contain("Nichts wurde übernommen."));
        });
    }

    [Test]
    public async Task What_was_left_out_makes_the_status_2()
    {
        files.Delete("MediaFiles/logo/logo.svg");
        var (exitCode, _, errors) = await SiteProcess.RunAsync("usync", "import", files.Path, "--data", data);
        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(2));
            Assert.That(errors, Does.Contain("/media/logo/logo.svg"));
        });
    }

    [Test]
    public async Task An_import_beside_a_running_site_is_refused_in_words_and_so_is_a_second_site()
    {
        using var site = await SiteProcess.StartAsync(data);
        var import = await SiteProcess.RunAsync("usync", "import", files.Path, "--data", data);
        var second = await SiteProcess.RunAsync("--urls", "http://127.0.0.1:0", "--data", data);
        var diff = await SiteProcess.RunAsync("usync", "diff", Repository.FirstContent, "--data", data);
        Assert.Multiple(() =>
        {
            Assert.That(import.ExitCode, Is.EqualTo(1));
            Assert.That(import.Errors, Does.Contain("läuft gerade eine Website"));
            Assert.That(second.ExitCode, Is.EqualTo(1));
            Assert.That(diff.ExitCode, Is.Zero);
        });
        site.Kill();
        Assert.That((await SiteProcess.RunAsync("usync", "import", Repository.FirstContent, "--data", data)).ExitCode, Is.Zero);
    }

    [Test]
    public async Task A_moved_page_is_found_at_its_old_address_and_so_is_its_text_in_plain_language()
    {
        await SiteProcess.RunAsync("usync", "import", files.Path, "--data", data);
        files.Rename("Content/leistungen.config", "Angebote");
        await SiteProcess.RunAsync("usync", "import", files.Path, "--data", data);
        using var site = await SiteProcess.StartAsync(data);
        foreach (var (old, now) in ((string, string)[])[("/leistungen/dienst-a/", "/angebote/dienst-a/"), ("/Leistungen/Dienst-A/leicht", "/angebote/dienst-a/leicht/")])
        {
            using var response = await site.Http.GetAsync(old);
            Assert.That((response.StatusCode, response.Headers.Location?.ToString()), Is.EqualTo((System.Net.HttpStatusCode.MovedPermanently, now)));
        }
    }

    [TestCase("--dta", "x")]
    [TestCase("--data")]
    [TestCase("--data", "--force")]
    public async Task An_option_it_does_not_know_or_without_its_value_is_refused(params string[] options)
    {
        var (exitCode, _, errors) = await SiteProcess.RunAsync(["usync", "import", files.Path, .. options]);
        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(errors, Does.Contain("--d"));
        });
    }

    [Test]
    public async Task A_data_folder_that_cannot_be_used_is_named()
    {
        var (exitCode, _, errors) = await SiteProcess.RunAsync("usync", "import", files.Path, "--data", files.At("usync.config", "x"));
        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(errors, Does.Contain("lässt sich nicht benutzen"));
        });
    }

    [TestCase("usync")]
    [TestCase("usync", "import")]
    [TestCase("usync", "sing", "x")]
    [TestCase("gibtesnicht")]
    public async Task Words_it_does_not_know_are_answered_with_how_to_call_it(params string[] words)
    {
        var (exitCode, _, errors) = await SiteProcess.RunAsync([.. words, "--data", data]);
        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(errors, Does.Contain("usync import|export|diff"));
        });
    }

    [Test]
    public async Task Without_a_database_there_is_nothing_to_export() =>
        Assert.That((await SiteProcess.RunAsync("usync", "export", Path.Combine(data, "out"), "--data", data)).ExitCode, Is.EqualTo(1));
}
