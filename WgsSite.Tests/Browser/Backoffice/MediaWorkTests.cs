using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;
using WgsSite.Tests.Cms.Management;
using WgsSite.Tests.Support;
using static WgsSite.Tests.Cms.Management.ApiEditor;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>What is done with pictures after the first upload: many at once, another file, another folder, the bin, texts and blocks.</summary>
[Parallelizable]
internal sealed class MediaWorkTests
{
    private EditorSite site = null!;
    private EditorSession session = null!;
    private string folder = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        site = await EditorSite.StartAsync();
        session = await site.SignInAsync();
        folder = Directory.CreateTempSubdirectory("wgs-media-work-").FullName;
    }

    [OneTimeTearDown]
    public void Stop()
    {
        session.Dispose();
        site.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>As cameras and Windows name files: in capitals.</summary>
    [Test]
    public async Task FilesAreDraggedInTheirProgressIsSeenAndWhatIsNotAllowedIsNamed()
    {
        await using var editor = await OpenAsync();
        await editor.OpenMediaAsync();
        var browser = await editor.Page.Context.NewCDPSessionAsync(editor.Page);
        await UploadAtAsync(browser, 40_000);
        await DropAsync(editor, browser, File("DSC_0001.JPG", TestPictures.Noise(700, 500)), File("Merkblatt.PDF", "%PDF-1.4\n%%EOF"u8.ToArray()), File("Einladung.docx", "PK\u0003\u0004"u8.ToArray()));

        var badge = editor.Page.Locator("umb-media-collection uui-card-media[name=\"DSC_0001.JPG\"] umb-temporary-file-badge");
        await badge.WaitForAsync();
        await editor.Page.WaitForFunctionAsync("badge => badge.progress > 0 && badge.progress < 100", await badge.ElementHandleAsync());
        await UploadAtAsync(browser, -1);
        await editor.NotifiedAsync("Einladung.docx");
        await editor.Page.Locator("umb-media-collection uui-card-media[name=\"DSC_0001.JPG\"]:not([disabled])").WaitForAsync();
        await editor.Page.Locator("umb-media-collection uui-card-media[name=\"Merkblatt.PDF\"]:not([disabled])").WaitForAsync();
        await editor.CheckAsync();
    }

    [Test]
    public async Task AFileIsReplacedAndThePageShowsTheNewOne()
    {
        var key = await session.AddMediaAsync("tausch.png", TestPictures.Png(300, 200), alternativeText: "Ein Zeichen");
        await PutOnPageAsync("Caritas", key);
        Assert.That(await ShownAsync("/partner/caritas/"), Is.EqualTo(("Ein Zeichen", "300")));

        await using var editor = await OpenAsync();
        await OpenAsync(editor, "tausch.png");
        await editor.Property("umbracoFile").Locator("uui-button[label=\"Datei entfernen\"]").ClickAsync();
        await editor.Property("umbracoFile").Locator("input[type=file]").SetInputFilesAsync(File("NEU.JPG", TestPictures.JpegOfAPhone(1, 640, 480)));
        await editor.Property("umbracoFile").Locator("umb-image-cropper-focus-setter img").WaitForAsync();
        await editor.SaveAsync();
        Assert.That(await ShownAsync("/partner/caritas/"), Is.EqualTo(("Ein Zeichen", "640")));
        await editor.CheckAsync();
    }

    [Test]
    public async Task WhatIsInUseSaysSoBeforeItIsThrownAway()
    {
        var key = await session.AddMediaAsync("benutzt.png", TestPictures.Png(), alternativeText: "Ein Zeichen");
        await PutOnPageAsync("Malteser", key);
        await using var editor = await OpenAsync();
        await OpenAsync(editor, "benutzt.png");
        await editor.Page.Locator("[data-mark=\"workspace:view-link:Umb.WorkspaceView.Media.Info\"]").ClickAsync();
        await Assertions.Expect(editor.Page.Locator("umb-media-workspace-view-info")).ToContainTextAsync("Malteser");
        await Assertions.Expect(editor.Page.Locator("umb-media-history-workspace-info-app")).ToContainTextAsync(EditorSite.Name);
        await editor.LookAsync();
        await editor.ActAsync(editor.TreeItem("benutzt.png"), "Trash");
        await editor.Modal.GetByText("Malteser").First.WaitForAsync();
        await editor.PictureAsync("medien-papierkorb");
        await editor.ConfirmAsync("In den Papierkorb");
        Assert.That(await editor.ReadAsync("/partner/malteser/"), Does.Not.Contain("benutzt.png"));
        await editor.CheckAsync();
    }

    [Test]
    public async Task PicturesAreMovedIntoAFolderOneAloneAndTwoTogether()
    {
        await session.AddFolderAsync("Ablage");
        foreach (var name in (string[])["eins.png", "zwei.png", "drei.png"]) await session.AddMediaAsync(name, TestPictures.Png(30, 30));
        await using var editor = await OpenAsync();
        await editor.OpenMediaAsync();
        await editor.ActAsync(editor.TreeItem("eins.png"), "MoveTo");
        await editor.PickAsync("Ablage");
        await editor.ConfirmAsync("Auswählen");
        await Assertions.Expect(editor.Page.Locator("umb-media-collection uui-card-media[name=\"eins.png\"]")).ToHaveCountAsync(0);

        // Once one is selected, a click anywhere on a card selects it.
        var card = editor.Page.Locator("umb-media-collection uui-card-media[name=\"zwei.png\"]");
        await card.HoverAsync();
        await card.Locator("#select-checkbox").ClickAsync();
        await editor.Page.Locator("umb-media-collection uui-card-media[name=\"drei.png\"]").ClickAsync();

        await editor.Page.GetByText("2 von").First.WaitForAsync();
        await editor.Button("Verschieben").First.ClickAsync();
        await editor.PickAsync("Ablage");
        await editor.CloseDialogAsync("Auswählen");
        await editor.NotifiedAsync("2 Medien verschoben");
        await editor.Card("Ablage").ClickAsync();
        foreach (var name in (string[])["eins.png", "zwei.png", "drei.png"]) await editor.Page.Locator($"umb-media-collection uui-card-media[name=\"{name}\"]").WaitForAsync();
        await editor.CheckAsync();
    }

    [Test]
    public async Task APictureIsPutIntoATextAndIntoABlock()
    {
        await session.AddMediaAsync("Hof.png", TestPictures.Png(1000, 600), alternativeText: "Der Hof im Sommer");
        await using var editor = await OpenAsync();
        await editor.OpenDocumentAsync("Startseite", "Barrierefreiheit");
        await AddBlockAsync(editor, "Text");
        await editor.Modal.Locator("[data-mark=\"input:tiptap-rte\"] [role=textbox]").ClickAsync();
        await editor.Page.Keyboard.TypeAsync("So sieht es bei uns aus:");
        await editor.Page.Keyboard.PressAsync("Enter");
        await editor.Modal.Locator("[data-mark=\"action:tiptap-toolbar:Umb.Tiptap.Toolbar.MediaPicker\"] button").ClickAsync();
        await editor.Modal.Locator("umb-media-picker-modal uui-card-media").Filter(new() { HasText = "Hof.png" }).ClickAsync();
        await editor.CloseDialogAsync("Auswählen");
        await editor.Modal.Locator("umb-media-caption-alt-text-modal #caption input").FillAsync("Unser Hof");
        await editor.PictureAsync("medien-im-text");
        await editor.Modal.Locator("umb-media-caption-alt-text-modal uui-button[look=primary]").ClickAsync();
        await editor.Modal.Locator("[data-mark=\"input:tiptap-rte\"] figure img[data-udi]").WaitForAsync();
        await editor.CloseDialogAsync("Erstellen");

        await AddBlockAsync(editor, "Bild");
        await editor.Modal.Locator("[data-mark^=\"property:\"] umb-input-rich-media #btn-add").ClickAsync();
        await editor.Modal.Locator("umb-media-picker-modal uui-card-media").Filter(new() { HasText = "Hof.png" }).ClickAsync();
        await editor.CloseDialogAsync("Auswählen");
        await editor.CloseDialogAsync("Erstellen");
        await editor.PublishAsync();

        var page = new HtmlParser().ParseDocument((await editor.ReadAsync("/barrierefreiheit/"))!);
        var pictures = page.QuerySelectorAll("main picture");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(pictures.Select(picture => picture.QuerySelector("img")!.GetAttribute("alt")), Is.EqualTo(["Der Hof im Sommer", "Der Hof im Sommer"]));
            Assert.That(pictures.Select(picture => picture.QuerySelector("source[type='image/webp']")?.GetAttribute("srcset")), Is.All.Contain("480w").And.All.Contain("1000w"));
            Assert.That(page.QuerySelector("figcaption")!.TextContent, Is.EqualTo("Unser Hof"));
        }

        await editor.CheckAsync();
    }

    /// <summary>The left half of the picture is red, the right one blue; what others show of the page is cut out of it.</summary>
    [Test]
    public async Task APictureIsPointedAtWhereItIsUsedAndCutThere()
    {
        await session.AddMediaAsync("breit.png", TestPictures.Png(4000, 700), alternativeText: "Zwei Farben");
        await using var editor = await OpenAsync();
        await editor.OpenDocumentAsync("Startseite", "Über das Projekt");
        await editor.Property("seoImage").Locator("#btn-add").ClickAsync();
        await editor.Modal.Locator("uui-card-media").Filter(new() { HasText = "breit.png" }).ClickAsync();
        await editor.CloseDialogAsync("Auswählen");
        await editor.PublishAsync();
        var middle = await SharedAsync("/ueber-das-projekt/");

        await editor.Property("seoImage").Locator("uui-card-media").ClickAsync();
        var picture = editor.Modal.Locator("umb-image-cropper-focus-setter");
        await picture.Locator("img").WaitForAsync();
        await editor.SettledAsync();
        var box = (await picture.BoundingBoxAsync())!;
        await editor.Page.Mouse.ClickAsync(box.X + (box.Width * 0.95f), box.Y + (box.Height / 2));
        await editor.PictureAsync("medien-ausschnitt");
        await editor.Modal.Locator("umb-image-cropper-editor-modal uui-button[look=primary]").Last.ClickAsync();
        await editor.Modal.Locator("umb-image-cropper-editor-modal").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await editor.PublishAsync();

        var pointed = await SharedAsync("/ueber-das-projekt/");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(TestPictures.Measure(pointed), Is.EqualTo((1200, 630)));
            Assert.That(TestPictures.Colour(middle, 100, 300)[0], Is.GreaterThan(150), "the middle shows both halves");
            Assert.That(TestPictures.Colour(pointed, 100, 300)[2], Is.GreaterThan(150), "the end shows the right one only");
        }

        await editor.CheckAsync();
    }

    private Task<EditorWindow> OpenAsync() => EditorWindow.OpenAsync(site.Address);

    private static async Task OpenAsync(EditorWindow editor, string name)
    {
        await editor.OpenMediaAsync();
        await editor.Card(name).ClickAsync();
        await Assertions.Expect(editor.NameField).ToHaveValueAsync(name);
        await editor.LookAsync();
    }

    private static async Task AddBlockAsync(EditorWindow editor, string type)
    {
        await editor.Property("body").Locator("uui-button[label=\"Neu erstellen\"]").Last.ClickAsync();
        await editor.Modal.Locator($"uui-card-block-type[name=\"{type}\"] a").ClickAsync();
    }

    /// <param name="bytesPerSecond">-1 for as fast as it goes.</param>
    private static async Task UploadAtAsync(ICDPSession browser, int bytesPerSecond) =>
        await browser.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = bytesPerSecond });

    /// <summary>Files dragged from the desktop over the window and let go there.</summary>
    private static async Task DropAsync(EditorWindow editor, ICDPSession browser, params string[] files)
    {
        foreach (var type in (string[])["dragEnter", "dragOver", "drop"])
        {
            await browser.SendAsync("Input.dispatchDragEvent", new() { ["type"] = type, ["x"] = 800, ["y"] = 400, ["data"] = new { items = Array.Empty<object>(), files, dragOperationsMask = 1 } });
            if (type == "dragEnter") await Assertions.Expect(editor.Page.Locator("umb-dropzone-media[dragging]")).ToHaveCountAsync(1);
        }
    }

    private async Task PutOnPageAsync(string partner, Guid picture)
    {
        var found = (await session.ReadAsync($"/item/document/search?query={partner}&trashed=false"))["items"]!.AsArray();
        var page = (string)found.First(item => (string)item!["variants"]![0]!["name"]! == partner)!["id"]!;
        await session.SaveAsync(page, null, Value("logo", new JsonArray(new JsonObject { ["key"] = Guid.NewGuid().ToString(), ["mediaKey"] = picture.ToString(), ["mediaTypeAlias"] = "Image", ["crops"] = new JsonArray(), ["focalPoint"] = null })));
        await session.PublishAsync(page);
    }

    private async Task<(string? Alt, string? Width)> ShownAsync(string path)
    {
        var shown = new HtmlParser().ParseDocument(await site.Process.Http.GetStringAsync(path)).QuerySelector("main picture img");
        return (shown?.GetAttribute("alt"), shown?.GetAttribute("width"));
    }

    private async Task<byte[]> SharedAsync(string path)
    {
        var address = new HtmlParser().ParseDocument(await site.Process.Http.GetStringAsync(path)).QuerySelector("meta[property='og:image']")!.GetAttribute("content")!;
        return await site.Process.Http.GetByteArrayAsync(new Uri(address).PathAndQuery);
    }

    private string File(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }
}
