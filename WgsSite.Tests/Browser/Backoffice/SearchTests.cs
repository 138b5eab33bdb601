using Microsoft.Playwright;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>Finding things: the search above, the one in a choice, the way up, the keyboard in the tree.</summary>
[Parallelizable]
internal sealed class SearchTests
{
    private EditorSite site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => site = await EditorSite.StartAsync();

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    [TestCase("häusliche")]
    [TestCase("Häus")]
    public async Task APageIsFoundByItsName(string words)
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.Button("Suchen").First.ClickAsync();
        await editor.Page.Locator("umb-search-modal input").FillAsync(words);
        var found = editor.Page.Locator("umb-search-modal a").Filter(new() { HasText = "Häusliche Pflege" }).First;
        await Assertions.Expect(found).ToContainTextAsync("Startseite › Leistungen");
        await editor.PictureAsync("suchen");
        await editor.LookAsync();
        await found.ClickAsync();
        await Assertions.Expect(editor.NameField).ToHaveValueAsync("Häusliche Pflege");
        await editor.CheckAsync();
    }

    [Test]
    public async Task ADocumentIsFoundWhereOneIsChosen()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.OpenDocumentAsync("Startseite", "Leistungen", "Häusliche Pflege");
        await editor.Property("needs").Locator("#btn-add").ClickAsync();
        await editor.Modal.Locator("input[placeholder^=\"Suchen\"]").First.FillAsync("gesellschaft");
        await editor.Modal.GetByText("Tagsüber Gesellschaft").First.WaitForAsync();
        await editor.Modal.GetByText("Einstellungen › Bedürfnisse").First.WaitForAsync();
        await editor.LookAsync();
        await editor.CheckAsync();
    }

    [Test]
    public async Task TheWayUpLeadsToThePageAbove()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.OpenDocumentAsync("Startseite", "Leistungen", "Hausnotruf");
        await editor.Page.Locator("uui-breadcrumbs").GetByRole(AriaRole.Link, new() { Name = "Leistungen", Exact = true }).First.ClickAsync();
        await Assertions.Expect(editor.NameField).ToHaveValueAsync("Leistungen");
        await editor.CheckAsync();
    }

    [Test]
    public async Task TheTreeIsUsedWithTheKeyboard()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        var home = editor.TreeItem("Startseite");
        await home.Locator("#caret-button").First.FocusAsync();
        await editor.Page.Keyboard.PressAsync("Enter");
        await editor.TreeItem("Impressum").WaitForAsync();
        await editor.TreeItem("Impressum").Locator("#label-button").First.FocusAsync();
        await editor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(editor.NameField).ToHaveValueAsync("Impressum");
        await editor.CheckAsync();
    }

    [Test]
    public async Task NamesakesAreToldApartByWhereTheyStand()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.Button("Suchen").First.ClickAsync();
        await editor.Page.Locator("umb-search-modal input").FillAsync("Pflege zu Hause");
        var found = editor.Page.Locator("umb-search-modal a").Filter(new() { HasText = "Pflege zu Hause" });
        await Assertions.Expect(found.Filter(new() { HasText = "Einstellungen › Themen" })).ToHaveCountAsync(1);
        await Assertions.Expect(found.Filter(new() { HasText = "Einstellungen › Bedürfnisse" })).ToHaveCountAsync(1);
        await editor.CheckAsync();
    }

    [TestCase("gibt-es-nicht")]
    [TestCase("content/gibt-es-nicht")]
    public async Task AnAddressThatLeadsNowhereSaysSoAndLeadsBack(string address)
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.Page.GotoAsync($"{site.Address}umbraco/section/{address}");
        var said = editor.Page.Locator("umb-route-not-found div").First;
        await Assertions.Expect(said).ToContainTextAsync("Diese Seite gibt es nicht.");
        await Assertions.Expect(said).ToHaveCSSAsync("opacity", "1");
        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "Zu den Inhalten" }).Or(editor.Button("Zu den Inhalten")).First.ClickAsync();
        await editor.TreeItem("Startseite").WaitForAsync();
        await Assertions.Expect(editor.Page.Locator("umb-route-not-found")).ToHaveCountAsync(0);
        await editor.CheckAsync();
    }

    [Test]
    public async Task APageThatIsGoneSaysSoAndLeadsBack()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        var gone = Guid.NewGuid();
        editor.Expect(System.Net.HttpStatusCode.NotFound, gone.ToString());
        editor.Expect(System.Net.HttpStatusCode.NotFound, "ancestors");
        await editor.Page.GotoAsync($"{site.Address}umbraco/section/content/workspace/document/edit/{gone}");
        await Assertions.Expect(editor.Page.Locator("umb-entity-detail-not-found")).ToContainTextAsync("Dokument nicht gefunden");
        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "Zu den Inhalten" }).First.ClickAsync();
        await Assertions.Expect(editor.Page.GetByText("Wählen Sie im Baum aus")).ToBeVisibleAsync();
        await editor.CheckAsync();
    }
}
