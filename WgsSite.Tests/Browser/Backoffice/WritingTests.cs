using System.Net;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>Writing, saving, publishing, creating: what editors do every day.</summary>
[Parallelizable]
internal sealed class WritingTests
{
    private EditorSite site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => site = await EditorSite.StartAsync();

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    [Test]
    public async Task ASavedDraftIsNotSeenAPublishedOneIs()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.OpenDocumentAsync("Startseite", "Leistungen", "Menü-Service");
        await editor.PictureAsync("leistung-bearbeiten");
        await editor.Property("summary").Locator("textarea").FillAsync("Warmes Essen, jeden Tag an die Tür.");
        await editor.SaveAsync();
        Assert.That(await editor.ReadAsync("/leistungen/menue-service/"), Does.Not.Contain("Warmes Essen, jeden Tag an die Tür."));
        await editor.PublishAsync();
        Assert.That(await editor.ReadAsync("/leistungen/menue-service/"), Does.Contain("Warmes Essen, jeden Tag an die Tür."));
        await editor.CheckAsync();
    }

    [Test]
    public async Task ANewsItemIsWrittenAndPublished()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.CreateAsync(await editor.FindAsync("Startseite", "Aktuelles"), "Nachricht");
        await editor.NameField.FillAsync("Sommerfest im Hof");
        await editor.Property("teaser").Locator("textarea").FillAsync("Wir feiern am 3. Juli.");

        // The date is missing: said at the field, and what was typed is kept as a draft.
        editor.Expect(HttpStatusCode.BadRequest, "/document/validate");
        await editor.Button("Speichern und veröffentlichen").ClickAsync();
        await editor.NotifiedAsync("nicht veröffentlicht");
        await editor.Property("date").GetByText("Bitte füllen Sie dieses Feld aus.").First.WaitForAsync();
        await editor.PictureAsync("feld-fehlt");
        Assert.That(await editor.ReadAsync("/aktuelles/sommerfest-im-hof/"), Is.Null);

        await editor.Property("date").Locator("input").FillAsync("2026-07-03");
        await editor.PublishAsync();
        var page = await editor.ReadAsync("/aktuelles/sommerfest-im-hof/");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page, Does.Contain("Wir feiern am 3. Juli."));
            Assert.That(await editor.ReadAsync("/aktuelles/"), Does.Contain("Sommerfest im Hof"));
        }

        await editor.CheckAsync();
    }

    [Test]
    public async Task ADocumentWithoutANameIsNotSavedAndThatIsSaid()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.OpenDocumentAsync("Startseite", "Datenschutz");
        await editor.NameField.FillAsync("");
        await editor.Button("Speichern").Last.ClickAsync();
        await editor.NotifiedAsync("Der Name fehlt");
        await editor.NameField.FillAsync("Datenschutz");
        await editor.SaveAsync();
        await editor.CheckAsync();
    }

    [Test]
    public async Task ARenamedPageIsFoundUnderItsOldAddressToo()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.OpenDocumentAsync("Startseite", "Über das Projekt");
        await editor.NameField.FillAsync("Warum wir das machen");
        await editor.PublishAsync();
        await editor.TreeItem("Warum wir das machen").WaitForAsync();
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };
        var old = await http.GetAsync("/ueber-das-projekt/");
        Assert.That(old.Headers.Location?.ToString(), Is.EqualTo("/warum-wir-das-machen/"));
        await editor.CheckAsync();
    }

    [Test]
    public async Task TheDraftIsPreviewedAsTheSiteWouldShowIt()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.OpenDocumentAsync("Startseite", "Leistungen", "Häusliche Pflege");
        await editor.Property("summary").Locator("textarea").FillAsync("Pflege, die zu Ihnen kommt");
        var preview = await editor.Page.Context.RunAndWaitForPageAsync(() => editor.Button("Speichern und Vorschau").ClickAsync());
        await preview.GetByText("So sieht der Entwurf aus.").WaitForAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await preview.ContentAsync(), Does.Contain("Pflege, die zu Ihnen kommt"));
            Assert.That(await editor.ReadAsync("/leistungen/haeusliche-pflege/"), Does.Not.Contain("Pflege, die zu Ihnen kommt"));
        }

        await preview.ScreenshotAsync(new() { Path = Pictures.At("vorschau") });
        await preview.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Leistungen", Exact = true }).First.ClickAsync();
        await preview.GetByText("Der Text dieser Seite ist so veröffentlicht.").WaitForAsync();
        Assert.That(new Uri(preview.Url).AbsolutePath, Is.EqualTo("/umbraco/vorschau/leistungen/"), "links stay in the preview");
        await editor.CheckAsync();
    }

    [Test]
    public async Task AWordOfThePagesIsChanged()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.Page.GetByRole(Microsoft.Playwright.AriaRole.Tab, new() { Name = "Texte" }).ClickAsync();
        await editor.Page.Locator("umb-dictionary-collection input, umb-collection-default input, input[type=search], uui-input input").First.FillAsync("Zum Inhalt springen");
        await editor.Page.GetByText("Zum Inhalt springen").First.ClickAsync();
        var text = editor.Page.Locator("umb-workspace-view-dictionary-editor textarea, uui-textarea textarea").First;
        await Microsoft.Playwright.Assertions.Expect(text).ToHaveValueAsync("Zum Inhalt springen");
        // Called by what it says and where it belongs, not by its name in code.
        await Microsoft.Playwright.Assertions.Expect(editor.Page.Locator("host-word-heading h3")).ToHaveTextAsync("Zum Inhalt springen");
        await Microsoft.Playwright.Assertions.Expect(editor.Page.Locator("host-word-heading p")).ToHaveTextAsync("Menü");
        await Microsoft.Playwright.Assertions.Expect(editor.Page.GetByText("Nav.SkipLink")).ToHaveCountAsync(0);
        await editor.PictureAsync("text-aendern");
        await text.FillAsync("Direkt zum Inhalt");
        await editor.SaveAsync();
        Assert.That(await editor.ReadAsync("/"), Does.Contain("Direkt zum Inhalt"));
        await editor.CheckAsync();
    }
}
