using System.Net;
using System.Text.Json.Nodes;
using WgsSite.Cms.Users;
using WgsSite.Tests.Support;
using static WgsSite.Tests.Cms.Management.ApiEditor;

namespace WgsSite.Tests.Cms.Management;

/// <summary>Who is bound to a part of the site reads, finds and changes that part only.</summary>
[Parallelizable]
internal sealed class StartNodeTests
{
    private const string Services = "5cdd24bb-f371-58d8-ae5b-4f348c67c4a9";

    private EditorSite site = null!;
    private EditorSession administrator = null!;
    private EditorSession bound = null!;
    private string mine = null!;
    private string beneath = null!;
    private string draft = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        site = await EditorSite.StartAsync();
        administrator = await site.SignInAsync();
        mine = await administrator.PublishedPageAsync("Mein Bereich");
        beneath = await administrator.CreatePageAsync("Darunter", mine);
        draft = await administrator.CreatePageAsync("Fremder Entwurf");
        bound = await site.SignInAsync(UserGroup.Redaktion);
        var key = (string)(await bound.ReadAsync("/user/current"))["id"]!;
        var user = (await administrator.ReadAsync($"/user/{key}")).AsObject();
        user["hasDocumentRootAccess"] = false;
        user["documentStartNodeIds"] = new JsonArray(new JsonObject { ["id"] = mine });
        await DoneAsync(administrator.PutAsync($"/user/{key}", user));
    }

    [OneTimeTearDown]
    public void Stop()
    {
        administrator.Dispose();
        bound.Dispose();
        site.Dispose();
    }

    [Test]
    public async Task TheTreeShowsTheWayThereAndNothingElse()
    {
        var root = Items(await bound.ReadAsync("/tree/document/root"));
        var top = Items(await bound.ReadAsync($"/tree/document/children?parentId={Home}"));
        var own = Items(await bound.ReadAsync($"/tree/document/children?parentId={mine}"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(root.Select(item => (Id(item), (bool)item["noAccess"]!)), Is.EqualTo([(Home, true)]));
            Assert.That(top.Select(item => (Id(item), (bool)item["noAccess"]!)), Is.EqualTo([(mine, false)]));
            Assert.That(own.Select(Id), Does.Contain(beneath));
            Assert.That((await bound.ReadAsync($"/tree/document/ancestors?descendantId={beneath}")).AsArray().Select(item => Id(item!)), Is.EqualTo([Home, mine, beneath]));
            Assert.That((await bound.ReadAsync($"/tree/document/siblings?target={mine}&before=5&after=5"))["items"]!.AsArray(), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task WhatIsElsewhereIsNeitherFoundNorOpened()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Items(await bound.ReadAsync("/item/document/search?query=Fremder")), Is.Empty);
            Assert.That(Items(await bound.ReadAsync("/item/document/search?query=Darunter")).Select(Id), Is.EqualTo([beneath]));
            Assert.That((await bound.ReadAsync($"/item/document?id={draft}&id={mine}&id={Services}")).AsArray().Select(item => Id(item!)), Is.EqualTo([mine, Services]), "drafts of others have no name here, pages readers see have");
            foreach (var path in (string[])["", "/published", "/audit-log", "/preview-url", "/referenced-by", "/referenced-descendants"])
                Assert.That((await bound.Http.GetAsync($"{EditorSession.Api}/document/{Home}{path}")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), path);
            Assert.That((await bound.Http.GetAsync($"{EditorSession.Api}/document/{mine}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task NothingElsewhereIsChanged()
    {
        var target = new { target = new { id = Home } };
        var own = await bound.CreatePageAsync("Eigenes", mine);
        foreach (var (what, request) in new (string, Func<Task<HttpResponseMessage>>)[]
        {
            ("create", () => bound.PostAsync("/document", Page("Fremd", Home))),
            ("create at the root", () => bound.PostAsync("/document", WithoutParent(Page("Fremd", Home)))),
            ("save", () => bound.PutAsync($"/document/{draft}", WithoutParent(Page("Fremd", Home)))),
            ("publish", () => bound.PutAsync($"/document/{draft}/publish", JsonNode.Parse("""{"publishSchedules":[{"culture":null}]}""")!)),
            ("unpublish", () => bound.PutAsync($"/document/{Services}/unpublish", new { })),
            ("bin", () => bound.PutAsync($"/document/{draft}/move-to-recycle-bin", new { })),
            ("move out", () => bound.PutAsync($"/document/{own}/move", target)),
            ("move in", () => bound.PutAsync($"/document/{draft}/move", new { target = new { id = mine } })),
            ("copy out", () => bound.PostAsync($"/document/{own}/copy", target)),
            ("copy in", () => bound.PostAsync($"/document/{draft}/copy", new { target = new { id = mine } })),
            ("sort", () => bound.PutAsync("/document/sort", new { parent = new { id = Home }, sorting = new[] { new { id = draft, sortOrder = 0 } } })),
            ("sort the root", () => bound.PutAsync("/document/sort", new { parent = (object?)null, sorting = new[] { new { id = Home, sortOrder = 0 } } })),
            ("check", () => bound.Http.PutAsync($"/umbraco/management/api/v1.1/document/{draft}/validate", System.Net.Http.Json.JsonContent.Create(WithoutParent(Page("Fremd", Home))))),
            ("empty the bin", () => bound.Http.DeleteAsync($"{EditorSession.Api}/recycle-bin/document")),
        })
        {
            using var answer = await request();
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), $"{what}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    [Test]
    public async Task WhatIsOnesOwnGoesIntoTheBinAndComesBack()
    {
        var own = await bound.PublishedPageAsync("Für den Papierkorb", mine);
        var other = await administrator.CreatePageAsync("Fremdes im Papierkorb");
        await administrator.BinAsync(other);
        await bound.BinAsync(own);
        Assert.That(Items(await bound.ReadAsync("/recycle-bin/document/root")).Select(Id), Is.EqualTo([own]));
        Assert.That((await bound.PutAsync($"/recycle-bin/document/{other}/restore", new { target = new { id = mine } })).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await bound.PutAsync($"/recycle-bin/document/{own}/restore", new { target = new { id = Home } })).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        await DoneAsync(bound.PutAsync($"/recycle-bin/document/{own}/restore", new { target = new { id = mine } }));
    }

    /// <summary>A page above the own ones that readers do not see must not be what stops somebody for want of rights.</summary>
    [Test]
    public async Task OnesOwnIsPublishedAlthoughWhatIsAboveBelongsToOthers() => Assert.That(await bound.PublishedPageAsync("Veröffentlicht", mine), Is.Not.Empty);

    [Test]
    public async Task TheClientIsToldWhereSomebodyWorks()
    {
        var user = await bound.ReadAsync("/user/current");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((bool)user["hasDocumentRootAccess"]!, Is.False);
            Assert.That(user["documentStartNodeIds"]!.AsArray().Select(node => Id(node!)), Is.EqualTo([mine]));
            Assert.That((bool)user["hasMediaRootAccess"]!, Is.True);
        }
    }

    private static List<JsonNode> Items(JsonNode page) => [.. page["items"]!.AsArray().OfType<JsonNode>()];

    private static string Id(JsonNode item) => (string)item["id"]!;

    private static JsonObject WithoutParent(JsonObject page)
    {
        page["parent"] = null;
        return page;
    }
}
