using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Web.Backoffice;

/// <summary>An editor who signed in as the client does: sign-in page, code flow, cookies.</summary>
internal sealed class EditorSession : IDisposable
{
    private const string Email = "redaktion@wgs.example";
    private const string Password = "ein-langes-passwort";

    /// <summary>Makes the account when the site starts for the first time.</summary>
    public static readonly IReadOnlyDictionary<string, string> Account = new Dictionary<string, string>
    {
        ["Umbraco__CMS__Unattended__UnattendedUserName"] = "Erika Muster",
        ["Umbraco__CMS__Unattended__UnattendedUserEmail"] = Email,
        ["Umbraco__CMS__Unattended__UnattendedUserPassword"] = Password,
    };

    private EditorSession(HttpClient http) => Http = http;

    public HttpClient Http { get; }

    public static async Task<EditorSession> SignInAsync(SiteProcess site)
    {
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };
        var page = await new HtmlParser().ParseDocumentAsync(await http.GetStringAsync("/umbraco/login"));
        var form = page.QuerySelectorAll("input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        form["email"] = Email;
        form["password"] = Password;
        using var signedIn = await http.PostAsync("/umbraco/login", new FormUrlEncodedContent(form));
        Assert.That(signedIn.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));

        var verifier = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var challenge = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var back = new Uri(site.Address, "/umbraco/oauth_complete").ToString();
        using var asked = await http.GetAsync($"/umbraco/management/api/v1/security/back-office/authorize?client_id=umbraco-back-office&response_type=code&scope=offline_access&state=s&redirect_uri={Uri.EscapeDataString(back)}&code_challenge={challenge}&code_challenge_method=S256");
        var code = System.Web.HttpUtility.ParseQueryString(asked.Headers.Location!.Query)["code"]!;
        using var token = await http.PostAsync("/umbraco/management/api/v1/security/back-office/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = "umbraco-back-office",
            ["redirect_uri"] = back,
            ["code"] = code,
            ["code_verifier"] = verifier,
        }));
        Assert.That(token.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "[redacted]");
        return new EditorSession(http);
    }

    public void Dispose() => Http.Dispose();
}
