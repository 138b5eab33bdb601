using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using WgsSite.Cms.Users;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Backoffice;

/// <summary>Links by mail: the first password of an account, and a new one for a forgotten one.</summary>
[Parallelizable]
internal sealed class PasswordLinkTests
{
    private const string Password = "vier-andere-lange-Woerter";
    private const string Neutral = "Gibt es zu dieser Adresse ein Konto, ist ein Link unterwegs.";

    private EditorSite site = null!;
    private EditorSession administrator = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        site = await EditorSite.StartAsync();
        administrator = await site.SignInAsync();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        administrator.Dispose();
        site.Dispose();
    }

    [Test]
    public async Task AnInvitationMakesOnePasswordAndNoSecond()
    {
        var invited = await InviteAsync("neu@wgs.example");
        Assert.That((invited.Link, invited.Problem), Is.EqualTo(((string?)null, (string?)null)), "the mail went out, so there is nothing to hand over");
        var link = await MailedAsync("neu@wgs.example", "einladung");
        var weak = await ChooseAsync(link, "kurz");
        Assert.That(weak.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await weak.Content.ReadAsStringAsync(), Does.Contain("Das Passwort braucht mindestens 10 Zeichen."));
        var chosen = await ChooseAsync(link, Password);
        Assert.That(await chosen.Content.ReadAsStringAsync(), Does.Contain("Ihr Konto ist bereit"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await site.Process.Http.GetAsync(link)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            using var editor = await EditorSession.SignInAsync(site.Address, "neu@wgs.example", Password);
            Assert.That((await editor.GetAsync<JsonNode>("/user/current"))["name"]!.ToString(), Is.EqualTo("Neu Eingeladen"));
        }
    }

    [Test]
    public async Task AnotherInvitationVoidsTheFirst()
    {
        await InviteAsync("zweimal@wgs.example");
        var first = await MailedAsync("zweimal@wgs.example", "einladung");
        var key = (await administrator.GetAsync<JsonNode>("/filter/user?filter=zweimal"))["items"]![0]!["id"]!.ToString();
        Assert.That((await administrator.PostAsync("/user/invite/resend", new { user = new { id = key } })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await site.Process.Http.GetAsync(first)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("/umbraco/einladung")]
    [TestCase("/umbraco/einladung?user=00000000-0000-0000-0000-00000000000a&code=geraten")]
    [TestCase("/umbraco/neues-passwort?user=niemand&code=%20")]
    public async Task AGuessedLinkIsNone(string link)
    {
        var answer = await site.Process.Http.GetAsync(link);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("Dieser Link gilt nicht mehr"));
    }

    [Test]
    public async Task AForgottenPasswordIsReplacedOnceAndEndsAllSessions()
    {
        var email = await EditorSite.AddAsync(administrator, UserGroup.Autor, "vergessen");
        using var signedIn = await EditorSession.SignInAsync(site.Address, email, EditorSite.Password);
        Assert.That(await AskAsync(email), Does.Contain(Neutral));
        var link = await MailedAsync(email, "neues-passwort");
        Assert.That(await (await ChooseAsync(link, Password)).Content.ReadAsStringAsync(), Does.Contain("Ihr Passwort ist geändert"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await signedIn.Http.GetAsync(EditorSession.Api + "/user/current")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That((await site.Process.Http.GetAsync(link)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }

        using var again = await EditorSession.SignInAsync(site.Address, email, Password);
    }

    [TestCase("niemand@wgs.example")]
    [TestCase("keine Adresse")]
    public async Task WhoAsksLearnsNotWhichAccountsThereAre(string email)
    {
        Assert.That(await AskAsync(email), Does.Contain(Neutral));
        Assert.That(site.Process.Log, Does.Not.Contain(email));
    }

    [Test]
    public async Task WithoutAMailServerTheAdministratorGetsTheLink()
    {
        using var production = await EditorSite.StartAsync("--environment", "Production", "--Umbraco:CMS:WebRouting:UmbracoApplicationUrl", "https://wgs.example");
        using var session = await production.SignInAsync();
        var (link, problem) = await InviteAsync(session, "hand@wgs.example");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(problem, Is.EqualTo("Kein Mailserver ist eingerichtet."));
            Assert.That(link, Does.StartWith("https://wgs.example/umbraco/einladung?"));
            Assert.That((await production.Process.Http.GetAsync(new Uri(link!).PathAndQuery)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    private Task<(string? Link, string? Problem)> InviteAsync(string email) => InviteAsync(administrator, email);

    private static async Task<(string? Link, string? Problem)> InviteAsync(EditorSession administrator, string email)
    {
        var answer = await administrator.PostAsync("/user/invite", new { email, userName = email, name = "Neu Eingeladen", message = "Schön, dass Sie dabei sind.", userGroupIds = new[] { new { id = UserGroup.Autor.Key } } });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), await answer.Content.ReadAsStringAsync());
        var told = JsonNode.Parse(Uri.UnescapeDataString(answer.Headers.GetValues("X-Invitation").Single()))!;
        return ((string?)told["link"], (string?)told["problem"]);
    }

    private async Task<string> AskAsync(string email)
    {
        using var http = NewHttp();
        return await (await PostAsync(http, "/umbraco/passwort-vergessen", new() { ["email"] = email })).Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> ChooseAsync(string link, string password)
    {
        using var http = NewHttp();
        return await PostAsync(http, link, new() { ["password"] = password, ["repeat"] = password });
    }

    private HttpClient NewHttp() => new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = site.Address };

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string path, Dictionary<string, string> fields)
    {
        var form = new HtmlParser().ParseDocument(await http.GetStringAsync(path)).QuerySelector("form")!;
        var hidden = form.QuerySelectorAll("input[type=hidden]").Select(input => new KeyValuePair<string, string>(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        return await http.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent([.. hidden, .. fields]));
    }

    /// <summary>The newest link that went to an address.</summary>
    private Task<string> MailedAsync(string to, string page) => site.MailedLinkAsync(to, page);
}
