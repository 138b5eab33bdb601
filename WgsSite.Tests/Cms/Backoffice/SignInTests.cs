using System.Net;
using System.Text.Json;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Backoffice;

/// <summary>Who gets in, who does not, and what a browser holds of it.</summary>
[Parallelizable]
internal sealed class SignInTests
{
    private EditorSite site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => site = await EditorSite.StartAsync();

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    [Test]
    public async Task WhoIsSignedInIsKnownByName()
    {
        using var editor = await site.SignInAsync();
        var user = await editor.GetAsync<JsonElement>("/user/current");
        Assert.That(user.GetProperty("name").GetString(), Is.EqualTo(EditorSite.Name));
    }

    [Test]
    public async Task TwoWindowsMaySignInAtTheSameMoment()
    {
        var sessions = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.SignInAsync()));
        foreach (var session in sessions) session.Dispose();
    }

    [Test]
    public async Task TokensAreHiddenFromScripts()
    {
        using var editor = await site.SignInAsync();
        var refresh = await editor.PostTokenAsync(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = "[redacted]" });
        var answer = JsonDocument.Parse(await refresh.Content.ReadAsStringAsync()).RootElement;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.GetProperty("access_token").GetString(), Is.EqualTo("[redacted]"));
            Assert.That(answer.GetProperty("refresh_token").GetString(), Is.EqualTo("[redacted]"));
            Assert.That(refresh.Headers.GetValues("Set-Cookie"), Has.All.Contains("httponly").And.All.Contains("samesite=strict").And.All.Contains("path=/umbraco"));
        }
    }

    [Test]
    public async Task CookiesWithoutTheHeaderAreNotEnough()
    {
        using var editor = await site.SignInAsync();
        editor.Http.DefaultRequestHeaders.Authorization = null;
        Assert.That((await editor.Http.GetAsync(EditorSession.Api + "/user/current")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task TheHeaderWithoutCookiesIsNotEnough()
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "[redacted]");
        Assert.That((await http.GetAsync(EditorSession.Api + "/user/current")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task SigningOutEndsTheSession()
    {
        using var editor = await site.SignInAsync();
        await editor.Http.PostAsync(EditorSession.Api + "/security/back-office/revoke", new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = "[redacted]", ["token_type_hint"] = "access_token", ["client_id"] = "umbraco-back-office" }));
        Assert.That((await editor.Http.GetAsync(EditorSession.Api + "/user/current")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase("https://evil.example/umbraco/oauth_complete")]
    [TestCase("http://127.0.0.1:1/umbraco/oauth_complete")]
    public async Task CodesGoToThisSiteOnly(string target)
    {
        using var editor = await site.SignInAsync();
        var answer = await editor.Http.GetAsync(EditorSession.Api + "/security/back-office/authorize?client_id=umbraco-back-office&response_type=code&code_challenge=x&code_challenge_method=S256&redirect_uri=" + Uri.EscapeDataString(target));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(answer.Headers.Location, Is.Null);
        }
    }

    [Test]
    public async Task ACodeNeedsTheSecretOfWhoAskedForIt()
    {
        using var editor = await site.SignInAsync();
        var back = new Uri(site.Address, "/umbraco/oauth_complete").ToString();
        var authorize = await editor.Http.GetAsync(EditorSession.Api + "/security/back-office/authorize?client_id=umbraco-back-office&response_type=code&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&redirect_uri=" + Uri.EscapeDataString(back));
        var code = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(authorize.Headers.Location!.Query)["code"].ToString();
        var token = await editor.PostTokenAsync(new() { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = back, ["code_verifier"] = new string('x', 50) });
        Assert.That(token.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("erika@wgs.example", "falsch")]
    [TestCase("niemand@wgs.example", "drei-lange-Woerter-reichen")]
    public async Task AWrongPasswordAndAnUnknownAddressSayTheSame(string email, string password)
    {
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = site.Address };
        var answer = await PostLoginAsync(http, email, password);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("Die E-Mail-Adresse oder das Passwort ist nicht richtig."));
        }
    }

    [Test]
    public async Task AFormThatIsTooOldIsAnsweredInWords()
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        var answer = await http.PostAsync("/umbraco/login", new FormUrlEncodedContent(new Dictionary<string, string> { ["email"] = EditorSite.Email, ["password"] = EditorSite.Password }));
        var html = await answer.Content.ReadAsStringAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(html, Does.Contain("Die Seite war zu lange offen."));
            Assert.That(html, Does.Contain($"value=\"{EditorSite.Email}\""), "what was typed is kept");
        }
    }

    [TestCase("//evil.example/")]
    [TestCase("https://evil.example/")]
    [TestCase("/umbraco/\\evil.example")]
    public async Task SigningInLeadsNowhereElse(string target)
    {
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = site.Address };
        var answer = await PostLoginAsync(http, EditorSite.Email, EditorSite.Password, target);
        Assert.That(answer.Headers.Location?.ToString(), Is.EqualTo("/umbraco"));
    }

    private static async Task<HttpResponseMessage> PostLoginAsync(HttpClient http, string email, string password, string returnUrl = "")
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await http.GetStringAsync("/umbraco/login"));
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await http.PostAsync("/umbraco/login", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["ReturnUrl"] = returnUrl, ["email"] = email, ["password"] = password }));
    }
}
