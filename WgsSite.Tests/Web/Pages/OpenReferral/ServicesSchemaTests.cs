using System.Text.Json;
using System.Text.Json.Nodes;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Web.Pages.OpenReferral;

/// <summary>What <c>/api/services</c> answers is HSDS, by the schemas its makers publish.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ServicesSchemaTests
{
    public static IEnumerable<TestCaseData> Sites =>
    [
        new TestCaseData((Func<Task<SiteProcess>>)FirstSite.SiteAsync).SetArgDisplayNames("first content"),
        new TestCaseData((Func<Task<SiteProcess>>)SmallSite.SiteAsync).SetArgDisplayNames("small content"),
    ];

    [TestCaseSource(nameof(Sites))]
    public async Task Pages_and_services_are_valid(Func<Task<SiteProcess>> start)
    {
        var http = (await start()).Http;
        var page = await ReadAsync(http, "/api/services");
        var full = await ReadAsync(http, "/api/services?full=true");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.GetProperty("contents").GetArrayLength(), Is.GreaterThan(1), "there is something to look at");
            Assert.That(HsdsSchemas.FaultsOfPage(page, full: false), Is.Empty);
            Assert.That(HsdsSchemas.FaultsOfPage(full, full: true), Is.Empty);
            Assert.That(HsdsSchemas.FaultsOfPage(await ReadAsync(http, "/api/services?postal_code=99999"), full: false), Is.Empty, "an empty page");
            foreach (var listed in page.GetProperty("contents").EnumerateArray())
            {
                var service = await ReadAsync(http, $"/api/services/{listed.GetProperty("id")}");
                Assert.That(HsdsSchemas.FaultsOfService(service), Is.Empty, service.ToString());
                Assert.That(full.GetProperty("contents").EnumerateArray().Select(item => item.ToString()), Does.Contain(service.ToString()));
            }
        }
    }

    /// <summary>The schema lets any other property pass, so that a misspelt one would not be noticed.</summary>
    [TestCaseSource(nameof(Sites))]
    public async Task Nothing_is_written_that_the_schema_does_not_name(Func<Task<SiteProcess>> start)
    {
        var root = JsonNode.Parse(HsdsSchemas.ServiceText)!;
        var services = (await ReadAsync((await start()).Http, "/api/services?full=true")).GetProperty("contents");
        Assert.That(services.EnumerateArray().SelectMany(service => Unknown(service, root, "service")).Distinct(), Is.Empty);

        IEnumerable<string> Unknown(JsonElement value, JsonNode schema, string path)
        {
            if ((string?)schema["$ref"] is { } reference) schema = root["definitions"]![reference["#/definitions/".Length..]]!;
            return value.ValueKind switch
            {
                JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Unknown(item, schema["items"]!, path)),
                JsonValueKind.Object => value.EnumerateObject().SelectMany(property =>
                    schema["properties"]?[property.Name] is { } known ? Unknown(property.Value, known, $"{path}.{property.Name}") : [$"{path}.{property.Name}"]),
                _ => [],
            };
        }
    }

    [TestCaseSource(nameof(Sites))]
    public async Task Ids_name_one_thing_each(Func<Task<SiteProcess>> start)
    {
        var byId = new Dictionary<string, string>();
        foreach (var service in (await ReadAsync((await start()).Http, "/api/services?full=true")).GetProperty("contents").EnumerateArray()) Collect(service);
        Assert.That(byId, Has.Count.GreaterThan(20));

        void Collect(JsonElement value)
        {
            if (value.ValueKind == JsonValueKind.Array) foreach (var item in value.EnumerateArray()) Collect(item);
            if (value.ValueKind != JsonValueKind.Object) return;
            if (byId.TryGetValue(value.GetProperty("id").GetString()!, out var other)) Assert.That(value.ToString(), Is.EqualTo(other), "the same id for two things");
            byId[value.GetProperty("id").GetString()!] = value.ToString();
            foreach (var property in value.EnumerateObject()) Collect(property.Value);
        }
    }

    /// <summary>A validator that lets everything pass would prove nothing.</summary>
    [TestCase("id", "\"not-a-uuid\"")]
    [TestCase("status", "\"open\"")]
    [TestCase("status", null)]
    [TestCase("email", "\"not an address\"")]
    [TestCase("url", "\"no address either\"")]
    [TestCase("last_modified", "\"yesterday\"")]
    [TestCase("organization", """{ "id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610", "name": "without a description" }""")]
    [TestCase("phones", """[{ "id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610" }]""")]
    [TestCase("contacts", """[{ "id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610", "phones": [{ "id": "1", "number": "1" }] }]""")]
    public void What_is_wrong_is_refused(string property, string? json)
    {
        var service = JsonNode.Parse("""{ "id": "ac148810-d857-441c-9679-408f346de14b", "name": "Name", "status": "active" }""")!.AsObject();
        Assert.That(HsdsSchemas.FaultsOfService(JsonSerializer.SerializeToElement(service)), Is.Empty, "as it is, it is right");
        service.Remove(property);
        if (json is not null) service[property] = JsonNode.Parse(json);
        Assert.That(HsdsSchemas.FaultsOfService(JsonSerializer.SerializeToElement(service)), Is.Not.Empty);
    }

    private static async Task<JsonElement> ReadAsync(HttpClient http, string path) => JsonDocument.Parse(await http.GetStringAsync(path)).RootElement;
}
