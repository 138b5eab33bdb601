using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>Where a page is found, what links to it, and being told before it goes.</summary>
[Parallelizable]
internal sealed partial class ReferenceTests
{
    private EditorSite site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => site = await EditorSite.StartAsync();

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    [Test]
    public async Task TheInfoOfAPageNamesItsAddressAndWhatLinksToIt()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.OpenDocumentAsync("Startseite", "Partner", "Malteser");
        await OpenInfoAsync(editor);
        var address = editor.Page.Locator("umb-document-links-workspace-info-app a");
        await Assertions.Expect(address).ToContainTextAsync("/partner/malteser/");
        var page = await editor.Page.Context.RunAndWaitForPageAsync(() => address.ClickAsync());
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Malteser");
        await page.CloseAsync();

        // What links to it is named, and leads there.
        var links = editor.Page.Locator("umb-entity-references-workspace-info-app").First;
        await Assertions.Expect(links).ToContainTextAsync("Hausnotruf");
        await editor.PictureAsync("info");
        await editor.LookAsync();
        var link = links.Locator("umb-entity-item-ref").Filter(new() { HasText = "Hausnotruf" }).First.Locator("#open-part").First;
        await Assertions.Expect(link).ToHaveAttributeAsync("href", WorkspaceOfADocument());
        await link.ClickAsync();
        await Assertions.Expect(editor.NameField).ToHaveValueAsync("Hausnotruf");
        await editor.CheckAsync();
    }

    [Test]
    public async Task WhoThrowsAwayAPageIsToldWhatLinksToIt()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.ActAsync(await editor.FindAsync("Startseite", "Barrierefreiheit"), "Trash");
        await Assertions.Expect(editor.Modal.Locator("umb-confirm-action-modal-entity-references")).ToContainTextAsync("Einstellungen");
        await editor.PictureAsync("papierkorb-verweise");
        await editor.CloseDialogAsync("Abbrechen");
        Assert.That(await editor.ReadAsync("/barrierefreiheit/"), Is.Not.Null, "nothing happened yet");

        await editor.ActAsync(await editor.FindAsync("Startseite", "Barrierefreiheit"), "Trash");
        await editor.ConfirmAsync("In den Papierkorb");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await editor.ReadAsync("/barrierefreiheit/"), Is.Null);
            Assert.That(await editor.ReadAsync("/"), Does.Not.Contain("/barrierefreiheit/"), "no link into nothing");
        }

        await editor.CheckAsync();
    }

    private static async Task OpenInfoAsync(EditorWindow editor)
    {
        await editor.Page.Locator("[data-mark=\"workspace:view-link:Umb.WorkspaceView.Document.Info\"]").ClickAsync();
        await editor.Page.Locator("umb-document-links-workspace-info-app").WaitForAsync();
        await editor.SettledAsync();
        await editor.LookAsync();
    }

    [GeneratedRegex("section/content/workspace/document/edit/[0-9a-f-]{36}$")]
    private static partial Regex WorkspaceOfADocument();
}
