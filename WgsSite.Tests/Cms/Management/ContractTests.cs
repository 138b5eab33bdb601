using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Management;

/// <summary>
/// What the API answers has the shape that the client's own types ask for, and what these tests send has the shape the
/// client sends: every endpoint there is, with real content.
/// </summary>
[Parallelizable]
internal sealed class ContractTests
{
    private const string Home = "76289ab4-2402-542f-9c3c-658a68c3dfc8";
    private const string Services = "5cdd24bb-f371-58d8-ae5b-4f348c67c4a9";
    private const string PageType = "4b29876d-e31c-50ab-b971-6d4e992527bc";

    /// <summary>No part of what the client's SDK calls: pictures, the way in, the state of the site, what its webhooks lack, and what its types call an empty object though its code reads it.</summary>
    private static readonly string[] BesideTheSdk = ["/security/back-office/", "/{**path}", "/umbraco/serverEventHub", "/site-health", "/sign-out-everywhere", "/user/current/2fa/{providerName}", "/deliveries", "/webhook/{id:guid}/test", "/webhook/{id:guid}/secret", "/webhook/overview"];

    private readonly List<TypedJson> recorded = [];
    private readonly HashSet<(string Method, string Url)> called = [];
    private readonly List<string> unexpected = [];
    private EditorSite site = null!;
    private EditorSession editor = null!;

    [OneTimeSetUp]
    public async Task RecordAsync()
    {
        site = await EditorSite.StartAsync();
        editor = await site.SignInAsync();
        await StartAsync();
        await TypesAsync();
        await ReadAsync();
        await WriteAsync();
        await MediaAsync();
        await DictionaryAsync();
        await WebhooksAsync();
        await AccountsAsync();
        await PasswordAsync();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        editor.Dispose();
        site.Dispose();
    }

    [Test]
    public void EveryRequestIsAnsweredAsTheClientExpects() => Assert.That(unexpected, Is.Empty);

    [Test]
    public async Task EveryAnswerHasTheShapeOfTheClientsTypes() => Assert.That(await ClientTypes.FaultsAsync(recorded), Is.Empty);

    [Test]
    public async Task EveryEndpointIsOneOfTheClientsAndWasCalled() => Assert.That(
        (await SiteEndpoints.OfBackofficeAsync())
            .Where(endpoint => endpoint.Pattern.StartsWith(EditorSession.Api[..^2], StringComparison.Ordinal) && !BesideTheSdk.Any(part => endpoint.Pattern.Contains(part, StringComparison.Ordinal)))
            .Where(endpoint => !called.Contains((endpoint.Method, endpoint.Url))),
        Is.Empty);

    /// <summary>Without this, a compiler that finds nothing could be one that looks at nothing.</summary>
    [Test]
    public async Task WrongAnswersAreFoundAndRightOnesAreLeftAlone()
    {
        var faults = await ClientTypes.FaultsAsync([
            new("Client.ReferenceByIdModel", "{}", "missing"),
            new("Client.ReferenceByIdModel", """{"id":5}""", "number for text"),
            new("Client.ReferenceByIdModel", """{"id":"x","more":1}""", "more"),
            new("Client.DocumentVariantItemResponseModel[]", """[{"name":"x","culture":null,"state":"Gone","flags":[],"id":"x"}]""", "unknown state"),
            new("Client.PagedAuditLogResponseModel", """{"total":1,"items":[{"user":{"id":"x"},"timestamp":"x","logType":"publish"}]}""", "lower case"),
            new("Client.GetDocumentByIdResponses[200]", "null", "null"),
            new("Client.GetDocumentByIdResponses[299]", "{}", "unknown status"),
            new("Client.PagedAuditLogResponseModel", """{"total":1,"items":[{"user":{"id":"x"},"timestamp":"x","logType":"Publish"}]}""", "right page"),
            new("Client.AuditTypeModel", "\"RollBack\"", "right name"),
        ]);
        Assert.That(faults.Split('\n').Where(line => line.Contains(": error TS", StringComparison.Ordinal)).Select(line => line.Split(':')[0]).Distinct(), Is.EquivalentTo(["missing", "number for text", "more", "unknown state", "lower case", "null", "unknown status"]));
    }

    private async Task StartAsync()
    {
        foreach (var path in (string[])["/server/status", "/server/configuration", "/server/information", "/manifest/manifest", "/manifest/manifest/public", "/manifest/manifest/private",
            "/user/current", "/user/current/configuration", "/user/current/login-providers", "/language", "/language/de-DE", "/item/language?isoCode=de-DE", "/item/language/default", "/temporary-file/configuration",
            "/tag?query=57&tagGroup=plz", "/document/configuration", "/document-type/configuration"])
            await GetAsync(path);
        await GetAsync("/language/xx", HttpStatusCode.NotFound);
        await GetAsync($"/item/user?id={(await GetAsync("/user/current"))!["id"]}");
    }

    private async Task TypesAsync()
    {
        var dataTypes = new HashSet<string>();
        var types = new HashSet<string>();
        var open = new Queue<string>([.. Items(await GetAsync("/document-type/allowed-at-root")).Select(Id)]);
        while (open.TryDequeue(out var type))
        {
            if (!types.Add(type)) continue;
            var model = (await GetAsync($"/document-type/{type}"))!;
            dataTypes.UnionWith(model["properties"]!.AsArray().Select(property => Id(property!["dataType"]!)));
            foreach (var child in Items(await GetAsync($"/document-type/{type}/allowed-children"))) open.Enqueue(Id(child));
            foreach (var part in model["compositions"]!.AsArray()) open.Enqueue(Id(part!["documentType"]!));
        }

        foreach (var dataType in dataTypes)
            foreach (var block in ((await GetAsync($"/data-type/{dataType}"))!["values"]!.AsArray().FirstOrDefault(value => (string?)value!["alias"] == "blocks")?["value"] as JsonArray ?? []))
                await GetAsync($"/document-type/{block!["contentElementTypeKey"]}");
        await GetAsync($"/document-type/{Home}/allowed-children", HttpStatusCode.OK);
        await GetAsync($"/document-type/{PageType}/blueprint");
        await GetAsync("/item/document-type?id=" + string.Join("&id=", types));
        await GetAsync("/item/data-type?id=" + string.Join("&id=", dataTypes));
        await GetAsync($"/document-type/{Guid.Empty}", HttpStatusCode.NotFound);
        await GetAsync($"/data-type/{Guid.Empty}", HttpStatusCode.NotFound);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(types, Has.Count.GreaterThan(15));
            Assert.That(dataTypes, Has.Count.GreaterThan(20));
        }
    }

    /// <summary>The tree as far as it goes, and one document of each type.</summary>
    private async Task ReadAsync()
    {
        var types = new HashSet<string>();
        var open = new Queue<JsonNode>(Items(await GetAsync("/tree/document/root?skip=0&take=50&foldersOnly=false")));
        while (open.TryDequeue(out var item))
        {
            var id = Id(item);
            if ((bool)item["hasChildren"]!)
                foreach (var child in Items(await GetAsync($"/tree/document/children?parentId={id}&take=100"))) open.Enqueue(child);
            if (!types.Add(Id(item["documentType"]!))) continue;
            await GetAsync($"/document/{id}");
            if (item["documentType"]!["collection"] is not null) await GetAsync($"/collection/document/{id}?dataTypeId=&orderBy=date&orderCulture=de-DE&orderDirection=Descending&skip=0&take=100");
            await GetAsync($"/document/{id}/published");
            await GetAsync($"/document/{id}/audit-log?orderDirection=Descending&skip=0&take=10");
            await GetAsync($"/document/{id}/referenced-by?take=20");
            await GetAsync($"/document/{id}/preview-url?providerAlias=umbDocumentUrlProvider");
            await GetAsync($"/document/urls?id={id}");
        }

        Assert.That(types, Has.Count.GreaterThan(15));
        await GetAsync($"/tree/document/ancestors?descendantId={Services}");
        await GetAsync($"/tree/document/siblings?target={Services}&before=1&after=1");
        await GetAsync($"/item/document?id={Home}&id={Services}");
        await GetAsync("/item/document/search?query=haus&trashed=false");
        await GetAsync($"/document/{Home}/referenced-descendants");
        await GetAsync($"/document/{Home}/available-segment-options");
        await GetAsync($"/document/are-referenced?id={Home}&id={Services}");
        await GetAsync($"/document/{Guid.Empty}", HttpStatusCode.NotFound);
    }

    private async Task WriteAsync()
    {
        var key = Guid.NewGuid();
        var page = new JsonObject
        {
            ["id"] = key.ToString(),
            ["parent"] = Reference(Home),
            ["documentType"] = Reference(PageType),
            ["template"] = null,
            ["values"] = new JsonArray(Value("headline", "Neu")),
            ["variants"] = new JsonArray(Variant("Vertragsprobe")),
        };
        await SendAsync("POST", "/document/validate", page);
        await SendAsync("POST", "/document", page, HttpStatusCode.Created);
        await SendAsync("POST", "/document", page, HttpStatusCode.BadRequest);
        var changed = new JsonObject { ["values"] = new JsonArray(Value("headline", "Neuer"), Value("body", null)), ["variants"] = new JsonArray(Variant("Vertragsprobe")), ["template"] = null };
        await SendAsync("PUT", $"/document/{key}", changed);
        changed["values"]!.AsArray().Add(Value("seoDescription", new string('x', 500)));
        await SendAsync("PUT", $"/v1.1/document/{key}/validate", changed.DeepClone(), HttpStatusCode.BadRequest);
        await SendAsync("PUT", $"/document/{key}/publish", new JsonObject { ["publishSchedules"] = new JsonArray(new JsonObject { ["culture"] = null, ["schedule"] = null }) });
        await SendAsync("PUT", $"/document/{key}/publish", new JsonObject { ["publishSchedules"] = new JsonArray(new JsonObject { ["culture"] = null, ["schedule"] = new JsonObject { ["publishTime"] = "2090-07-01T06:00:00.000Z", ["unpublishTime"] = "2090-12-31T17:30:00.000Z" } }) });
        await GetAsync($"/document/{key}");
        await GetAsync($"/tree/document/siblings?target={key}&before=0&after=0");
        await SendAsync("PUT", $"/document/{key}/publish", new JsonObject { ["publishSchedules"] = new JsonArray(new JsonObject { ["culture"] = null, ["schedule"] = new JsonObject { ["publishTime"] = "2020-07-01T06:00:00.000Z", ["unpublishTime"] = null } }) }, HttpStatusCode.BadRequest);
        var task = await SendAsync("PUT", $"/document/{key}/publish-with-descendants", new JsonObject { ["includeUnpublishedDescendants"] = true, ["cultures"] = new JsonArray("invariant") });
        await GetAsync($"/document/{key}/publish-with-descendants/result/{task!["taskId"]}");
        var versions = Items(await GetAsync($"/document-version?documentId={key}"));
        await GetAsync($"/document-version/{Id(versions[^1])}");
        await SendAsync("PUT", $"/document-version/{Id(versions[^1])}/prevent-cleanup?preventCleanup=true");
        await SendAsync("POST", $"/document-version/{Id(versions[^1])}/rollback");
        await GetAsync($"/document-version/{Guid.Empty}", HttpStatusCode.NotFound);
        await SendAsync("POST", $"/document-version/{Guid.Empty}/rollback", null, HttpStatusCode.NotFound);
        changed["variants"]!.AsArray()[0]!["name"] = "Anders";
        changed["values"]!.AsArray().RemoveAt(2);
        await SendAsync("PUT", $"/document/{key}", changed.DeepClone());
        await SendAsync("PUT", $"/document/{key}/publish", new JsonObject { ["publishSchedules"] = new JsonArray(new JsonObject { ["culture"] = null }) });
        var redirect = Items(await GetAsync("/redirect-management?filter=vertragsprobe&skip=0&take=20"))[0];
        await GetAsync($"/redirect-management/{key}");
        await GetAsync("/redirect-management/status");
        await SendAsync("DELETE", $"/redirect-management/{Id(redirect)}");
        await SendAsync("DELETE", $"/redirect-management/{Id(redirect)}", null, HttpStatusCode.NotFound);
        await GetAsync($"/item/user?id={Guid.Empty}");
        await SendAsync("PUT", $"/document/{key}/unpublish", new JsonObject { ["cultures"] = null });
        await SendAsync("POST", $"/document/{key}/copy", new JsonObject { ["target"] = Reference(key.ToString()), ["relateToOriginal"] = false, ["includeDescendants"] = false }, HttpStatusCode.Created);
        var copy = Id(Items(await GetAsync($"/tree/document/children?parentId={key}")).Single());
        await SendAsync("PUT", "/document/sort", new JsonObject { ["parent"] = Reference(key.ToString()), ["sorting"] = new JsonArray(new JsonObject { ["id"] = copy, ["sortOrder"] = 0 }) });
        await SendAsync("PUT", $"/document/{copy}/move", new JsonObject { ["target"] = Reference(Home) });
        await SendAsync("PUT", $"/document/{copy}/move", new JsonObject { ["target"] = Reference(key.ToString()) });
        await SendAsync("PUT", $"/document/{key}/move-to-recycle-bin");
        await GetAsync("/recycle-bin/document/root?skip=0&take=50");
        await GetAsync($"/recycle-bin/document/children?parentId={key}");
        await GetAsync($"/recycle-bin/document/siblings?target={key}&before=5&after=5");
        await GetAsync("/recycle-bin/document/referenced-by");
        await GetAsync($"/recycle-bin/document/{key}/original-parent");
        await GetAsync($"/document/{key}");
        await GetAsync($"/document/{key}/preview-url?providerAlias=umbDocumentUrlProvider");
        await SendAsync("PUT", $"/recycle-bin/document/{key}/restore", new JsonObject { ["target"] = Reference(Home) });
        await GetAsync($"/document/{key}/audit-log");
        await SendAsync("PUT", $"/document/{key}/move-to-recycle-bin");
        await SendAsync("DELETE", $"/recycle-bin/document/{copy}");
        await SendAsync("DELETE", $"/document/{key}");
        await SendAsync("DELETE", "/recycle-bin/document");
        await GetAsync($"/document/{key}", HttpStatusCode.NotFound);
    }

    private async Task MediaAsync()
    {
        await GetAsync("/media/configuration");
        await GetAsync("/media-type/allowed-at-root");
        await GetAsync("/media-type/configuration");
        await GetAsync("/item/media-type/folders");
        await GetAsync("/item/media-type/allowed?fileExtension=jpg");
        foreach (var type in new[] { EditorSessionMedia.Image, EditorSessionMedia.Folder })
        {
            await GetAsync($"/media-type/{type}");
            await GetAsync($"/media-type/{type}/allowed-children");
            await GetAsync($"/item/media-type?id={type}");
        }

        await GetAsync($"/media-type/{Guid.Empty}", HttpStatusCode.NotFound);
        var folder = (await editor.AddFolderAsync("Vertrag")).ToString();
        var upload = Guid.NewGuid();
        (await editor.UploadAsync(upload, "bild.png", TestPictures.Png())).Dispose();
        called.Add(("POST", ClientTypes.Find("POST", EditorSession.Api + "/temporary-file")!.Url));
        await GetAsync($"/temporary-file/{upload}");
        var key = Guid.NewGuid().ToString();
        var item = new JsonObject
        {
            ["id"] = key,
            ["parent"] = Reference(folder),
            ["mediaType"] = Reference(EditorSessionMedia.Image),
            ["values"] = new JsonArray(new JsonObject { ["alias"] = "umbracoFile", ["culture"] = null, ["segment"] = null, ["value"] = new JsonObject { ["temporaryFileId"] = upload.ToString(), ["src"] = "" } }, Value("alternativeText", "Rot und blau")),
            ["variants"] = new JsonArray(Variant("Bild")),
        };
        await SendAsync("POST", "/media/validate", item);
        await SendAsync("POST", "/media", item, HttpStatusCode.Created);
        await SendAsync("POST", "/media", item, HttpStatusCode.BadRequest);
        var saved = new JsonObject { ["values"] = new JsonArray(item["values"]!.AsArray().Select(value => value!.DeepClone()).ToArray()), ["variants"] = new JsonArray(Variant("Ein Bild")) };
        saved["values"]![0]!["value"] = new JsonObject { ["src"] = "x", ["focalPoint"] = new JsonObject { ["left"] = 0.2, ["top"] = 0.3 } };
        await SendAsync("PUT", $"/media/{key}/validate", saved);
        await SendAsync("PUT", $"/media/{key}", saved);
        await GetAsync($"/media/{key}");
        await GetAsync($"/media/{Guid.Empty}", HttpStatusCode.NotFound);
        await GetAsync($"/media/{key}/audit-log");
        await GetAsync($"/media/{key}/referenced-by");
        await GetAsync($"/media/{folder}/referenced-descendants");
        await GetAsync($"/media/are-referenced?id={key}");
        await GetAsync($"/media/urls?id={key}&id={folder}");
        await GetAsync($"/imaging/resize/urls?id={key}&width=300&height=300&mode=Min");
        await GetAsync($"/collection/media?id={folder}&dataTypeId=&orderBy=updateDate&orderDirection=Descending&skip=0&take=100");
        await GetAsync("/tree/media/root?skip=0&take=50");
        await GetAsync($"/tree/media/children?parentId={folder}");
        await GetAsync($"/tree/media/ancestors?descendantId={key}");
        await GetAsync($"/tree/media/siblings?target={key}&before=1&after=1");
        await GetAsync($"/item/media?id={key}");
        await GetAsync("/item/media/search?query=Bild&trashed=false");
        await SendAsync("PUT", $"/media/{key}/move", new JsonObject { ["target"] = null });
        await SendAsync("PUT", $"/media/{key}/move", new JsonObject { ["target"] = Reference(folder) });
        await SendAsync("PUT", "/media/sort", new JsonObject { ["parent"] = Reference(folder), ["sorting"] = new JsonArray(new JsonObject { ["id"] = key, ["sortOrder"] = 0 }) });
        await SendAsync("PUT", $"/media/{key}/move-to-recycle-bin");
        await GetAsync($"/recycle-bin/media/{key}/original-parent");
        await SendAsync("PUT", $"/recycle-bin/media/{key}/restore", new JsonObject { ["target"] = Reference(folder) });
        await SendAsync("PUT", $"/media/{folder}/move-to-recycle-bin");
        await GetAsync("/recycle-bin/media/root?skip=0&take=50");
        await GetAsync($"/recycle-bin/media/children?parentId={folder}");
        await GetAsync($"/recycle-bin/media/siblings?target={folder}&before=1&after=1");
        await GetAsync("/recycle-bin/media/referenced-by");
        await SendAsync("PUT", $"/recycle-bin/media/{folder}/restore", new JsonObject { ["target"] = null });
        await SendAsync("PUT", $"/media/{folder}/move-to-recycle-bin");
        await SendAsync("DELETE", $"/recycle-bin/media/{folder}");
        await SendAsync("DELETE", "/recycle-bin/media");
        await SendAsync("DELETE", $"/temporary-file/{upload}");
    }

    private async Task DictionaryAsync()
    {
        var word = Items(await GetAsync("/dictionary?filter=Nav&skip=0&take=10"))[0];
        await GetAsync("/tree/dictionary/root");
        await GetAsync($"/tree/dictionary/children?parentId={Id(word)}");
        await GetAsync($"/tree/dictionary/ancestors?descendantId={Id(word)}");
        await GetAsync($"/item/dictionary?id={Id(word)}");
        var model = (await GetAsync($"/dictionary/{Id(word)}"))!.AsObject();
        await SendAsync("PUT", $"/dictionary/{Id(word)}", new JsonObject { ["name"] = model["name"]!.DeepClone(), ["translations"] = model["translations"]!.DeepClone() });
        await GetAsync($"/dictionary/{Guid.Empty}", HttpStatusCode.NotFound);
    }

    private async Task WebhooksAsync()
    {
        await GetAsync("/tree/document-type/root?skip=0&take=100");
        await GetAsync("/tree/media-type/root?skip=0&take=100");
        await GetAsync("/webhook/events");
        var webhook = new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString(),
            ["enabled"] = true,
            ["name"] = "Vertrag",
            ["description"] = null,
            ["url"] = "https://localhost:9/",
            ["contentTypeKeys"] = new JsonArray(PageType),
            ["headers"] = new JsonObject { ["Authorization"] = "Bearer x" },
            ["events"] = new JsonArray("Umbraco.ContentPublish"),
        };
        await SendAsync("POST", "/webhook", webhook, HttpStatusCode.Created);
        await SendAsync("POST", "/webhook", webhook, HttpStatusCode.BadRequest);
        var id = Id(webhook);
        await GetAsync("/webhook?skip=0&take=100");
        await GetAsync($"/webhook/{id}");
        await GetAsync($"/webhook/{Guid.Empty}", HttpStatusCode.NotFound);
        await GetAsync($"/item/webhook?id={id}");
        using (var tried = await editor.PostAsync($"/webhook/{id}/test", new { })) tried.EnsureSuccessStatusCode();
        Assert.That(Items(await GetAsync($"/webhook/{id}/logs?skip=0&take=10")), Has.Count.EqualTo(1));
        await GetAsync("/webhook/logs");
        webhook.Remove("id");
        await SendAsync("PUT", $"/webhook/{id}", webhook);
        webhook["events"] = new JsonArray();
        await SendAsync("PUT", $"/webhook/{id}", webhook.DeepClone(), HttpStatusCode.BadRequest);
        await SendAsync("DELETE", $"/webhook/{id}");
        await SendAsync("DELETE", $"/webhook/{id}", null, HttpStatusCode.NotFound);
    }

    private async Task AccountsAsync()
    {
        var writer = new JsonArray(Reference("9fc2a16f-528c-46d6-a014-75bf4ec2480c"));
        await SendAsync("POST", "/user/invite", new JsonObject { ["email"] = "vertrag@wgs.example", ["userName"] = "vertrag@wgs.example", ["name"] = "Vera Vertrag", ["userGroupIds"] = writer.DeepClone(), ["message"] = null }, HttpStatusCode.Created);
        var user = Items(await GetAsync("/filter/user?filter=vertrag&orderBy=Name&orderDirection=Ascending&skip=0&take=10")).Single().AsObject();
        var id = Id(user);
        await GetAsync("/user?skip=0&take=10");
        await GetAsync("/user/configuration");
        await GetAsync($"/user/{id}");
        await GetAsync($"/user/{Guid.Empty}", HttpStatusCode.NotFound);
        await GetAsync($"/user/{id}/calculate-start-nodes");
        await GetAsync($"/user/{id}/2fa");
        await SendAsync("DELETE", $"/user/{id}/2fa/Authenticator");
        await SendAsync("POST", "/user/invite/resend", new JsonObject { ["user"] = Reference(id), ["message"] = null });
        await SendAsync("PUT", $"/user/{id}", new JsonObject
        {
            ["email"] = "vertrag@wgs.example",
            ["userName"] = "vertrag@wgs.example",
            ["name"] = "Vera Vertrag",
            ["userGroupIds"] = writer.DeepClone(),
            ["languageIsoCode"] = "de",
            ["documentStartNodeIds"] = new JsonArray(Reference(Home)),
            ["hasDocumentRootAccess"] = false,
            ["mediaStartNodeIds"] = new JsonArray(),
            ["hasMediaRootAccess"] = true,
        });
        var users = new JsonObject { ["userIds"] = new JsonArray(Reference(id)) };
        await SendAsync("POST", $"/user/{id}/change-password", new JsonObject { ["newPassword"] = "noch-ein-langes-Passwort" });
        await SendAsync("POST", "/user/set-user-groups", new JsonObject { ["userIds"] = new JsonArray(Reference(id)), ["userGroupIds"] = writer.DeepClone() });
        await SendAsync("POST", "/user/disable", users);
        await SendAsync("POST", "/user/enable", users);
        await SendAsync("POST", "/user/unlock", users);
        await SendAsync("DELETE", $"/user/{id}");
        await GetAsync("/filter/user-group?skip=0&take=10");
        await GetAsync("/user-group?skip=0&take=10");
        await GetAsync("/user-group/9fc2a16f-528c-46d6-a014-75bf4ec2480c");
        await GetAsync("/item/user-group?id=9fc2a16f-528c-46d6-a014-75bf4ec2480c");
        await GetAsync("/user/current/2fa");
        await SendAsync("POST", "/user/current/2fa/Authenticator", new JsonObject { ["code"] = "000000", ["secret"] = "x" }, HttpStatusCode.BadRequest);
        await SendAsync("DELETE", "/user/current/2fa/Authenticator?code=000000", null, HttpStatusCode.BadRequest);
    }

    private async Task PasswordAsync()
    {
        await SendAsync("POST", "/user/current/change-password", new JsonObject { ["oldPassword"] = "falsch", ["newPassword"] = "ganz-anders-und-lang" }, HttpStatusCode.BadRequest);
        await SendAsync("POST", "/user/current/change-password", new JsonObject { ["oldPassword"] = EditorSite.Password, ["newPassword"] = "ganz-anders-und-lang" });
    }

    private Task<JsonNode?> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK) => SendAsync("GET", path, null, expected);

    private async Task<JsonNode?> SendAsync(string method, string path, JsonNode? body = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var url = (path.StartsWith("/v1.1/", StringComparison.Ordinal) ? "/umbraco/management/api" : EditorSession.Api) + path;
        var label = $"{method} {path}"[..Math.Min(120, method.Length + 1 + path.Length)];
        if (ClientTypes.Find(method, url.Split('?')[0]) is not { } call)
        {
            unexpected.Add($"{label}: the client has no such call");
            return null;
        }

        called.Add((method, call.Url));
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            recorded.Add(new TypedJson(call.Body, body.ToJsonString(), label + " (request)"));
        }

        using var answer = await editor.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode != expected) unexpected.Add($"{label}: {(int)answer.StatusCode} {text}");
        if (!answer.IsSuccessStatusCode) recorded.Add(new TypedJson("Client.ProblemDetails", text.Length == 0 ? "undefined" : text, label));
        else if (text.Length > 0) recorded.Add(new TypedJson(call.Answer((int)answer.StatusCode), text, label));
        return text.Length > 0 ? JsonNode.Parse(text) : null;
    }

    private static List<JsonNode> Items(JsonNode? page) => [.. page!["items"]!.AsArray().OfType<JsonNode>()];

    private static string Id(JsonNode? item) => (string)item!["id"]!;

    private static JsonObject Reference(string id) => new() { ["id"] = id };

    private static JsonObject Value(string alias, string? value) => new() { ["alias"] = alias, ["culture"] = null, ["segment"] = null, ["value"] = value };

    private static JsonObject Variant(string name) => new() { ["culture"] = null, ["segment"] = null, ["name"] = name };
}
