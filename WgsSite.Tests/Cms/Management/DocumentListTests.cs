using System.Text.Json.Nodes;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Management;

/// <summary>The news as a list, by address, with the project's own content.</summary>
public sealed class DocumentListTests
{
    private EditorSite site = null!;
    private EditorSession editor = null!;
    private string news = "";

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        site = await EditorSite.StartAsync();
        editor = await site.SignInAsync();
        news = (string)(await editor.ReadAsync("/item/document/search?query=Aktuelles"))["items"]![0]!["id"]!;
    }

    [OneTimeTearDown]
    public void Stop()
    {
        editor.Dispose();
        site.Dispose();
    }

    [Test]
    public async Task TheTreeAndTheTypeSayThatThereIsAList()
    {
        var item = (await editor.ReadAsync($"/tree/document/ancestors?descendantId={news}")).AsArray()[^1]!;
        var type = await editor.ReadAsync($"/document-type/{item["documentType"]!["id"]}");
        Assert.That((string?)type["collection"]!["id"], Is.EqualTo((string?)item["documentType"]!["collection"]!["id"]).And.Not.Null);
    }

    [Test]
    public async Task NewsStandByDayTheNewestFirst()
    {
        var days = (await ListAsync("orderBy=date&orderDirection=Descending")).Select(item => DateOnly.ParseExact(Value(item, "date")!, "dd.MM.yyyy")).ToList();
        Assert.That(days, Has.Count.GreaterThan(1).And.Ordered.Descending);
    }

    [Test]
    public async Task NewsStandByNameOrAsInTheTree()
    {
        var names = (await ListAsync("orderBy=name&orderDirection=Ascending")).Select(Name).ToList();
        var tree = (await editor.ReadAsync($"/tree/document/children?parentId={news}"))["items"]!.AsArray().Select(item => Name(item!)).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(names, Is.Ordered.Using((IComparer<string>)StringComparer.CurrentCultureIgnoreCase));
            Assert.That((await ListAsync("orderBy=sortOrder&orderDirection=Ascending")).Select(Name), Is.EqualTo(tree));
            Assert.That((await ListAsync("orderBy=gibtesnicht&orderDirection=Ascending")).Select(Name), Is.EqualTo(tree), "what is not there orders nothing");
        }
    }

    [Test]
    public async Task AListIsFilteredByNameAndReadInPages()
    {
        var found = await editor.ReadAsync($"/collection/document/{news}?filter=BROSCH%C3%9CRE&take=1");
        var page = await editor.ReadAsync($"/collection/document/{news}?orderBy=name&skip=1&take=1");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found["items"]!.AsArray().Select(item => Name(item!)), Is.EqualTo(new[] { "Eine Broschüre für jeden Haushalt" }));
            Assert.That((int)found["total"]!, Is.EqualTo(1));
            Assert.That((int)page["total"]!, Is.GreaterThan(1));
            Assert.That(page["items"]!.AsArray(), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task NothingIsListedBeneathWhatIsNotThere() =>
        Assert.That((int)(await editor.ReadAsync($"/collection/document/{Guid.NewGuid()}"))["total"]!, Is.Zero);

    private async Task<List<JsonNode>> ListAsync(string query) => [.. (await editor.ReadAsync($"/collection/document/{news}?{query}&take=100"))["items"]!.AsArray().Select(item => item!)];

    private static string Name(JsonNode item) => (string)item["variants"]![0]!["name"]!;

    private static string? Value(JsonNode item, string alias) => (string?)item["values"]!.AsArray().Single(value => (string)value!["alias"]! == alias)!["value"];
}
