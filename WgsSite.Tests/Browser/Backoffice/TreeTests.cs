using Microsoft.Playwright;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>Where pages stand: moving, copying, sorting, withdrawing, throwing away, taking back.</summary>
[Parallelizable]
internal sealed class TreeTests
{
    private EditorSite site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => site = await EditorSite.StartAsync();

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    [Test]
    public async Task AQuestionIsMovedToAnotherChapter()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        var question = await editor.FindAsync("Startseite", "Fragen", "Zum Angebot", "Gibt es eine Altersgrenze?");
        await editor.ActAsync(question, "MoveTo");
        await editor.PickAsync("Inhalt", "Startseite", "Fragen", "Kosten und Vertrag");
        await editor.PictureAsync("verschieben");
        await editor.ConfirmAsync("Auswählen");
        await editor.FindAsync("Startseite", "Fragen", "Kosten und Vertrag", "Gibt es eine Altersgrenze?");
        var page = (await editor.ReadAsync("/fragen/"))!;
        Assert.That(page.LastIndexOf("Gibt es eine Altersgrenze?", StringComparison.Ordinal), Is.GreaterThan(page.LastIndexOf("Was kostet das?", StringComparison.Ordinal)));
        await editor.CheckAsync();
    }

    [Test]
    public async Task APageIsCopiedAsADraft()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.ActAsync(await editor.FindAsync("Startseite", "Impressum"), "DuplicateTo");
        await editor.PickAsync("Inhalt", "Startseite");
        await editor.PictureAsync("kopieren");
        await editor.ConfirmAsync("Kopieren");
        await editor.TreeItem("Impressum (1)").WaitForAsync();
        Assert.That(await editor.ReadAsync("/impressum-1/"), Is.Null, "a copy is a draft");
        await editor.CheckAsync();
    }

    [Test]
    public async Task PartnersAreSorted()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.ActAsync(await editor.FindAsync("Startseite", "Partner"), "SortChildrenOf");
        await editor.PictureAsync("sortieren");
        await editor.Modal.GetByRole(AriaRole.Button, new() { Name = "Name" }).ClickAsync();
        await editor.ConfirmAsync("Übernehmen");
        var page = (await editor.ReadAsync("/partner/"))!;
        var main = page[page.IndexOf("<main", StringComparison.Ordinal)..];
        Assert.That(new[] { "Caritas", "Lokaso", "Malteser" }.Select(name => main.IndexOf(name, StringComparison.Ordinal)), Is.Ordered);
        await editor.CheckAsync();
    }

    [Test]
    public async Task WhoWithdrawsAPageIsToldWhatLinksToIt()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.ActAsync(await editor.FindAsync("Startseite", "Barrierefreiheit"), "Unpublish");
        await editor.Modal.GetByText("Einstellungen").First.WaitForAsync();
        await editor.PictureAsync("zuruecknehmen");
        await editor.ConfirmAsync("Veröffentlichung zurücknehmen");
        await editor.NotifiedAsync("zurückgenommen");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await editor.ReadAsync("/barrierefreiheit/"), Is.Null);
            Assert.That(await editor.ReadAsync("/"), Does.Not.Contain("/barrierefreiheit/"), "no link into nothing");
        }

        await editor.CheckAsync();
    }

    [Test]
    public async Task APageGoesToTheBinAndComesBack()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.ActAsync(await editor.FindAsync("Startseite", "Fragen", "Orte", "Was ist, wenn ich umziehe?"), "Trash");
        await editor.PictureAsync("papierkorb");
        await editor.ConfirmAsync("In den Papierkorb");
        Assert.That(await editor.ReadAsync("/fragen/"), Does.Not.Contain("Was ist, wenn ich umziehe?"));

        var bin = editor.Page.Locator("uui-menu-item[label=\"Papierkorb\"]").First;
        await bin.Locator("#caret-button").First.ClickAsync();
        var thrown = editor.Page.Locator("uui-menu-item[label=\"Was ist, wenn ich umziehe?\"]").First;
        // Nothing is said of the place before it is known.
        var known = new TaskCompletionSource();
        await editor.Page.RouteAsync("**/original-parent", async route =>
        {
            await known.Task;
            await route.ContinueAsync();
        });
        await editor.ActAsync(thrown, "Restore");
        await Assertions.Expect(editor.Modal.Locator("uui-loader-bar")).ToBeVisibleAsync();
        await Assertions.Expect(editor.Modal.GetByText("Die frühere Stelle gibt es nicht mehr.")).ToHaveCountAsync(0);
        known.SetResult();
        await Assertions.Expect(editor.Modal.GetByText("wiederherstellen unter „Orte“")).ToBeVisibleAsync();
        await editor.PictureAsync("wiederherstellen");
        await editor.ConfirmAsync("Wiederherstellen");
        await editor.OpenDocumentAsync("Startseite", "Fragen", "Orte", "Was ist, wenn ich umziehe?");
        await editor.PublishAsync();
        Assert.That(await editor.ReadAsync("/fragen/"), Does.Contain("Was ist, wenn ich umziehe?"));
        await editor.CheckAsync();
    }

    /// <summary>Hundreds of pages are not read to show the first few.</summary>
    [Test]
    public async Task ABranchIsReadWhenItIsOpened()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        var read = new List<string>();
        editor.Page.Request += (_, request) =>
        {
            if (request.Url.Contains("/tree/document/children", StringComparison.Ordinal)) read.Add(request.Url);
        };
        await editor.FindAsync("Startseite", "Partner");
        Assert.That(read, Has.Count.EqualTo(1), "one branch was opened");
        await editor.FindAsync("Startseite", "Partner", "Malteser");
        Assert.That(read, Has.Count.EqualTo(2));
        await editor.CheckAsync();
    }

    [Test]
    public async Task WhatIsOfferedBeneathAPageIsWhatMayStandThere()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await BeginAsync(editor, "Startseite", "Aktuelles");
        await Assertions.Expect(editor.Modal.Locator("uui-ref-node-document-type")).ToHaveCountAsync(1);
        await Assertions.Expect(editor.Modal.Locator("uui-ref-node-document-type")).ToContainTextAsync("Nachricht");
        await editor.LookAsync();
        await editor.CloseDialogAsync("Abbrechen");

        // Nothing stands beneath a question: said in words that lead nowhere.
        await BeginAsync(editor, "Startseite", "Fragen", "Zum Angebot", "Was sind die Zusatzleistungen?");
        var dialog = await editor.Modal.Locator("umb-document-create-options-modal").First.ElementHandleAsync();
        await editor.Page.WaitForFunctionAsync("dialog => [...dialog.shadowRoot.querySelectorAll('umb-localize')].some(text => text.shadowRoot.textContent.includes('Unter dieser Seite lässt sich nichts anlegen.'))", dialog);
        await editor.PictureAsync("nichts-anzulegen");
        await editor.LookAsync();
        await Assertions.Expect(editor.Modal.Locator("a, uui-button")).ToHaveCountAsync(1);
        await editor.CheckAsync();
    }

    [Test]
    public async Task APageInTheBinIsDeletedForGood()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.ActAsync(await editor.FindAsync("Startseite", "Fragen", "Kosten und Vertrag", "Was kostet das?"), "Trash");
        await editor.ConfirmAsync("In den Papierkorb");
        await editor.Page.Locator("uui-menu-item[label=\"Papierkorb\"]").First.Locator("#caret-button").First.ClickAsync();
        var thrown = editor.Page.Locator("uui-menu-item[label=\"Was kostet das?\"]").First;
        await editor.ActAsync(thrown, "Delete");
        await editor.Modal.GetByText("Was kostet das?").First.WaitForAsync();
        await editor.PictureAsync("endgueltig-loeschen");
        await editor.ConfirmAsync("Löschen");
        await thrown.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await editor.CheckAsync();
    }

    [Test]
    public async Task ANameIsShownAsItIsAndIsNoMarkup()
    {
        const string Name = "Preise < 50 € <b>fett</b>";
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.CreateDraftAsync(await editor.FindAsync("Startseite", "Fragen", "Kosten und Vertrag"), "Frage", Name);
        await editor.ActAsync(editor.TreeItem(Name), "Trash");
        await Assertions.Expect(editor.Modal.Locator("umb-trash-with-relation-confirm-modal p").First).ToContainTextAsync(Name);
        await editor.CloseDialogAsync("Abbrechen");
        await editor.CheckAsync();
    }

    [Test]
    public async Task TheBinIsEmptied()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.ActAsync(await editor.FindAsync("Startseite", "Fragen", "Kosten und Vertrag", "Kann ich wieder aufhören?"), "Trash");
        await editor.ConfirmAsync("In den Papierkorb");
        var bin = editor.Page.Locator("uui-menu-item[label=\"Papierkorb\"]").First;
        await editor.ActAsync(bin, "Empty");
        await editor.ConfirmAsync("Papierkorb leeren");
        await Assertions.Expect(bin.Locator("#caret-button")).ToHaveCountAsync(0);
        await editor.CheckAsync();
    }

    private static async Task BeginAsync(EditorWindow editor, params string[] path)
    {
        var item = await editor.FindAsync(path);
        await item.HoverAsync();
        await item.Locator("[data-mark=\"entity-action:Umb.EntityAction.Document.Create\"]").Last.ClickAsync();
        await editor.Modal.Locator("umb-document-create-options-modal").WaitForAsync();
    }
}
