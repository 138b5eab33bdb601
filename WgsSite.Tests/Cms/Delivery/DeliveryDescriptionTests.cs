using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Microsoft.OpenApi;
using WgsSite.Tests.Browser;

namespace WgsSite.Tests.Cms.Delivery;

/// <summary>The OpenAPI document of the Delivery API says what is so, and the page to try it works.</summary>
[Parallelizable]
internal sealed class DeliveryDescriptionTests
{
    private const string Document = "/umbraco/swagger/delivery/swagger.json";
    private const string Content = "/umbraco/delivery/api/v2/content";

    private EditorSite site = null!;
    private HttpClient http = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        site = await EditorSite.StartAsync("--Umbraco:CMS:DeliveryApi:Enabled", "true", "--Umbraco:CMS:DeliveryApi:Media:Enabled", "true");
        http = site.Process.Http;
    }

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    [Test]
    public async Task TheDocumentCanBeReadAndNamesEveryEndpoint()
    {
        var read = OpenApiDocument.Parse(await http.GetStringAsync(Document), "json");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Diagnostic!.Errors.Select(error => error.ToString()), Is.Empty);
            Assert.That(read.Document!.Paths.Keys, Is.EqualTo((string[])[Content, Content + "/item/{path}", Content + "/items", "/umbraco/delivery/api/v2/media", "/umbraco/delivery/api/v2/media/item/{path}", "/umbraco/delivery/api/v2/media/items"]));
            Assert.That(read.Document.Components!.Schemas!.Keys, Does.Contain("ServiceContentResponse").And.Not.Contain("ContactPersonContentResponse").And.Not.Contain("SettingsContentResponse").And.Not.Contain("SeoContentResponse"));
            Assert.That(read.Document.Components.Schemas["ServiceContentResponse"].Properties!["properties"].Properties!.Keys, Does.Contain("coverage").And.Contain("partner").And.Not.Contain("reviewer"));
        }
    }

    [Test]
    public async Task EveryDocumentIsAsTheDocumentSays()
    {
        var schema = Schema(await http.GetStringAsync(Document), "ContentResponse");
        using var answer = JsonDocument.Parse(await http.GetStringAsync(Content + "?take=1000&expand=properties[$all]"));
        var items = answer.RootElement.GetProperty("items").EnumerateArray().ToList();
        Assert.That(items, Has.Count.GreaterThan(80));
        Assert.Multiple(() =>
        {
            foreach (var item in items)
            {
                var result = schema.Evaluate(item, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
                Assert.That(result.IsValid, Is.True, () => item.GetProperty("name") + ": " + JsonSerializer.Serialize(result.Details!.Where(detail => detail.Errors is not null)));
            }
        });
    }

    [Test]
    public async Task AWrongAnswerWouldBeNoticed()
    {
        var schema = Schema(await http.GetStringAsync(Document), "ContentResponse");
        var item = JsonNode.Parse(await http.GetStringAsync(Content + "/item/leistungen/hausnotruf"))!;
        Assert.That(IsValid(), Is.True);
        item["properties"]!["summary"] = 17;
        Assert.That(IsValid(), Is.False);

        bool IsValid()
        {
            using var json = JsonDocument.Parse(item.ToJsonString());
            return schema.Evaluate(json.RootElement).IsValid;
        }
    }

    [Test]
    public async Task ThePageToTryItAsksNobodyElseAndAnswers()
    {
        await using var context = await ChromiumBrowser.NewReaderAsync(1280);
        var page = await context.NewPageAsync();
        var faults = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") faults.Add(message.Text);
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) faults.Add(request.Url);
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400) faults.Add($"{response.Status} {response.Url}");
        };
        await page.GotoAsync(site.Address + "umbraco/swagger/index.html");
        await page.Locator("#operations-Content-GetContentItemByPath").ClickAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
        await page.GetByPlaceholder("path", new() { Exact = true }).FillAsync("leistungen/hausnotruf");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Execute" }).ClickAsync();
        await page.Locator(".live-responses-table .response-col_status").GetByText("200").First.WaitForAsync();
        Assert.That(faults, Is.Empty);
    }

    [Test]
    public async Task TheShortAddressLeadsThere()
    {
        using var answer = await http.GetAsync("/umbraco/swagger");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.MovedPermanently).Or.EqualTo(HttpStatusCode.Redirect));
        Assert.That(answer.Headers.Location!.ToString(), Does.EndWith("swagger/index.html"));
    }

    /// <summary>A schema of the document by itself, with all that it refers to.</summary>
    private static JsonSchema Schema(string document, string name)
    {
        var components = JsonNode.Parse(document.Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal))!["components"]!["schemas"]!;
        return JsonSchema.FromText(new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["$ref"] = "#/$defs/" + name, ["$defs"] = components.DeepClone() }.ToJsonString());
    }
}
