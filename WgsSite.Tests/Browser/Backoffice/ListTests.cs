using Microsoft.Playwright;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>News stand in a list, where several are acted on at once.</summary>
public sealed class ListTests
{
    private const string Brochure = "Eine Broschüre für jeden Haushalt";
    private const string Shopping = "Pflegekräfte zeigen, wie das Einkaufen im Internet geht";

    private EditorSite site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => site = await EditorSite.StartAsync();

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    [Test]
    public async Task SeveralNewsAreWithdrawnPublishedAndThrownAwayAtOnce()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await OpenNewsAsync(editor);
        await SelectAsync(editor, Brochure, Shopping);
        await Assertions.Expect(editor.Page.GetByText("2 von 3 ausgewählt")).ToBeVisibleAsync();
        await editor.PictureAsync("liste");

        await ActAsync(editor, "Veröffentlichung zurücknehmen");
        await editor.NotifiedAsync("2");
        var page = await editor.ReadAsync("/aktuelles/");
        Assert.That(page, Does.Not.Contain(Brochure).And.Not.Contain(Shopping).And.Contain("steht jetzt im Internet"));

        await SelectAsync(editor, Brochure, Shopping);
        await ActAsync(editor, "Veröffentlichen");
        await editor.NotifiedAsync("2");
        page = await editor.ReadAsync("/aktuelles/");
        Assert.That(page, Does.Contain(Brochure).And.Contain(Shopping));

        await SelectAsync(editor, Brochure, Shopping);
        await ActAsync(editor, "In den Papierkorb");
        await Assertions.Expect(Row(editor, Brochure)).ToHaveCountAsync(0);
        page = await editor.ReadAsync("/aktuelles/");
        Assert.That(page, Does.Not.Contain(Brochure).And.Not.Contain(Shopping));
        await editor.CheckAsync();
    }

    [Test]
    public async Task ANewsItemIsFoundInTheListAndOpened()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await OpenNewsAsync(editor);
        await Assertions.Expect(editor.Button("Nachricht erstellen").Or(editor.Page.GetByRole(AriaRole.Link, new() { Name = "Nachricht erstellen" })).First).ToBeVisibleAsync();
        await editor.Page.Locator("umb-collection-filter-field input").FillAsync("zusatzleistungen");
        await Assertions.Expect(editor.Page.Locator("umb-table uui-table-row")).ToHaveCountAsync(1);
        await editor.Page.Locator("umb-table").GetByText("Alles über die Zusatzleistungen").First.ClickAsync();
        await Assertions.Expect(editor.NameField).ToHaveValueAsync("Alles über die Zusatzleistungen steht jetzt im Internet");
        await editor.CheckAsync();
    }

    private static async Task OpenNewsAsync(EditorWindow editor)
    {
        await (await editor.FindAsync("Startseite", "Aktuelles")).Locator("#label-button").First.ClickAsync();
        await Row(editor, "Alles über die Zusatzleistungen").WaitForAsync();
        await editor.LookAsync();
    }

    private static ILocator Row(EditorWindow editor, string name) => editor.Page.Locator("umb-table uui-table-row").Filter(new() { HasText = name });

    private static async Task SelectAsync(EditorWindow editor, params string[] names)
    {
        await editor.SettledAsync();
        foreach (var name in names) await Row(editor, name).Locator("uui-table-cell").First.ClickAsync();
    }

    private static async Task ActAsync(EditorWindow editor, string action)
    {
        await editor.LookAsync();
        await editor.Button(action).First.ClickAsync();
        await editor.SettledAsync();
        await editor.LookAsync();
        await editor.Modal.Locator($"uui-button[label=\"{action}\"]").Last.ClickAsync();
        await editor.SettledAsync();
        await editor.LookAsync();
    }
}
