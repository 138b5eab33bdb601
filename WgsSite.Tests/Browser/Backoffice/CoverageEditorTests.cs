using System.Text.Json;
using Microsoft.Playwright;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>Where a service can be had, entered on the map and in the list, and what readers then find.</summary>
[Parallelizable]
internal sealed class CoverageEditorTests
{
    private const string Attendorn = "05966004";
    private const string Olpe = "05966024";
    private const string Siegen = "05970040";

    private EditorSite site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => site = await EditorSite.StartAsync();

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    [Test]
    public async Task APlaceIsSetOnTheMapAndAKreisInTheList()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        var field = await OpenAsync(editor, "Hausnotruf");
        var numbers = await field.Locator("#numbers .figure").InnerTextAsync();

        // One click: „auf Anfrage“ becomes „nicht verfügbar“; undone, and done again.
        await field.Locator($"path[data-ags=\"{Olpe}\"]").ClickAsync();
        await Expect(field, $"#place-{Olpe}-notAvailable").ToBeCheckedAsync();
        await field.Locator("#undo").ClickAsync();
        await Expect(field, $"#place-{Olpe}-onRequest").ToBeCheckedAsync();
        await field.Locator("#redo").ClickAsync();
        await Expect(field, $"#place-{Olpe}-notAvailable").ToBeCheckedAsync();

        // The whole Kreis beneath it, which the place keeps out of; one with flats changes the numbers.
        await field.Locator("#kreis-05966-available").CheckAsync();
        await Expect(field, $"#place-{Attendorn}-available").ToBeCheckedAsync();
        await Expect(field, $"#place-{Olpe}-notAvailable").ToBeCheckedAsync();
        await field.Locator($"#place-{Siegen}-onRequest").CheckAsync();
        await Assertions.Expect(field.Locator("#numbers .figure")).Not.ToHaveTextAsync(numbers);
        await Assertions.Expect(field.Locator("#numbers .figure")).ToContainTextAsync("veröffentlicht:");
        await field.Locator($"#place-{Siegen}-available").CheckAsync();

        await field.GetByRole(AriaRole.Button, new() { Name = "Olpe: Hinweis schreiben", Exact = true }).ClickAsync();
        await field.Locator($"[id=\"note-ags:{Olpe}\"]").FillAsync("Ab Herbst.");
        await field.GetByRole(AriaRole.Button, new() { Name = "Siegen: Ausnahme für eine Postleitzahl" }).ClickAsync();
        await editor.LookAsync();
        await field.GetByRole(AriaRole.Button, new() { Name = "Ausnahme für 57080" }).ClickAsync();
        await Expect(field, $"#code-57080-{Siegen}-notAvailable").ToBeCheckedAsync();
        await editor.Page.EvaluateAsync("document.activeElement?.blur()");
        await editor.Page.SetViewportSizeAsync(1280, 1000);
        await field.EvaluateAsync("element => element.scrollIntoView()");
        await editor.Page.Mouse.MoveAsync(10, 10);
        await editor.PictureAsync("einsatzgebiet", new() { X = 310, Y = 130, Width = 960, Height = 680 });
        await editor.Page.SetViewportSizeAsync(1280, 800);
        await editor.PublishAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await StatusAsync("Attendorn", "hausnotruf"), Is.EqualTo("available"));
            Assert.That(await StatusAsync("Olpe", "hausnotruf"), Is.EqualTo("notAvailable"));
            Assert.That(await StatusAsync("57080", "hausnotruf"), Is.EqualTo("notAvailable"));
            Assert.That(await StatusAsync("57072", "hausnotruf"), Is.EqualTo("available"));
            Assert.That(await editor.ReadAsync("/einsatzgebiete/olpe/"), Does.Contain("Ab Herbst."));
        }

        await using var reader = await ChromiumBrowser.NewReaderAsync(1280);
        var page = await reader.NewPageAsync();
        await page.GotoAsync(site.Address + "einsatzgebiete/");
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "Attendorn" })).ToContainTextAsync("verfügbar");
        await editor.CheckAsync();
    }

    [Test]
    public async Task WhatChangesNothingIsSaidAndTidiedUp()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        var field = await OpenAsync(editor, "Menü-Service");
        await field.Locator($"#place-{Attendorn}-available").CheckAsync();
        await field.Locator("#kreis-05966-available").CheckAsync();
        await field.Locator("#redundant").WaitForAsync();
        await editor.LookAsync();
        await field.Locator("#clean-up").ClickAsync();
        await field.Locator("#redundant").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await Expect(field, $"#place-{Attendorn}-available").ToBeCheckedAsync();
        await editor.PublishAsync();
        Assert.That(await StatusAsync("Attendorn", "menue-service"), Is.EqualTo("available"));
        await editor.CheckAsync();
    }

    [Test]
    public async Task TheKeyboardIsEnough()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        var field = await OpenAsync(editor, "Lokaso-Hilfe");
        await field.Locator($"#place-{Attendorn}-onRequest").FocusAsync();
        await editor.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(field, $"#place-{Attendorn}-notAvailable").ToBeCheckedAsync();
        await editor.Page.Keyboard.PressAsync("Control+z");
        await Expect(field, $"#place-{Attendorn}-onRequest").ToBeCheckedAsync();
        await editor.Page.Keyboard.PressAsync("Control+y");
        await Expect(field, $"#place-{Attendorn}-notAvailable").ToBeCheckedAsync();

        // The space bar on a name does what a click on the map does.
        await field.Locator($".row[data-ags=\"{Attendorn}\"] button.place").FocusAsync();
        await editor.Page.Keyboard.PressAsync("Space");
        await Expect(field, $"#place-{Attendorn}-available").ToBeCheckedAsync();
        await Assertions.Expect(field.Locator("#said")).ToHaveTextAsync("Attendorn: jetzt verfügbar.");
        await editor.Page.Keyboard.PressAsync("Control+z");
        await Expect(field, $"#place-{Attendorn}-notAvailable").ToBeCheckedAsync();
        for (var step = 0; step < 200 && await FocusedAsync(editor) != "Speichern und veröffentlichen"; step++) await editor.Page.Keyboard.PressAsync("Tab");
        await editor.Page.Keyboard.PressAsync("Enter");
        await editor.NotifiedAsync("veröffentlicht");
        Assert.That(await StatusAsync("Attendorn", "lokaso-hilfe"), Is.EqualTo("notAvailable"));
        await editor.CheckAsync();
    }

    private static ILocatorAssertions Expect(ILocator field, string id) => Assertions.Expect(field.Locator(id));

    private static async Task<ILocator> OpenAsync(EditorWindow editor, string service)
    {
        await editor.OpenDocumentAsync("Startseite", "Leistungen", service);
        var field = editor.Property("coverage").Locator("wgs-coverage-editor");
        await field.ScrollIntoViewIfNeededAsync();
        await field.Locator("#numbers .figure").WaitForAsync();
        await editor.LookAsync();
        return field;
    }

    private static Task<string?> FocusedAsync(EditorWindow editor) => editor.Page.EvaluateAsync<string?>(
        "() => { let element = document.activeElement; while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement; return element?.getAttribute('aria-label') ?? element?.textContent?.trim(); }");

    private async Task<string?> StatusAsync(string place, string service)
    {
        var answer = JsonDocument.Parse(await site.Process.Http.GetStringAsync("/api/coverage?place=" + Uri.EscapeDataString(place)));
        return answer.RootElement.GetProperty("services").EnumerateArray().Single(item => item.GetProperty("id").GetString() == service).GetProperty("status").GetString();
    }
}
