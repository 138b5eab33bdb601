using System.Net;
using System.Text.Json;
using WgsSite.Tests.Cms.Management;
using WgsSite.Tests.Support;
using static WgsSite.Tests.Cms.Management.ApiEditor;

namespace WgsSite.Tests.Web.Pages.OpenReferral;

/// <summary>The answers are kept, and yet never older than the pages.</summary>
public sealed class ServicesFollowPublishingTests
{
    private const string Hausnotruf = "47b14679-fa27-5fd7-b85c-eb9d49f910a6", Contact = "7867def7-9f26-5661-85c6-6638179cb954";

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
    public async Task WhatIsPublishedIsAnsweredAtOnceAndADraftIsNot()
    {
        var before = await ReadAsync();
        await editor.SaveAsync(Hausnotruf, null, Value("summary", "Ein Knopf, und jemand hört Sie."));
        Assert.That((await ReadAsync()).ToString(), Is.EqualTo(before.ToString()), "a draft");
        await editor.PublishAsync(Hausnotruf);
        var after = await ReadAsync();
        var changed = await ListAsync($"modified_after={after.GetProperty("last_modified").GetString()}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.GetProperty("description").GetString(), Is.EqualTo("Ein Knopf, und jemand hört Sie."));
            Assert.That(after.GetProperty("last_modified").GetDateTime(), Is.GreaterThan(before.GetProperty("last_modified").GetDateTime()));
            Assert.That(changed, Is.EqualTo(new[] { Hausnotruf }));
            Assert.That(await ListAsync(), Does.Contain(Hausnotruf));
        }
    }

    [Test]
    public async Task AContactIsNamedOnceItIsNoSampleAndWithoutItsAbsence()
    {
        Assert.That((await ReadAsync()).TryGetProperty("contacts", out _), Is.False, "sample data");
        await editor.SaveAsync(Contact, "Zentrale", Value("isPlaceholder", false), Value("phone", "0271 12345-0"), Value("hours", "Montag bis Freitag 9 bis 12 Uhr"), Value("absentFrom", "2026-11-01"), Value("absentTo", "2027-12-31"));
        await editor.PublishAsync(Contact);
        var contact = (await ReadAsync()).GetProperty("contacts")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(contact.GetProperty("id").GetString(), Is.EqualTo(Contact));
            Assert.That(contact.GetProperty("name").GetString(), Is.EqualTo("Zentrale"));
            Assert.That(contact.GetProperty("title").GetString(), Is.EqualTo("Für Fragen zum Projekt und zu den Partnern"));
            Assert.That(contact.GetProperty("phones")[0].GetProperty("number").GetString(), Is.EqualTo("+49271123450"));
            Assert.That(contact.GetProperty("phones")[0].GetProperty("description").GetString(), Is.EqualTo("Montag bis Freitag 9 bis 12 Uhr"));
            Assert.That(contact.EnumerateObject().Select(property => property.Name), Is.EquivalentTo(new[] { "id", "name", "title", "email", "phones" }));
            Assert.That(HsdsSchemas.FaultsOfService(await ReadAsync()), Is.Empty);
        }
    }

    [Test]
    public async Task WhatIsWithdrawnIsGone()
    {
        const string Menu = "a7ac2767-1e17-5a0f-9544-aa68cd1775fc";
        Assert.That(await ListAsync(), Does.Contain(Menu));
        await DoneAsync(editor.PutAsync($"/document/{Menu}/unpublish", new { cultures = (object?)null }));
        Assert.That(await ListAsync(), Does.Not.Contain(Menu));
        using var one = await site.Process.Http.GetAsync($"/api/services/{Menu}");
        Assert.That(one.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private async Task<JsonElement> ReadAsync() => JsonDocument.Parse(await site.Process.Http.GetStringAsync($"/api/services/{Hausnotruf}")).RootElement;

    private async Task<IReadOnlyList<string>> ListAsync(string query = "") =>
        [.. JsonDocument.Parse(await site.Process.Http.GetStringAsync("/api/services" + (query.Length > 0 ? "?" + query : ""))).RootElement.GetProperty("contents").EnumerateArray().Select(service => service.GetProperty("id").GetString()!)];
}
