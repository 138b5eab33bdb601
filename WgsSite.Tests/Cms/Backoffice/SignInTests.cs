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

    /// <summary>A closed account must not tell that it exists, nor whether the next guess was right.</summary>
    [Test]
    public async Task AClosedAccountIsAnsweredLikeAnUnknownOne()
    {
        using var own = await EditorSite.StartAsync();
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = own.Address };
        for (var count = 0; count < 5; count++) Assert.That((await PostLoginAsync(http, EditorSite.Email, $"geraten {count}")).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        var closed = await PostLoginAsync(http, EditorSite.Email, EditorSite.Password);
        var unknown = await PostLoginAsync(http, "nobody@wgs.example", EditorSite.Password);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(closed.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "the right password does not open it");
            Assert.That(unknown.StatusCode, Is.EqualTo(closed.StatusCode));
            Assert.That(await AlertAsync(closed), Does.Contain("für eine Viertelstunde gesperrt"));
            Assert.That(await AlertAsync(unknown), Is.EqualTo(await AlertAsync(closed)));
            Assert.That(closed.Headers.TryGetValues("Set-Cookie", out _), Is.EqualTo(unknown.Headers.TryGetValues("Set-Cookie", out _)));
            Assert.That(own.Process.Log, Does.Contain("nach mehreren falschen Passwörtern gesperrt").And.Not.Contain(EditorSite.Email));
        }
    }

    [Test]
    public async Task TooManyTriesFromOneAddressAreSaidSo()
    {
        using var own = await EditorSite.StartAsync();
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = own.Address };
        for (var count = 0; count < 20; count++) await PostLoginAsync(http, $"name{count}@wgs.example", EditorSite.Password);
        var refused = await PostLoginAsync(http, EditorSite.Email, EditorSite.Password);
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(await AlertAsync(refused), Is.EqualTo("Von diesem Anschluss kamen zu viele Versuche. Bitte warten Sie zehn Minuten."));
    }

    [TestCase("/umbraco")]
    [TestCase("/umbraco/section/content")]
    [TestCase("/umbraco/login")]
    [TestCase("/umbraco/sign-in.css")]
    [TestCase("/umbraco/einrichten")]
    [TestCase("/App_Plugins/Wgs/umbraco-package.json")]
    public async Task HeadIsAnsweredLikeGetWithoutABody(string path)
    {
        var get = await site.Process.Http.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        var head = await site.Process.Http.SendAsync(request);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(head.StatusCode, Is.EqualTo(get.StatusCode));
            Assert.That(head.Content.Headers.ContentType, Is.EqualTo(get.Content.Headers.ContentType));
            Assert.That(head.Headers.CacheControl, Is.EqualTo(get.Headers.CacheControl));
            Assert.That(await head.Content.ReadAsByteArrayAsync(), Is.Empty);
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

    private static async Task<string> AlertAsync(HttpResponseMessage page) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync()).QuerySelector("[role=alert]")!.TextContent;

    private static async Task<HttpResponseMessage> PostLoginAsync(HttpClient http, string email, string password, string returnUrl = "")
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await http.GetStringAsync("/umbraco/login"));
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await http.PostAsync("/umbraco/login", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["ReturnUrl"] = returnUrl, ["email"] = email, ["password"] = password }));
    }
}
