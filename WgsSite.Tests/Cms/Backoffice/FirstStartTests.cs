using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using WgsSite.Cms.Backoffice.SignIn;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Backoffice;

/// <summary>How the first account comes about.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed partial class FirstStartTests
{
    private readonly string data = Directory.CreateTempSubdirectory("wgs-first-").FullName;

    [TearDown]
    public void Clean() => Directory.Delete(data, recursive: true);

    [Test]
    public async Task TheLinkInTheLogMakesOneAccountAndNoSecond()
    {
        using var site = await SiteProcess.StartAsync(data);
        for (var count = 0; count < 200 && !Link().IsMatch(site.Log); count++) await Task.Delay(25);
        Assert.That(Link().Matches(site.Log), Has.Count.EqualTo(1), "said once");
        var link = Link().Match(site.Log).Value;

        var weak = await PostAsync(site, link, "kurz");
        Assert.That(weak.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "and can be tried again");
        var made = await PostAsync(site, link, EditorSite.Password);
        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await made.Content.ReadAsStringAsync());
        using (Assert.EnterMultipleScope())
        {
            using var again = await site.Http.GetAsync(link);
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(await again.Content.ReadAsStringAsync(), Does.Contain("Dieser Link gilt nicht mehr"));
            Assert.That((await site.Http.GetAsync("/umbraco/einrichten?code=geraten")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }

        using var editor = await EditorSession.SignInAsync(site.Address, EditorSite.Email, EditorSite.Password);
    }

    [Test]
    public async Task TooManyTriesAtTheSetUpPageAreSaidSo()
    {
        using var site = await SiteProcess.StartAsync(data);
        for (var count = 0; count < 200 && !Link().IsMatch(site.Log); count++) await Task.Delay(25);
        var link = Link().Match(site.Log).Value;
        for (var count = 0; count < 20; count++) Assert.That((await PostAsync(site, link, "kurz")).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        var refused = await PostAsync(site, link, EditorSite.Password);
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("Zu viele Versuche").And.Contain("Bitte warten Sie zehn Minuten."));
    }

    /// <summary>What people are known by is for the site's own account of the machine only, from before too.</summary>
    [Test]
    [Platform(Exclude = "Win")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task NobodyElseOfTheMachineReadsWhatIsKnownOfPeople()
    {
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var folder = Path.Combine(data, "new");
        using (await SiteProcess.StartAsync(folder)) Assert.That(Modes(), Has.Count.GreaterThanOrEqualTo(2).And.All.EqualTo(Owner));
        Assert.That(File.GetUnixFileMode(folder), Is.EqualTo(Owner | UnixFileMode.UserExecute));

        foreach (var file in Files()) File.SetUnixFileMode(file, Owner | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        using (await SiteProcess.StartAsync(folder)) Assert.That(Modes(), Has.All.EqualTo(Owner), "a database from before");

        IEnumerable<string> Files() => new[] { "users.db", "inquiries.db" }.SelectMany(name => Directory.EnumerateFiles(folder, name + "*"));
        List<UnixFileMode> Modes() => [.. Files().Select(file => File.GetUnixFileMode(file))];
    }

    /// <summary>As with a full disk, or a database that somebody holds open for writing.</summary>
    [Test]
    public async Task WhenAccountsCannotBeReadTheSignInPageSaysSoInWords()
    {
        using var site = await SiteProcess.StartAsync(data);
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = site.Address };
        var page = new HtmlParser().ParseDocument(await http.GetStringAsync("/umbraco/login"));
        await using (var users = new Microsoft.Data.Sqlite.SqliteConnection("Pooling=False;Data Source=" + Path.Combine(data, "users.db")))
        {
            await users.OpenAsync();
            await using var rename = users.CreateCommand();
            rename.CommandText = "ALTER TABLE User RENAME TO Elsewhere";
            await rename.ExecuteNonQueryAsync();
        }

        var hidden = page.QuerySelectorAll("form input[type=hidden]").Select(input => new KeyValuePair<string, string>(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        var answer = await http.PostAsync("/umbraco/login", new FormUrlEncodedContent([.. hidden, new("email", EditorSite.Email), new("password", EditorSite.Password)]));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
            Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/html"));
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("Das hat nicht geklappt").And.Not.Contain("Sqlite"));
        }
    }

    [Test]
    public void TheLinkRunsOutAndANewerOneReplacesIt()
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var links = new SetUpLink(clock);
        var first = CodeOf(links.Create());
        Assert.That((links.IsValid(first), links.IsValid("x"), links.IsValid(""), links.IsValid(null)), Is.EqualTo((true, false, false, false)));
        var second = CodeOf(links.Create());
        Assert.That((links.IsValid(first), links.IsValid(second)), Is.EqualTo((false, true)));
        clock.Move(SetUpLink.Lifetime - TimeSpan.FromSeconds(1));
        Assert.That(links.IsValid(second), Is.True);
        clock.Move(TimeSpan.FromSeconds(1));
        Assert.That(links.IsValid(second), Is.False);
        var third = CodeOf(links.Create());
        links.Spend();
        Assert.That(links.IsValid(third), Is.False);
    }

    [TestCase(EditorSite.Email, "zu kurz", "Das Passwort braucht mindestens 10 Zeichen.")]
    [TestCase("keine-adresse", EditorSite.Password, "Das ist keine gültige E-Mail-Adresse.")]
    public async Task SettingsThatMakeNoAccountStopTheStart(string email, string password, string reason)
    {
        var (exitCode, output, errors) = await SiteProcess.RunAsync(
            new Dictionary<string, string>
            {
                ["Umbraco__CMS__Unattended__UnattendedUserName"] = EditorSite.Name,
                ["Umbraco__CMS__Unattended__UnattendedUserEmail"] = email,
                ["Umbraco__CMS__Unattended__UnattendedUserPassword"] = password,
            },
            "--urls",
            "http://127.0.0.1:0",
            "--data",
            data);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(output + errors, Does.Contain("Die Website startet nicht: Das erste Konto aus Umbraco:CMS:Unattended lässt sich nicht anlegen: " + reason));
            Assert.That(output + errors, Does.Not.Contain(password).And.Not.Contain("Unhandled exception"));
        }
    }

    private static async Task<HttpResponseMessage> PostAsync(SiteProcess site, string link, string password)
    {
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = site.Address };
        var page = new HtmlParser().ParseDocument(await http.GetStringAsync(link));
        var hidden = page.QuerySelectorAll("form input[type=hidden]").Select(input => new KeyValuePair<string, string>(input.GetAttribute("name")!, input.GetAttribute("value")!));
        return await http.PostAsync("/umbraco/einrichten", new FormUrlEncodedContent([.. hidden, new("name", EditorSite.Name), new("email", EditorSite.Email), new("password", password), new("repeat", password)]));
    }

    private static string CodeOf(string link) => link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];

    [GeneratedRegex(@"/umbraco/einrichten\?code=[\w-]+")]
    private static partial Regex Link();
}
