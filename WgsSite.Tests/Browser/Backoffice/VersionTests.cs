using System.Net;
using Microsoft.Playwright;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>Going back to an earlier version, and publishing with what is beneath.</summary>
[Parallelizable]
internal sealed class VersionTests
{
    private EditorSite site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => site = await EditorSite.StartAsync();

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    [Test]
    public async Task AnEarlierVersionIsComparedAndBroughtBack()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.OpenDocumentAsync("Startseite", "Leistungen", "Menü-Service");
        var summary = editor.Property("summary").Locator("textarea");
        await Assertions.Expect(summary).Not.ToHaveValueAsync("");
        var first = await summary.InputValueAsync();
        await summary.FillAsync("Das war ein Versehen.");
        await editor.SaveAsync();
        await editor.ActAsync(await editor.FindAsync("Startseite", "Leistungen", "Menü-Service"), "Rollback");
        var versions = editor.Modal.Locator(".rollback-item");
        await versions.First.ClickAsync();
        await editor.Modal.GetByText("Versehen").First.WaitForAsync();
        await editor.PictureAsync("versionen");
        await editor.ConfirmAsync("Frühere Version wiederherstellen");

        // The open window shows it, and goes on from there.
        await Assertions.Expect(summary).ToHaveValueAsync(first);
        await summary.FillAsync("Danach geht es weiter.");
        await editor.SaveAsync();
        await Assertions.Expect(summary).ToHaveValueAsync("Danach geht es weiter.");
        await editor.CheckAsync();
    }

    [Test]
    public async Task APageIsPublishedWithAllBeneathIt()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.OpenDocumentAsync("Startseite", "Über das Projekt");
        await editor.Page.Locator("umb-workspace-action-menu uui-button").Last.ClickAsync();
        await editor.LookAsync();
        await editor.Page.Locator("uui-menu-item[label^=\"Mit Unterseiten veröffentlichen\"]").Last.ClickAsync();
        await editor.Modal.Locator("uui-toggle").First.WaitForAsync();
        await editor.PictureAsync("mit-unterseiten");
        await editor.Modal.Locator("uui-toggle").First.ClickAsync();
        await editor.LookAsync();
        await editor.Modal.Locator("uui-button[look=primary]").Last.ClickAsync();
        await editor.NotifiedAsync("veröffentlicht");
        await editor.CheckAsync();
    }

    [Test]
    public async Task WhatKeepsPagesFromBeingPublishedTogetherIsNamed()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.CreateDraftAsync(await editor.FindAsync("Startseite", "Fragen", "Orte"), "Frage", "Noch ohne Antwort");
        await editor.TreeItem("Noch ohne Antwort").WaitForAsync();
        await editor.OpenDocumentAsync("Startseite", "Fragen", "Orte");
        editor.Expect(HttpStatusCode.BadRequest, "/publish-with-descendants");
        await editor.Page.Locator("umb-workspace-action-menu uui-button").Last.ClickAsync();
        await editor.Page.Locator("uui-menu-item[label^=\"Mit Unterseiten veröffentlichen\"]").Last.ClickAsync();
        await editor.Modal.Locator("uui-toggle").First.ClickAsync();
        await editor.Modal.Locator("uui-button[look=primary]").Last.ClickAsync();
        await editor.Page.GetByText("„Noch ohne Antwort“").First.WaitForAsync();
        await editor.LookAsync();
    }
}
