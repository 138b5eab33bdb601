using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>Nothing that was typed is lost without a question, whatever happens meanwhile, and nothing of others is overwritten.</summary>
[Parallelizable]
internal sealed partial class UnsavedTextTests
{
    private EditorSite site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => site = await EditorSite.StartAsync();

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    [Test]
    public async Task TheTabAsksBeforeItIsLoadedAgainOnlyWhileSomethingIsUnsaved()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        var asked = new List<string>();
        editor.Page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Type);
            await dialog.AcceptAsync();
        };
        await editor.OpenDocumentAsync("Startseite", "Leistungen", "Menü-Service");
        await editor.Page.ReloadAsync();
        await Assertions.Expect(editor.NameField).ToHaveValueAsync("Menü-Service");
        Assert.That(asked, Is.Empty, "nothing was typed");

        await editor.Property("summary").Locator("textarea").ClickAsync();
        await editor.Page.Keyboard.TypeAsync("Noch nicht gespeichert. ");
        await editor.Page.ReloadAsync();
        await Assertions.Expect(editor.NameField).ToHaveValueAsync("Menü-Service");
        Assert.That(asked, Is.EqualTo(new[] { DialogType.BeforeUnload }));

        await editor.Property("summary").Locator("textarea").ClickAsync();
        await editor.Page.Keyboard.TypeAsync("Gespeichert. ");
        await editor.SaveAsync();
        await editor.Page.ReloadAsync();
        await Assertions.Expect(editor.NameField).ToHaveValueAsync("Menü-Service");
        Assert.That(asked, Has.Count.EqualTo(1), "what is saved needs no question");
        await editor.CheckAsync();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task WhenNobodyAnswersItIsSaidOnceAndTheTextStays(bool offline)
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.OpenDocumentAsync("Startseite", "Leistungen", "Einkaufs-Lieferdienst");
        await editor.Property("summary").Locator("textarea").FillAsync("Ohne Verbindung geschrieben.");
        editor.Expect("net::ERR_");
        const string Api = "**/management/api/**";
        if (offline) await editor.Page.Context.SetOfflineAsync(true);
        else await editor.Page.RouteAsync(Api, route => route.AbortAsync("connectionrefused"));
        var notices = editor.Page.Locator("uui-toast-notification");
        for (var time = 0; time < 2; time++)
        {
            var sent = editor.Page.WaitForRequestAsync(request => request.Method == "PUT" && !request.Url.EndsWith("/validate", StringComparison.Ordinal));
            await editor.Button("Speichern").Last.ClickAsync();
            await sent;
            await Assertions.Expect(notices).ToContainTextAsync(["Was Sie eingegeben haben, steht noch hier."]);
        }

        await editor.SettledAsync();
        await Assertions.Expect(notices).ToContainTextAsync(["Was Sie eingegeben haben, steht noch hier."]);
        await editor.LookAsync();
        await Assertions.Expect(editor.Property("summary").Locator("textarea")).ToHaveValueAsync("Ohne Verbindung geschrieben.");
        if (offline) await editor.Page.Context.SetOfflineAsync(false);
        else await editor.Page.UnrouteAsync(Api);
        await editor.SaveAsync();
        await Assertions.Expect(notices.Filter(new() { HasText = "Keine Verbindung" })).ToHaveCountAsync(0);
        await editor.CheckAsync();
    }

    /// <summary>Old wireless networks: away and back faster than a notice opens. One that was closed must not keep the next one away.</summary>
    [Test]
    public async Task TheNoticeOfALostConnectionGoesWithItHoweverShortItWasAndComesAgainAfterItWasClosed()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.OpenDocumentAsync("Startseite", "Leistungen", "Einkaufs-Lieferdienst");
        var notices = editor.Page.Locator("uui-toast-notification").Filter(new() { HasText = "Was Sie eingegeben haben, steht noch hier." });
        foreach (var moment in new[] { "Promise.resolve()", "new Promise(requestAnimationFrame)", "new Promise(done => setTimeout(done, 100))", "new Promise(done => setTimeout(done, 700))" })
        {
            await editor.Page.EvaluateAsync($"async () => {{ dispatchEvent(new Event('offline')); await {moment}; dispatchEvent(new Event('online')); }}");
            await editor.Page.WaitForTimeoutAsync(1500);
            await Assertions.Expect(notices).ToHaveCountAsync(0);
        }

        for (var time = 0; time < 2; time++)
        {
            await editor.Page.EvaluateAsync("() => dispatchEvent(new Event('offline'))");
            await editor.NotifiedAsync("Was Sie eingegeben haben, steht noch hier.");
        }

        await editor.CheckAsync();
    }

    [TestCase("Abbrechen")]
    [TestCase("Escape")]
    public async Task WhoStaysAfterBackSeesTheAddressOfTheOpenDocument(string way)
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.OpenDocumentAsync("Startseite", "Leistungen", "Hausnotruf");
        await editor.OpenDocumentAsync("Startseite", "Leistungen", "Häusliche Pflege");
        var address = editor.Page.Url;
        await editor.Property("summary").Locator("textarea").FillAsync("Bleibt stehen.");
        await editor.Page.EvaluateAsync("() => History.prototype.back.call(history)");
        await editor.Modal.Locator("umb-discard-changes-modal").WaitForAsync();
        await editor.LookAsync();
        if (way == "Escape") await editor.Page.Keyboard.PressAsync(way);
        else await editor.Modal.Locator("umb-discard-changes-modal uui-button").First.ClickAsync();
        await editor.Modal.Locator("umb-discard-changes-modal").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await Assertions.Expect(editor.Page).ToHaveURLAsync(address);
        await Assertions.Expect(editor.Property("summary").Locator("textarea")).ToHaveValueAsync("Bleibt stehen.");

        // As the browser goes back: not by the client's own. Asked again, the other answer leads to the page before.
        await editor.Page.EvaluateAsync("() => History.prototype.back.call(history)");
        await editor.Modal.Locator("umb-discard-changes-modal uui-button").Last.ClickAsync();
        await Assertions.Expect(editor.NameField).ToHaveValueAsync("Hausnotruf");
        await editor.CheckAsync();
    }

    [Test]
    public async Task WhatIsTypedWhileASaveIsOnItsWayStays()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.OpenDocumentAsync("Startseite", "Fragen", "Orte");
        var name = editor.NameField;
        await name.FillAsync("Orte und Wege");
        var save = new TaskCompletionSource();
        await editor.Page.RouteAsync(Document(), async route =>
        {
            if (route.Request.Method == "PUT") await save.Task;
            await route.ContinueAsync();
        });
        var sent = editor.Page.WaitForRequestAsync(request => request.Method == "PUT" && Document().IsMatch(request.Url));
        await editor.Button("Speichern").Last.ClickAsync();
        await sent;
        await name.FillAsync("Orte, Wege und Zeiten");
        await editor.Page.RunAndWaitForResponseAsync(() =>
        {
            save.SetResult();
            return Task.CompletedTask;
        }, answer => answer.Request.Method == "GET" && Document().IsMatch(answer.Url));
        await Assertions.Expect(name).ToHaveValueAsync("Orte, Wege und Zeiten");

        // It is not taken for saved either.
        await editor.PublishAsync();
        Assert.That(await editor.ReadAsync("/fragen/"), Does.Contain("Orte, Wege und Zeiten"));
        await editor.CheckAsync();
    }

    [Test]
    public async Task WhatIsTypedWhileTheTextOfSomebodyElseIsOnItsWayStaysAndIsSaid()
    {
        await using var first = await EditorWindow.OpenAsync(site.Address);
        await using var second = await EditorWindow.OpenAsync(site.Address);
        await first.OpenDocumentAsync("Startseite", "Leistungen", "Lokaso-Hilfe");
        await second.OpenDocumentAsync("Startseite", "Leistungen", "Lokaso-Hilfe");
        var read = new TaskCompletionSource();
        await second.Page.RouteAsync(Document(), async route =>
        {
            await read.Task;
            await route.ContinueAsync();
        });
        var asked = second.Page.WaitForRequestAsync(Document());
        await first.Property("summary").Locator("textarea").FillAsync("Von nebenan.");
        await first.SaveAsync();
        await asked;
        await second.Property("summary").Locator("textarea").FillAsync("Gerade begonnen.");
        read.SetResult();
        await second.NotifiedAsync("in einem anderen Fenster geändert");
        await Assertions.Expect(second.Property("summary").Locator("textarea")).ToHaveValueAsync("Gerade begonnen.");

        // Closed once, it is said of the next change too.
        await first.Property("summary").Locator("textarea").FillAsync("Noch einmal von nebenan.");
        await first.SaveAsync();
        await second.NotifiedAsync("in einem anderen Fenster geändert");
        await RefusedAsync(second);
        await first.CheckAsync();
        await second.CheckAsync();
    }

    /// <summary>Withdrawing reads the document. That is no reason to take an older text for one that knows the newest.</summary>
    [Test]
    public async Task WhatTheTreeReadsDoesNotLetAnOlderTextOverwriteANewerOne()
    {
        await using var first = await EditorWindow.OpenAsync(site.Address);
        await using var second = await EditorWindow.OpenAsync(site.Address);
        await first.OpenDocumentAsync("Startseite", "Barrierefreiheit");
        await second.OpenDocumentAsync("Startseite", "Barrierefreiheit");
        await second.NameField.FillAsync("Ohne Hürden");
        await first.NameField.FillAsync("Für alle");
        await first.SaveAsync();
        await second.NotifiedAsync("in einem anderen Fenster geändert");

        await second.Page.RunAndWaitForResponseAsync(
            async () => await second.ActAsync(await second.FindAsync("Startseite", "Für alle"), "Unpublish"), answer => answer.Request.Method == "GET" && Document().IsMatch(answer.Url));
        await second.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(second.Modal.Locator("uui-modal-sidebar, uui-modal-dialog")).ToHaveCountAsync(0);
        await RefusedAsync(second);
        await first.CheckAsync();
        await second.CheckAsync();
    }

    [Test]
    public async Task ASaveThatFoundNoServerHoldsUpNoOther()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.OpenDocumentAsync("Startseite", "Impressum");
        await editor.NameField.FillAsync("Wer wir sind");
        var lost = true;
        await editor.Page.RouteAsync(Document(), route => lost && route.Request.Method == "PUT" ? route.AbortAsync("internetdisconnected") : route.ContinueAsync());
        editor.Expect("ERR_INTERNET_DISCONNECTED");
        editor.Expect("Error in request");
        await editor.Button("Speichern").Last.ClickAsync();
        await editor.Page.Locator("uui-toast-notification").First.WaitForAsync();
        lost = false;
        var before = DateTime.UtcNow;
        await editor.SaveAsync();
        Assert.That(DateTime.UtcNow - before, Is.LessThan(TimeSpan.FromSeconds(10)));
        await editor.CheckAsync();
    }

    private static async Task RefusedAsync(EditorWindow window)
    {
        window.Expect(HttpStatusCode.PreconditionFailed, "");
        window.Expect("Error in request: UmbApiError");
        await window.Button("Speichern").Last.ClickAsync();
        await window.Page.Locator("uui-toast-notification").Filter(new() { HasText = EditorSite.Name }).First.WaitForAsync();
    }

    [GeneratedRegex("/api/v1/document/[0-9a-f-]{36}$")]
    private static partial Regex Document();
}
