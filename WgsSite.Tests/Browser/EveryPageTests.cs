namespace WgsSite.Tests.Browser;

/// <summary>What must hold on every page, seen in Chromium as readers see it.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class EveryPageTests
{
    [TestCase(390, false)]
    [TestCase(390, true)]
    [TestCase(1280, false)]
    [TestCase(1280, true)]
    public async Task Axe_finds_nothing_and_the_page_asks_nobody_else(int width, bool dark)
    {
        var site = await FirstSite.SiteAsync();
        await using var reader = await ChromiumBrowser.NewReaderAsync(width, dark: dark);
        var page = await reader.NewPageAsync();
        var foreign = new List<string>();
        var console = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                foreign.Add($"{page.Url} asks {request.Url}");
        };
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") console.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => console.Add($"{page.Url}: {error}");

        var violations = new List<string>();
        foreach (var path in await PathsAsync())
        {
            await page.GotoAsync(site.Address + path.TrimStart('/'));
            // Closed answers are part of the page: open them, so that they are looked at too.
            await page.EvalOnSelectorAllAsync("details", "all => all.forEach(one => one.open = true)");
            violations.AddRange((await Axe.FindAsync(page)).Select(violation => $"{path}: {violation}"));
        }

        Assert.Multiple(() =>
        {
            Assert.That(violations, Is.Empty);
            Assert.That(console.Where(line => !line.Contains("/gibt-es-nicht/", StringComparison.Ordinal)), Is.Empty);
            Assert.That(foreign, Is.Empty);
        });
    }

    [Test]
    public async Task Axe_finds_what_is_wrong()
    {
        await using var reader = await ChromiumBrowser.NewReaderAsync(390);
        var page = await reader.NewPageAsync();
        await page.SetContentAsync("<!doctype html><html lang=\"de\"><title>Probe</title><main><h1>Probe</h1><img src=\"data:,\"><p style=\"color:#bbb;background:#fff\">Blass</p></main>");
        Assert.That((await Axe.FindAsync(page)).Select(violation => violation.Split(' ')[0]), Is.EquivalentTo(["image-alt", "color-contrast"]));
    }

    // 320 px is a phone of 2012, and a 1280-px screen at 400 % zoom.
    [TestCase(320)]
    [TestCase(390)]
    [TestCase(768)]
    public async Task Nothing_scrolls_sideways(int width)
    {
        var site = await FirstSite.SiteAsync();
        await using var reader = await ChromiumBrowser.NewReaderAsync(width);
        var page = await reader.NewPageAsync();
        var wide = new List<string>();
        foreach (var path in await PathsAsync())
        {
            await page.GotoAsync(site.Address + path.TrimStart('/'));
            await page.EvalOnSelectorAllAsync("details", "all => all.forEach(one => one.open = true)");
            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (overflow > 0) wide.Add($"{path}: {overflow} px too wide at {width} px");
        }

        Assert.That(wide, Is.Empty);
    }

    [Test]
    public async Task A_keyboard_reaches_the_content_and_every_link_and_shows_where_it_is()
    {
        var site = await FirstSite.SiteAsync();
        await using var reader = await ChromiumBrowser.NewReaderAsync(1280);
        var page = await reader.NewPageAsync();
        await page.GotoAsync(site.Address + "leistungen/hausnotruf/");

        await page.Keyboard.PressAsync("Tab");
        Assert.That(await page.EvaluateAsync<string>("document.activeElement.className"), Is.EqualTo("skip"));
        await page.Keyboard.PressAsync("Enter");
        Assert.That(await page.EvaluateAsync<string>("document.activeElement.id"), Is.EqualTo("inhalt"));

        var inMain = await page.Locator("main :is(a[href], button, summary, select, input)").CountAsync();
        Assert.That(inMain, Is.GreaterThan(5));
        for (var step = 0; step < inMain; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focus = await page.EvaluateAsync<string>(
                "(() => { const e = document.activeElement; return e.closest('main') ? getComputedStyle(e).outlineStyle : 'outside'; })()");
            Assert.That(focus, Is.EqualTo("solid"), $"step {step}");
        }
    }

    private static async Task<IEnumerable<string>> PathsAsync() => [.. await FirstSite.PathsAsync(), "/gibt-es-nicht/", "/suche/", "/suche/?q=Pflege+Kreuztal", "/suche/?q=Hasunotruf", "/suche/?q=Xylophon"];
}
