using System.Net;
using System.Text.Json;

namespace WgsSite.Tests.Web.Pages;

[Parallelizable(ParallelScope.All)]
internal sealed class CoverageApiTests
{
    [Test]
    public async Task A_place_is_answered_with_its_services()
    {
        var (status, json) = await AskAsync("?place=Krombach");
        Assert.Multiple(() =>
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(json.GetProperty("result").GetString(), Is.EqualTo("found"));
            Assert.That(json.GetProperty("places")[0].ToString(), Is.EqualTo("""{"ags":"05970024","name":"Kreuztal","district":"Krombach"}"""));
            Assert.That(json.GetProperty("services").GetArrayLength(), Is.EqualTo(7));
            Assert.That(json.GetProperty("services").EnumerateArray().Single(service => service.GetProperty("id").GetString() == "hausnotruf").ToString(),
                Is.EqualTo("""{"id":"hausnotruf","name":"Hausnotruf","path":"/leistungen/hausnotruf/","status":"available"}"""));
        });
    }

    [TestCase("Salchendorf", "ambiguous", 2)]
    [TestCase("Berlin", "outside", 0)]
    public async Task Several_places_and_places_elsewhere_are_named_so(string place, string result, int places)
    {
        var (status, json) = await AskAsync($"?place={place}");
        Assert.Multiple(() =>
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(json.GetProperty("result").GetString(), Is.EqualTo(result));
            Assert.That(json.GetProperty("places").GetArrayLength(), Is.EqualTo(places));
            Assert.That(json.GetProperty("services").GetArrayLength(), Is.Zero);
        });
    }

    [Test]
    public async Task A_place_nobody_knows_is_404_with_suggestions()
    {
        var (status, json) = await AskAsync("?place=Siegn");
        Assert.Multiple(() =>
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(json.GetProperty("status").GetInt32(), Is.EqualTo(404));
            Assert.That(json.GetProperty("suggestions").EnumerateArray().Select(item => item.GetString()), Does.Contain("Siegen"));
        });
    }

    [TestCase("")]
    [TestCase("?place=")]
    [TestCase("?place=%20")]
    [TestCase("?ort=Siegen")]
    [TestCase("?place=Siegen&place=Kreuztal")]
    public async Task No_place_is_400(string query) => Assert.That((await AskAsync(query)).Status, Is.EqualTo(HttpStatusCode.BadRequest));

    [TestCase(101, HttpStatusCode.BadRequest)]
    [TestCase(100, HttpStatusCode.NotFound)]
    public async Task A_place_of_over_100_characters_is_400(int length, HttpStatusCode expected) =>
        Assert.That((await AskAsync($"?place={new string('x', length)}")).Status, Is.EqualTo(expected));

    [Test]
    public async Task A_paused_service_and_an_exception_say_so()
    {
        var site = await SmallSite.SiteAsync();
        using var json = JsonDocument.Parse(await site.Http.GetStringAsync("/api/coverage?place=Astadt"));
        var services = json.RootElement.GetProperty("services").EnumerateArray().ToDictionary(service => service.GetProperty("id").GetString()!);
        Assert.Multiple(() =>
        {
            Assert.That(services, Does.Not.ContainKey("beendeter-dienst"));
            Assert.That(services["dienst-in-pause"].GetProperty("status").GetString(), Is.EqualTo("notAvailable"));
            Assert.That(services["dienst-in-pause"].GetProperty("note").GetString(), Does.StartWith("Die Pause dauert bis März."));
            Assert.That(services["dienst-a"].GetProperty("status").GetString(), Is.EqualTo("notAvailable"));
            Assert.That(services["dienst-a"].GetProperty("note").GetString(), Is.EqualTo("verfügbar, außer 11112"));
        });
    }

    private static async Task<(HttpStatusCode Status, JsonElement Json)> AskAsync(string query)
    {
        var site = await FirstSite.SiteAsync();
        using var response = await site.Http.GetAsync("/api/coverage" + query);
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo(response.IsSuccessStatusCode ? "application/json" : "application/problem+json"));
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }
}
