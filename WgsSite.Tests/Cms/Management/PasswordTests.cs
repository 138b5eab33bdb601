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
        foreach (var session in new[] { editor, elsewhere }) await session.ReadAsync($"/document/{ApiEditor.Home}/preview-url");
        var changed = await editor.PostAsync(Change, new { oldPassword = EditorSite.Password, newPassword = New });
        Assert.That(changed.StatusCode, Is.EqualTo(HttpStatusCode.OK), await changed.Content.ReadAsStringAsync());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await elsewhere.RightsAsync(), Is.EqualTo(SessionRights.None));
            Assert.That(await editor.RightsAsync(), Is.EqualTo(SessionRights.All), "who changed it goes on");
        }

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
