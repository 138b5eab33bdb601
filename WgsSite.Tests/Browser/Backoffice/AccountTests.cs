using Microsoft.Playwright;
using WgsSite.Cms.Users;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>Accounts: inviting, closing, and what each group sees.</summary>
[Parallelizable]
internal sealed class AccountTests
{
    private EditorSite site = null!;

    /// <summary>One for all journeys: how often one address may sign in is limited.</summary>
    private EditorSession administrator = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        site = await EditorSite.StartAsync("--environment", "Production", "--Umbraco:CMS:WebRouting:UmbracoApplicationUrl", "https://wgs.example");
        administrator = await site.SignInAsync();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        administrator.Dispose();
        site.Dispose();
    }

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
        await using var editor = await EditorWindow.OpenAsync(site.Address, email: await EditorSite.AddAsync(administrator, UserGroup.Autor));
        await editor.OpenDocumentAsync("Startseite", "Leistungen", "Menü-Service");
        await editor.Property("summary").Locator("textarea").FillAsync("Ein Entwurf von mir.");
        await editor.SaveAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await editor.Button("Speichern und veröffentlichen").CountAsync(), Is.Zero);
            Assert.That(await editor.Page.GetByRole(AriaRole.Tab, new() { Name = "Benutzer" }).CountAsync(), Is.Zero);
            Assert.That(await editor.Page.GetByRole(AriaRole.Tab, new() { Name = "Texte" }).CountAsync(), Is.Zero);
            Assert.That(await editor.Page.GetByText("Papierkorb", new() { Exact = true }).CountAsync(), Is.Zero);
        }

        Assert.That(await editor.ReadAsync("/leistungen/menue-service/"), Does.Not.Contain("Ein Entwurf von mir."));
        await editor.CheckAsync();
    }

    [Test]
    public async Task AnAccountIsClosedAndOpenedAgain()
    {
        await EditorSite.AddAsync(administrator, UserGroup.Redaktion, "paul");
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await OpenAccountAsync(editor, "paul");
        await Assertions.Expect(editor.Page.Locator("umb-user-workspace-info")).ToContainTextAsync("Noch nie angemeldet");
        await editor.LookAsync();
        await ActAsync(editor, "Disable", "Deaktivieren");
        await Assertions.Expect(editor.Page.Locator("umb-user-workspace-info")).ToContainTextAsync("Deaktiviert");
        await ActAsync(editor, "Enable", "Aktivieren");
        await Assertions.Expect(editor.Page.Locator("umb-user-workspace-info")).ToContainTextAsync("Aktiv");
        await editor.CheckAsync();
    }

    [Test]
    public async Task WhoGuessedTooOftenIsLetInAgain()
    {
        var email = await EditorSite.AddAsync(administrator, UserGroup.Redaktion, "lotte");
        await using var context = await ChromiumBrowser.NewReaderAsync(1280);
        var page = await context.NewPageAsync();
        for (var tries = 0; tries < 5; tries++) await SignInAsync("daneben-geraten");

        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await OpenAccountAsync(editor, "lotte");
        var state = editor.Page.Locator("umb-user-workspace-info #state");
        await Assertions.Expect(state).ToHaveTextAsync("Gesperrt");
        await ActAsync(editor, "Unlock", "Entsperren");
        await editor.NotifiedAsync("entsperrt");
        await Assertions.Expect(state).Not.ToHaveTextAsync("Gesperrt");

        await SignInAsync(EditorSite.Password);
        await page.Locator("umb-tree uui-menu-item[label=\"Startseite\"]").First.WaitForAsync();
        await editor.CheckAsync();

        async Task SignInAsync(string password)
        {
            await page.GotoAsync(site.Address + "umbraco/");
            await page.FillAsync("#email", email);
            await page.FillAsync("#password", password);
            await page.RunAndWaitForResponseAsync(() => page.ClickAsync("button[type=submit]"), answer => answer.Request.Method == "POST");
        }
    }

    [Test]
    public async Task AnAccountIsBoundToAPartAndSeesNothingElse()
    {
        var email = await EditorSite.AddAsync(administrator, UserGroup.Redaktion, "berta");
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await OpenAccountAsync(editor, "berta");
        await editor.Page.Locator("umb-user-workspace-assign-access uui-toggle").First.ClickAsync();
        await editor.LookAsync();
        await editor.Page.Locator("umb-user-workspace-assign-access umb-input-document #btn-add").ClickAsync();
        await editor.PickAsync("Startseite", "Fragen");
        await editor.CloseDialogAsync("Auswählen");
        await editor.Page.Locator("umb-user-workspace-assign-access").GetByText("Fragen").First.WaitForAsync();
        await editor.SaveAsync();
        await editor.PictureAsync("startpunkt");

        await using var berta = await EditorWindow.OpenAsync(site.Address, email: email);
        await berta.FindAsync("Startseite", "Fragen", "Orte");
        await Assertions.Expect(berta.TreeItem("Leistungen")).ToHaveCountAsync(0);
        await Assertions.Expect(berta.TreeItem("Einstellungen")).ToHaveCountAsync(0);
        await berta.OpenDocumentAsync("Startseite", "Fragen", "Orte");
        await berta.PublishAsync();
        await editor.CheckAsync();
        await berta.CheckAsync();
    }

    private static async Task OpenAccountAsync(EditorWindow editor, string name)
    {
        await OpenUsersAsync(editor);
        await editor.Page.GetByText(name, new() { Exact = true }).First.ClickAsync();
        await editor.Page.WaitForURLAsync("**/user/edit/**");
        await editor.Page.Locator("umb-user-workspace-info").WaitForAsync();
        await editor.LookAsync();
    }

    private static async Task ActAsync(EditorWindow editor, string action, string button)
    {
        await editor.Page.Locator("umb-workspace-entity-action-menu uui-button, [data-mark=\"workspace:action-menu-button\"]").First.ClickAsync();
        await editor.LookAsync();
        await editor.Page.Locator($"[data-mark$=\"Umb.EntityAction.User.{action}\"] #label-button").First.ClickAsync();
        await editor.Modal.Locator("umb-confirm-modal").WaitForAsync();
        await editor.ConfirmAsync(button);
    }

    private static async Task OpenUsersAsync(EditorWindow editor)
    {
        await editor.Page.GotoAsync(new Uri(editor.Address, "/umbraco/section/user-management").ToString());
        await editor.Page.Locator("umb-section-sidebar uui-menu-item[label=\"Benutzer\"]").ClickAsync();
        await editor.Page.GetByText(EditorSite.Name).First.WaitForAsync();
        await editor.LookAsync();
    }
}
