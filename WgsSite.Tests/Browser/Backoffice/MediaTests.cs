using AngleSharp.Html.Parser;
using Microsoft.Playwright;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>Pictures as editors bring them in, describe them and put them on pages.</summary>
[Parallelizable]
internal sealed class MediaTests
{
    private EditorSite site = null!;
    private string folder = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        site = await EditorSite.StartAsync();
        folder = Directory.CreateTempSubdirectory("wgs-media-").FullName;
    }

    [OneTimeTearDown]
    public void Stop()
    {
        site.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task APictureIsUploadedDescribedPointedAtAndShownOnAPage()
    {
        await using var editor = await OpenAsync();
        await editor.UploadAsync(File("Haustür.jpg", TestPictures.JpegOfAPhone(1, 1600, 1000)));
        await editor.PictureAsync("medien");
        await editor.OpenMediaAsync();
        await editor.Card("Haustür.jpg").ClickAsync();
        await Assertions.Expect(editor.NameField).ToHaveValueAsync("Haustür.jpg");
        await editor.Property("alternativeText").Locator("input").FillAsync("Eine offene Haustür");
        var picture = editor.Property("umbracoFile").Locator("umb-image-cropper-focus-setter");
        var box = (await picture.BoundingBoxAsync())!;
        await editor.Page.Mouse.ClickAsync(box.X + (box.Width / 4), box.Y + (box.Height / 2));
        await editor.SaveAsync();
        await editor.PictureAsync("medien-bild", height: 880);

        await editor.Page.GotoAsync(new Uri(site.Address, "/umbraco/section/content").ToString());
        await editor.OpenDocumentAsync("Startseite", "Partner", "Malteser");
        await editor.Property("logo").Locator("#btn-add").ClickAsync();
        await editor.Modal.Locator("uui-card-media").Filter(new() { HasText = "Haustür.jpg" }).ClickAsync();
        await editor.PictureAsync("medien-waehlen");
        await editor.CloseDialogAsync("Auswählen");
        await editor.Property("logo").GetByText("Haustür.jpg").First.WaitForAsync();
        await editor.PublishAsync();

        var page = new HtmlParser().ParseDocument((await editor.ReadAsync("/partner/malteser/"))!);
        var shown = page.QuerySelector("main picture img")!;
        Assert.That(shown.GetAttribute("alt"), Is.EqualTo("Eine offene Haustür"));
        Assert.That(shown.GetAttribute("srcset"), Does.Contain("480w").And.Contain("1600w"));
        await editor.CheckAsync();
    }

    [Test]
    public async Task APictureNobodyDescribedIsNotPublishedAndTheEditorReadsWhy()
    {
        await using var editor = await OpenAsync();
        await editor.UploadAsync(File("stumm.png", TestPictures.Png()));
        await editor.Page.GotoAsync(new Uri(site.Address, "/umbraco/section/content").ToString());
        await editor.OpenDocumentAsync("Startseite", "Partner", "Lokaso");
        await editor.Property("logo").Locator("#btn-add").ClickAsync();
        await editor.Modal.Locator("uui-card-media").Filter(new() { HasText = "stumm.png" }).ClickAsync();
        await editor.CloseDialogAsync("Auswählen");
        editor.Expect(System.Net.HttpStatusCode.BadRequest, "/validate");
        await editor.Button("Speichern und veröffentlichen").ClickAsync();
        await editor.NotifiedAsync("nicht veröffentlicht");
        await editor.Property("logo").GetByText("Zum Bild „stumm.png“ steht noch nicht, was zu sehen ist.").First.WaitForAsync();
        await editor.PictureAsync("medien-ohne-beschreibung");
        await editor.CheckAsync();
    }

    [Test]
    public async Task WhatIsNoPictureIsRefusedInWords()
    {
        await using var editor = await OpenAsync();
        await editor.OpenMediaAsync();
        editor.Expect(System.Net.HttpStatusCode.BadRequest, "/temporary-file");
        await editor.Page.Locator("input[type=file]").First.SetInputFilesAsync(File("bombe.png", TestPictures.Bomb()));
        await editor.NotifiedAsync("„bombe.png“ wurde nicht hochgeladen. Das Bild hat 30000 × 30000 Bildpunkte.");
        await editor.CheckAsync();
    }

    [Test]
    public async Task AFolderIsMadeFilledThrownAwayAndBroughtBack()
    {
        await using var editor = await OpenAsync();
        await editor.OpenMediaAsync();
        await editor.Page.Locator("umb-collection-create-action-button, umb-media-create-collection-action, umb-create-media-collection-action").First.ClickAsync();
        await editor.Page.GetByText("Ordner", new() { Exact = true }).First.ClickAsync();
        await editor.NameField.FillAsync("Sommerfest");
        await editor.Button("Speichern").Last.ClickAsync();
        var tree = editor.TreeItem("Sommerfest");
        await tree.WaitForAsync();
        await editor.ActAsync(tree, "Trash");
        await editor.ConfirmAsync("In den Papierkorb");
        // The bin may have opened by itself, since what was open went there.
        await editor.SettledAsync();
        var bin = editor.TreeItem("Papierkorb");
        var thrown = bin.Locator("uui-menu-item[label=\"Sommerfest\"]");
        if (!await thrown.IsVisibleAsync()) await bin.Locator("#caret-button").First.ClickAsync();
        await editor.ActAsync(thrown, "Restore");
        await editor.ConfirmAsync("Wiederherstellen");
        await editor.OpenMediaAsync();
        await editor.Card("Sommerfest").WaitForAsync();
        await editor.CheckAsync();
    }

    private Task<EditorWindow> OpenAsync() => EditorWindow.OpenAsync(site.Address);

    private string File(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }
}

/// <summary>The media section.</summary>
internal static class MediaWindow
{
    public static ILocator Card(this EditorWindow editor, string name) => editor.Page.Locator("umb-media-collection").GetByText(name, new() { Exact = true }).First;

    public static async Task OpenMediaAsync(this EditorWindow editor)
    {
        await editor.Page.GotoAsync(new Uri(editor.Address, "/umbraco/section/media").ToString());
        await editor.Page.Locator("umb-media-collection").First.WaitForAsync();
        await editor.LookAsync();
    }

    public static async Task UploadAsync(this EditorWindow editor, string file)
    {
        await editor.OpenMediaAsync();
        // Its card stands there before the file is on the server.
        await editor.Page.RunAndWaitForResponseAsync(
            () => editor.Page.Locator("input[type=file]").First.SetInputFilesAsync(file), answer => answer.Request.Method == "POST" && answer.Url.EndsWith("/v1/media", StringComparison.Ordinal));
        await editor.Card(Path.GetFileName(file)).WaitForAsync();
        await editor.LookAsync();
    }
}
