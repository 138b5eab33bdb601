using Microsoft.Playwright;
using WgsSite.Cms.Users;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>What people do about their own account: a second step, a forgotten password, signing out everywhere.</summary>
[Parallelizable]
internal sealed class OwnAccountTests
{
    private const string NewPassword = "ganz-andere-Woerter-jetzt";

    private EditorSite site = null!;

    /// <summary>One for all journeys: how often one address may sign in is limited.</summary>
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
    public async Task ASecondStepIsSwitchedOnAndAskedForFromThenOn()
    {
        var email = await AddAsync("zoe");
        await using var editor = await EditorWindow.OpenAsync(site.Address, email: email);
        var profile = await OpenProfileAsync(editor);
        await profile.GetByRole(AriaRole.Button, new() { Name = "Anmeldung in zwei Schritten" }).First.ClickAsync();
        await editor.Modal.GetByRole(AriaRole.Button, new() { Name = "Aktivieren" }).First.ClickAsync();
        var setup = editor.Modal.Locator("host-second-factor");
        await setup.Locator("img").WaitForAsync();
        await editor.LookAsync();
        await editor.PictureAsync("zweiter-schritt");
        var secret = (await setup.Locator("code").First.InnerTextAsync()).Trim();
        await setup.Locator("#code input").FillAsync(AuthenticatorApp.CodeAt(secret, -1));
        await setup.Locator("uui-button[type=submit]").ClickAsync();
        await setup.Locator("li").First.WaitForAsync();
        await editor.LookAsync();
        var paper = (await setup.Locator("li").First.InnerTextAsync()).Trim();

        foreach (var (code, comesIn) in ((string Code, bool ComesIn)[])[(AuthenticatorApp.CodeAt(secret, 0), true), (paper, true), (paper, false)])
        {
            await using var context = await ChromiumBrowser.NewReaderAsync(1280);
            var page = await SignInAsync(context, email, EditorSite.Password);
            await page.FillAsync("#code", "000000");
            await page.ClickAsync("button[type=submit]");
            await page.Locator(".error").WaitForAsync();
            await page.FillAsync("#code", code);
            await page.ClickAsync("button[type=submit]");
            if (comesIn) await page.Locator("umb-tree uui-menu-item[label=\"Startseite\"]").First.WaitForAsync();
            else await Assertions.Expect(page.Locator(".error")).ToBeVisibleAsync();
        }

        await editor.CheckAsync();
    }

    [Test]
    public async Task AForgottenPasswordIsReplacedThroughTheLinkInTheMail()
    {
        var email = await AddAsync("vera");
        await using var context = await ChromiumBrowser.NewReaderAsync(1280);
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "umbraco/login");
        await page.GetByRole(AriaRole.Link, new() { Name = "Passwort vergessen" }).ClickAsync();
        await page.FillAsync("#email", email);
        await page.ClickAsync("button[type=submit]");
        await page.GetByText("Gibt es zu dieser Adresse ein Konto, ist ein Link unterwegs.").WaitForAsync();

        var link = await site.MailedLinkAsync(email, "neues-passwort");
        await page.GotoAsync(new Uri(site.Address, link).ToString());
        await page.FillAsync("#password", NewPassword);
        await page.FillAsync("#repeat", NewPassword);
        await page.ClickAsync("button[type=submit]");
        await page.GetByRole(AriaRole.Link, new() { Name = "Zur Anmeldung" }).ClickAsync();
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", EditorSite.Password);
        await page.ClickAsync("button[type=submit]");
        await page.GetByText("nicht richtig").WaitForAsync();
        await page.FillAsync("#password", NewPassword);
        await page.ClickAsync("button[type=submit]");
        await page.Locator("umb-tree uui-menu-item[label=\"Startseite\"]").First.WaitForAsync();

        var again = await page.GotoAsync(new Uri(site.Address, link).ToString());
        Assert.That(again!.Status, Is.EqualTo(404), "a link works once");
    }

    [Test]
    public async Task SigningOutEverywhereEndsTheOtherWindowAndKeepsWhatIsTypedThere()
    {
        var email = await AddAsync("olga");
        await using var other = await EditorWindow.OpenAsync(site.Address, email: email);
        await other.OpenDocumentAsync("Startseite", "Leistungen", "Menü-Service");
        await other.Property("summary").Locator("textarea").FillAsync("Noch nicht gespeichert.");

        await using var editor = await EditorWindow.OpenAsync(site.Address, email: email);
        var profile = await OpenProfileAsync(editor);
        editor.Expect("401");
        editor.Expect("Failed to");
        other.Expect("401");
        other.Expect("Failed to");
        await profile.GetByRole(AriaRole.Button, new() { Name = "Überall abmelden" }).First.ClickAsync();
        await editor.Modal.Locator("umb-confirm-modal").WaitForAsync();
        await editor.LookAsync();
        await editor.Modal.Locator("umb-confirm-modal uui-button[label=\"Überall abmelden\"]").ClickAsync();
        await editor.Page.Locator("umb-app-auth-modal #auth-provider-button").WaitForAsync();

        // The other window learns it with the next thing it asks the server for; what was typed stays.
        await other.Button("Speichern").Last.ClickAsync();
        await other.Page.Locator("umb-app-auth-modal").WaitForAsync();
        await Assertions.Expect(other.Property("summary").Locator("textarea")).ToHaveValueAsync("Noch nicht gespeichert.");
        await editor.CheckAsync();
    }

    private Task<string> AddAsync(string name) => EditorSite.AddAsync(administrator, UserGroup.Redaktion, name);

    private static async Task<ILocator> OpenProfileAsync(EditorWindow editor)
    {
        await editor.Button("Ihr Profil").ClickAsync();
        var profile = editor.Modal.Locator("umb-current-user-modal");
        await profile.WaitForAsync();
        await editor.LookAsync();
        return profile;
    }

    private async Task<IPage> SignInAsync(IBrowserContext context, string email, string password)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "umbraco/");
        await page.Locator("#password").WaitForAsync();
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", password);
        await page.ClickAsync("button[type=submit]");
        await page.Locator("#code").WaitForAsync();
        return page;
    }
}
