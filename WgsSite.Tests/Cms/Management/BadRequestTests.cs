using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using WgsSite.Tests.Support;
using static WgsSite.Tests.Cms.Management.ApiEditor;

namespace WgsSite.Tests.Cms.Management;

/// <summary>What no client sends, but somebody may: refused in problem details, with nothing stored.</summary>
[Parallelizable]
internal sealed class BadRequestTests
{
    private EditorSite site = null!;
    private EditorSession editor = null!;
    private string key = null!;
    private string word = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        // As operators run it: what a developer's site says more must not be what is tested.
        site = await EditorSite.StartAsync("--environment", "Production", "--Umbraco:CMS:WebRouting:UmbracoApplicationUrl", "https://wgs.example/");
        editor = await site.SignInAsync();
        key = await editor.CreatePageAsync("Unverändert", values: Value("headline", "Unverändert"));
        word = (string)(await editor.ReadAsync("/dictionary?filter=Nav.SkipLink"))["items"]![0]!["id"]!;
    }

    [OneTimeTearDown]
    public void Stop()
    {
        editor.Dispose();
        site.Dispose();
    }

    [TestCase("{")]
    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("5")]
    [TestCase("{\"values\":5}")]
    [TestCase("{\"values\":[null],\"variants\":[null],\"publishSchedules\":5,\"sorting\":5,\"target\":5,\"translations\":5}")]
    [TestCase("{\"values\":[null],\"variants\":[null],\"sorting\":[{\"id\":\"x\"}],\"target\":{\"id\":\"x\"},\"publishSchedules\":[5],\"translations\":[5]}")]
    [TestCase("{\"documentType\":null,\"parent\":null,\"variants\":null,\"values\":null,\"template\":null,\"id\":null,\"target\":{\"id\":\"00000000-0000-0000-0000-000000000001\"},\"publishSchedules\":[{\"schedule\":{\"publishTime\":\"x\"}}],\"sorting\":[{\"id\":null}],\"name\":null,\"translations\":[{\"isoCode\":\"xx\"}]}")]
    public async Task ABodyNobodyCanReadIsRefusedEverywhere(string body)
    {
        var before = await StateAsync();
        foreach (var (method, path) in new[]
        {
            ("POST", "/document"), ("POST", "/document/validate"), ("PUT", $"/document/{key}"), ("PUT", $"/document/{key}/publish"), ("PUT", $"/document/{key}/move"), ("POST", $"/document/{key}/copy"),
            ("PUT", "/document/sort"), ("PUT", $"/recycle-bin/document/{key}/restore"), ("PUT", $"/dictionary/{word}"),
        })
            await RefusedAsync(method, path, body);
        Assert.That(await StateAsync(), Is.EqualTo(before));
    }

    [TestCase("headline", "{}")]
    [TestCase("headline", "[]")]
    [TestCase("headline", "5")]
    [TestCase("body", "\"x\"")]
    [TestCase("body", """{"contentData":[null]}""")]
    [TestCase("body", """{"contentData":[{"key":5}]}""")]
    [TestCase("body", """{"contentData":[{"key":"x","key":"y"}],"contentData":[]}""")]
    public async Task AValueOfTheWrongKindIsRefusedAtItsField(string alias, string value)
    {
        var before = await StateAsync();
        var problem = await RefusedAsync("PUT", $"/document/{key}", """{"variants":[{"name":"Anders"}],"values":[{"alias":"ALIAS","value":VALUE}]}""".Replace("ALIAS", alias, StringComparison.Ordinal).Replace("VALUE", value, StringComparison.Ordinal));
        Assert.That((string?)problem["errors"]![$"$.values[?(@.alias == '{alias}' && @.culture == null && @.segment == null)].value"]![0], Is.EqualTo("Dieser Wert passt nicht zu dem Feld."));
        Assert.That(await StateAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task AHugeBodyIsRefused()
    {
        var before = await StateAsync();
        using var content = new StringContent("{\"values\":[{\"alias\":\"headline\",\"value\":\"" + new string('x', 31_000_000) + "\"}]}", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{EditorSession.Api}/document/{key}") { Content = content };
        request.Headers.ExpectContinue = true;
        using var answer = await editor.Http.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(await StateAsync(), Is.EqualTo(before));
    }

    /// <summary>As a browser sends it: all at once, without asking first.</summary>
    [Test]
    public async Task AHugeBodyIsRefusedInWords()
    {
        using var content = new StringContent(new string('x', 40_000_000), Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{EditorSession.Api}/document/{key}") { Content = content };
        using var answer = await editor.Http.SendAsync(request);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
            Assert.That((string?)problem["title"], Is.EqualTo("Das ist zu groß."));
            Assert.That((string?)problem["detail"], Does.Contain("30 MB"));
        }
    }

    [Test]
    public async Task NoCacheKeepsAnAnswer()
    {
        foreach (var path in new[] { "/user/current", $"/document/{key}", "/document/urls?id=x", "/gibt-es-nicht", "/server/status" })
        {
            using var answer = await editor.Http.GetAsync(EditorSession.Api + path);
            Assert.That(answer.Headers.CacheControl?.NoStore, Is.True, path);
        }
    }

    [Test]
    public async Task AFormIsNoJson()
    {
        using var answer = await editor.Http.PutAsync($"{EditorSession.Api}/document/{key}", new FormUrlEncodedContent([new("name", "x")]));
        Assert.That(answer.StatusCode, Is.AnyOf(HttpStatusCode.UnsupportedMediaType, HttpStatusCode.NotFound));
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
    }

    [TestCase("/item/document?id=x")]
    [TestCase("/tree/document/children?parentId=x")]
    [TestCase("/tree/document/children")]
    [TestCase("/tree/document/siblings?target=x")]
    [TestCase("/tree/document/siblings?target=00000000-0000-0000-0000-000000000001")]
    [TestCase("/item/document/search?query=x&allowedDocumentTypes=x")]
    [TestCase("/document/urls?id=x")]
    [TestCase("/document/00000000-0000-0000-0000-000000000001/audit-log?sinceDate=x")]
    [TestCase("/document/00000000-0000-0000-0000-000000000001")]
    [TestCase("/document/00000000-0000-0000-0000-000000000001/published")]
    public async Task AQuestionNobodyCanAnswerIsRefused(string path) => await RefusedAsync("GET", path, null);

    [TestCase("/tree/document/root?skip=-1&take=-5")]
    [TestCase("/tree/document/root?skip=99999999999&take=x")]
    [TestCase("/tree/document/siblings?target=76289ab4-2402-542f-9c3c-658a68c3dfc8&before=-1&after=2147483647")]
    [TestCase("/item/document/search?query=%25%5f%00%22'")]
    [TestCase("/item/document/search?query=")]
    [TestCase("/tag?query=%00&tagGroup=")]
    [TestCase("/document/urls")]
    [TestCase("/item/document")]
    [TestCase("/item/document?id=00000000-0000-0000-0000-000000000001")]
    public async Task AnOddQuestionIsAnswered(string path)
    {
        using var answer = await editor.Http.GetAsync(EditorSession.Api + path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
    }

    /// <summary>One page's odd text must not spoil what is asked of all.</summary>
    [Test]
    public async Task ALinkToNothingSpoilsNothing()
    {
        var page = await editor.CreatePageAsync("Seltsam", values: Value("headline", "localLink:------------------------------------ umb://document/zzz"));
        await editor.ReadAsync($"/document/{Home}/referenced-by");
        await editor.ReadAsync($"/document/{page}");
        await editor.BinAsync(page);
    }

    [Test]
    public async Task AWordInTwoTextsOfOneLanguageIsNoFailure()
    {
        using var answer = await editor.Http.PutAsync($"{EditorSession.Api}/dictionary/{word}", new StringContent("""{"name":"Nav.SkipLink","translations":[{"isoCode":"de-DE","translation":"a"},{"isoCode":"de-DE","translation":"b"}]}""", Encoding.UTF8, "application/json"));
        Assert.That((int)answer.StatusCode, Is.LessThan(500));
    }

    [Test]
    public async Task PartsOfPagesAndUnknownTypesAreNoDocuments()
    {
        foreach (var type in new[] { "3f55881f-a57d-5449-847b-e5eca65a8df6", Guid.NewGuid().ToString(), Guid.Empty.ToString() })
        {
            var page = Page("Falsch", Home);
            page["documentType"] = new JsonObject { ["id"] = type };
            await RefusedAsync("POST", "/document", page.ToJsonString());
        }
    }

    private async Task<JsonNode> RefusedAsync(string method, string path, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), EditorSession.Api + path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await editor.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.AnyOf(HttpStatusCode.BadRequest, HttpStatusCode.NotFound), $"{method} {path} {body}\n{text}");
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"), $"{method} {path} {body}");
        Assert.That((string?)JsonNode.Parse(text)!["title"], Is.Not.Empty);
        return JsonNode.Parse(text)!;
    }

    private async Task<string> StateAsync() =>
        (await editor.ReadAsync($"/document/{key}")).ToJsonString() + (await editor.ReadAsync($"/tree/document/children?parentId={Home}")).ToJsonString() + (await editor.ReadAsync($"/document/{key}/audit-log")).ToJsonString() + await editor.ReadAsync($"/dictionary/{word}");
}
