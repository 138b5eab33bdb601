using Microsoft.Playwright;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>The list of addresses that lead to where a page is now.</summary>
[Parallelizable]
internal sealed class RedirectTests
{
    private EditorSite site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => site = await EditorSite.StartAsync();

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    [Test]
    public async Task RedirectsAreFoundAndDeleted()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.OpenDocumentAsync("Startseite", "Über das Projekt");
        await editor.NameField.FillAsync("Warum wir das machen");
        await editor.PublishAsync();
        await editor.Page.GotoAsync(new Uri(site.Address, "/umbraco/section/content/dashboard/redirect-management").ToString());
        var row = editor.Page.Locator("uui-table-row").Filter(new() { HasText = "/ueber-das-projekt/" });
        await row.GetByText("/warum-wir-das-machen/").WaitForAsync();
        await editor.PictureAsync("weiterleitungen");

        await editor.Page.Locator("#search input").FillAsync("gibt-es-nicht");
        await editor.Page.Locator("#search-wrapper uui-button").ClickAsync();
        await editor.Page.GetByText("Keine passende Weiterleitung gefunden").WaitForAsync();
        await editor.LookAsync();
        await editor.Page.Locator("#search input").FillAsync("warum-wir");
        await editor.Page.Locator("#search-wrapper uui-button").ClickAsync();
        await row.WaitForAsync();

        await row.Locator("uui-button[label=\"Löschen\"]").ClickAsync();
        await editor.CloseDialogAsync("Abbrechen");
        await row.Locator("uui-button[label=\"Löschen\"]").ClickAsync();
        await editor.ConfirmAsync("Löschen");
        await row.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.That(await editor.ReadAsync("/ueber-das-projekt/"), Is.Null);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };
        Assert.That((await http.GetAsync("/ueber-das-projekt/")).Headers.Location, Is.Null);
        await editor.CheckAsync();
    }
}
