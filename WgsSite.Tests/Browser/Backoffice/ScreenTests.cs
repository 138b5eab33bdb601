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

    /// <summary>What an editor may see is known a moment after the section is there; which of both comes first, differs from time to time.</summary>
    [Test]
    public async Task ASectionThatIsLoadedAnewShowsItsFirstPage()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.Page.GotoAsync(new Uri(site.Address, "/umbraco/section/settings").ToString());
        for (var time = 0; time < 8; time++)
        {
            await editor.Page.ReloadAsync();
            await editor.Page.GetByText("Ein Webhook sagt einem anderen Programm Bescheid").WaitForAsync();
        }

        await editor.CheckAsync();
    }

    [Test]
    public async Task OnASmallScreenTreeAndPageTakeTurns()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address, width: 390);
        var tree = editor.TreeItem("Startseite");
        await editor.OpenDocumentAsync("Startseite", "Fragen", "Kosten und Vertrag", "Was kostet das?");
        await Microsoft.Playwright.Assertions.Expect(tree).ToBeHiddenAsync();
        await editor.PictureAsync("klein-seite");
        await editor.Property("answer").Locator(".tiptap").FillAsync("Das sagt Ihnen der Partner.");
        await editor.Button("Baum zeigen").ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(tree).ToBeVisibleAsync();
        await editor.PictureAsync("klein-baum");
        await editor.Button("Baum schließen").ClickAsync();
        await editor.SaveAsync();
        await editor.PublishAsync();
        Assert.That(await editor.ReadAsync("/fragen/"), Does.Contain("Das sagt Ihnen der Partner."));
        await editor.CheckAsync();
    }

    [Test]
    public async Task OnASmallScreenFilesAndViewsBesideTheTreeAreThePage()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address, width: 390);
        await editor.Page.GetByRole(Microsoft.Playwright.AriaRole.Tab, new() { Name = "Medien" }).ClickAsync();
        await editor.Page.Locator("umb-media-collection").WaitForAsync();
        await editor.PictureAsync("klein-medien");
        await editor.Page.GotoAsync(new Uri(site.Address, "/umbraco/section/content/dashboard/redirect-management").ToString());
        await editor.Page.GetByText("Es gibt noch keine Weiterleitungen").WaitForAsync();
        await editor.CheckAsync();
    }

    /// <summary>Nothing of it stands beside the screen, where nobody finds it.</summary>
    [Test]
    public async Task OnASmallScreenInfoVersionsAndScheduleAreSeenWhole()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address, width: 390);
        await editor.OpenDocumentAsync("Startseite", "Leistungen", "Menü-Service");
        await editor.Page.GetByRole(Microsoft.Playwright.AriaRole.Tab, new() { Name = "Info" }).ClickAsync();
        await FitsAsync(editor.Page.Locator("umb-document-workspace-view-info .general-item").First);
        await editor.PictureAsync("klein-info");
        await editor.Page.Locator("umb-workspace-action-menu uui-button").Last.ClickAsync();
        await editor.Page.Locator("uui-menu-item[label^=\"Veröffentlichung planen\"]").Last.ClickAsync();
        foreach (var field in await editor.Modal.Locator("input[type=datetime-local]").AllAsync()) await FitsAsync(field);
        await FitsAsync(editor.Modal.Locator("uui-button[label=\"Veröffentlichung planen\"]"));
        await editor.PictureAsync("klein-zeitplan");
        await editor.CloseDialogAsync("Schließen");
        await editor.Page.Locator("umb-workspace-entity-action-menu uui-button").First.ClickAsync();
        await editor.Page.Locator("[data-mark$=\".Rollback\"] #label-button").First.ClickAsync();
        // It slides in; the picture waits for its end.
        await editor.PictureAsync("klein-versionen");
        foreach (var part in new[] { "#box-left", "#box-right" }) await FitsAsync(editor.Modal.Locator(part));
        var (versions, compared) = (await editor.Modal.Locator("#box-left").BoundingBoxAsync(), await editor.Modal.Locator("#box-right").BoundingBoxAsync());
        Assert.That(compared!.Y, Is.GreaterThanOrEqualTo(versions!.Y + versions.Height), "beneath each other");
        await editor.CheckAsync();
    }

    private static async Task FitsAsync(Microsoft.Playwright.ILocator element)
    {
        await element.WaitForAsync();
        var box = (await element.BoundingBoxAsync())!;
        Assert.That((box.X >= 0, box.X + box.Width <= 390), Is.EqualTo((true, true)), $"{element}: {box.X} to {box.X + box.Width}");
    }

    /// <summary>The way up may be long, and the buttons are wide: nothing of either is cut, and the window does not scroll.</summary>
    [TestCase(390)]
    [TestCase(1024)]
    public async Task TheFootOfAPageFitsTheScreen(int width)
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address, width);
        await editor.OpenDocumentAsync("Startseite", "Fragen", "Kosten und Vertrag", "Mit wem mache ich einen Vertrag?");
        var own = editor.Page.Locator("umb-workspace-footer uui-breadcrumb-item").Last;
        var (name, save, publish) = (await own.BoundingBoxAsync(), await editor.Button("Speichern").Last.BoundingBoxAsync(), await editor.Button("Speichern und veröffentlichen").BoundingBoxAsync());
        foreach (var box in new[] { name!, save!, publish! })
        {
            Assert.That(box.X, Is.GreaterThanOrEqualTo(0));
            Assert.That(box.X + box.Width, Is.LessThanOrEqualTo(width));
            Assert.That(box.Y + box.Height, Is.LessThanOrEqualTo(800));
        }

        var above = await editor.Page.Locator("umb-workspace-footer uui-breadcrumb-item").Nth(width < 500 ? 3 : 0).BoundingBoxAsync();
        Assert.That(above!.X, Is.GreaterThanOrEqualTo(width < 500 ? 0 : 300), "the page above");
        await editor.CheckAsync();
    }
}
