using Microsoft.Playwright;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>What administrators see of the state of the site.</summary>
[Parallelizable]
internal sealed class HealthTests
{
    private EditorSite site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => site = await EditorSite.StartAsync();

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    [Test]
    public async Task WhatHasToBeDoneStandsAboveWhatIsWellAndLeadsThere()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.Page.GotoAsync(new Uri(site.Address, "/umbraco/section/content/dashboard/zustand").ToString());
        var checks = editor.Page.Locator("host-health-dashboard li[data-state]");
        await checks.First.WaitForAsync();
        var states = await checks.EvaluateAllAsync<string[]>("items => items.map(item => item.dataset.state)");
        Assert.That(states, Is.EqualTo(states.OrderBy(state => Array.IndexOf(["Bad", "Warning", "Good"], state))).And.Length.GreaterThan(8));
        await checks.Filter(new() { HasText = "Die Inhalte sind unbeschädigt." }).WaitForAsync();
        await checks.Filter(new() { HasText = "GB frei" }).WaitForAsync();
        await editor.PictureAsync("zustand");
        await editor.Button("Noch einmal prüfen").ClickAsync();
        await checks.First.WaitForAsync();

        var page = checks.Filter(new() { HasText = "Platzhalter" }).Locator("a").First;
        var name = (await page.InnerTextAsync()).Split(':')[0];
        await page.ClickAsync();
        await Assertions.Expect(editor.NameField).ToHaveValueAsync(name);
        await editor.CheckAsync();
    }
}
