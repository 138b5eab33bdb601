using Microsoft.Playwright;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>The server goes while somebody writes, and comes back.</summary>
[Parallelizable]
internal sealed class RestartTests
{
    private const string Hub = "**/serverEventHub/negotiate*";

    [Test]
    public async Task WhoWritesWhileTheServerIsStartedAgainGoesOnAsBefore()
    {
        using var site = await EditorSite.StartAsync();
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await using var other = await EditorWindow.OpenAsync(site.Address);
        await using var third = await EditorWindow.OpenAsync(site.Address);
        EditorWindow[] all = [editor, other, third];
        foreach (var window in all)
        {
            ExpectOutage(window);
            await window.OpenDocumentAsync("Startseite", "Leistungen", "Menü-Service");
        }

        await editor.Property("summary").Locator("textarea").FillAsync("Vor dem Absturz begonnen.");
        await third.Property("summary").Locator("textarea").FillAsync("Auch begonnen.");
        // Two windows sleep: they hear of nothing until they wake.
        foreach (var window in all[1..]) await window.Page.RouteAsync(Hub, route => route.AbortAsync("connectionrefused"));
        site.Process.Kill();
        await editor.Button("Speichern").Last.ClickAsync();
        await editor.Page.GetByText("Keine Verbindung zum Server").First.WaitForAsync();
        await editor.LookAsync();
        await editor.PictureAsync("server-weg");

        using var again = await SiteProcess.StartAsync(site.DataFolder, "Development", "--urls", site.Address.ToString());
        await editor.NameField.FillAsync("Menü ins Haus");
        await editor.PublishAsync();
        await Assertions.Expect(editor.Page.GetByText("Keine Verbindung zum Server")).ToHaveCountAsync(0);
        Assert.That(await editor.ReadAsync("/leistungen/menue-ins-haus/"), Does.Contain("Vor dem Absturz begonnen."));

        // The others catch up without being loaded anew: where nothing was typed it is shown, where something was it is said.
        foreach (var window in all[1..]) await window.Page.UnrouteAsync(Hub);
        await Assertions.Expect(other.Property("summary").Locator("textarea")).ToHaveValueAsync("Vor dem Absturz begonnen.", new() { Timeout = 60_000 });
        await other.TreeItem("Menü ins Haus").WaitForAsync();
        await third.NotifiedAsync("in einem anderen Fenster geändert");
        await Assertions.Expect(third.Property("summary").Locator("textarea")).ToHaveValueAsync("Auch begonnen.");
        foreach (var window in all) await window.CheckAsync();
    }

    [Test]
    public async Task WhoSleptIsToldWhatBecameOfTheOpenPage()
    {
        using var site = await EditorSite.StartAsync();
        await using var first = await EditorWindow.OpenAsync(site.Address);
        await using var second = await EditorWindow.OpenAsync(site.Address);
        var thrownAway = await OpenAsync(first, "Impressum");
        var deleted = await OpenAsync(second, "Barrierefreiheit");
        EditorWindow[] both = [first, second];
        foreach (var window in both)
        {
            ExpectOutage(window);
            window.Expect("404");
            await window.Page.RouteAsync(Hub, route => route.AbortAsync("connectionrefused"));
        }

        site.Process.Kill();
        using var again = await SiteProcess.StartAsync(site.DataFolder, "Development", "--urls", site.Address.ToString());
        using var editor = await EditorSession.SignInAsync(again.Address, EditorSite.Email, EditorSite.Password);
        foreach (var key in new[] { thrownAway, deleted }) Assert.That((await editor.PutAsync($"/document/{key}/move-to-recycle-bin", new { })).IsSuccessStatusCode);
        Assert.That((await editor.Http.DeleteAsync($"{EditorSession.Api}/recycle-bin/document/{deleted}")).IsSuccessStatusCode);
        foreach (var window in both) await window.Page.UnrouteAsync(Hub);
        await first.NotifiedAsync("in den Papierkorb gelegt");
        await second.NotifiedAsync("endgültig gelöscht");
        foreach (var window in both) await window.CheckAsync();
    }

    private static void ExpectOutage(EditorWindow window)
    {
        foreach (var part in new[] { "net::ERR_", "WebSocket", "Connection disconnected", "Failed to", "Error in request" }) window.Expect(part);
    }

    private static async Task<string> OpenAsync(EditorWindow window, string name)
    {
        await window.OpenDocumentAsync("Startseite", name);
        return window.OpenKey;
    }
}
