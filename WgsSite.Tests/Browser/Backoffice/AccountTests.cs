using Microsoft.Playwright;
using WgsSite.Cms.Users;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>Accounts: inviting, closing, and what each group sees.</summary>
[Parallelizable]
internal sealed class AccountTests
{
    private EditorSite site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => site = await EditorSite.StartAsync("--environment", "Production", "--Umbraco:CMS:WebRouting:UmbracoApplicationUrl", "https://wgs.example");

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    /// <summary>Without a mail server, so that the link is handed over.</summary>
    [Test]
    public async Task SomebodyIsInvitedChoosesAPasswordAndComesIn()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await OpenUsersAsync(editor);
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Einladen" }).First.ClickAsync();
        await editor.Modal.Locator("#name input").FillAsync("Rita Redlich");
        await editor.Modal.Locator("#email input").FillAsync("rita@wgs.example");
        await editor.LookAsync();
        await editor.PictureAsync("einladen");
        await editor.Button("Einladung verschicken").ClickAsync();
        await editor.Modal.GetByText("Kein Mailserver ist eingerichtet.").WaitForAsync();
        var link = new Uri(await editor.Modal.Locator("#link input").InputValueAsync());
        await editor.CloseDialogAsync("Schließen");
        await editor.Page.GetByText("Rita Redlich").First.WaitForAsync();
        await editor.PictureAsync("konten");

        await using var context = await ChromiumBrowser.NewReaderAsync(1280);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, link.PathAndQuery).ToString());
        await page.FillAsync("#password", EditorSite.Password);
        await page.FillAsync("#repeat", EditorSite.Password);
        await page.ClickAsync("button[type=submit]");
        await page.GetByText("Ihr Konto ist bereit").WaitForAsync();
        await using var rita = await EditorWindow.OpenAsync(site.Address, email: "rita@wgs.example");
        await editor.CheckAsync();
    }

    [Test]
    public async Task AnAutorWritesADraftAndSeesNothingThatIsRefused()
    {
        using var administrator = await site.SignInAsync();
        await using var editor = await EditorWindow.OpenAsync(site.Address, email: await EditorSite.AddAsync(administrator, UserGroup.Autor));
        await editor.OpenDocumentAsync("Startseite", "Leistungen", "Menü-Service");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await editor.Button("Speichern und veröffentlichen").CountAsync(), Is.Zero);
            Assert.That(await editor.Page.GetByRole(AriaRole.Tab, new() { Name = "Benutzer" }).CountAsync(), Is.Zero);
            Assert.That(await editor.Page.GetByRole(AriaRole.Tab, new() { Name = "Texte" }).CountAsync(), Is.Zero);
            Assert.That(await editor.Page.GetByText("Papierkorb", new() { Exact = true }).CountAsync(), Is.Zero);
        }

        await editor.Property("summary").Locator("textarea").FillAsync("Ein Entwurf von mir.");
        await editor.SaveAsync();
        Assert.That(await editor.ReadAsync("/leistungen/menue-service/"), Does.Not.Contain("Ein Entwurf von mir."));
        await editor.CheckAsync();
    }

    [Test]
    public async Task AnAccountIsClosedAndOpenedAgain()
    {
        using var administrator = await site.SignInAsync();
        await EditorSite.AddAsync(administrator, UserGroup.Redaktion, "paul");
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await OpenUsersAsync(editor);
        await editor.Page.GetByText("paul", new() { Exact = true }).First.ClickAsync();
        await editor.Page.WaitForURLAsync("**/user/edit/**");
        await Assertions.Expect(editor.Page.Locator("umb-user-workspace-info")).ToContainTextAsync("Noch nie angemeldet");
        await editor.LookAsync();
        await ActAsync("Disable", "Deaktivieren");
        await Assertions.Expect(editor.Page.Locator("umb-user-workspace-info")).ToContainTextAsync("Deaktiviert");
        await ActAsync("Enable", "Aktivieren");
        await Assertions.Expect(editor.Page.Locator("umb-user-workspace-info")).ToContainTextAsync("Aktiv");
        await editor.CheckAsync();

        async Task ActAsync(string action, string button)
        {
            await editor.Page.Locator("umb-workspace-entity-action-menu uui-button, [data-mark=\"workspace:action-menu-button\"]").First.ClickAsync();
            await editor.LookAsync();
            await editor.Page.Locator($"[data-mark$=\"Umb.EntityAction.User.{action}\"] #label-button").First.ClickAsync();
            await editor.Modal.Locator("umb-confirm-modal").WaitForAsync();
            await editor.ConfirmAsync(button);
        }
    }

    private static async Task OpenUsersAsync(EditorWindow editor)
    {
        await editor.Page.GotoAsync(new Uri(editor.Address, "/umbraco/section/user-management").ToString());
        await editor.Page.Locator("umb-section-sidebar uui-menu-item[label=\"Benutzer\"]").ClickAsync();
        await editor.Page.GetByText(EditorSite.Name).First.WaitForAsync();
        await editor.LookAsync();
    }
}
