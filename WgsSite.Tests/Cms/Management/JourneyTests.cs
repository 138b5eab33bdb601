using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WgsSite.Tests.Support;
using static WgsSite.Tests.Cms.Management.ApiEditor;

namespace WgsSite.Tests.Cms.Management;

/// <summary>What editors do over a day, and what readers see of it.</summary>
[Parallelizable]
internal sealed partial class JourneyTests
{
    private const string TextBlock = "3f55881f-a57d-5449-847b-e5eca65a8df6";
    private const string LinkBlock = "d34c1452-9ee0-525c-aaa9-ec43223cd0d5";
    private const string Partners = "9f9a74c5-e3e8-5d62-8d39-39bcd9484f80";
    private const string Malteser = "98a1952d-91c8-5af5-bc75-7cfa6e481cba";
    private const string Kreuztal = "7c61fa23-2669-5f33-aca3-8c4c6304449b";
    private const string Siegen = "d6e27fcf-8228-586b-8758-126a7ab3394a";
    private const string Settings = "10e85794-67c4-519b-9866-22573b24655c";

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
    public async Task APagesLife()
    {
        var key = await editor.CreatePageAsync("Äpfel & Birnen", values: Value("headline", "Erste Fassung"));
        Assert.That(await StatusAsync("/aepfel-birnen/"), Is.EqualTo(HttpStatusCode.NotFound), "a draft");
        await editor.PublishAsync(key);
        Assert.That(await HtmlAsync("/aepfel-birnen/"), Does.Contain("Erste Fassung"));

        await editor.SaveAsync(key, null, Value("headline", "Zweite Fassung"));
        Assert.That(await HtmlAsync("/aepfel-birnen/"), Does.Contain("Erste Fassung"), "a draft is not shown");
        await editor.PublishAsync(key);
        Assert.That(await HtmlAsync("/aepfel-birnen/"), Does.Contain("Zweite Fassung").And.Not.Contain("Erste Fassung"), "no stale page");

        await editor.SaveAsync(key, "Obst");
        await editor.PublishAsync(key);
        await LeadsToAsync("/aepfel-birnen/", "/obst/");

        var other = await editor.PublishedPageAsync("Garten");
        await DoneAsync(editor.PutAsync($"/document/{key}/move", new { target = new { id = other } }));
        Assert.That(await HtmlAsync("/garten/obst/"), Does.Contain("Zweite Fassung"));
        await LeadsToAsync("/obst/", "/garten/obst/");
        await LeadsToAsync("/aepfel-birnen/", "/garten/obst/");

        await DoneAsync(editor.PutAsync($"/document/{other}/unpublish", new { cultures = (object?)null }));
        Assert.That(await StatusAsync("/garten/obst/"), Is.EqualTo(HttpStatusCode.NotFound));
        await editor.PublishAsync(other);
        Assert.That(await StatusAsync("/garten/obst/"), Is.EqualTo(HttpStatusCode.OK));

        await editor.BinAsync(key);
        Assert.That(await StatusAsync("/garten/obst/"), Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((string?)(await editor.ReadAsync($"/recycle-bin/document/{key}/original-parent"))["id"], Is.EqualTo(other));
        await DoneAsync(editor.PutAsync($"/recycle-bin/document/{key}/restore", new { target = new { id = other } }));
        await editor.PublishAsync(key);
        Assert.That(await HtmlAsync("/garten/obst/"), Does.Contain("Zweite Fassung"));

        await editor.BinAsync(key);
        await DoneAsync(editor.Http.DeleteAsync($"{EditorSession.Api}/recycle-bin/document/{key}"));
        Assert.That((await editor.Http.GetAsync($"{EditorSession.Api}/document/{key}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await StatusAsync("/obst/"), Is.EqualTo(HttpStatusCode.NotFound), "old addresses lead nowhere then");
    }

    [Test]
    public async Task ReadersSeeTheOrderOfTheTree()
    {
        var children = (await editor.ReadAsync($"/tree/document/children?parentId={Partners}"))["items"]!.AsArray().Select(item => (string)item!["id"]!).ToList();
        var before = await PartnerPagesAsync();
        await DoneAsync(editor.PutAsync("/document/sort", new { parent = new { id = Partners }, sorting = children.AsEnumerable().Reverse().Select((id, index) => new { id, sortOrder = index }) }));
        Assert.That(before, Has.Count.GreaterThan(2));
        Assert.That(await PartnerPagesAsync(), Is.EqualTo(before.AsEnumerable().Reverse()));
    }

    [Test]
    public async Task WhoLinksToAPageIsKnownHoweverItIsLinked()
    {
        var target = await editor.PublishedPageAsync("Ziel");
        var text = await editor.CreatePageAsync("Im Text", values: Value("body", Block(TextBlock, "text", JsonNode.Parse($$"""{"markup":"<p><a type=\"document\" href=\"/{localLink:TARGET}\">Ziel</a></p>","blocks":{"layout":{},"contentData":[],"settingsData":[],"expose":[]} }""".Replace("TARGET", target, StringComparison.Ordinal))!)));
        var link = await editor.CreatePageAsync("Als Link", values: Value("body", Block(LinkBlock, "links", JsonNode.Parse($$"""[{"type":"document","unique":"{{target}}","name":"Ziel"}]""")!)));
        var thrown = await editor.CreatePageAsync("Weggeworfen", values: Value("body", Block(LinkBlock, "links", JsonNode.Parse($$"""[{"type":"document","unique":"{{target}}","name":"Ziel"}]""")!)));
        await editor.BinAsync(thrown);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ReferrersAsync(target), Is.EqualTo([link, text]), "by name");
            Assert.That(await ReferrersAsync(Malteser), Is.Not.Empty, "by a picker");
            Assert.That((await editor.ReadAsync($"/document/{Partners}/referenced-descendants"))["items"]!.AsArray().Select(item => (string?)item!["id"]), Does.Contain(Malteser));
            Assert.That((await editor.ReadAsync($"/document/are-referenced?id={target}&id={text}"))["items"]!.AsArray().Select(item => (string?)item!["id"]), Is.EqualTo([target]));
        }
    }

    [TestCase("über das")]
    [TestCase("ÜBER")]
    [TestCase("projekt über")]
    [TestCase("aed74987-df4f-53a8-8527-159480251cf5")]
    public async Task SearchFindsUmlautsHoweverTheyAreWritten(string query) => Assert.That(
        (await editor.ReadAsync($"/item/document/search?query={Uri.EscapeDataString(query)}"))["items"]!.AsArray().Select(item => (string?)item!["variants"]![0]!["name"]),
        Does.Contain("Über das Projekt"));

    [Test]
    public async Task TheHistoryNamesWhoDidIt()
    {
        var key = await editor.PublishedPageAsync("Geschichte");
        var entries = (await editor.ReadAsync($"/document/{key}/audit-log?orderDirection=Descending"))["items"]!.AsArray();
        var user = (await editor.ReadAsync($"/item/user?id={entries[0]!["user"]!["id"]}"))[0]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(entries.Select(entry => (string?)entry!["logType"]), Is.EqualTo(["Publish", "New"]));
            Assert.That((string?)user["name"], Is.EqualTo(EditorSite.Name));
            Assert.That(entries[0]!["timestamp"]!.GetValue<DateTimeOffset>(), Is.EqualTo(DateTimeOffset.UtcNow).Within(TimeSpan.FromMinutes(2)));
        }
    }

    [Test]
    public async Task APreviewShowsTheDraftToItsEditorOnly()
    {
        var key = await editor.PublishedPageAsync("Vorschauprobe", values: Value("headline", "Für alle"));
        await editor.SaveAsync(key, null, Value("headline", "Nur für mich"));
        var address = (string)(await editor.ReadAsync($"/document/{key}/preview-url?providerAlias=umbDocumentUrlProvider"))["url"]!;
        var shown = await editor.Http.GetStringAsync(address);
        using var stranger = await site.Process.Http.GetAsync(address);
        using var form = await editor.Http.PostAsync(address, new FormUrlEncodedContent([]));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(shown, Does.Contain("Nur für mich").And.Contain("Vorschau.").And.Contain("href=\"/umbraco/vorschau/leistungen/\"").And.Not.Contain("href=\"/leistungen/\""));
            Assert.That(await HtmlAsync("/vorschauprobe/"), Does.Contain("Für alle").And.Not.Contain("Nur für mich"));
            Assert.That(stranger.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await stranger.Content.ReadAsStringAsync(), Does.Not.Contain("Nur für mich"));
            Assert.That(form.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        }
    }

    [Test]
    public async Task APreviewSaysWhatReadersSeeOfThePage()
    {
        var key = await editor.CreatePageAsync("Vorschaustand", values: Value("headline", "Erste Fassung"));
        Assert.That(await NoteAsync(), Does.EndWith("Noch nicht veröffentlicht."));
        await editor.PublishAsync(key);
        Assert.That(await NoteAsync(), Does.EndWith("Der Text dieser Seite ist so veröffentlicht."));
        await editor.SaveAsync(key, null, Value("headline", "Zweite Fassung"));
        Assert.That(await NoteAsync(), Does.EndWith("Veröffentlicht ist noch die Fassung davor."));

        async Task<string> NoteAsync() => PreviewNote().Match(await editor.Http.GetStringAsync((string)(await editor.ReadAsync($"/document/{key}/preview-url"))["url"]!)).Value;
    }

    [Test]
    public async Task LinksAndOldAddressesStayInThePreview()
    {
        var service = (string)(await editor.ReadAsync($"/document/{Home}/preview-url"))["url"]! + "leistungen/hausnotruf/";
        var shown = await editor.Http.GetStringAsync(service);
        Assert.That(shown, Does.Contain($"href=\"{service}leicht/\"").And.Not.Contain("href=\"/leistungen/hausnotruf/leicht/\""));
        Assert.That(await editor.Http.GetStringAsync(service + "leicht/"), Does.Contain($"href=\"{service}\""));
        using var written = await editor.Http.GetAsync(service.TrimEnd('/') + "?rnd=123");
        Assert.That(written.Headers.Location?.ToString(), Is.EqualTo(service + "?rnd=123"));
    }

    [Test]
    public async Task WhatHasNoPageHasNoPreviewButAReason()
    {
        var info = await editor.ReadAsync($"/document/{Settings}/preview-url?providerAlias=umbDocumentUrlProvider");
        Assert.That(info["url"], Is.Null);
        Assert.That((string?)info["message"], Does.StartWith("Für diese Art von Inhalt gibt es keine eigene Seite."));
    }

    /// <summary>Another process writes and does not end.</summary>
    [Test]
    public async Task WhoCannotSaveIsToldSoonAndNothingIsStored()
    {
        var key = await editor.CreatePageAsync("Besetzt");
        await using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(site.DataFolder, "cms.db")};Pooling=False");
        await other.OpenAsync();
        await using var transaction = other.BeginTransaction(deferred: false);
        var before = await editor.ReadAsync($"/document/{key}");
        var began = System.Diagnostics.Stopwatch.StartNew();
        using var answer = await editor.PutAsync($"/document/{key}", Page("Anders", Home));
        var problem = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That((string?)problem["title"], Is.EqualTo("Nicht gespeichert: Auf dem Server wird gerade etwas anderes geschrieben."));
            Assert.That((string?)problem["detail"], Does.StartWith("Ihr Text steht noch im Fenster."));
            Assert.That(began.Elapsed, Is.LessThan(TimeSpan.FromSeconds(15)));
            Assert.That(JsonNode.DeepEquals(await editor.ReadAsync($"/document/{key}"), before), Is.True);
        }

        await transaction.RollbackAsync();
        await editor.SaveAsync(key, "Wieder frei");
    }

    [Test]
    public async Task TagsInUseAreOfferedWithinTheirGroup()
    {
        await editor.SaveAsync(Kreuztal, null, Value("postalCodes", new JsonArray("57223", "57999")));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await TagsAsync("579", "plz"), Is.EqualTo(["57999"]));
            Assert.That(await TagsAsync("579", "sprachen"), Is.Empty);
        }

        // As a file may bring it in.
        await using (var db = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(site.DataFolder, "cms.db")};Pooling=False"))
        {
            await db.OpenAsync();
            await using var command = db.CreateCommand();
            command.CommandText = "UPDATE DocumentVersion SET \"Values\" = json_set(\"Values\", '$.postalCodes', '[5, null, {') WHERE DocumentKey = $key";
            command.Parameters.AddWithValue("$key", Siegen.ToUpperInvariant());
            Assert.That(await command.ExecuteNonQueryAsync(), Is.Positive);
        }

        Assert.That(await TagsAsync("579", "plz"), Is.EqualTo(["57999"]), "the others are offered still");
    }

    [Test]
    public async Task AChangedWordIsOnThePageAtOnce()
    {
        await HtmlAsync("/impressum/");
        var word = (await editor.ReadAsync("/dictionary?filter=Nav.SkipLink"))["items"]![0]!;
        await DoneAsync(editor.PutAsync($"/dictionary/{word["id"]}", new { name = "Zum Inhalt springen", translations = new[] { new { isoCode = "de-DE", translation = "Gleich zum Text" } } }));
        Assert.That(await HtmlAsync("/impressum/"), Does.Contain("Gleich zum Text"));
    }

    [Test]
    public async Task AWordIsCalledByWhatItSaysAndKeepsItsNameInCode()
    {
        var id = (await editor.ReadAsync("/dictionary?filter=Nav.Crumbs"))["items"]![0]!["id"]!;
        await DoneAsync(editor.PutAsync($"/dictionary/{id}", new { name = "Übersicht", translations = new[] { new { isoCode = "de-DE", translation = "Alle Seiten im Überblick" } } }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)(await editor.ReadAsync($"/dictionary/{id}"))["name"], Is.EqualTo("Alle Seiten im Überblick"));
            Assert.That((string?)(await editor.ReadAsync("/dictionary?filter=Nav.Crumbs"))["items"]![0]!["id"], Is.EqualTo((string?)id), "found by its name in code still");
        }
    }

    [Test]
    public async Task TheSecondOfTwoEditorsOfAWordIsToldWhoWasFaster()
    {
        var id = (string)(await editor.ReadAsync("/dictionary?filter=Nav.Footer"))["items"]![0]!["id"]!;
        using var opened = await editor.Http.GetAsync($"{EditorSession.Api}/dictionary/{id}");
        using var first = await SaveAsync("Am Fuß der Seite", opened.Headers.ETag!);
        using var late = await SaveAsync("Ganz unten", opened.Headers.ETag!);
        var problem = (await late.Content.ReadFromJsonAsync<JsonNode>())!;
        using var next = await SaveAsync("Unten", first.Headers.ETag!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
            Assert.That((string?)problem["title"], Is.EqualTo("Nicht gespeichert: Der Text wurde inzwischen geändert."));
            Assert.That((string?)problem["detail"], Does.Match($@"^Er wurde um \d\d:\d\d Uhr von {EditorSite.Name} geändert\.").And.Contain("Öffnen Sie den Text"));
            Assert.That(next.StatusCode, Is.EqualTo(HttpStatusCode.OK), "who saved goes on from there");
        }

        async Task<HttpResponseMessage> SaveAsync(string text, System.Net.Http.Headers.EntityTagHeaderValue began)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"{EditorSession.Api}/dictionary/{id}") { Content = JsonContent.Create(new { name = "x", translations = new[] { new { isoCode = "de-DE", translation = text } } }) };
            request.Headers.IfMatch.Add(began);
            return await editor.Http.SendAsync(request);
        }
    }

    [Test]
    public async Task TheSecondOfTwoEditorsIsToldWhoWasFasterAndWhen()
    {
        var key = await editor.CreatePageAsync("Zu zweit");
        using var opened = await editor.Http.GetAsync($"{EditorSession.Api}/document/{key}");
        await editor.SaveAsync(key, null, Value("headline", "Schneller"));
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{EditorSession.Api}/document/{key}") { Content = JsonContent.Create(Page("Langsamer", Home)) };
        request.Headers.IfMatch.Add(opened.Headers.ETag!);
        using var answer = await editor.Http.SendAsync(request);
        var problem = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
            Assert.That((string?)problem["detail"], Does.Match($@"^Es wurde um \d\d:\d\d Uhr von {EditorSite.Name} geändert\."));
            Assert.That((string?)(await editor.ReadAsync($"/document/{key}"))["variants"]![0]!["name"], Is.EqualTo("Zu zweit"));
        }
    }

    [TestCase("\"0\"", HttpStatusCode.PreconditionFailed)]
    [TestCase("W/\"0\"", HttpStatusCode.PreconditionFailed)]
    [TestCase("DRAFT", HttpStatusCode.PreconditionFailed)]
    [TestCase("\"DRAFT\", \"0\"", HttpStatusCode.PreconditionFailed)]
    [TestCase("\"DRAFT", HttpStatusCode.PreconditionFailed)]
    [TestCase("\"abc\"", HttpStatusCode.PreconditionFailed)]
    [TestCase("\"\"", HttpStatusCode.PreconditionFailed)]
    [TestCase("", HttpStatusCode.PreconditionFailed)]
    [TestCase("W/\"DRAFT\"", HttpStatusCode.OK)]
    [TestCase("\"DRAFT\"", HttpStatusCode.OK)]
    [TestCase("*", HttpStatusCode.OK)]
    public async Task WhatBeganFromAnotherDraftIsNotSaved(string tag, HttpStatusCode expected)
    {
        var key = await editor.CreatePageAsync("Zu zweit");
        using var opened = await editor.Http.GetAsync($"{EditorSession.Api}/document/{key}");
        var draft = opened.Headers.ETag!.Tag.Trim('"');
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{EditorSession.Api}/document/{key}") { Content = JsonContent.Create(Page("Anders", Home)) };
        request.Headers.TryAddWithoutValidation("If-Match", tag.Replace("DRAFT", draft, StringComparison.Ordinal));
        using var answer = await editor.Http.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(expected));
        if (expected == HttpStatusCode.PreconditionFailed) Assert.That((string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["title"], Does.StartWith("Nicht gespeichert: Das Dokument wurde inzwischen geändert."));
    }

    [Test]
    public async Task AFaultLeadsToItsField()
    {
        var key = await editor.CreatePageAsync("Prüfung");
        var body = Page("", Home, Value("seoDescription", new string('x', 161)), Value("body", Block(LinkBlock, "links", "x")));
        using var answer = await editor.Http.PutAsJsonAsync($"/umbraco/management/api/v1.1/document/{key}/validate", body);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonNode>())!["errors"]!.AsObject();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That((string?)errors["$.variants[?(@.culture == null && @.segment == null)].name"]![0], Is.EqualTo("Bitte geben Sie einen Namen ein."));
            Assert.That((string?)errors["$.values[?(@.alias == 'seoDescription' && @.culture == null && @.segment == null)].value"]![0], Is.EqualTo("Höchstens 160 Zeichen, das sind 161."));
            Assert.That((string?)errors["$.values[?(@.alias == 'body' && @.culture == null && @.segment == null)].value"]![0], Is.EqualTo("Dieser Wert passt nicht zu dem Feld."));
        }
    }

    private async Task<List<string>> TagsAsync(string query, string group) => [.. (await editor.ReadAsync($"/tag?query={query}&tagGroup={group}"))["items"]!.AsArray().Select(tag => (string)tag!["text"]!)];

    private async Task<List<string>> ReferrersAsync(string key) => [.. (await editor.ReadAsync($"/document/{key}/referenced-by"))["items"]!.AsArray().Select(item => (string)item!["id"]!)];

    private async Task<List<string>> PartnerPagesAsync() => [.. PartnerPage().Matches(await HtmlAsync("/partner/")).Select(match => match.Value).Distinct()];

    private Task<string> HtmlAsync(string path) => site.Process.Http.GetStringAsync(path);

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await site.Process.Http.GetAsync(path);
        return answer.StatusCode;
    }

    private async Task LeadsToAsync(string from, string to)
    {
        using var answer = await site.Process.Http.GetAsync(from);
        Assert.That((answer.StatusCode, answer.Headers.Location?.ToString()), Is.EqualTo((HttpStatusCode.MovedPermanently, to)));
    }

    [GeneratedRegex("(?<=class=\"preview-note\"[^>]*>).*?(?=</aside>)")]
    private static partial Regex PreviewNote();

    [GeneratedRegex(@"(?<=href="")/partner/[^/""]+/(?="")")]
    private static partial Regex PartnerPage();
}
