using System.Net;
using Microsoft.Playwright;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>Every kind of field the document types use: filled in as editors do it, and read on the public page.</summary>
[Parallelizable]
internal sealed class FieldTests
{
    private EditorSite site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => site = await EditorSite.StartAsync();

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    [Test]
    public async Task LinesTagsAndAddressesOfAPartner()
    {
        await using var editor = await OpenAsync();
        await editor.OpenDocumentAsync("Startseite", "Partner", "Caritas");
        await editor.Property("fullName").Locator("input").FillAsync("Caritasverband der Region");
        await editor.Property("summary").Locator("textarea").FillAsync("Menschen für Menschen.");
        await editor.Property("website").Locator("input").FillAsync("https://caritas.example/neu");
        foreach (var language in new[] { "Türkisch", "Plattdeutsch" })
        {
            await editor.Property("languages").Locator("#tag-input").FillAsync(language);
            await editor.Page.Keyboard.PressAsync("Enter");
            await editor.Property("languages").Locator("#tags").GetByText(language).WaitForAsync();
        }

        await editor.PublishAsync();
        var page = await editor.ReadAsync("/partner/caritas/");
        Assert.That(page, Does.Contain("Caritasverband der Region").And.Contain("Menschen für Menschen.").And.Contain("https://caritas.example/neu").And.Contain("Türkisch, Plattdeutsch"));
        await editor.CheckAsync();
    }

    [Test]
    public async Task AnAddressThatIsNoneIsSaidAtTheField()
    {
        await using var editor = await OpenAsync();
        await editor.OpenDocumentAsync("Startseite", "Partner", "Malteser");
        var email = editor.Property("email");
        await email.Locator("input").FillAsync("post.malteser.example");
        editor.Expect(HttpStatusCode.BadRequest, "/validate");
        await editor.Button("Speichern und veröffentlichen").ClickAsync();
        await editor.NotifiedAsync("nicht veröffentlicht");
        await email.GetByText("Das ist keine gültige E-Mail-Adresse.").First.WaitForAsync();
        Assert.That(await editor.ReadAsync("/partner/malteser/"), Does.Not.Contain("post.malteser.example"));

        await email.Locator("input").FillAsync("post@malteser.example");
        await editor.PublishAsync();
        Assert.That(await editor.ReadAsync("/partner/malteser/"), Does.Contain("mailto:post@malteser.example"));
        await editor.CheckAsync();
    }

    [Test]
    public async Task AnAddressOfAnotherPatternIsSaidAtTheFieldInTheWordsOfTheType()
    {
        await using var editor = await OpenAsync();
        await editor.OpenDocumentAsync("Startseite", "Partner", "Lokaso");
        var website = editor.Property("website");
        await website.Locator("input").FillAsync("lokaso.example");
        editor.Expect(HttpStatusCode.BadRequest, "/validate");
        await editor.Button("Speichern und veröffentlichen").ClickAsync();
        await editor.NotifiedAsync("nicht veröffentlicht");
        await website.GetByText("Die Adresse beginnt mit https://.").First.WaitForAsync();
        await website.Locator("input").FillAsync("https://lokaso.example/");
        await editor.PublishAsync();
        Assert.That(await editor.ReadAsync("/partner/lokaso/"), Does.Contain("https://lokaso.example/"));
        await editor.CheckAsync();
    }

    [Test]
    public async Task TheWordsOfAFormAreChanged()
    {
        await using var editor = await OpenAsync();
        await editor.OpenDocumentAsync("Startseite", "Kontakt");
        await editor.Property("sendButton").Locator("input").FillAsync("Frage abschicken");
        await editor.Property("errorMessage").Locator("input").FillAsync("Schreiben Sie bitte, worum es geht.");
        await editor.PublishAsync();
        Assert.That(await editor.ReadAsync("/kontakt/"), Does.Contain("Frage abschicken").And.Contain("Schreiben Sie bitte, worum es geht."));
        await editor.CheckAsync();
    }

    [Test]
    public async Task AServiceThatPausesSaysSo()
    {
        await using var editor = await OpenAsync();
        await editor.OpenDocumentAsync("Startseite", "Leistungen", "Hausnotruf");
        await editor.Property("status").Locator("select").SelectOptionAsync(new SelectOptionValue { Label = "pausiert" });
        await editor.Property("statusNotice").Locator("textarea").FillAsync("Ab August geht es weiter.");
        await editor.PublishAsync();
        Assert.That(await editor.ReadAsync("/leistungen/hausnotruf/"), Does.Contain("Hausnotruf: zurzeit nicht verfügbar").And.Contain("Ab August geht es weiter."));
        await editor.CheckAsync();
    }

    [Test]
    public async Task WhatAServiceNamesIsChosenFromTheTree()
    {
        await using var editor = await OpenAsync();
        await editor.OpenDocumentAsync("Startseite", "Leistungen", "Häusliche Pflege");
        await editor.ChooseAsync("needs", "Einstellungen", "Bedürfnisse", "Tagsüber Gesellschaft");
        await editor.PictureAsync("auswahl");
        await editor.RemoveAsync("partner", "Caritas");
        await editor.ChooseAsync("partner", "Startseite", "Partner", "Malteser");
        await editor.Property("audience").Locator("#action").ClickAsync();
        await editor.Property("audience").Locator("input").Last.FillAsync("Für alle, die es probieren wollen");
        await editor.PublishAsync();
        Assert.That(await editor.ReadAsync("/leistungen/haeusliche-pflege/"), Does.Contain("Malteser").And.Contain("Für alle, die es probieren wollen"));
        Assert.That(await editor.ReadAsync("/partner/malteser/"), Does.Contain("Häusliche Pflege"));
        await editor.CheckAsync();
    }

    [Test]
    public async Task ADateIsShownAsReadersWriteIt()
    {
        await using var editor = await OpenAsync();
        await editor.OpenDocumentAsync("Startseite", "Impressum");
        await editor.Property("reviewedOn").Locator("input").FillAsync("2026-05-04");
        await editor.PublishAsync();
        Assert.That(await editor.ReadAsync("/impressum/"), Does.Contain("Zuletzt geprüft am 4.&#xA0;Mai 2026."));
        await editor.CheckAsync();
    }

    [Test]
    public async Task APageThatIsNotCompleteIsMarked()
    {
        await using var editor = await OpenAsync();
        await editor.OpenDocumentAsync("Startseite", "Über das Projekt");
        await editor.Property("isPlaceholder").Locator("uui-toggle").ClickAsync();
        await editor.Property("placeholderNote").Locator("input").FillAsync("Hier fehlt noch ein Satz.");
        await editor.PublishAsync();
        Assert.That(await editor.ReadAsync("/ueber-das-projekt/"), Does.Contain("Noch nicht vollständig"));
        await editor.CheckAsync();
    }

    [Test]
    public async Task ABlockOfTextIsWrittenChangedAndRemoved()
    {
        await using var editor = await OpenAsync();
        await editor.OpenDocumentAsync("Startseite", "Barrierefreiheit");
        var blocks = editor.Property("body").Locator("umb-block-list-entry");
        await blocks.First.WaitForAsync();
        var before = await blocks.CountAsync();
        await editor.Property("body").Locator("uui-button[label=\"Neu erstellen\"]").Last.ClickAsync();
        await editor.Modal.Locator("uui-card-block-type[name=\"Text\"]").WaitForAsync();
        await editor.PictureAsync("block-waehlen");
        await editor.Modal.Locator("uui-card-block-type[name=\"Text\"] a").ClickAsync();
        await editor.Modal.Locator("[data-mark=\"property:heading\"] input").FillAsync("Wer uns hilft");

        // A heading, bold words, a list and a link, all with the buttons above the text.
        var text = Text(editor);
        await text.ClickAsync();
        await PressAsync(editor, "Heading2");
        await editor.Page.Keyboard.TypeAsync("Am Telefon");
        await editor.Page.Keyboard.PressAsync("Enter");
        await PressAsync(editor, "Bold");
        await editor.Page.Keyboard.TypeAsync("Jeden Tag");
        await PressAsync(editor, "Bold");
        await editor.Page.Keyboard.TypeAsync(" ist jemand da.");
        await editor.Page.Keyboard.PressAsync("Enter");
        await PressAsync(editor, "BulletList");
        await editor.Page.Keyboard.TypeAsync("Fragen");
        await editor.Page.Keyboard.PressAsync("Enter");
        await editor.Page.Keyboard.TypeAsync("Antworten");
        for (var step = 0; step < "Antworten".Length; step++) await editor.Page.Keyboard.PressAsync("Shift+ArrowLeft");
        await Tool(editor, "Link").ClickAsync();
        await editor.Modal.Locator("[data-mark=\"action:document\"]").ClickAsync();
        await editor.PickAsync("Startseite", "Fragen");
        await editor.CloseDialogAsync("Auswählen");
        await editor.Modal.Locator("umb-link-picker-modal").GetByText("Fragen").First.WaitForAsync();
        await editor.Modal.Locator("umb-tree-picker-modal").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await editor.PictureAsync("link", new() { X = 80, Y = 0, Width = 1200, Height = 800 });
        await editor.CloseDialogAsync("Hinzufügen");
        await editor.Modal.Locator("umb-link-picker-modal").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await editor.PictureAsync("block-text");
        await editor.CloseDialogAsync("Erstellen");
        await Assertions.Expect(blocks).ToHaveCountAsync(before + 1);
        await Assertions.Expect(editor.Modal.Locator("uui-modal-sidebar")).ToHaveCountAsync(0);
        await editor.PictureAsync("bloecke");
        await editor.PublishAsync();

        var page = (await editor.ReadAsync("/barrierefreiheit/"))!;
        Assert.That(page, Does.Contain("Wer uns hilft").And.Contain("<strong>Jeden Tag</strong>").And.Match("<h[23]>Am Telefon</h").And.Match("<li>(<p>)?Fragen<").And.Match("<a href=\"/fragen/\"[^>]*>Antworten</a>"));

        // The new block is edited again, and thrown away.
        await blocks.Last.Locator("a").First.ClickAsync();
        await editor.Modal.Locator("[data-mark=\"property:heading\"] input").FillAsync("Wer Ihnen hilft");
        await editor.CloseDialogAsync("Übernehmen");
        await editor.PublishAsync();
        Assert.That(await editor.ReadAsync("/barrierefreiheit/"), Does.Contain("Wer Ihnen hilft").And.Not.Contain("Wer uns hilft"));

        await blocks.Last.HoverAsync();
        await blocks.Last.Locator("uui-button[label=\"Löschen\"]").ClickAsync();
        await editor.CloseDialogAsync("Löschen");
        await Assertions.Expect(blocks).ToHaveCountAsync(before);
        await editor.PublishAsync();
        Assert.That(await editor.ReadAsync("/barrierefreiheit/"), Does.Not.Contain("Wer Ihnen hilft"));
        await editor.CheckAsync();
    }

    [Test]
    public async Task ANumberOfTheStartPageIsEnteredByHand()
    {
        await using var editor = await OpenAsync();
        await editor.OpenDocumentAsync("Startseite");
        await editor.Property("keyFigures").Locator("umb-block-list-entry").Nth(1).Locator("a").First.ClickAsync();
        await editor.Modal.Locator("uui-radio[label=\"eingetragen\"]").ClickAsync();
        await editor.Modal.Locator("[data-mark=\"property:value\"] input").FillAsync("4711");
        await editor.Modal.Locator("[data-mark=\"property:label\"] input").FillAsync("Gespräche im letzten Jahr");
        await editor.CloseDialogAsync("Übernehmen");
        await editor.PublishAsync();
        Assert.That(await editor.ReadAsync("/"), Does.Contain("4711").Or.Contain("4.711"));
        Assert.That(await editor.ReadAsync("/"), Does.Contain("Gespräche im letzten Jahr"));
        await editor.CheckAsync();
    }

    [Test]
    public async Task ALinkToAnotherWebsiteStandsAtTheFoot()
    {
        await using var editor = await OpenAsync();
        await editor.OpenDocumentAsync("Einstellungen");
        await editor.Property("footerLinks").Locator("#btn-add").ClickAsync();
        await editor.Modal.Locator("[data-mark=\"action:external\"]").ClickAsync();
        await editor.LookAsync();
        await editor.Modal.Locator("umb-link-picker-modal [data-mark=\"input:url\"] input").FillAsync("https://www.wgs.example/");
        // The address names the link until somebody does.
        var title = editor.Modal.Locator("[data-mark=\"input:title\"] input");
        await Assertions.Expect(title).ToHaveValueAsync("www.wgs.example");
        await title.FillAsync("Zur Genossenschaft");
        await editor.CloseDialogAsync("Hinzufügen");
        await editor.Property("footerLinks").GetByText("Zur Genossenschaft").First.WaitForAsync();
        await editor.PublishAsync();
        var page = (await editor.ReadAsync("/fragen/"))!;
        Assert.That(page[page.LastIndexOf("<footer", StringComparison.Ordinal)..], Does.Contain("href=\"https://www.wgs.example/\"").And.Contain("Zur Genossenschaft"));
        await editor.CheckAsync();
    }

    [Test]
    public async Task ANumberIsANumber()
    {
        await using var editor = await OpenAsync();
        await editor.OpenDocumentAsync("Einstellungen");
        await editor.Property("responseDays").Locator("input").FillAsync("5");
        await editor.PublishAsync();
        Assert.That(await editor.ReadAsync("/datenschutz/"), Does.Contain("5"));
        await editor.CheckAsync();
    }

    private static ILocator Text(EditorWindow editor) => editor.Modal.Locator("[data-mark=\"input:tiptap-rte\"] [role=textbox]");

    private static ILocator Tool(EditorWindow editor, string tool) => editor.Modal.Locator($"[data-mark=\"action:tiptap-toolbar:Umb.Tiptap.Toolbar.{tool}\"] button");

    /// <summary>Presses a button above the text, which has the keyboard again a moment later.</summary>
    private static async Task PressAsync(EditorWindow editor, string tool)
    {
        await Tool(editor, tool).ClickAsync();
        await Assertions.Expect(Text(editor)).ToBeFocusedAsync();
    }

    private Task<EditorWindow> OpenAsync() => EditorWindow.OpenAsync(site.Address);
}
