using System.Net;
using System.Text.Json.Nodes;
using WgsSite.Cms.Users;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Backoffice;

/// <summary>Signing in with a password and a code.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SecondFactorTests
{
    private const string Factor = "/user/current/2fa/Authenticator";

    private EditorSite site = null!;
    private EditorSession administrator = null!;
    private EditorSession editor = null!;
    private string email = null!;
    private string secret = null!;
    private List<string> paper = null!;

    [SetUp]
    public async Task StartAsync()
    {
        site = await EditorSite.StartAsync();
        administrator = await site.SignInAsync();
        email = await EditorSite.AddAsync(administrator, UserGroup.Autor, "zwei");
        editor = await EditorSession.SignInAsync(site.Address, email, EditorSite.Password);
        using var elsewhere = await EditorSession.SignInAsync(site.Address, email, EditorSite.Password);
        var setup = await editor.GetAsync<JsonNode>(Factor);
        secret = (string)setup["secret"]!;
        paper = [.. setup["recoveryCodes"]!.AsArray().Select(code => (string)code!)];
        Assert.That((string)setup["qrCodeSetupImageUrl"]!, Does.StartWith("data:image/svg+xml;base64,"));
        Assert.That((await editor.PostAsync(Factor, new { code = "000000", secret })).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        var enabled = await editor.PostAsync(Factor, new { code = CodeAt(-1), secret });
        Assert.That(enabled.StatusCode, Is.EqualTo(HttpStatusCode.OK), await enabled.Content.ReadAsStringAsync());
        Assert.That((await elsewhere.Http.GetAsync(EditorSession.Api + "/user/current")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), "who had the password alone is out");
    }

    [TearDown]
    public void Stop()
    {
        editor.Dispose();
        administrator.Dispose();
        site.Dispose();
    }

    [Test]
    public async Task ThePasswordAloneIsNotEnoughAndACodeCountsOnce()
    {
        var code = CodeAt(0);
        using var http = await AfterPasswordAsync();
        Assert.That((await http.GetAsync("/umbraco/management/api/v1/security/back-office/authorize?client_id=umbraco-back-office")).StatusCode, Is.Not.EqualTo(HttpStatusCode.OK));
        Assert.That((await EnterAsync(http, "123456")).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        var done = await EnterAsync(http, code);
        Assert.That((done.StatusCode, done.Headers.Location?.ToString()), Is.EqualTo((HttpStatusCode.Redirect, "/umbraco")));
        using var again = await AfterPasswordAsync();
        Assert.That((await EnterAsync(again, code)).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task ACodeOnPaperCountsOnce()
    {
        using var http = await AfterPasswordAsync();
        Assert.That((await EnterAsync(http, paper[0].ToLowerInvariant())).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        using var again = await AfterPasswordAsync();
        Assert.That((await EnterAsync(again, paper[0])).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await EnterAsync(again, paper[1])).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task GuessingCodesClosesTheAccount()
    {
        using var http = await AfterPasswordAsync();
        for (var count = 0; count < 5; count++) Assert.That((await EnterAsync(http, $"00000{count}")).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await EnterAsync(http, CodeAt(0))).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "the right one comes too late");
    }

    /// <summary>A right password must not give new tries for codes.</summary>
    [Test]
    public async Task WrongCodesCountOnAcrossSignIns()
    {
        for (var count = 0; count < 5; count++)
        {
            using var http = await AfterPasswordAsync();
            await EnterAsync(http, $"00000{count}");
        }

        Assert.That((await administrator.GetAsync<JsonNode>("/filter/user?filter=zwei"))["items"]![0]!["state"]!.ToString(), Is.EqualTo("LockedOut"));
    }

    [Test]
    public async Task AnAdministratorSwitchesItOffForWhoLostThePhone()
    {
        var key = (await administrator.GetAsync<JsonNode>("/filter/user?filter=zwei"))["items"]![0]!["id"]!.ToString();
        Assert.That((await administrator.Http.DeleteAsync($"{EditorSession.Api}/user/{key}/2fa/Authenticator")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        using var again = await EditorSession.SignInAsync(site.Address, email, EditorSite.Password);
        Assert.That((bool)(await again.GetAsync<JsonNode>("/user/current/2fa"))[0]!["isEnabledOnUser"]!, Is.False);
    }

    [Test]
    public async Task SwitchingItOffNeedsACode()
    {
        Assert.That((await editor.Http.GetAsync(EditorSession.Api + Factor)).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "another app is not taken");
        Assert.That((await editor.Http.DeleteAsync($"{EditorSession.Api}{Factor}?code=000000")).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await editor.Http.DeleteAsync($"{EditorSession.Api}{Factor}?code={CodeAt(0)}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        using var again = await EditorSession.SignInAsync(site.Address, email, EditorSite.Password);
    }

    [Test]
    public async Task SigningOutEverywhereEndsAllSessions()
    {
        using var other = await site.SignInAsync();
        Assert.That((await administrator.PostAsync("/user/current/sign-out-everywhere", new { })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await other.Http.GetAsync(EditorSession.Api + "/user/current")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await administrator.Http.GetAsync(EditorSession.Api + "/user/current")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    /// <summary>A browser in which the right password was just entered.</summary>
    private async Task<HttpClient> AfterPasswordAsync()
    {
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = site.Address };
        var answer = await PostAsync(http, "/umbraco/login", new() { ["email"] = email, ["password"] = EditorSite.Password });
        Assert.That(answer.Headers.Location?.ToString(), Is.EqualTo("/umbraco/code"));
        return http;
    }

    private static Task<HttpResponseMessage> EnterAsync(HttpClient http, string code) => PostAsync(http, "/umbraco/code", new() { ["code"] = code });

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string path, Dictionary<string, string> fields)
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await http.GetStringAsync(path));
        return await http.PostAsync(path, new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]));
    }

    /// <summary>What the app shows (RFC 6238), so many half minutes from now.</summary>
    private string CodeAt(int steps) => AuthenticatorApp.CodeAt(secret, steps);
}
