using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using WgsSite.Tests.Support;
using static WgsSite.Tests.Cms.Management.ApiEditor;
using static WgsSite.Tests.Support.EditorSessionMedia;

namespace WgsSite.Tests.Cms.Management;

/// <summary>Media from the upload to the reader's browser, over HTTP.</summary>
internal sealed class MediaTests
{
    private EditorSite site = null!;
    private EditorSession editor = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        site = await EditorSite.StartAsync();
        editor = await site.SignInAsync();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        editor.Dispose();
        site.Dispose();
    }

    [Test]
    public async Task AnUploadedPictureIsServedWithItsMeasuresAndWithoutItsPosition()
    {
        var key = await editor.AddMediaAsync("Unser Haus.JPG", TestPictures.JpegOfAPhone(6), alternativeText: "Ein Haus");
        var url = await UrlAsync(key);
        using var served = await site.Process.Http.GetAsync(url);
        var file = await served.Content.ReadAsByteArrayAsync();
        var values = await ValuesAsync(key);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(url, Does.Match("^/media/[0-9a-f]{8}/unser-haus\\.jpg$"));
            Assert.That(served.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/jpeg"));
            Assert.That(served.Headers.CacheControl!.ToString(), Does.Contain("immutable"));
            Assert.That(System.Text.Encoding.Latin1.GetString(file), Does.Not.Contain(TestPictures.Secret));
            // Labels come as the client's editor for them wants them.
            Assert.That(((int)values["umbracoWidth"]!, (int)values["umbracoHeight"]!), Is.EqualTo((800, 1200)));
            Assert.That((int)values["umbracoBytes"]!, Is.EqualTo(file.Length));
            Assert.That((string?)values["umbracoExtension"], Is.EqualTo("jpg"));
            // Without them the client's editor of pictures shows an empty field.
            Assert.That(values["umbracoFile"]!["crops"]!.AsArray(), Is.Empty);
            Assert.That((double?)values["umbracoFile"]!["focalPoint"]!["left"], Is.EqualTo(0.5));
        }
    }

    [TestCase("?width=480&format=webp", "image/webp", 480)]
    [TestCase("?width=960&format=jpg", "image/jpeg", 960)]
    [TestCase("?width=1920&format=webp", "image/webp", 1200)]
    public async Task APictureIsThereInThreeSizes(string query, string type, int width)
    {
        var url = await UrlAsync(await editor.AddMediaAsync("bild.jpg", TestPictures.Jpeg()));
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var served = await site.Process.Http.GetAsync(url + query);
            Assert.That(served.Content.Headers.ContentType!.MediaType, Is.EqualTo(type));
            Assert.That(TestPictures.Measure(await served.Content.ReadAsByteArrayAsync()).Width, Is.EqualTo(width));
        }
    }

    [TestCase("?width=481&format=webp")]
    [TestCase("?width=480&format=png")]
    [TestCase("?width=480")]
    [TestCase("?width=480&height=480&format=webp")]
    [TestCase("?width=-1&format=webp")]
    public async Task NobodyGetsAnyOtherSize(string query)
    {
        var url = await UrlAsync(await editor.AddMediaAsync("bild.jpg", TestPictures.Jpeg(100, 100)));
        Assert.That((await site.Process.Http.GetAsync(url + query)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task AManyWhoAskAtOnceGetTheSamePicture()
    {
        var url = await UrlAsync(await editor.AddMediaAsync("bild.jpg", TestPictures.Jpeg()));
        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => site.Process.Http.GetByteArrayAsync(url + "?width=480&format=webp")));
        Assert.That(all.Select(Convert.ToHexString).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task ADrawingIsCleanedAndShowsNothingButItself()
    {
        var url = await UrlAsync(await editor.AddMediaAsync("zeichen.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script><circle r=\"5\"/></svg>"u8.ToArray(), Drawing));
        using var served = await site.Process.Http.GetAsync(url);
        Assert.That(await served.Content.ReadAsStringAsync(), Does.Contain("circle").And.Not.Contain("script"));
        Assert.That(served.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("sandbox").And.Contain("default-src 'none'"));
    }

    [Test]
    public async Task ADocumentIsServedAsWhatItIs()
    {
        var url = await UrlAsync(await editor.AddMediaAsync("Merkblatt Hausnotruf.pdf", "%PDF-1.4\n%%EOF"u8.ToArray(), Document));
        using var served = await site.Process.Http.GetAsync(url);
        Assert.That(served.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/pdf"));
        Assert.That(url, Does.EndWith("/merkblatt-hausnotruf.pdf"));
    }

    [TestCase("bild.jpg", "MZ\u0090", "nicht erlaubt")]
    [TestCase("seite.html", "<html><script>alert(1)</script>", "nicht erlaubt")]
    [TestCase("foto.heic", "\0\0\0 ftypheic", "iPhone")]
    [TestCase("bild.png", "\u0089PNG\r\n\u001a\n", "beschädigt")]
    public async Task WhatIsNotAllowedIsRefusedInWords(string name, string content, string reason)
    {
        var key = Guid.NewGuid();
        using var answer = await editor.UploadAsync(key, name, System.Text.Encoding.Latin1.GetBytes(content));
        var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((string?)problem["title"], Does.Contain(name).And.Contain(reason));
        Assert.That((await editor.Http.GetAsync($"{EditorSession.Api}/temporary-file/{key}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task ABombIsRefusedAndTheSiteGoesOn()
    {
        using var answer = await editor.UploadAsync(Guid.NewGuid(), "bombe.png", TestPictures.Bomb());
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("zu gro"));
        Assert.That((await site.Process.Http.GetAsync("/")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task AFileThatIsTooLargeIsRefusedInWords()
    {
        var large = new byte[26_000_000];
        TestPictures.Jpeg(50, 50).CopyTo(large, 0);
        using var answer = await editor.UploadAsync(Guid.NewGuid(), "gross.jpg", large);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest).Or.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That((string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["title"], Is.Not.Empty);
    }

    [Test]
    public async Task AFileOfAnotherKindThanTheItemIsRefusedAtItsField()
    {
        var upload = Guid.NewGuid();
        (await editor.UploadAsync(upload, "a.pdf", "%PDF-1.4"u8.ToArray())).Dispose();
        using var answer = await editor.PostAsync("/media", Item(Guid.NewGuid(), "a", Image, null, FileValue(upload), null));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await answer.Content.ReadFromJsonAsync<JsonObject>())!["errors"]!.AsObject().Single().Key, Does.Contain("umbracoFile"));
    }

    [Test]
    public async Task APathFromOutsideIsNeverTaken()
    {
        var mine = await editor.AddMediaAsync("a.jpg", TestPictures.Jpeg(60, 60));
        var other = await UrlAsync(await editor.AddMediaAsync("b.jpg", TestPictures.Jpeg(70, 70)));
        var before = await UrlAsync(mine);
        (await SaveAsync(mine, "a.jpg", new { Src = other })).Dispose();
        (await SaveAsync(mine, "a.jpg", new { Src = "/../../cms.db" })).Dispose();
        Assert.That(await UrlAsync(mine), Is.EqualTo(before));
    }

    [Test]
    public async Task AReplacedFileHasAnotherAddressAndItsOwnMeasures()
    {
        var key = await editor.AddMediaAsync("alt.jpg", TestPictures.Jpeg(300, 200));
        var before = await UrlAsync(key);
        var upload = Guid.NewGuid();
        (await editor.UploadAsync(upload, "neu.png", TestPictures.Png(90, 40))).Dispose();
        using var saved = await SaveAsync(key, "alt.jpg", FileValue(upload));
        Assert.That(saved.StatusCode, Is.EqualTo(HttpStatusCode.OK), await saved.Content.ReadAsStringAsync());
        var url = await UrlAsync(key);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(url, Is.Not.EqualTo(before).And.EndsWith("/neu.png"));
            Assert.That((int)(await ValuesAsync(key))["umbracoWidth"]!, Is.EqualTo(90));
            Assert.That((await site.Process.Http.GetAsync(before)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    [Test]
    public async Task WhatIsInTheBinNobodyGetsUntilItComesBack()
    {
        var folder = await editor.AddFolderAsync("Ordner");
        var key = await editor.AddMediaAsync("weg.jpg", TestPictures.Jpeg(60, 60), parent: folder);
        var url = await UrlAsync(key);
        (await editor.PutAsync($"/media/{folder}/move-to-recycle-bin", new { })).EnsureSuccessStatusCode();
        Assert.That((await site.Process.Http.GetAsync(url)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await editor.GetAsync<JsonObject>($"/recycle-bin/media/children?parentId={folder}"))["total"]!.GetValue<int>(), Is.EqualTo(1));

        (await editor.PutAsync($"/recycle-bin/media/{folder}/restore", new { Target = (object?)null })).EnsureSuccessStatusCode();
        Assert.That((await site.Process.Http.GetAsync(url)).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        (await editor.PutAsync($"/media/{folder}/move-to-recycle-bin", new { })).EnsureSuccessStatusCode();
        (await editor.Http.DeleteAsync($"{EditorSession.Api}/recycle-bin/media/{folder}")).EnsureSuccessStatusCode();
        Assert.That((await editor.Http.GetAsync($"{EditorSession.Api}/media/{key}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(File.Exists(Path.Combine(site.DataFolder, url.TrimStart('/'))), Is.False, "the file itself is gone");
    }

    [Test]
    public async Task AFolderMovesButNotIntoItself()
    {
        var outer = await editor.AddFolderAsync("Außen");
        var inner = await editor.AddFolderAsync("Innen", outer);
        using var refused = await editor.PutAsync($"/media/{outer}/move", new { Target = new { Id = inner } });
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        (await editor.PutAsync($"/media/{inner}/move", new { Target = (object?)null })).EnsureSuccessStatusCode();
        var root = await editor.GetAsync<JsonObject>("/tree/media/root");
        Assert.That(root["items"]!.AsArray().Select(item => (string?)item!["id"]), Does.Contain(inner.ToString()).And.Contain(outer.ToString()));
    }

    [Test]
    public async Task TwoEditorsOfOnePictureAreToldOfEachOther()
    {
        var key = await editor.AddMediaAsync("zwei.jpg", TestPictures.Jpeg(60, 60));
        using var opened = await editor.Http.GetAsync($"{EditorSession.Api}/media/{key}");
        (await SaveAsync(key, "Anders", new { Src = "x" })).EnsureSuccessStatusCode();
        using var late = new HttpRequestMessage(HttpMethod.Put, $"{EditorSession.Api}/media/{key}") { Content = JsonContent.Create(Item(key, "Ganz anders", Image, null, new { Src = "x" }, null)) };
        late.Headers.IfMatch.Add(opened.Headers.ETag!);
        using var answer = await editor.Http.SendAsync(late);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
    }

    [Test]
    public async Task AFileThatWasNeverSentMakesNoItem()
    {
        using var answer = await editor.PostAsync("/media", Item(Guid.NewGuid(), "leer", Image, null, FileValue(Guid.NewGuid()), null));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        using var without = await editor.PostAsync("/media", Item(Guid.NewGuid(), "leer", Image, null, null, null));
        Assert.That((await without.Content.ReadFromJsonAsync<JsonObject>())!["errors"]!.AsObject().Single().Key, Does.Contain("umbracoFile"));
    }

    [Test]
    public async Task APictureThatSaysNothingIsNotPublishedAndOnePublishedGoesOnSayingIt()
    {
        const string Malteser = "98a1952d-91c8-5af5-bc75-7cfa6e481cba";
        var key = await editor.AddMediaAsync("malteser.png", TestPictures.Png(900, 500));
        await editor.SaveAsync(Malteser, null, Value("logo", new JsonArray(new JsonObject { ["key"] = Guid.NewGuid().ToString(), ["mediaKey"] = key.ToString(), ["mediaTypeAlias"] = "Image", ["crops"] = new JsonArray(), ["focalPoint"] = null })));
        using var refused = await editor.PutAsync($"/document/{Malteser}/publish", JsonNode.Parse("""{"publishSchedules":[{"culture":null}]}""")!);
        var fault = (await refused.Content.ReadFromJsonAsync<JsonObject>())!["errors"]!.AsObject().Single();
        Assert.That(fault.Key, Does.Contain("'logo'"));
        Assert.That((string?)fault.Value![0], Does.Contain("„malteser.png“").And.Contain("was zu sehen ist"));

        var file = new { Src = await UrlAsync(key) };
        (await editor.PutAsync($"/media/{key}", Item(key, "malteser.png", Image, null, file, "Das Zeichen der Malteser"))).EnsureSuccessStatusCode();
        await editor.PublishAsync(Malteser);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await site.Process.Http.GetStringAsync("/partner/malteser/"));
        var shown = page.QuerySelector("picture img")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(shown.GetAttribute("alt"), Is.EqualTo("Das Zeichen der Malteser"));
            Assert.That((shown.GetAttribute("width"), shown.GetAttribute("height")), Is.EqualTo(("900", "500")));
            Assert.That(shown.GetAttribute("srcset"), Does.Contain("width=480&format=jpg 480w").And.Contain("width=960&format=jpg 900w").And.Not.Contain("1920"));
            Assert.That(page.QuerySelector("picture source[type='image/webp']")!.GetAttribute("srcset"), Does.Contain("format=webp 480w"));
            Assert.That((await editor.GetAsync<JsonObject>($"/media/{key}/referenced-by"))["items"]!.AsArray().Select(item => (string?)item!["name"]).ToList(), Is.EqualTo(["Malteser"]));
        }

        using var silenced = await editor.PutAsync($"/media/{key}", Item(key, "malteser.png", Image, null, file, " "));
        Assert.That((await silenced.Content.ReadFromJsonAsync<JsonObject>())!["errors"]!.AsObject().Single().Key, Does.Contain("'alternativeText'"));

        (await editor.PutAsync($"/media/{key}/move-to-recycle-bin", new { })).EnsureSuccessStatusCode();
        Assert.That(await site.Process.Http.GetStringAsync("/partner/malteser/"), Does.Not.Contain("<picture>"), "no gap where the picture was");
    }

    /// <summary>The point set where a picture is used goes before the picture's own; no other one is followed.</summary>
    [Test]
    public async Task APictureIsCutWhereThePageThatUsesItPoints()
    {
        var upload = Guid.NewGuid();
        (await editor.UploadAsync(upload, "breit.jpg", TestPictures.Jpeg(4000, 700))).Dispose();
        var key = Guid.NewGuid();
        (await editor.PostAsync("/media", Item(key, "breit.jpg", Image, null, new { TemporaryFileId = upload, Src = "", FocalPoint = new { Left = 0.9, Top = 0.5 } }, "Zwei Farben"))).EnsureSuccessStatusCode();
        await editor.PublishedPageAsync("Punkt des Bildes", Home, Value("seoImage", Picked(key, null)));
        await editor.PublishedPageAsync("Eigener Punkt", Home, Value("seoImage", Picked(key, new JsonObject { ["left"] = 0.1, ["top"] = 0.5 })));
        await editor.CreatePageAsync("Entwurf", Home, Value("seoImage", Picked(key, new JsonObject { ["left"] = 0.3, ["top"] = 0.5 })));
        var url = await UrlAsync(key);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await SharedAsync("/punkt-des-bildes/"), Is.EqualTo($"{url}?width=1200&height=630&rxy=0.9,0.5&format=jpg"));
            Assert.That(await SharedAsync("/eigener-punkt/"), Is.EqualTo($"{url}?width=1200&height=630&rxy=0.1,0.5&format=jpg"));
            foreach (var (point, isRed) in ((string, bool)[])[("0.9,0.5", false), ("0.1,0.5", true), ("0.3,0.5", false), ("0,0", false), ("x", false), ("0.1,0.5&rxy=0.1,0.5", false)])
                Assert.That(TestPictures.Colour(await site.Process.Http.GetByteArrayAsync($"{url}?width=1200&height=630&rxy={point}&format=jpg"), 600, 300)[0] > 150, Is.EqualTo(isRed), point);
        }

        static JsonArray Picked(Guid key, JsonObject? focal) => [new JsonObject { ["key"] = Guid.NewGuid().ToString(), ["mediaKey"] = key.ToString(), ["mediaTypeAlias"] = "Image", ["crops"] = new JsonArray(), ["focalPoint"] = focal }];

        async Task<string> SharedAsync(string path) =>
            new Uri(new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await site.Process.Http.GetStringAsync(path)).QuerySelector("meta[property='og:image']")!.GetAttribute("content")!).PathAndQuery;
    }

    [Test]
    public async Task WhenASizeCannotBeMadeReadersGetThePictureAsItIsAndAskAgainSoon()
    {
        var url = await UrlAsync(await editor.AddMediaAsync("voll.jpg", TestPictures.Jpeg()));
        var original = await site.Process.Http.GetByteArrayAsync(url);
        // A file where the folder of the sizes must be: as on a full disk, nothing can be written.
        var sizes = Path.Combine(site.DataFolder, "media-sizes");
        var aside = sizes + "-aside";
        if (Directory.Exists(sizes)) Directory.Move(sizes, aside);
        await File.WriteAllTextAsync(sizes, "");
        try
        {
            using var served = await site.Process.Http.GetAsync(url + "?width=480&format=webp");
            using (Assert.EnterMultipleScope())
            {
                Assert.That(await served.Content.ReadAsByteArrayAsync(), Is.EqualTo(original));
                Assert.That(served.Headers.CacheControl!.MaxAge, Is.EqualTo(TimeSpan.FromMinutes(1)));
                Assert.That(served.Headers.CacheControl!.ToString(), Does.Not.Contain("immutable"));
            }
        }
        finally
        {
            File.Delete(sizes);
            if (Directory.Exists(aside)) Directory.Move(aside, sizes);
        }

        Assert.That((await site.Process.Http.GetAsync(url + "?width=480&format=webp")).Content.Headers.ContentType!.MediaType, Is.EqualTo("image/webp"));
    }

    [Test]
    public async Task AFileThatCannotBePutInItsPlaceLeavesNothingBehind()
    {
        var upload = Guid.NewGuid();
        (await editor.UploadAsync(upload, "weg.jpg", TestPictures.Jpeg(50, 50))).Dispose();
        File.Delete(Path.Combine(site.DataFolder, "uploads", $"{upload:N}.file"));
        var before = Directory.GetDirectories(Path.Combine(site.DataFolder, "media")).Length;
        using var answer = await editor.PostAsync("/media", Item(Guid.NewGuid(), "weg.jpg", Image, null, FileValue(upload), null));
        Assert.That(answer.IsSuccessStatusCode, Is.False);
        Assert.That(Directory.GetDirectories(Path.Combine(site.DataFolder, "media")), Has.Length.EqualTo(before));
    }

    [Test]
    public async Task APictureInATextIsShownInItsSizesWithItsCaption()
    {
        const string TextBlock = "3f55881f-a57d-5449-847b-e5eca65a8df6";
        var key = await editor.AddMediaAsync("Garten.jpg", TestPictures.Jpeg(2400, 1600), alternativeText: "Ein Garten");
        var silent = await editor.AddMediaAsync("stumm.jpg", TestPictures.Jpeg(100, 100), alternativeText: "Noch beschrieben");
        var markup = $"<p>Davor</p><figure><img data-udi=\"umb://media/{key:N}\" src=\"https://spy.example/x.png\" onerror=\"alert(1)\" alt=\"\"><figcaption>Im Mai</figcaption></figure><p><img src=\"https://spy.example/y.png\" alt=\"y\"></p><p><img data-udi=\"umb://media/{silent:N}\" alt=\"Eigene Worte\"></p><p><img data-udi=\"umb://media/{silent:N}\" alt=\"stumm.jpg\"></p>";
        await editor.PublishedPageAsync("Seite mit Bildern", Home, Value("headline", "Bilder"), Value("body", Block(TextBlock, "text", new JsonObject { ["markup"] = markup, ["blocks"] = null })));
        var html = await site.Process.Http.GetStringAsync("/seite-mit-bildern/");
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        var first = page.QuerySelector("figure picture img")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(html, Does.Not.Contain("spy.example").And.Not.Contain("onerror"));
            Assert.That(first.GetAttribute("alt"), Is.EqualTo("Ein Garten"));
            Assert.That(first.GetAttribute("srcset"), Does.Contain("width=1920&format=jpg 1920w"));
            Assert.That(page.QuerySelector("figcaption")!.TextContent, Is.EqualTo("Im Mai"));
            Assert.That(page.QuerySelectorAll("main picture img").Select(image => image.GetAttribute("alt")), Is.EqualTo(["Ein Garten", "Eigene Worte", "Noch beschrieben"]));
        }
    }

    [Test]
    public async Task WhoIsBoundToAFolderSeesAndChangesThatFolderOnly()
    {
        var mine = await editor.AddFolderAsync("Mein Ordner");
        var foreign = await editor.AddFolderAsync("Fremder Ordner");
        var other = await editor.AddMediaAsync("fremd.jpg", TestPictures.Jpeg(50, 50), parent: foreign);
        using var bound = await site.SignInAsync(WgsSite.Cms.Users.UserGroup.Redaktion);
        var user = (await editor.ReadAsync($"/user/{(string)(await bound.ReadAsync("/user/current"))["id"]!}")).AsObject();
        user["hasMediaRootAccess"] = false;
        user["mediaStartNodeIds"] = new JsonArray(new JsonObject { ["id"] = mine.ToString() });
        await DoneAsync(editor.PutAsync($"/user/{(string)user["id"]!}", user));
        var own = await bound.AddMediaAsync("meins.jpg", TestPictures.Jpeg(50, 50), parent: mine);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await bound.ReadAsync("/tree/media/root"))["items"]!.AsArray().Select(item => (string?)item!["id"]), Is.EqualTo([mine.ToString()]));
            Assert.That((await bound.ReadAsync("/collection/media"))["items"]!.AsArray().Select(item => (string?)item!["id"]), Is.EqualTo([mine.ToString()]));
            Assert.That((await bound.ReadAsync("/item/media/search?query=fremd"))["items"]!.AsArray(), Is.Empty);
            Assert.That((await bound.Http.GetAsync($"{EditorSession.Api}/media/{other}")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await bound.PutAsync($"/media/{other}/move-to-recycle-bin", new { })).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await bound.PutAsync($"/media/{own}/move", new { Target = new { Id = foreign } })).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await bound.PutAsync($"/media/{own}/move", new { Target = (object?)null })).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await bound.Http.DeleteAsync($"{EditorSession.Api}/recycle-bin/media")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        }
    }

    [Test]
    public async Task WhoWritesDraftsDescribesTheirPicturesUntilTheyStandOnAPage()
    {
        using var author = await site.SignInAsync(WgsSite.Cms.Users.UserGroup.Autor);
        var key = await author.AddMediaAsync("entwurf.jpg", TestPictures.Jpeg(60, 60));
        var file = new { Src = await UrlAsync(key) };
        (await author.PutAsync($"/media/{key}", Item(key, "entwurf.jpg", Image, null, file, "Ein Beet"))).EnsureSuccessStatusCode();
        const string Lokaso = "/partner/lokaso/";
        var partner = (string)(await editor.ReadAsync("/item/document/search?query=Lokaso&trashed=false"))["items"]!.AsArray().First(item => (string)item!["variants"]![0]!["name"]! == "Lokaso")!["id"]!;
        await editor.SaveAsync(partner, null, Value("logo", new JsonArray(new JsonObject { ["key"] = Guid.NewGuid().ToString(), ["mediaKey"] = key.ToString(), ["mediaTypeAlias"] = "Image", ["crops"] = new JsonArray(), ["focalPoint"] = null })));
        await editor.PublishAsync(partner);
        Assert.That(await site.Process.Http.GetStringAsync(Lokaso), Does.Contain("alt=\"Ein Beet\""));

        using var refused = await author.PutAsync($"/media/{key}", Item(key, "entwurf.jpg", Image, null, file, "Etwas anderes"));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await site.Process.Http.GetStringAsync(Lokaso), Does.Contain("alt=\"Ein Beet\""));
    }

    private async Task<string> UrlAsync(Guid key) => (string)(await editor.GetAsync<JsonArray>($"/media/urls?id={key}"))[0]!["urlInfos"]![0]!["url"]!;

    private async Task<Dictionary<string, JsonNode?>> ValuesAsync(Guid key) =>
        (await editor.GetAsync<JsonObject>($"/media/{key}"))["values"]!.AsArray().ToDictionary(value => (string)value!["alias"]!, value => value!["value"]?.DeepClone());

    private Task<HttpResponseMessage> SaveAsync(Guid key, string name, object file) => editor.PutAsync($"/media/{key}", Item(key, name, Image, null, file, null));
}
