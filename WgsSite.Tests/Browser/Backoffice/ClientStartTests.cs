namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>What comes over the line until the tree is there; how long it takes is measured by <c>eng/bench</c>.</summary>
[Parallelizable]
internal sealed class ClientStartTests
{
    private EditorSite site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => site = await EditorSite.StartAsync();

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    [Test]
    public async Task AStartIsFewRequestsAndLittleToLoadAndNoCodeEditor()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        var (cold, bytes) = await LoadAsync(editor, cache: false);
        await LoadAsync(editor, cache: true);
        var (warm, warmBytes) = await LoadAsync(editor, cache: true);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cold, Has.Count.LessThanOrEqualTo(60));
            Assert.That(bytes, Is.LessThanOrEqualTo(1_400_000), "compressed");
            Assert.That(warm, Has.Count.LessThanOrEqualTo(60));
            Assert.That(warmBytes, Is.LessThanOrEqualTo(100_000), "all but the answers of the API is kept");
            Assert.That(cold.Where(url => url.Contains("monaco", StringComparison.OrdinalIgnoreCase)), Is.Empty);
        }
    }

    [Test]
    public async Task TheBoxBelowTheLogoLeadsToTheLicences()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.Button("Über WGS Redaktion").ClickAsync();
        await editor.Page.GetByText("Umbraco Backoffice Client 17.1.0, MIT-Lizenz").WaitForAsync();
        await editor.PictureAsync("ueber");
        await editor.LookAsync();
        var notices = await editor.Page.Context.RunAndWaitForPageAsync(() => editor.Page.GetByText("Lizenzen der enthaltenen Programme").ClickAsync());
        Assert.That(await notices.InnerTextAsync("body"), Does.Contain("@umbraco-cms/backoffice 17.1.0 (MIT)").And.Contain("Permission is hereby granted"));
        Assert.That(await editor.Page.TitleAsync(), Does.EndWith("WGS Redaktion"));
        await editor.CheckAsync();
    }

    private static async Task<(List<string> Requests, long Bytes)> LoadAsync(EditorWindow editor, bool cache)
    {
        var page = await editor.Page.Context.NewPageAsync();
        var network = await editor.Page.Context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = !cache });
        var (requests, bytes) = (new List<string>(), 0L);
        network.Event("Network.requestWillBeSent").OnEvent += (_, e) => requests.Add(e!.Value.GetProperty("request").GetProperty("url").GetString()!);
        network.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += (long)e!.Value.GetProperty("encodedDataLength").GetDouble();
        await page.GotoAsync(new Uri(editor.Address, "/umbraco/").ToString());
        await page.Locator("umb-tree uui-menu-item[label=\"Startseite\"]").First.WaitForAsync();
        // Until nothing more is asked for: the hub's connection stays, and is none of these.
        for (var (before, rounds) = (-1, 0); before != requests.Count && rounds < 40; rounds++)
        {
            before = requests.Count;
            await page.WaitForTimeoutAsync(500);
        }

        await page.CloseAsync();
        return (requests, bytes);
    }
}
