namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>The main screens on a usual and on a small screen, light and dark: pictures to be looked at.</summary>
[Parallelizable]
internal sealed class ScreenTests
{
    private EditorSite site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => site = await EditorSite.StartAsync();

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    [TestCase(1280, false)]
    [TestCase(1280, true)]
    [TestCase(1024, false)]
    [TestCase(1024, true)]
    public async Task TheMainScreens(int width, bool dark)
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address, width);
        var suffix = $"-{width}-{(dark ? "dunkel" : "hell")}";
        if (dark)
        {
            await editor.Button("Ihr Profil").ClickAsync();
            await editor.Modal.Locator("umb-current-user-modal select").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = "Dunkel" });
            await editor.Modal.Locator("umb-current-user-modal").GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Schließen" }).First.ClickAsync();
        }

        await editor.OpenDocumentAsync("Startseite", "Leistungen", "Hausnotruf");
        await editor.PictureAsync("leistung" + suffix);
        await editor.Property("coverage").Locator("#numbers .figure").ScrollIntoViewIfNeededAsync();
        await editor.PictureAsync("gebiet" + suffix);
        await editor.OpenDocumentAsync("Startseite", "Über das Projekt");
        await editor.PictureAsync("seite" + suffix);
        await editor.CheckAsync();
    }
}
