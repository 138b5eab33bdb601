using System.Net;
using Microsoft.Playwright;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>Two editors at work at the same time: nobody overwrites anybody, and each sees what the other did.</summary>
[Parallelizable]
internal sealed class TwoEditorsTests
{
    private EditorSite site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => site = await EditorSite.StartAsync();

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    [Test]
    public async Task WhoSavesSecondIsToldAndKeepsWhatWasTyped()
    {
        await using var first = await EditorWindow.OpenAsync(site.Address);
        await using var second = await EditorWindow.OpenAsync(site.Address);
        await first.OpenDocumentAsync("Startseite", "Leistungen", "Menü-Service");
        await second.OpenDocumentAsync("Startseite", "Leistungen", "Menü-Service");

        await second.Property("summary").Locator("textarea").FillAsync("Von der Zweiten.");
        await first.Property("summary").Locator("textarea").FillAsync("Von der Ersten.");
        await first.PublishAsync();

        // Said as soon as it happened, and again to who saves all the same.
        var notice = second.Page.Locator("uui-toast-notification");
        await notice.Filter(new() { HasText = "in einem anderen Fenster geändert" }).WaitForAsync();
        await second.PictureAsync("zwei-fenster");
        await second.NotifiedAsync("in einem anderen Fenster geändert");
        second.Expect(HttpStatusCode.PreconditionFailed, "");
        second.Expect("Error in request: UmbApiError");
        await second.Button("Speichern").Last.ClickAsync();
        var refusal = notice.Filter(new() { HasText = EditorSite.Name }).First;
        await refusal.WaitForAsync();
        await second.LookAsync();
        await Assertions.Expect(refusal).ToContainTextAsync("Uhr");
        await second.PictureAsync("nicht-gespeichert");

        await Assertions.Expect(second.Property("summary").Locator("textarea")).ToHaveValueAsync("Von der Zweiten.");
        Assert.That(await second.ReadAsync("/leistungen/menue-service/"), Does.Contain("Von der Ersten."));
        await first.CheckAsync();
        await second.CheckAsync();
    }

    [Test]
    public async Task WhereNothingWasTypedTheChangeIsShownByItself()
    {
        await using var first = await EditorWindow.OpenAsync(site.Address);
        await using var second = await EditorWindow.OpenAsync(site.Address);
        await first.OpenDocumentAsync("Startseite", "Leistungen", "Lokaso-Hilfe");
        await second.OpenDocumentAsync("Startseite", "Leistungen", "Lokaso-Hilfe");
        await first.Property("summary").Locator("textarea").FillAsync("Das steht jetzt in beiden Fenstern.");
        await first.SaveAsync();
        await Assertions.Expect(second.Property("summary").Locator("textarea")).ToHaveValueAsync("Das steht jetzt in beiden Fenstern.");

        // Now the second goes on from there, and is not refused.
        await second.Property("summary").Locator("textarea").FillAsync("Und so bleibt es.");
        await second.PublishAsync();
        Assert.That(await second.ReadAsync("/leistungen/lokaso-hilfe/"), Does.Contain("Und so bleibt es."));
        await first.CheckAsync();
        await second.CheckAsync();
    }

    [Test]
    public async Task TheTreeFollowsWhatOthersRenameAndMove()
    {
        await using var first = await EditorWindow.OpenAsync(site.Address);
        await using var second = await EditorWindow.OpenAsync(site.Address);
        await second.FindAsync("Startseite", "Fragen", "Orte", "Was ist, wenn ich umziehe?");

        await first.OpenDocumentAsync("Startseite", "Impressum");
        await first.NameField.FillAsync("Wer wir sind");
        await first.PublishAsync();
        await second.TreeItem("Wer wir sind").WaitForAsync();
        await Assertions.Expect(second.TreeItem("Impressum")).ToHaveCountAsync(0);

        await first.ActAsync(await first.FindAsync("Startseite", "Fragen", "Orte", "Was ist, wenn ich umziehe?"), "MoveTo");
        await first.PickAsync("Inhalt", "Startseite", "Fragen", "Zum Angebot");
        await first.ConfirmAsync("Auswählen");
        await Assertions.Expect(second.TreeItem("Orte").Locator("uui-menu-item[label=\"Was ist, wenn ich umziehe?\"]")).ToHaveCountAsync(0);
        await second.FindAsync("Startseite", "Fragen", "Zum Angebot", "Was ist, wenn ich umziehe?");
        await first.CheckAsync();
        await second.CheckAsync();
    }

    [Test]
    public async Task TheTreeFollowsWhatOthersAddAndThrowAway()
    {
        await using var first = await EditorWindow.OpenAsync(site.Address);
        await using var second = await EditorWindow.OpenAsync(site.Address);
        await second.FindAsync("Startseite", "Fragen", "Kosten und Vertrag", "Kann ich wieder aufhören?");

        await first.CreateDraftAsync(await first.FindAsync("Startseite", "Fragen", "Kosten und Vertrag"), "Frage", "Was kostet der Anruf?");
        await second.TreeItem("Was kostet der Anruf?").WaitForAsync();

        await first.ActAsync(await first.FindAsync("Startseite", "Fragen", "Kosten und Vertrag", "Was kostet der Anruf?"), "Trash");
        await first.ConfirmAsync("In den Papierkorb");

        // The bin of the second window holds it now, closed as it is.
        const string Item = "uui-menu-item[label=\"Was kostet der Anruf?\"]";
        await Assertions.Expect(second.TreeItem("Kosten und Vertrag").Locator(Item)).ToHaveCountAsync(0);
        await Assertions.Expect(second.TreeItem("Papierkorb").Locator(Item).First).ToBeAttachedAsync();
        await first.CheckAsync();
        await second.CheckAsync();
    }

    [Test]
    public async Task WhoHasAPageOpenIsToldThatItIsInTheBin()
    {
        await using var first = await EditorWindow.OpenAsync(site.Address);
        await using var second = await EditorWindow.OpenAsync(site.Address);
        await second.OpenDocumentAsync("Startseite", "Fragen", "Kosten und Vertrag", "Kann ich wieder aufhören?");
        await first.ActAsync(await first.FindAsync("Startseite", "Fragen", "Kosten und Vertrag", "Kann ich wieder aufhören?"), "Trash");
        await first.ConfirmAsync("In den Papierkorb");
        await second.NotifiedAsync("in den Papierkorb gelegt");
        await first.CheckAsync();
        await second.CheckAsync();
    }
}
