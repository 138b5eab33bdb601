using Microsoft.Playwright;

namespace WgsSite.Tests.Browser;

/// <summary>The place check in a browser, as people with a keyboard or with very large letters use it.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class CoverageTests
{
    [TestCase("", "/einsatzgebiete/")]
    [TestCase("einsatzgebiete/", "/einsatzgebiete/")]
    [TestCase("leistungen/hausnotruf/", "/leistungen/hausnotruf/")]
    public async Task With_the_keyboard_only_a_place_is_entered_and_its_answer_reached(string start, string answers)
    {
        var site = await FirstSite.SiteAsync();
        await using var reader = await ChromiumBrowser.NewReaderAsync(1280);
        var page = await reader.NewPageAsync();
        await page.GotoAsync(site.Address + start);
        for (var step = 0; step < 40 && await page.EvaluateAsync<string>("document.activeElement.id") != "ort"; step++) await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("57 223");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**{answers}?ort=57+223#antwort");

        Assert.That(await page.Locator("#antwort h2").InnerTextAsync(), Does.Contain("Kreuztal").And.Contain("verfügbar"));
        Assert.That(await page.Locator("#antwort").IsVisibleAsync(), Is.True);
        // From the answer the next step of the keyboard is inside of it.
        await page.Keyboard.PressAsync("Tab");
        Assert.That(await page.EvaluateAsync<bool>("!!document.activeElement.closest('#antwort')"), Is.True);
    }

    [Test]
    public async Task A_misspelt_place_is_put_right_with_one_click()
    {
        var site = await FirstSite.SiteAsync();
        await using var reader = await ChromiumBrowser.NewReaderAsync(390);
        var page = await reader.NewPageAsync();
        await page.GotoAsync(site.Address + "einsatzgebiete/?ort=Kreutzal");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Kreuztal", Exact = true }).First.ClickAsync();
        Assert.That(await page.Locator("#antwort h2").InnerTextAsync(), Is.EqualTo("Kreuztal: alles verfügbar"));
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Alles für Kreuztal auf einer Seite" }).ClickAsync();
        Assert.That(await page.Locator("h1").InnerTextAsync(), Is.EqualTo("Was gibt es in Kreuztal?"));
    }

    // 1280 × 1024 at 400 % is a window of 320 × 256.
    [TestCase("einsatzgebiete/?ort=Bad+Berleburg")]
    [TestCase("einsatzgebiete/bad-berleburg/")]
    [TestCase("leistungen/haeusliche-pflege/?ort=57072")]
    public async Task At_400_percent_nothing_is_cut_off_and_the_table_can_be_read(string path)
    {
        var site = await FirstSite.SiteAsync();
        await using var reader = await ChromiumBrowser.NewReaderAsync(320, 256);
        var page = await reader.NewPageAsync();
        await page.GotoAsync(site.Address + path);
        var tooWide = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('main *')].filter(e => !e.closest('svg') && e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 80))");
        Assert.Multiple(async () =>
        {
            Assert.That(tooWide, Is.Empty);
            if (path.StartsWith("einsatzgebiete/?", StringComparison.Ordinal)) Assert.That(await page.Locator("tbody tr:first-child :is(th,td):visible").CountAsync(), Is.EqualTo(2));
        });
    }

    [TestCase(390, 3)]
    [TestCase(1280, 18)]
    public async Task On_a_phone_only_the_largest_and_the_chosen_place_are_named(int width, int names)
    {
        var site = await FirstSite.SiteAsync();
        await using var reader = await ChromiumBrowser.NewReaderAsync(width);
        var page = await reader.NewPageAsync();
        await page.GotoAsync(site.Address + "einsatzgebiete/?ort=Freudenberg");
        Assert.That(await page.Locator(".map text:visible").CountAsync(), Is.EqualTo(names));
    }

    [Test]
    public async Task A_places_page_fits_on_one_sheet()
    {
        var site = await FirstSite.SiteAsync();
        await using var reader = await ChromiumBrowser.NewReaderAsync(1280);
        var page = await reader.NewPageAsync();
        foreach (var path in (await FirstSite.PathsAsync()).Where(path => path.StartsWith("/einsatzgebiete/", StringComparison.Ordinal) && path != "/einsatzgebiete/"))
        {
            await page.GotoAsync(site.Address + path.TrimStart('/'));
            var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true }));
            Assert.That(System.Text.RegularExpressions.Regex.Count(pdf, @"/Type\s*/Page\b(?!s)"), Is.EqualTo(1), path);
        }
    }
}
