using System.Text.Json.Nodes;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Management;

/// <summary>What the site says of its own state.</summary>
[Parallelizable]
internal sealed class HealthTests
{
    private EditorSite site = null!;
    private EditorSession editor = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        site = await EditorSite.StartAsync();
        editor = await site.SignInAsync();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        editor.Dispose();
        site.Dispose();
    }

    [Test]
    public async Task ALinkToAPageThatIsNoLongerThereIsFoundWhereItStands()
    {
        var target = await editor.PublishedPageAsync("Bald weg");
        var key = await editor.PublishedPageAsync("Verweist darauf", ApiEditor.Home, ApiEditor.Value("body", ApiEditor.Block("3f55881f-a57d-5449-847b-e5eca65a8df6", "text", new JsonObject { ["markup"] = $"<p><a href=\"/{{localLink:{target}}}\" type=\"document\">da</a></p>", ["blocks"] = null })));
        Assert.That(await FoundAsync("Links zwischen Seiten"), Does.Not.Contain(key));
        await editor.BinAsync(target);
        Assert.That(await FoundAsync("Links zwischen Seiten"), Does.Contain(key));
    }

    [Test]
    public async Task EachCheckAnswersInASentence()
    {
        var answers = await editor.ReadAsync("/site-health");
        Assert.That(answers.AsArray().Select(check => (string)check!["message"]!), Has.All.EndsWith("."));
        Assert.That(answers.AsArray().Select(check => (string)check!["name"]!), Is.EquivalentTo(["Datenbank", "Platz auf dem Server", "Zeitpläne", "Webhooks", "Links zwischen Seiten", "Bilder", "E-Mails", "Anfragen", "Adresse der Website", "Platzhalter", "Prüftermine"]));
    }

    [Test]
    public async Task APictureThatSaysNothingIsFoundAndLeadsToItself()
    {
        var silent = await editor.AddMediaAsync("stumm.png", TestPictures.Png(40, 30));
        var described = await editor.AddMediaAsync("beschrieben.png", TestPictures.Png(40, 30), alternativeText: "Ein Zeichen");
        Assert.That(await FoundAsync("Bilder", "media"), Does.Contain(silent.ToString()).And.Not.Contain(described.ToString()));
    }

    private async Task<List<string>> FoundAsync(string name, string kind = "document") =>
        [.. (await editor.ReadAsync("/site-health")).AsArray().Single(check => (string)check!["name"]! == name)!["findings"]!.AsArray().Select(finding => (string?)finding![kind]?["id"]).OfType<string>()];
}
