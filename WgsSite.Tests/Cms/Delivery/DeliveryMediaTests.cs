using System.Net;
using System.Text.Json.Nodes;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Delivery;

/// <summary>Media through the Delivery API: found by folder, path and key, with all that is needed to show them.</summary>
[Parallelizable]
internal sealed class DeliveryMediaTests
{
    private const string Api = "/umbraco/delivery/api/v2/media";

    private SyncFiles files = null!;
    private CmsFolder cms = null!;
    private SiteProcess site = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        files = SyncFiles.OfSmallSite();
        cms = await CmsFolder.MakeAsync(files.Path);
        site = await SiteProcess.StartAsync(cms.Path, "Development", "--Umbraco:CMS:DeliveryApi:Enabled", "true", "--Umbraco:CMS:DeliveryApi:Media:Enabled", "true");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        site.Dispose();
        await cms.DisposeAsync();
        files.Dispose();
    }

    [Test]
    public async Task APictureIsFoundInItsFolderByItsPathAndByItsKey()
    {
        var list = await GetAsync("?fetch=children:/");
        var picture = list["items"]!.AsArray().First(item => (int?)item!["width"] > 0)!;
        var byKey = await GetAsync("/item/" + picture["id"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(byKey.AsObject().Select(member => member.Key), Is.EqualTo((string[])["path", "createDate", "updateDate", "id", "name", "mediaType", "url", "extension", "width", "height", "bytes", "properties", "focalPoint", "crops"]));
            Assert.That((await GetAsync("/item" + picture["path"])).ToJsonString(), Is.EqualTo(byKey.ToJsonString()));
            Assert.That((string?)picture["path"], Is.EqualTo($"/{((string)picture["name"]!).ToLowerInvariant()}/"));
            Assert.That((await site.Http.GetAsync((string)picture["url"]!)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((string?)picture["properties"]!["alternativeText"], Is.Not.Empty);
            Assert.That(picture["properties"]!.AsObject().Select(property => property.Key), Has.None.StartWith("umbraco"));
            Assert.That((await GetAsync($"/items?id={picture["id"]}&id={Guid.NewGuid()}")).AsArray(), Has.Count.EqualTo(1));
            Assert.That((await site.Http.GetAsync(Api + "/item/gibt/es/nicht")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    [TestCase("?fetch=children:/&filter=mediaType:Image", 1, 100)]
    [TestCase("?fetch=children:/&filter=mediaType:Folder", 0, 0)]
    [TestCase("?fetch=children:/&filter=name:gibt-es-nicht", 0, 0)]
    [TestCase("?fetch=children:", 0, 0)]
    [TestCase("?fetch=children:gibt/es/nicht", 0, 0)]
    public async Task ListsAreNarrowed(string query, int least, int most) => Assert.That((int)(await GetAsync(query))["total"]!, Is.InRange(least, most));

    [TestCase("", "Selector option not found")]
    [TestCase("?fetch=descendants:/", "Selector option not found")]
    [TestCase("?fetch=children:/&filter=createDate>2020-01-01", "Filter option not found")]
    [TestCase("?fetch=children:/&sort=level:asc", "Sort option not found")]
    public async Task UnknownOptionsAreNamed(string query, string title)
    {
        using var answer = await site.Http.GetAsync(Api + query);
        Assert.That((answer.StatusCode, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["title"]), Is.EqualTo((HttpStatusCode.BadRequest, title)));
    }

    [TestCase("name")]
    [TestCase("createDate")]
    [TestCase("updateDate")]
    [TestCase("sortOrder")]
    public async Task ListsAreSorted(string field)
    {
        async Task<IEnumerable<string>> NamesAsync(string direction) => (await GetAsync($"?fetch=children:/&sort={field}:{direction}&sort=name:{direction}"))["items"]!.AsArray().Select(item => (string)item!["name"]!).ToList();
        Assert.That(await NamesAsync("desc"), Is.EqualTo((await NamesAsync("asc")).Reverse()));
    }

    private async Task<JsonNode> GetAsync(string query)
    {
        using var answer = await site.Http.GetAsync(Api + query);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), $"{query}: {text}");
        return JsonNode.Parse(text)!;
    }
}
