using System.Net;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Management;

/// <summary>Whoever is not signed in gets nothing from the API, and nothing is answered that is not there.</summary>
[Parallelizable]
internal sealed class AccessTests
{
    /// <summary>What everybody may ask: the pages before the client, the client's own code, and what signing in needs. Nothing is added here without a reason.</summary>
    private static readonly string[] Open =
    [
        "GET /umbraco/client/{**file}",
        "GET /umbraco/code",
        "GET /umbraco/einladung",
        "GET /umbraco/einrichten",
        "GET /umbraco/login",
        "GET /umbraco/management/api/v1/manifest/manifest/public",
        "GET /umbraco/management/api/v1/security/back-office/authorize",
        "GET /umbraco/management/api/v1/security/back-office/graphics/login-background",
        "GET /umbraco/management/api/v1/security/back-office/graphics/login-logo",
        "GET /umbraco/management/api/v1/security/back-office/graphics/login-logo-alternative",
        "GET /umbraco/management/api/v1/security/back-office/graphics/logo",
        "GET /umbraco/management/api/v1/security/back-office/graphics/logo-alternative",
        "GET /umbraco/management/api/v1/security/back-office/signout",
        "GET /umbraco/management/api/v1/server/configuration",
        "GET /umbraco/management/api/v1/server/status",
        "GET /umbraco/neues-passwort",
        "GET /umbraco/passwort-vergessen",
        "GET /umbraco/sign-in.css",
        "GET /umbraco/{**path}",
        "HEAD /umbraco/client/{**file}",
        "HEAD /umbraco/einrichten",
        "HEAD /umbraco/login",
        "HEAD /umbraco/sign-in.css",
        "HEAD /umbraco/{**path}",
        "POST /umbraco/code",
        "POST /umbraco/einladung",
        "POST /umbraco/einrichten",
        "POST /umbraco/login",
        "POST /umbraco/management/api/v1/security/back-office/authorize",
        "POST /umbraco/management/api/v1/security/back-office/token",
        "POST /umbraco/neues-passwort",
        "POST /umbraco/passwort-vergessen",
    ];

    private EditorSite site = null!;
    private EditorSession editor = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        site = await EditorSite.StartAsync();
        editor = await site.SignInAsync();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        editor.Dispose();
        site.Dispose();
    }

    [TestCase(null)]
    [TestCase("Bearer [redacted]")]
    [TestCase("Bearer eyJhbGciOiJub25lIn0.e30.")]
    [TestCase("Basic ZXJpa2E6eA==")]
    public async Task WhoIsNotSignedInGetsNothing(string? authorization)
    {
        var endpoints = await SiteEndpoints.OfBackofficeAsync();
        Assert.That(endpoints, Has.Count.GreaterThan(60), "the list is there");
        var answered = new List<string>();
        foreach (var endpoint in endpoints)
        {
            using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), endpoint.Example);
            if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
            if (endpoint.Method is "POST" or "PUT") request.Content = new StringContent("{}", null, "application/json");
            using var answer = await site.Process.Http.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.Unauthorized) answered.Add(endpoint.ToString());
            if (!endpoint.Pattern.StartsWith(EditorSession.Api[..^2], StringComparison.Ordinal) || endpoint.Pattern.Contains("/graphics/", StringComparison.Ordinal)) continue;
            Assert.That(answer.Headers.CacheControl?.NoStore, Is.True, $"{endpoint} may be kept by a cache");
        }

        Assert.That(answered, Is.EquivalentTo(Open));
    }

    /// <summary>Cookies alone come along with a request that another site makes a browser send.</summary>
    [Test]
    public async Task WithoutTheHeaderOfTheClientNothingIsChanged()
    {
        using var forged = new HttpClient(new HttpClientHandler { CookieContainer = editor.Cookies, AllowAutoRedirect = false }) { BaseAddress = site.Address };
        foreach (var endpoint in (await SiteEndpoints.OfBackofficeAsync()).Where(endpoint => endpoint.Method is "POST" or "PUT" or "DELETE" && !Open.Contains(endpoint.ToString())))
        {
            using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), endpoint.Example);
            if (endpoint.Method != "DELETE") request.Content = new StringContent("{}", null, "application/json");
            using var answer = await forged.SendAsync(request);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), endpoint.ToString());
        }
    }

    [TestCase("GET", "/v1/media/4c52d8ab-54e6-40cd-999c-7a5f24903e4d")]
    [TestCase("GET", "/v1/tree/member-group/root")]
    [TestCase("GET", "/v1/log-viewer/log")]
    [TestCase("GET", "/v1/health-check-group")]
    [TestCase("GET", "/v1/document-version?documentId=4c52d8ab-54e6-40cd-999c-7a5f24903e4d")]
    [TestCase("GET", "/v1/webhook/not-a-guid")]
    [TestCase("GET", "/v1/document/not-a-guid")]
    [TestCase("POST", "/v1/document-type")]
    [TestCase("POST", "/v1/data-type")]
    [TestCase("POST", "/v1/user")]
    [TestCase("POST", "/v1/dictionary")]
    [TestCase("POST", "/v1/package/created")]
    [TestCase("PUT", "/v1/document/4c52d8ab-54e6-40cd-999c-7a5f24903e4d/publish-with-descendants")]
    [TestCase("PUT", "/v1/document/4c52d8ab-54e6-40cd-999c-7a5f24903e4d/public-access")]
    [TestCase("PUT", "/v1/document-type/4c52d8ab-54e6-40cd-999c-7a5f24903e4d")]
    [TestCase("DELETE", "/v1/dictionary/4c52d8ab-54e6-40cd-999c-7a5f24903e4d")]
    [TestCase("PATCH", "/v1/document/4c52d8ab-54e6-40cd-999c-7a5f24903e4d")]
    [TestCase("POST", "/v1/server/information")]
    [TestCase("POST", "/v1/server/status")]
    [TestCase("GET", "/v1.1/document/4c52d8ab-54e6-40cd-999c-7a5f24903e4d")]
    [TestCase("GET", "/v2/document/root")]
    [TestCase("GET", "/nonsense")]
    [TestCase("GET", "/v1/")]
    [TestCase("GET", "")]
    public async Task WhatIsNotThereIsSaidSoInProblemDetails(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/umbraco/management/api" + path);
        if (method is "POST" or "PUT" or "PATCH") request.Content = new StringContent("{}", null, "application/json");
        using var answer = await editor.Http.SendAsync(request);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("\"title\""));
        }
    }

    [Test]
    public async Task WhatOtherEditorsDoIsToldToWhoIsSignedInOnly()
    {
        var answer = await editor.Http.PostAsync("/umbraco/serverEventHub/negotiate?negotiateVersion=1", null);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await site.Process.Http.PostAsync("/umbraco/serverEventHub/negotiate?negotiateVersion=1", null)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }
}
