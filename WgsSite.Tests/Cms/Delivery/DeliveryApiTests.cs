using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace WgsSite.Tests.Cms.Delivery;

/// <summary>The Content Delivery API over HTTP, on the first content: what a client written for Umbraco's gets.</summary>
[Parallelizable]
internal sealed class DeliveryApiTests
{
    private const string Api = "/umbraco/delivery/api/v2/content";
    private const string Key = "ein-schluessel";

    private EditorSite site = null!;
    private HttpClient http = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        site = await EditorSite.StartAsync("--Umbraco:CMS:DeliveryApi:Enabled", "true", "--Umbraco:CMS:DeliveryApi:ApiKey", Key);
        http = site.Process.Http;
    }

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    [Test]
    public async Task ADocumentIsFoundByItsPathAndByItsKey()
    {
        var byPath = await GetAsync("/item/leistungen/hausnotruf");
        var byKey = await GetAsync("/item/" + (string?)byPath["id"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(byKey.ToJsonString(), Is.EqualTo(byPath.ToJsonString()));
            Assert.That((await GetAsync("/item/leistungen%2Fhausnotruf/")).ToJsonString(), Is.EqualTo(byPath.ToJsonString()), "as generated clients write slashes");
            Assert.That(byPath.AsObject().Select(member => member.Key), Is.EqualTo((string[])["contentType", "name", "createDate", "updateDate", "route", "id", "properties", "cultures"]));
            Assert.That(byPath["route"]!.ToJsonString(), Does.StartWith("""{"path":"/leistungen/hausnotruf/","queryString":null,"startItem":{"id":"""));
            Assert.That((string?)byPath["route"]!["startItem"]!["path"], Is.EqualTo("startseite"));
            Assert.That((string?)byPath["properties"]!["coverage"]!["entries"]![0]!["status"], Is.EqualTo("available"));
            Assert.That(byPath["properties"]!["partner"]![0]!["properties"]!.AsObject(), Is.Empty);
            Assert.That((string?)(await GetAsync("/item/"))["contentType"], Is.EqualTo("home"));
            Assert.That((await http.GetAsync(Api + "/item/leistungen/gibt-es-nicht")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await http.GetAsync(Api + "/item/" + Guid.NewGuid())).Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
        }
    }

    [Test]
    public async Task SeveralAreFoundByTheirKeysInTheOrderAskedFor()
    {
        var keys = (await GetAsync("?fetch=children:/leistungen/&take=3"))["items"]!.AsArray().Select(item => (string)item!["id"]!).Reverse().ToList();
        var items = await GetAsync($"/items?id={keys[0]}&id={Guid.NewGuid()}&id={keys[1]}&id={keys[2]}");
        Assert.That(items.AsArray().Select(item => (string?)item!["id"]), Is.EqualTo(keys));
        await AssertProblemAsync("/items?id=keiner", "Id not valid");
    }

    [Test]
    public async Task SelectorsFollowTheTree()
    {
        var service = await GetAsync("/item/leistungen/hausnotruf");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await TypesAsync("?fetch=ancestors:/leistungen/hausnotruf/"), Is.EqualTo((string[])["home", "serviceList"]));
            Assert.That(await TypesAsync($"?fetch=ancestors:{service["id"]}"), Is.EqualTo((string[])["home", "serviceList"]));
            Assert.That((await TypesAsync("?fetch=children:/leistungen/&take=100")).Distinct(), Is.EqualTo((string[])["service"]));
            Assert.That(await TypesAsync("?fetch=descendants:leistungen&take=100"), Is.EqualTo(await TypesAsync("?fetch=children:leistungen&take=100")));
            Assert.That(await TypesAsync("?take=2"), Is.EqualTo((string[])["home", (string)(await GetAsync("?fetch=children:/&take=1"))["items"]![0]!["contentType"]!]), "the order of the tree");
            Assert.That(await TypesAsync("?fetch="), Has.Count.EqualTo(10), "ten where nothing else is said");
            foreach (var nowhere in (string[])["ancestors", "children", "descendants"])
            {
                Assert.That((int)(await GetAsync($"?fetch={nowhere}:{Guid.NewGuid()}"))["total"]!, Is.Zero, nowhere);
                Assert.That((int)(await GetAsync($"?fetch={nowhere}:"))["total"]!, Is.Zero, nowhere);
            }
        }

        await AssertProblemAsync("?fetch=siblings:/leistungen/", "Selector option not found");
        await AssertProblemAsync("?fetch=children", "Selector option not found");
    }

    [TestCase("filter=contentType:service", "service")]
    [TestCase("filter[]=contentType:SERVICE", "service")]
    [TestCase("fetch=children:/&filter=contentType:serviceList, partnerList", "partnerList,serviceList")]
    [TestCase("fetch=children:/leistungen/&filter=contentType:!service,need", "")]
    [TestCase("filter=contentType:service&filter=name:notruf", "service")]
    [TestCase("fetch=children:/leistungen/&filter=contentType:!service", "")]
    public async Task FiltersNarrow(string query, string type) => Assert.That(string.Join(',', (await TypesAsync($"?{query}&take=100")).Distinct().Order()), Is.EqualTo(type));

    [Test]
    public async Task NamesAndDatesAreCompared()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await NamesAsync("?filter=contentType:service&filter=name:NOTRUF"), Is.EqualTo((string[])["Hausnotruf"]));
            Assert.That(await NamesAsync("?filter=contentType:service&filter=name:!notruf&take=100"), Has.None.EqualTo("Hausnotruf").And.Not.Empty);
            Assert.That((int)(await GetAsync("?filter=createDate>2099-01-01"))["total"]!, Is.Zero);
            Assert.That((int)(await GetAsync("?filter=createDate<:2099-01-01"))["total"]!, Is.GreaterThan(50));
            Assert.That((int)(await GetAsync("?filter=createDate>:2026-11-01T08:00:00Z&filter=createDate<:2026-11-01T08:00:00Z"))["total"]!, Is.GreaterThan(50));
            Assert.That((int)(await GetAsync("?filter=updateDate<2000-01-01"))["total"]!, Is.Zero);
        }
    }

    [TestCase("filter=farbe:rot", "Filter option not found", "One of the attempted 'filter' options does not exist")]
    [TestCase("filter=createDate>bald", "Filter option not found", "One of the attempted 'filter' options does not exist")]
    [TestCase("sort=farbe:asc", "Sort option not found", "One of the attempted 'sort' options does not exist")]
    [TestCase("sort=name", "Sort option not found", "One of the attempted 'sort' options does not exist")]
    [TestCase("skip=-1", "Paging option not valid", "The 'skip' option is a whole number from 0 on.")]
    [TestCase("take=viele", "Paging option not valid", "The 'take' option is a whole number from 0 on.")]
    [TestCase("take=99999999999", "Paging option not valid", "The 'take' option is a whole number from 0 on.")]
    [TestCase("expand=properties[", "Expand option not valid", "The 'expand' option cannot be read. A bracket is not closed.")]
    [TestCase("fields=]", "Fields option not valid", "The 'fields' option cannot be read. There is a bracket too many at character 1.")]
    public Task UnknownOptionsAreNamed(string query, string title, string detail) => AssertProblemAsync("?" + query, title, detail);

    [Test]
    public async Task SortsAreInTheOrderGiven()
    {
        var names = await NamesAsync("?filter=contentType:municipality&sort=name:asc&take=100");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(names, Is.Ordered.Using((IComparer<string>)StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("de-DE"), true)));
            Assert.That(await NamesAsync("?filter=contentType:municipality&sort=name:desc&take=100"), Is.EqualTo(names.Reverse()));
            Assert.That((await TypesAsync("?sort=level:asc&sort=name:asc&take=1")).Single(), Is.EqualTo("home"));
            Assert.That(await NamesAsync("?filter=contentType:municipality&sort=createDate:asc&sort=name:desc&take=100"), Is.EqualTo(names.Reverse()), "all were made at once: the second sort decides");
            Assert.That(await NamesAsync("?fetch=children:/leistungen/&sort=sortOrder:asc&take=100"), Is.EqualTo(await NamesAsync("?fetch=children:/leistungen/&take=100")));
        }
    }

    [Test]
    public async Task PagesFitTogether()
    {
        var all = await NamesAsync("?filter=contentType:municipality&take=100");
        var page = await GetAsync("?filter=contentType:municipality&skip=5&take=7");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)page["total"]!, Is.EqualTo(all.Count));
            Assert.That(page["items"]!.AsArray().Select(item => (string?)item!["name"]), Is.EqualTo(all.Skip(5).Take(7)));
            Assert.That(page.AsObject().Select(member => member.Key), Is.EqualTo((string[])["total", "items"]));
            Assert.That((await GetAsync("?filter=contentType:municipality&skip=1000"))["items"]!.AsArray(), Is.Empty);
            Assert.That((await GetAsync("?filter=contentType:municipality&take=0"))["items"]!.AsArray(), Is.Empty);
        }
    }

    [Test]
    public async Task TheStartItemBoundsWhatIsFound()
    {
        var root = (string)(await GetAsync("/item/"))["id"]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)(await GetAsync("/item/leistungen/hausnotruf", ("Start-Item", "startseite")))["name"], Is.EqualTo("Hausnotruf"));
            Assert.That((string?)(await GetAsync("/item/", ("Start-Item", root)))["id"], Is.EqualTo(root));
            using var unknown = await SendAsync("/item/leistungen/hausnotruf", ("Start-Item", "anderswo"));
            Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(await unknown.Content.ReadAsStringAsync(), Does.Contain("The Start-Item could not be found"));
        }
    }

    [TestCase("de-DE", true)]
    [TestCase("de", true)]
    [TestCase("xx-YY", true, Description = "nothing here varies by language")]
    [TestCase("en-US,en;q=0.9,*;q=0.1", true)]
    [TestCase("{kaputt}", true)]
    public async Task ALanguageNobodyKnowsChangesNothingWhereThereAreNoLanguages(string language, bool isFound)
    {
        using var answer = await SendAsync("/item/leistungen/hausnotruf", ("Accept-Language", language));
        Assert.That(answer.IsSuccessStatusCode, Is.EqualTo(isFound));
    }

    [Test]
    public async Task WhatIsHeldAlreadyIsNotSentAgain()
    {
        using var first = await http.GetAsync(Api + "/item/leistungen/hausnotruf");
        using var again = await SendAsync("/item/leistungen/hausnotruf", ("If-None-Match", first.Headers.ETag!.Tag));
        using var packed = await SendAsync("/item/leistungen/hausnotruf", ("Accept-Encoding", "br"));
        using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, Api + "/item/leistungen/hausnotruf"));
        using var post = await http.PostAsync(Api, null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
            Assert.That(first.Headers.Vary, Is.SupersetOf((string[])["Accept-Encoding", "Accept-Language", "Start-Item", "Preview", "Api-Key"]));
            Assert.That(first.Headers.CacheControl!.NoCache, Is.True);
            Assert.That(packed.Content.Headers.ContentEncoding, Is.EqualTo((string[])["br"]));
            Assert.That(head.Content.Headers.ContentLength, Is.EqualTo(first.Content.Headers.ContentLength));
            Assert.That(await head.Content.ReadAsByteArrayAsync(), Is.Empty);
            Assert.That(post.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
            Assert.That(first.Headers.Contains("Set-Cookie"), Is.False);
        }
    }

    [Test]
    public async Task PagesOfOtherSitesMayReadWhatEverybodyMay()
    {
        using var asked = await http.SendAsync(new HttpRequestMessage(HttpMethod.Options, Api) { Headers = { { "Origin", "https://app.example" }, { "Access-Control-Request-Method", "GET" }, { "Access-Control-Request-Headers", "start-item" } } });
        using var answer = await http.GetAsync(Api + "?take=1");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
            Assert.That(string.Join(' ', asked.Headers.GetValues("Access-Control-Allow-Headers")), Does.Contain("Start-Item").And.Not.Contain("Api-Key"));
            Assert.That(answer.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo((string[])["*"]));
        }
    }

    [Test]
    public async Task WhoWorksHereIsNotGivenAwayByAnyWay()
    {
        var nested = "properties[$all[properties[$all[properties[$all]]]]]";
        var texts = new List<string>();
        for (var (skip, total) = (0, 1); skip < total; skip += 20)
        {
            var page = await http.GetAsync($"{Api}?skip={skip}&take=20&expand={nested}");
            var text = await page.Content.ReadAsStringAsync();
            Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK), text);
            texts.Add(text);
            total = (int)JsonNode.Parse(text)!["total"]!;
        }

        var all = string.Concat(texts);
        using (Assert.EnterMultipleScope())
        {
            foreach (var denied in (string[])["contactPerson", "\"contactTopic\",\"name\"", "routingRule", "absentFrom", "absentTo", "deputies", "senderAddress", "retentionDays", "mieterservice", "@wgs.example", "reviewer", "isPlaceholder"])
                Assert.That(all, Does.Not.Contain(denied), denied);
            Assert.That(all, Does.Contain("Hausnotruf"));
            foreach (var type in (string[])["contactPerson", "contactTopic", "settings", "topicList", "synonymList"])
                Assert.That((int)(await GetAsync($"?filter=contentType:{type}"))["total"]!, Is.Zero, type);
            Assert.That((string?)(await GetAsync("/item/ansprechpartner"))["contentType"], Is.EqualTo("contactList"), "the page is public");
            var page = (await GetAsync("/item/ansprechpartner"))["id"];
            Assert.That((int)(await GetAsync($"?fetch=children:{page}"))["total"]!, Is.Zero, "who stands on it is not");
            Assert.That((int)(await GetAsync("?fetch=children:/einstellungen"))["total"]!, Is.Zero);
            Assert.That((await http.GetAsync(Api + "/item/ansprechpartner/mieterservice-siegen")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    [Test]
    public async Task DraftsAreForWhoHasTheKey()
    {
        using var editor = await site.SignInAsync();
        var key = (Guid)(await GetAsync("/item/leistungen/menue-service"))["id"]!;
        var draft = await editor.GetAsync<JsonObject>($"/document/{key}");
        var values = draft["values"]!.AsArray();
        values.Single(value => (string?)value!["alias"] == "summary")!["value"] = "Noch ein Entwurf.";
        Assert.That((await editor.PutAsync($"/document/{key}", new { values, variants = draft["variants"], template = draft["template"] })).IsSuccessStatusCode);

        async Task<string?> SummaryAsync(params (string, string)[] headers) => (string?)(await GetAsync("/item/leistungen/menue-service", headers))["properties"]!["summary"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await SummaryAsync(), Is.Not.EqualTo("Noch ein Entwurf."));
            Assert.That(await SummaryAsync(("Preview", "true")), Is.Not.EqualTo("Noch ein Entwurf."), "without the key the header counts for nothing");
            Assert.That(await SummaryAsync(("Preview", "true"), ("Api-Key", "falsch")), Is.Not.EqualTo("Noch ein Entwurf."));
            Assert.That(await SummaryAsync(("Preview", "true"), ("Api-Key", Key)), Is.EqualTo("Noch ein Entwurf."));
            Assert.That(await SummaryAsync(("Preview", "false"), ("Api-Key", Key)), Is.Not.EqualTo("Noch ein Entwurf."));
            Assert.That((string?)(await GetAsync($"/item/preview-{key}", ("Preview", "true"), ("Api-Key", Key)))["id"], Is.EqualTo(key.ToString()));
            using var preview = await SendAsync("/item/leistungen/menue-service", ("Preview", "true"), ("Api-Key", Key));
            Assert.That(preview.Headers.CacheControl!.NoStore, Is.True);
        }
    }

    [Test]
    public async Task APublishAWithdrawalAndARenameAreSeenAtOnce()
    {
        using var editor = await site.SignInAsync();
        var before = await GetAsync("/item/leistungen/haeusliche-pflege?expand=properties[$all]");
        var key = (Guid)before["id"]!;
        var document = await editor.GetAsync<JsonObject>($"/document/{key}");
        document["values"]!.AsArray().Single(value => (string?)value!["alias"] == "summary")!["value"] = "Jetzt anders.";
        document["variants"]![0]!["name"] = "Pflege daheim";
        Assert.That((await editor.PutAsync($"/document/{key}", new { values = document["values"], variants = document["variants"], template = document["template"] })).IsSuccessStatusCode);
        Assert.That((await editor.PutAsync($"/document/{key}/publish", new { publishSchedules = new[] { new { culture = (string?)null } } })).IsSuccessStatusCode);

        var moved = await http.GetAsync(Api + "/item/leistungen/haeusliche-pflege");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(moved.StatusCode, Is.EqualTo(HttpStatusCode.MovedPermanently));
            Assert.That(moved.Headers.Location!.ToString(), Is.EqualTo("/leistungen/pflege-daheim/"));
            Assert.That(moved.Headers.GetValues("Location-Start-Item-Path"), Is.EqualTo((string[])["startseite"]));
            Assert.That((string?)(await GetAsync("/item/leistungen/pflege-daheim?expand=properties[$all]"))["properties"]!["summary"], Is.EqualTo("Jetzt anders."));
        }

        Assert.That((await editor.PutAsync($"/document/{key}/unpublish", new { cultures = (string[]?)null })).IsSuccessStatusCode);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await http.GetAsync($"{Api}/item/{key}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((int)(await GetAsync($"?fetch=ancestors:{key}"))["total"]!, Is.Zero, "500 in the original");
            Assert.That((await GetAsync($"/items?id={key}")).AsArray(), Is.Empty);
            Assert.That((string?)(await GetAsync($"/item/preview-{key}", ("Preview", "true"), ("Api-Key", Key)))["route"]!["path"], Is.EqualTo($"/preview-{key}/"));
        }
    }

    private async Task<IReadOnlyList<string>> TypesAsync(string query) => [.. (await GetAsync(query))["items"]!.AsArray().Select(item => (string)item!["contentType"]!)];

    private async Task<IReadOnlyList<string>> NamesAsync(string query) => [.. (await GetAsync(query))["items"]!.AsArray().Select(item => (string)item!["name"]!)];

    private async Task AssertProblemAsync(string query, string title, string? detail = null)
    {
        using var answer = await http.GetAsync(Api + query);
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
            Assert.That((string?)problem!["title"], Is.EqualTo(title));
            if (detail is not null) Assert.That((string?)problem["detail"], Is.EqualTo(detail));
        }
    }

    private async Task<JsonNode> GetAsync(string query, params (string Name, string Value)[] headers)
    {
        using var answer = await SendAsync(query, headers);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), $"{query}: {text}");
        return JsonNode.Parse(text)!;
    }

    private async Task<HttpResponseMessage> SendAsync(string query, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Api + query);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await http.SendAsync(request);
    }
}
