using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>Coming in and going out: the first account, signing in, a new password, a session that runs out.</summary>
[Parallelizable]
internal sealed partial class SignInTests
{
    private const string NewPassword = "ganz-neue-Woerter-hier";

    private EditorSite site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => site = await EditorSite.StartAsync();

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    [TestCase(false)]
    [TestCase(true)]
    public async Task TheSignInPageIsForEverybody(bool dark)
    {
        await using var context = await ChromiumBrowser.NewReaderAsync(1280, dark: dark);
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "umbraco/");
        await page.WaitForURLAsync("**/umbraco/login**");
        Assert.That(await Axe.FindAsync(page), Is.Empty);
        if (!dark) await page.ScreenshotAsync(new() { Path = Pictures.At("anmelden") });

        // Who opens the page may type at once; a wrong password is said in words, and the address stays.
        await page.Keyboard.TypeAsync(EditorSite.Email);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("falsch-geraten");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Die E-Mail-Adresse oder das Passwort ist nicht richtig.").WaitForAsync();
        Assert.That(await page.InputValueAsync("#email"), Is.EqualTo(EditorSite.Email));
        await page.Keyboard.TypeAsync(EditorSite.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("umb-tree uui-menu-item[label=\"Startseite\"]").First.WaitForAsync();
    }

    [Test]
    public async Task TheFirstAccountIsMadeThroughTheLinkInTheLog()
    {
        var folder = Directory.CreateTempSubdirectory("wgs-first-account-").FullName;
        try
        {
            using var process = await SiteProcess.StartAsync(folder);
            for (var wait = 0; wait < 50 && !SetUpLink().IsMatch(process.Log); wait++) await Task.Delay(100);
            var link = SetUpLink().Match(process.Log).Value;
            Assert.That(link, Is.Not.Empty, process.Log);

            await using var context = await ChromiumBrowser.NewReaderAsync(1280);
            var page = await context.NewPageAsync();
            await page.GotoAsync(new Uri(process.Address, link).ToString());
            await page.FillAsync("#name", "Anna Neu");
            await page.FillAsync("#email", "anna@wgs.example");
            await page.FillAsync("#password", "vier-neue-Woerter-hier");
            await page.FillAsync("#repeat", "vier-neue-Woerter-da");
            await page.ClickAsync("button[type=submit]");
            await page.GetByText("Die beiden Passwörter sind nicht gleich.").WaitForAsync();
            await page.FillAsync("#password", "vier-neue-Woerter-hier");
            await page.FillAsync("#repeat", "vier-neue-Woerter-hier");
            await page.ClickAsync("button[type=submit]");
            await page.Locator("umb-tree uui-menu-item[label=\"Startseite\"]").First.WaitForAsync();

            var again = await page.GotoAsync(new Uri(process.Address, link).ToString());
            Assert.That(again!.Status, Is.EqualTo(404));
            await page.GetByText("Dieser Link gilt nicht mehr").First.WaitForAsync();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task APasswordIsChangedAndTheNewOneHolds()
    {
        // A site of its own: the other journeys sign in with the old one.
        using var own = await EditorSite.StartAsync();
        await using var editor = await EditorWindow.OpenAsync(own.Address);
        await editor.Button("Ihr Profil").ClickAsync();
        var profile = editor.Modal.Locator("umb-current-user-modal");
        await profile.WaitForAsync();
        await editor.PictureAsync("profil", new() { X = 640, Y = 0, Width = 640, Height = 800 });
        await profile.GetByRole(AriaRole.Button, new() { Name = "Passwort ändern" }).First.ClickAsync();
        var dialog = editor.Modal.Locator("umb-change-password-modal");
        await dialog.Locator("#oldPassword input").FillAsync(EditorSite.Password);
        await dialog.Locator("#newPassword input").FillAsync(NewPassword);
        await dialog.Locator("#confirmPassword input").FillAsync(NewPassword);
        await editor.LookAsync();
        var changed = await editor.Page.RunAndWaitForResponseAsync(() => dialog.Locator("uui-button[type=submit]").ClickAsync(), answer => answer.Url.EndsWith("/change-password", StringComparison.Ordinal));
        Assert.That(changed.Ok, "changed");
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await editor.LookAsync();

        // The window goes on without a new sign-in, and signs out as ever.
        await editor.Page.ReloadAsync();
        await editor.OpenDocumentAsync("Startseite", "Leistungen");
        await editor.CheckAsync();
        await editor.Button("Ihr Profil").ClickAsync();
        editor.Expect("401");
        editor.Expect("Failed to");
        await profile.GetByRole(AriaRole.Button, new() { Name = "Abmelden", Exact = true }).First.ClickAsync();
        await editor.Page.Locator("umb-app-auth-modal #auth-provider-button").WaitForAsync();

        // Here, and in a browser that knows nothing: the old one no longer, the new one at once.
        await using var context = await ChromiumBrowser.NewReaderAsync(1280);
        foreach (var page in new[] { editor.Page, await context.NewPageAsync() })
        {
            await page.GotoAsync(own.Address + "umbraco/section/content");
            await page.Locator("#password").WaitForAsync();
            await page.FillAsync("#email", EditorSite.Email);
            await page.FillAsync("#password", EditorSite.Password);
            await page.ClickAsync("button[type=submit]");
            await page.GetByText("nicht richtig").WaitForAsync();
            await page.FillAsync("#password", NewPassword);
            await page.ClickAsync("button[type=submit]");
            await page.Locator("umb-tree uui-menu-item[label=\"Startseite\"]").First.WaitForAsync();
        }
    }

    [Test]
    public async Task WhoSignsOutIsOut()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.Button("Ihr Profil").ClickAsync();
        await editor.Modal.Locator("umb-current-user-modal").WaitForAsync();
        await editor.LookAsync();
        editor.Expect("401");
        editor.Expect("Failed to");
        await editor.Modal.Locator("umb-current-user-modal").GetByRole(AriaRole.Button, new() { Name = "Abmelden", Exact = true }).First.ClickAsync();
        await editor.Page.Locator("umb-app-auth-modal #auth-provider-button").WaitForAsync();
        await editor.PictureAsync("abgemeldet");
        await editor.Page.GotoAsync(site.Address + "umbraco/section/content");
        await editor.Page.Locator("#password").WaitForAsync();
        await editor.CheckAsync();
    }

    /// <summary>Short enough to wait for: the client asks a minute before the end, and looks every half minute.</summary>
    [Test]
    public async Task ASessionThatRunsOutTakesNothingAway()
    {
        using var own = await EditorSite.StartAsync("--Umbraco:CMS:Global:TimeOut", "00:02:00");
        await using var editor = await EditorWindow.OpenAsync(own.Address);
        editor.Expect("401");
        editor.Expect("Failed to");
        await editor.OpenDocumentAsync("Startseite", "Leistungen", "Menü-Service");
        await editor.Property("summary").Locator("textarea").FillAsync("Vor der Mittagspause geschrieben.");

        // First the question, then, when nobody answers, signing in again in front of the same page.
        await editor.Page.GetByText("Ihre Sitzung läuft bald ab").First.WaitForAsync(new() { Timeout = 60_000 });
        await editor.PictureAsync("sitzung-laeuft-ab");
        await editor.LookAsync();
        await editor.Page.Locator("umb-app-auth-modal").WaitForAsync(new() { Timeout = 75_000 });
        await editor.Page.GetByText("Was Sie geschrieben haben, bleibt stehen.").WaitForAsync();
        await editor.LookAsync();
        await editor.Page.Context.ClearCookiesAsync();
        var window = await editor.Page.RunAndWaitForPopupAsync(() => editor.Page.Locator("umb-app-auth-modal #auth-provider-button").ClickAsync());
        await window.FillAsync("#email", EditorSite.Email);
        await window.FillAsync("#password", EditorSite.Password);
        await window.Keyboard.PressAsync("Enter");
        await editor.Page.Locator("umb-app-auth-modal").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await Assertions.Expect(editor.Property("summary").Locator("textarea")).ToHaveValueAsync("Vor der Mittagspause geschrieben.");
        await editor.PublishAsync();
        Assert.That(await editor.ReadAsync("/leistungen/menue-service/"), Does.Contain("Vor der Mittagspause geschrieben."));
        await editor.CheckAsync();
    }

    [Test]
    public async Task WithoutJavaScriptThePageSaysWhatIsMissing()
    {
        await using var context = await ChromiumBrowser.NewReaderAsync(1280, withScript: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "umbraco/");
        Assert.That(await page.InnerTextAsync("body"), Does.Contain("Die Redaktion braucht JavaScript."));
    }

    [GeneratedRegex(@"/umbraco/einrichten\?code=[\w-]+")]
    private static partial Regex SetUpLink();
}
