using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.WebUtilities;

namespace WgsSite.Tests.Support;

/// <summary>An editor at the API, signed in as the client does it: sign-in page, code flow, hidden tokens.</summary>
internal sealed class EditorSession : IDisposable
{
    public const string Api = "/umbraco/management/api/v1";

    private EditorSession(Uri address, CookieContainer cookies)
    {
        Cookies = cookies;
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = address };
        // What the client sends with each call, in place of a token it never sees.
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "[redacted]");
    }

    public HttpClient Http { get; }

    public CookieContainer Cookies { get; }

    public static async Task<EditorSession> SignInAsync(Uri address, string email, string password)
    {
        var session = new EditorSession(address, new CookieContainer());
        var login = await session.PostFormAsync("/umbraco/login", new() { ["email"] = email, ["password"] = password });
        Assert.That(login.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await login.Content.ReadAsStringAsync());
        await session.TakeTokensAsync();
        return session;
    }

    /// <summary>Somebody who has copied all that this browser holds of the session.</summary>
    public EditorSession Copy()
    {
        var copies = new CookieContainer();
        copies.Add(Cookies.GetAllCookies());
        return new EditorSession(Http.BaseAddress!, copies);
    }

    /// <summary>As the client does it: the tokens first, then the session; its tokens may have run out by then.</summary>
    public async Task<HttpResponseMessage> SignOutAsync()
    {
        foreach (var kind in new[] { "access_token", "refresh_token" })
            await Http.PostAsync($"{Api}/security/back-office/revoke", new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = "[redacted]", ["token_type_hint"] = kind, ["client_id"] = "umbraco-back-office" }));
        return await Http.GetAsync($"{Api}/security/back-office/signout?post_logout_redirect_uri=https://evil.example/");
    }

    /// <summary>What this browser may still do with what it holds.</summary>
    public async Task<SessionRights> RightsAsync()
    {
        var back = new Uri(Http.BaseAddress!, "/umbraco/oauth_complete").ToString();
        var authorize = await Http.GetAsync($"{Api}/security/back-office/authorize?client_id=umbraco-back-office&response_type=code&code_challenge=x&code_challenge_method=S256&redirect_uri={Uri.EscapeDataString(back)}");
        return new SessionRights(
            Calls: (await Http.GetAsync(Api + "/user/current")).StatusCode == HttpStatusCode.OK,
            Previews: (await Http.GetAsync("/umbraco/vorschau/")).StatusCode == HttpStatusCode.OK,
            SignedIn: authorize.Headers.Location!.ToString().StartsWith(back, StringComparison.Ordinal),
            Refreshes: (await PostTokenAsync(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = "[redacted]" })).StatusCode == HttpStatusCode.OK);
    }

    /// <summary>The code flow (RFC 6749, 4.1 and RFC 7636), for who is signed in at the sign-in page.</summary>
    public async Task TakeTokensAsync()
    {
        var verifier = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var back = new Uri(Http.BaseAddress!, "/umbraco/oauth_complete").ToString();
        var authorize = await Http.GetAsync(QueryHelpers.AddQueryString($"{Api}/security/back-office/authorize", new Dictionary<string, string?>
        {
            ["client_id"] = "umbraco-back-office",
            ["response_type"] = "code",
            ["redirect_uri"] = back,
            ["scope"] = "offline_access",
            ["state"] = "s",
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
            ["code_challenge_method"] = "S256",
        }));
        Assert.That(authorize.Headers.Location?.ToString(), Does.StartWith(back), "no code");
        var code = QueryHelpers.ParseQuery(authorize.Headers.Location!.Query)["code"].ToString();
        var token = await PostTokenAsync(new() { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = back, ["code_verifier"] = verifier });
        Assert.That(token.StatusCode, Is.EqualTo(HttpStatusCode.OK), await token.Content.ReadAsStringAsync());
    }

    public Task<HttpResponseMessage> PostTokenAsync(Dictionary<string, string> form) =>
        Http.PostAsync($"{Api}/security/back-office/token", new FormUrlEncodedContent(form.Append(new("client_id", "umbraco-back-office"))));

    /// <summary>Fills in a page's form and sends it, with the hidden fields it has.</summary>
    public async Task<HttpResponseMessage> PostFormAsync(string path, Dictionary<string, string> fields)
    {
        var page = new HtmlParser().ParseDocument(await Http.GetStringAsync(path));
        var hidden = page.QuerySelectorAll("form input[type=hidden]").Select(input => new KeyValuePair<string, string>(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        return await Http.PostAsync(path, new FormUrlEncodedContent([.. hidden, .. fields]));
    }

    public async Task<T> GetAsync<T>(string path) => (await Http.GetFromJsonAsync<T>(Api + path))!;

    public Task<HttpResponseMessage> PutAsync(string path, object body) => Http.PutAsJsonAsync(Api + path, body);

    public Task<HttpResponseMessage> PostAsync(string path, object body) => Http.PostAsJsonAsync(Api + path, body);

    public void Dispose() => Http.Dispose();
}

/// <param name="Calls">The API answers.</param>
/// <param name="Previews">Drafts are shown.</param>
/// <param name="SignedIn">The sign-in page's cookie brings a new session.</param>
/// <param name="Refreshes">The session can be made longer.</param>
internal sealed record SessionRights(bool Calls, bool Previews, bool SignedIn, bool Refreshes)
{
    public static SessionRights All { get; } = new(true, true, true, true);
    public static SessionRights None { get; } = new(false, false, false, false);
}
