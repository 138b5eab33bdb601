using System.Net;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Management;

/// <summary>Changing one's own password.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PasswordTests
{
    private const string Change = "/user/current/change-password";
    private const string New = "vier-andere-lange-Woerter";

    private EditorSite site = null!;
    private EditorSession editor = null!;

    [SetUp]
    public async Task StartAsync()
    {
        site = await EditorSite.StartAsync();
        editor = await site.SignInAsync();
    }

    [TearDown]
    public void Stop()
    {
        editor.Dispose();
        site.Dispose();
    }

    [Test]
    public async Task WhoeverKnewTheOldPasswordIsOut()
    {
        using var elsewhere = await site.SignInAsync();
        var changed = await editor.PostAsync(Change, new { oldPassword = EditorSite.Password, newPassword = New });
        Assert.That(changed.StatusCode, Is.EqualTo(HttpStatusCode.OK), await changed.Content.ReadAsStringAsync());

        // The session elsewhere is gone, and the sign-in it came from brings no other one.
        var refresh = await elsewhere.PostTokenAsync(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = "[redacted]" });
        var authorize = await elsewhere.Http.GetAsync($"{EditorSession.Api}/security/back-office/authorize?client_id=umbraco-back-office&response_type=code&code_challenge=x&code_challenge_method=S256&redirect_uri={Uri.EscapeDataString(new Uri(site.Address, "/umbraco/oauth_complete").ToString())}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await elsewhere.Http.GetAsync(EditorSession.Api + "/user/current")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(refresh.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(authorize.Headers.Location?.ToString(), Does.Contain("/umbraco/login"));
        }

        // Who changed it goes on without a new sign-in.
        await editor.TakeTokensAsync();
        Assert.That((await editor.Http.GetAsync(EditorSession.Api + "/user/current")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        using var again = await EditorSession.SignInAsync(site.Address, EditorSite.Email, New);
    }

    [Test]
    public async Task GuessingTheOldPasswordClosesTheAccount()
    {
        for (var count = 0; count < 5; count++)
        {
            var refused = await editor.PostAsync(Change, new { oldPassword = $"geraten {count}", newPassword = New });
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("Das bisherige Passwort ist nicht richtig."));
        }

        var right = await editor.PostAsync(Change, new { oldPassword = EditorSite.Password, newPassword = New });
        Assert.That(await right.Content.ReadAsStringAsync(), Does.Contain("gesperrt"));
        Assert.That(right.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("zu kurz", "Das Passwort braucht mindestens 10 Zeichen.")]
    [TestCase("", "Das Passwort braucht mindestens 10 Zeichen.")]
    [TestCase(null, "Das Passwort braucht mindestens 10 Zeichen.")]
    public async Task ANewPasswordHasItsRules(string? password, string message)
    {
        var refused = await editor.PostAsync(Change, new { oldPassword = EditorSite.Password, newPassword = password });
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain(message));
        using var still = await site.SignInAsync();
    }
}
