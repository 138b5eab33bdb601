using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>Publishing and withdrawing at a time chosen before, by an editor who travels.</summary>
[Parallelizable]
internal sealed class ScheduleTests
{
    private EditorSite site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => site = await EditorSite.StartAsync();

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    [Test]
    public async Task APlanIsMadeSeenAndCarriedOutInTheTimeOfTheSite()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address, timeZone: "America/New_York");
        await editor.OpenDocumentAsync("Startseite", "Leistungen", "Menü-Service");
        await editor.Property("summary").Locator("textarea").FillAsync("Ab Juli gibt es auch Abendessen.");
        await OpenPlanAsync(editor);
        await editor.Modal.Locator("input[type=datetime-local]").Nth(0).FillAsync("2030-07-01T08:00");
        await editor.Modal.Locator("input[type=datetime-local]").Nth(1).FillAsync("2030-12-31T18:30");
        await editor.LookAsync();
        await editor.PictureAsync("zeitplan");
        await editor.Modal.Locator("uui-button[label=\"Veröffentlichung planen\"]").ClickAsync();
        await editor.NotifiedAsync("Zeitplan");
        Assert.That(await editor.ReadAsync("/leistungen/menue-service/"), Does.Not.Contain("Abendessen"));
        Assert.That(Planned(), Is.EqualTo(["Publish 2030-07-01 06:00:00", "Unpublish 2030-12-31 17:30:00"]));

        // What was planned stands where the page's other dates stand, and in the dialog.
        await editor.Page.Locator("[data-mark=\"workspace:view-link:Umb.WorkspaceView.Document.Info\"]").ClickAsync();
        await Assertions.Expect(editor.Page.Locator("umb-document-workspace-view-info")).ToContainTextAsync("1. Juli 2030 um 08:00:00");
        await editor.Page.GetByText("Zeitplan: veröffentlichen am 1. Juli 2030, 08:00 Uhr, zurücknehmen am 31. Dezember 2030, 18:30 Uhr").WaitForAsync();
        await editor.LookAsync();
        await editor.PictureAsync("verlauf");
        await OpenPlanAsync(editor);
        await Assertions.Expect(editor.Modal.Locator("input[type=datetime-local]").Nth(0)).ToHaveValueAsync("2030-07-01T08:00");
        await editor.CloseDialogAsync("Schließen");

        Begin();
        for (var tries = 0; tries < 45 && (await editor.ReadAsync("/leistungen/menue-service/"))?.Contains("Abendessen", StringComparison.Ordinal) != true; tries++) await Task.Delay(1000);
        Assert.That(await editor.ReadAsync("/leistungen/menue-service/"), Does.Contain("Ab Juli gibt es auch Abendessen."));
        Assert.That(Planned(), Is.EqualTo(["Unpublish 2030-12-31 17:30:00"]));
        await editor.Page.ReloadAsync();
        await editor.Page.GetByText("(nach Zeitplan)").First.WaitForAsync();
        await editor.Page.Locator("umb-history-list").GetByText("Website", new() { Exact = true }).First.WaitForAsync();
        await editor.CheckAsync();
    }

    [Test]
    public async Task APlanForThePastIsRefusedBeforeItIsSent()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.OpenDocumentAsync("Startseite", "Leistungen", "Hausnotruf");
        await OpenPlanAsync(editor);
        await editor.Modal.Locator("input[type=datetime-local]").Nth(0).FillAsync("2020-07-01T08:00");
        await editor.Modal.Locator("uui-button[label=\"Veröffentlichung planen\"]").ClickAsync();
        await editor.Modal.GetByText("darf nicht in der Vergangenheit liegen").First.WaitForAsync();
        await editor.CloseDialogAsync("Schließen");
        await editor.CheckAsync();
    }

    /// <summary>Times of the zone the site is in, on the nights when its clocks are set; the browser's own is another one.</summary>
    [TestCase("2026-03-29T01:59", "2026-03-29T00:59:00.000Z", "2026-03-29T01:59")]
    [TestCase("2026-03-29T02:30", "2026-03-29T01:30:00.000Z", "2026-03-29T03:30")]
    [TestCase("2026-03-29T03:00", "2026-03-29T01:00:00.000Z", "2026-03-29T03:00")]
    [TestCase("2026-10-25T01:30", "2026-10-24T23:30:00.000Z", "2026-10-25T01:30")]
    [TestCase("2026-10-25T02:30", "2026-10-25T00:30:00.000Z", "2026-10-25T02:30")]
    [TestCase("2026-10-25T03:30", "2026-10-25T02:30:00.000Z", "2026-10-25T03:30")]
    public async Task TheClocksAreThoseOfTheSite(string typed, string sent, string shown)
    {
        var module = Support.Repository.At("WgsSite.Cms", "Backoffice", "client", "src", "editing", "wall-time.js");
        var context = await ChromiumBrowser.NewReaderAsync(600, timeZone: "Pacific/Auckland");
        var page = await context.NewPageAsync();
        await page.AddScriptTagAsync(new() { Content = await File.ReadAllTextAsync(module) + "; Object.assign(window, { fromField, toField });", Type = "module" });
        // A module is run when the page gets to it, not when it is added.
        await page.WaitForFunctionAsync("() => 'toField' in window");
        var result = await page.EvaluateAsync<string[]>("(text) => { const moment = fromField(text, 'Europe/Berlin'); return [moment.toISOString(), toField(moment, 'Europe/Berlin')]; }", typed);
        await context.CloseAsync();
        Assert.That(result, Is.EqualTo([sent, shown]));
    }

    private static async Task OpenPlanAsync(EditorWindow editor)
    {
        await editor.Page.Locator("umb-workspace-action-menu uui-button").Last.ClickAsync();
        await editor.LookAsync();
        await editor.Page.Locator("uui-menu-item[label^=\"Veröffentlichung planen\"]").Last.ClickAsync();
        await editor.Modal.Locator("input[type=datetime-local]").First.WaitForAsync();
    }

    private List<string> Planned()
    {
        using var db = Open("SELECT Action || ' ' || substr(At, 1, 19) FROM Schedule ORDER BY At");
        using var rows = db.ExecuteReader();
        var planned = new List<string>();
        while (rows.Read()) planned.Add(rows.GetString(0));
        return planned;
    }

    /// <summary>The time of the plan has come.</summary>
    private void Begin()
    {
        using var db = Open("UPDATE Schedule SET At = $now WHERE Action = 'Publish'");
        db.Parameters.AddWithValue("$now", DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        Assert.That(db.ExecuteNonQuery(), Is.EqualTo(1));
    }

    private SqliteCommand Open(string sql)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(site.DataFolder, "cms.db")};Pooling=False");
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
