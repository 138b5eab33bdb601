using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Web.Backoffice.Coverage;

/// <summary>The server's half of the coverage editor, on a site with the first content.</summary>
internal sealed class CoverageEditorTests
{
    private const string Api = "/umbraco/wgs/api/v1/coverage";
    private const string EmergencyCall = "47b14679-fa27-5fd7-b85c-eb9d49f910a6";
    private const string SiegenAndKreuztal = """{"entries":[{"area":"ags:05970040","status":"available","note":null},{"area":"ags:05970024","status":"available","note":null}]}""";

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

    [TestCase("GET", "/region", HttpStatusCode.Unauthorized)]
    [TestCase("POST", "/preview", HttpStatusCode.Unauthorized)]
    [TestCase("GET", "/something", HttpStatusCode.Unauthorized)]
    public async Task Nobody_gets_anything_without_a_session(string method, string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Api + path);
        if (method == "POST") request.Content = JsonContent.Create(new { });
        using var response = await site.Process.Http.SendAsync(request);
        Assert.That(response.StatusCode, Is.EqualTo(expected));
    }

    [Test]
    public async Task The_region_has_all_places_beneath_their_kreis_and_on_the_map()
    {
        var region = await editor.Http.GetFromJsonAsync<JsonElement>(Api + "/region");
        var kreise = region.GetProperty("kreise").EnumerateArray().ToList();
        var siegen = kreise[0].GetProperty("places").EnumerateArray().Single(place => place.GetProperty("ags").GetString() == "05970040");
        Assert.Multiple(() =>
        {
            Assert.That(kreise.Select(kreis => (kreis.GetProperty("code").GetString(), kreis.GetProperty("places").GetArrayLength())), Is.EqualTo([("05970", 11), ("05966", 7)]));
            Assert.That(siegen.GetProperty("flats").GetInt32(), Is.EqualTo(800));
            Assert.That(siegen.GetProperty("postalCodes").EnumerateArray().Select(code => code.GetString()), Does.Contain("57080"));
            Assert.That(region.GetProperty("outlines").EnumerateArray().Select(outline => outline.GetProperty("path").GetString()), Has.Exactly(18).StartsWith("M"));
            Assert.That(region.GetProperty("outlines").EnumerateArray().Where(outline => outline.GetProperty("isMain").GetBoolean()).Select(outline => outline.GetProperty("name").GetString()), Is.EquivalentTo(["Siegen", "Kreuztal"]));
        });
    }

    [Test]
    public async Task The_numbers_of_what_is_published_are_those_of_the_public_page()
    {
        var preview = await PreviewAsync(SiegenAndKreuztal);
        var page = await new HtmlParser().ParseDocumentAsync(await site.Process.Http.GetStringAsync("/einsatzgebiete/"));
        var share = preview.GetProperty("all");
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelector(".shares")!.TextContent, Does.Contain("für rund 1.000 von rund 1.400 Wohnungen"));
            Assert.That(Numbers(share), Is.EqualTo((1000, 1400, 71, 1000)));
            Assert.That(Numbers(preview.GetProperty("service")), Is.EqualTo((1000, 1400, 71, 1000)));
            Assert.That(preview.GetProperty("state").GetString(), Is.EqualTo("active"));
            Assert.That(preview.GetProperty("faults").GetArrayLength(), Is.Zero);
        });
    }

    [Test]
    public async Task One_service_less_in_one_postal_code_counts_for_the_service_and_for_all_together()
    {
        var preview = await PreviewAsync("""{"entries":[{"area":"kreis:05970","status":"available","note":null},{"area":"ags:05970024","status":"available","note":null},{"area":"plz:57080@05970040","status":"notAvailable","note":null}]}""");
        var siegen = preview.GetProperty("places").EnumerateArray().Single(place => place.GetProperty("ags").GetString() == "05970040");
        Assert.Multiple(() =>
        {
            Assert.That(siegen.ToString(), Is.EqualTo("""{"ags":"05970040","status":"notAvailable","words":"Verfügbar, außer 57080","decidedBy":"kreis:05970","note":null}"""));
            Assert.That(Numbers(preview.GetProperty("service")), Is.EqualTo((200, 1400, 14, 1000)));
            Assert.That(Numbers(preview.GetProperty("all")), Is.EqualTo((200, 1400, 14, 1000)));
            Assert.That(preview.GetProperty("redundant").EnumerateArray().Select(area => area.GetString()), Is.EqualTo(["ags:05970024"]));
        });
    }

    [Test]
    public async Task A_service_nobody_published_yet_counts_as_one_more()
    {
        var preview = await PreviewAsync("""{"entries":[{"area":"ags:05970024","status":"available","note":null}]}""", Guid.NewGuid().ToString());
        Assert.Multiple(() =>
        {
            Assert.That(preview.GetProperty("state").GetString(), Is.EqualTo("new"));
            Assert.That(preview.GetProperty("service").GetProperty("covered").GetInt32(), Is.EqualTo(200));
            Assert.That(preview.GetProperty("service").GetProperty("before").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(Numbers(preview.GetProperty("all")), Is.EqualTo((200, 1400, 14, 1000)));
        });
    }

    [Test]
    public async Task Of_a_value_in_work_the_sound_entries_count_and_the_others_are_named()
    {
        var preview = await PreviewAsync("""{"entries":[{"area":"ags:05970040","status":"available"},7,{"area":"ags:99999999","status":"available"}]}""");
        Assert.Multiple(() =>
        {
            Assert.That(preview.GetProperty("service").GetProperty("covered").GetInt32(), Is.EqualTo(800));
            Assert.That(preview.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("entry").GetInt32()), Is.EqualTo([1, 1, 2]));
        });
    }

    [TestCase("""{"entries":[{"area":"ags:05970040","status":"available"},{"area":"ags:05970024","status":"maybe"}]}""", "2. Eintrag: „maybe“ ist kein Status.")]
    [TestCase("""{"entries":[{"area":"Siegen","status":"available"}]}""", "1. Eintrag: „Siegen“ ist kein Gebiet.")]
    [TestCase("""{"entries":[{"area":"ags:05315000","status":"available"}]}""", "1. Eintrag: Der Ort mit dem Schlüssel 05315000 gehört nicht zur Region.")]
    [TestCase("""{"entries":[{"area":"ags:05970040","status":"available"},{"area":"kreis:05970","status":"available"},{"area":"ags:05970040","status":"onRequest"}]}""", "3. Eintrag: Das Gebiet ags:05970040 steht schon im 1. Eintrag.")]
    [TestCase("""{"entries":[{"area":"plz:50667@05970040","status":"available"}]}""", "1. Eintrag: Die Postleitzahl 50667 gehört nicht zu Siegen.")]
    [TestCase("""{"areas":[]}""", "Im Einsatzgebiet fehlt die Liste „entries“.")]
    [TestCase("\"{\"", "Das ist kein lesbares JSON (Zeile 1).")]
    public async Task A_value_that_does_not_hold_is_not_stored_and_its_fault_is_named(string coverage, string message)
    {
        using var response = await SaveAsync(coverage);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            var errors = problem.GetProperty("errors").EnumerateObject().Single();
            Assert.That(errors.Name, Does.Contain("'coverage'"));
            Assert.That(errors.Value[0].GetString(), Does.StartWith(message));
        });
    }

    [Test]
    public async Task A_note_that_is_too_long_is_not_stored()
    {
        using var response = await SaveAsync($$"""{"entries":[{"area":"ags:05970040","status":"available","note":"{{new string('n', 121)}}"}]}""");
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("1. Eintrag: Der Hinweis hat 121 Zeichen. Erlaubt sind 120."));
    }

    [Test]
    public async Task What_is_saved_and_published_stands_on_the_map()
    {
        try
        {
            await PublishAsync("""{ "entries": [ {"area":"kreis:05966","status":"notAvailable","note":null,"more":1} ] }""");
            var page = await site.Process.Http.GetStringAsync("/einsatzgebiete/?leistung=hausnotruf");
            var document = await editor.Http.GetFromJsonAsync<JsonObject>($"/umbraco/management/api/v1/document/{EmergencyCall}");
            Assert.Multiple(() =>
            {
                Assert.That(page, Does.Contain("Nicht verfügbar in Attendorn, Drolshagen"));
                Assert.That(page, Does.Contain("<b>Hausnotruf</b><br>Sicher verfügbar für rund 0 von rund 1.400 Wohnungen"));
                Assert.That(Coverage(document!)["value"]!.ToJsonString(), Is.EqualTo("""{"entries":[{"area":"kreis:05966","status":"notAvailable","note":null,"more":1}]}"""), "as sent, with what the editor does not know");
            });
        }
        finally
        {
            // The other tests count from it.
            await PublishAsync(SiegenAndKreuztal);
        }
    }

    private async Task PublishAsync(string coverage)
    {
        using var saved = await SaveAsync(coverage);
        Assert.That(saved.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        using var published = await editor.Http.PutAsJsonAsync($"/umbraco/management/api/v1/document/{EmergencyCall}/publish", new { publishSchedules = new[] { new { culture = (string?)null } } });
        Assert.That(published.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    private async Task<JsonElement> PreviewAsync(string coverage, string key = EmergencyCall)
    {
        using var response = await editor.Http.PostAsync($"{Api}/preview", new StringContent($$"""{"serviceKey":"{{key}}","coverage":{{coverage}}}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpResponseMessage> SaveAsync(string coverage)
    {
        var address = $"/umbraco/management/api/v1/document/{EmergencyCall}";
        var document = await editor.Http.GetFromJsonAsync<JsonObject>(address);
        Coverage(document!)["value"] = JsonNode.Parse(coverage);
        return await editor.Http.PutAsJsonAsync(address, new JsonObject
        {
            ["template"] = null,
            ["values"] = document!["values"]!.DeepClone(),
            ["variants"] = new JsonArray(new JsonObject { ["culture"] = null, ["segment"] = null, ["name"] = "Hausnotruf" }),
        });
    }

    private static JsonObject Coverage(JsonObject document) => document["values"]!.AsArray().OfType<JsonObject>().Single(value => (string?)value["alias"] == "coverage");

    private static (int Covered, int Total, int Percent, int Before) Numbers(JsonElement share) =>
        (share.GetProperty("covered").GetInt32(), share.GetProperty("total").GetInt32(), share.GetProperty("percent").GetInt32(), share.GetProperty("before").GetInt32());
}
