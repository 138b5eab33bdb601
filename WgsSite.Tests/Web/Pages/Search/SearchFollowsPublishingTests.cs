using System.Net;
using WgsSite.Tests.Cms.Management;
using WgsSite.Tests.Support;
using static WgsSite.Tests.Cms.Management.ApiEditor;

namespace WgsSite.Tests.Web.Pages.Search;

/// <summary>What is found is what is published, with the same call that publishes it.</summary>
public sealed class SearchFollowsPublishingTests
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
    public async Task APageIsFoundFromItsPublishingToItsWithdrawal()
    {
        var key = await editor.CreatePageAsync("Quittengelee", values: Value("headline", "Quittengelee kochen"));
        Assert.That(await FoundAsync("Quittengelee"), Is.Empty, "a draft");
        await editor.PublishAsync(key);
        Assert.That(await FoundAsync("Quittengelee"), Is.EqualTo(new[] { "Quittengelee kochen" }));

        await editor.SaveAsync(key, null, Value("headline", "Holundersaft kochen"));
        Assert.That(await FoundAsync("Holundersaft"), Is.Empty, "a draft");
        await editor.PublishAsync(key);
        Assert.That(await FoundAsync("Holundersaft"), Is.EqualTo(new[] { "Holundersaft kochen" }));

        using var withdrawn = await editor.PutAsync($"/document/{key}/unpublish", new { cultures = (object?)null });
        Assert.That(withdrawn.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await FoundAsync("Holundersaft"), Is.Empty);
    }

    private async Task<IReadOnlyList<string>> FoundAsync(string word)
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        return System.Text.Json.JsonSerializer.Deserialize<List<string>>(await http.GetStringAsync("/api/suche?q=" + word))!;
    }
}
