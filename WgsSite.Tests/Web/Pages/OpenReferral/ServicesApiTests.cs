using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace WgsSite.Tests.Web.Pages.OpenReferral;

/// <summary>What the small content says, said in HSDS.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ServicesApiTests
{
    private const string ServiceA = "01576391-ad4c-5d23-9ae7-363e0557e4d3", Paused = "38a4ae24-cd63-555d-8402-911196dbc3b5", OfPausedPartner = "d17183e6-2ec4-5f88-98ee-74a43afc663a",
        Ended = "5724658d-924c-5368-9d37-94602bb35a09", PartnerA = "e7e53a40-fc6c-5426-9f47-22eefd898764", NeedA = "a45317ff-1b4e-5b4a-a548-3d761a35165e", Needs = "1d947542-3332-5687-b007-6f913d5b8f6e";

    [Test]
    public async Task A_service_says_what_its_page_says()
    {
        var service = await OkAsync($"/api/services/{ServiceA}");
        var organization = service.GetProperty("organization");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.GetProperty("name").GetString(), Is.EqualTo("Dienst A"));
            Assert.That(service.GetProperty("status").GetString(), Is.EqualTo("active"));
            Assert.That(service.GetProperty("description").GetString(), Is.EqualTo("Zusammenfassung der Leistung."));
            Assert.That(service.GetProperty("url").GetString(), Does.StartWith("http").And.EndWith("/leistungen/dienst-a/"));
            Assert.That(service.GetProperty("fees_description").GetString(), Is.EqualTo("Zehn Taler"));
            Assert.That(service.GetProperty("eligibility_description").GetString(), Is.EqualTo("Für alle\nFür manche"));
            Assert.That(service.GetProperty("application_process").GetString(), Does.StartWith("1. "));
            Assert.That(service.GetProperty("organization_id").GetString(), Is.EqualTo(PartnerA));
            Assert.That(service.GetProperty("last_modified").GetString(), Does.Match(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\z"));
            Assert.That(service.GetProperty("languages").EnumerateArray().Select(language => language.GetProperty("name").GetString()), Is.EqualTo(new[] { "Deutsch", "Türkisch" }));
            Assert.That(organization.GetProperty("name").GetString(), Is.EqualTo("Partner A e. V."), "blanks as other directories write them");
            Assert.That(organization.GetProperty("alternate_name").GetString(), Is.EqualTo("Partner A"));
            Assert.That(organization.GetProperty("website").GetString(), Is.EqualTo("https://partner.example/"));
            Assert.That(organization.GetProperty("phones")[0].GetProperty("number").GetString(), Is.EqualTo("+4912345678"));
            Assert.That(service.GetProperty("additional_urls").EnumerateArray().Select(url => url.GetProperty("url").GetString()), Has.One.EndsWith("/leistungen/dienst-a/leicht/").And.None.Contains("javascript"));
        }
    }

    [Test]
    public async Task A_service_one_goes_to_has_its_address()
    {
        var location = (await OkAsync($"/api/services/{ServiceA}")).GetProperty("service_at_locations")[0].GetProperty("location");
        var address = location.GetProperty("addresses")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(location.GetProperty("name").GetString(), Is.EqualTo("Astadt"));
            Assert.That(address.GetProperty("address_1").GetString(), Is.EqualTo("Beispielweg 1"));
            Assert.That(address.GetProperty("postal_code").GetString(), Is.EqualTo("11111"));
            Assert.That(address.GetProperty("city").GetString(), Is.EqualTo("Astadt"));
            Assert.That(address.GetProperty("state_province").GetString(), Is.EqualTo("Schleswig-Holstein"));
            Assert.That((await OkAsync($"/api/services/{OfPausedPartner}")).TryGetProperty("service_at_locations", out _), Is.False, "what is not known is left out");
        }
    }

    /// <summary>Who reads only service areas must never take for certain what is not.</summary>
    [Test]
    public async Task Areas_are_where_it_is_certain_and_nowhere_else()
    {
        var service = await OkAsync($"/api/services/{ServiceA}");
        var onRequest = service.GetProperty("attributes").EnumerateArray().Where(attribute => attribute.GetProperty("link_type").GetString() == "availability").ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.GetProperty("service_areas").EnumerateArray().Select(area => area.GetProperty("name").GetString()), Is.EqualTo(new[] { "11111 Astadt" }), "11112 is an exception");
            Assert.That(service.GetProperty("service_areas")[0].GetProperty("attributes").EnumerateArray().Select(attribute => $"{attribute.GetProperty("link_type")} {attribute.GetProperty("value")}"),
                Is.EqualTo(new[] { "part_of_municipality 01234001", "postal_code 11111" }));
            Assert.That(onRequest.Select(attribute => attribute.GetProperty("value").GetString()), Is.EqualTo(new[] { "01234002", "09999003" }));
            Assert.That(onRequest.Select(attribute => attribute.GetProperty("taxonomy_term").GetProperty("name").GetString()).Distinct(), Is.EqualTo(new[] { "Auf Anfrage" }));
        }
    }

    [TestCase(Paused, "Die Pause dauert bis März.")]
    [TestCase(OfPausedPartner, "Partner P pausiert bis Juni.")]
    public async Task A_pause_is_said_and_makes_it_available_nowhere(string id, string notice)
    {
        var service = await OkAsync($"/api/services/{id}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.GetProperty("status").GetString(), Is.EqualTo("temporarily closed"));
            Assert.That(service.GetProperty("alert").GetString(), Is.EqualTo(notice));
            Assert.That(service.TryGetProperty("service_areas", out _), Is.False);
        }
    }

    [Test]
    public async Task What_has_ended_is_not_there()
    {
        var ids = Ids(await OkAsync("/api/services"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ids, Does.Contain(ServiceA).And.Not.Contain(Ended));
            Assert.That((await AskAsync($"/api/services/{Ended}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    /// <summary>The site's contact of the small content is sample data.</summary>
    [Test]
    public async Task Sample_data_is_no_contact_and_absences_are_nobodys_business()
    {
        var http = (await SmallSite.SiteAsync()).Http;
        var answers = await http.GetStringAsync("/api/services?full=true") + await (await FirstSite.SiteAsync()).Http.GetStringAsync("/api/services?full=true");
        Assert.That(answers, Does.Not.Contain("a@wgs.example").And.Not.Contain("01234100").And.Not.Contain("4710").And.Not.Contain("absent").And.Not.Contain("deput"));
    }

    [Test]
    public async Task Needs_are_terms_of_a_taxonomy()
    {
        var need = (await OkAsync($"/api/services/{ServiceA}")).GetProperty("attributes").EnumerateArray().First(attribute => attribute.GetProperty("link_type").GetString() == "need").GetProperty("taxonomy_term");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(need.GetProperty("id").GetString(), Is.EqualTo(NeedA));
            Assert.That(need.GetProperty("description").GetString(), Is.EqualTo("Ich brauche A"));
            Assert.That(need.GetProperty("taxonomy_detail").GetProperty("name").GetString(), Is.EqualTo("Bedürfnisse"));
        }
    }

    [TestCase($"taxonomy_term_id={NeedA}", new[] { ServiceA, Paused })]
    [TestCase($"organization_id={PartnerA}", new[] { ServiceA, Paused })]
    [TestCase($"organization_id={PartnerA}&postal_code=11111", new[] { ServiceA })]
    [TestCase("postal_code=11111", new[] { ServiceA })]
    [TestCase("postal_code=11112", new string[0])]
    [TestCase("municipality=01234001", new string[0])]
    [TestCase("municipality=01234002", new string[0])]
    [TestCase("municipality=01234002&on_request=true", new[] { ServiceA })]
    [TestCase("postal_code=22222&municipality=01234001&on_request=true", new string[0])]
    [TestCase("postal_code=99999", new string[0])]
    [TestCase("organization_id=00000000-0000-0000-0000-000000000000", new string[0])]
    public async Task Filters_hold_together(string query, string[] expected) => Assert.That(Ids(await OkAsync("/api/services?" + query)), Is.EquivalentTo(expected));

    [Test]
    public async Task A_taxonomy_finds_all_that_have_a_term_of_it()
    {
        var ids = Ids(await OkAsync($"/api/services?taxonomy_id={Needs}"));
        Assert.That(ids, Does.Contain(ServiceA).And.Not.Contain(OfPausedPartner));
    }

    [Test]
    public async Task Modified_after_takes_what_is_as_old_and_younger()
    {
        var all = (await OkAsync("/api/services")).GetProperty("contents").EnumerateArray().Select(service => service.GetProperty("last_modified").GetString()!).ToList();
        var latest = DateTimeOffset.Parse(all.Max()!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Ids(await OkAsync($"/api/services?modified_after={all.Max()}")), Is.Not.Empty);
            Assert.That(Ids(await OkAsync($"/api/services?modified_after={latest.AddMilliseconds(1):yyyy-MM-ddTHH:mm:ss.fff}Z")), Is.Empty);
            Assert.That(Ids(await OkAsync("/api/services?modified_after=2001-01-01")), Has.Count.EqualTo(all.Count));
            Assert.That(Ids(await OkAsync($"/api/services?modified_after={latest.ToOffset(TimeSpan.FromHours(1)):yyyy-MM-ddTHH:mm:ss.fffzzz}")), Is.Not.Empty, "a plus sign that nobody escaped");
        }
    }

    [Test]
    public async Task Pages_say_where_they_stand()
    {
        var first = await OkAsync("/api/services?per_page=2");
        var second = await OkAsync("/api/services?per_page=2&page=2");
        var beyond = await OkAsync("/api/services?per_page=2&page=2147483647");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Head(first), Is.EqualTo("""3 2 1 2 True False False"""));
            Assert.That(Head(second), Is.EqualTo("""3 2 2 1 False True False"""));
            Assert.That(Head(beyond), Is.EqualTo("""3 2 2147483647 0 False True True"""));
            Assert.That(Head(await OkAsync("/api/services?postal_code=99999")), Is.EqualTo("""0 0 1 0 True True True"""));
            Assert.That(Ids(first).Concat(Ids(second)), Is.EqualTo(Ids(await OkAsync("/api/services"))));
        }

        static string Head(JsonElement page) => string.Join(' ', new[] { "total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty" }.Select(name => page.GetProperty(name).ToString()));
    }

    [TestCase("page=0", "page")]
    [TestCase("page=-1", "page")]
    [TestCase("page=2147483648", "page")]
    [TestCase("page=eins", "page")]
    [TestCase("page=", "page")]
    [TestCase("page=1&page=2", "page")]
    [TestCase("per_page=101", "per_page")]
    [TestCase("full=yes", "full")]
    [TestCase("organization_id=1", "organization_id")]
    [TestCase("modified_after=gestern", "modified_after")]
    [TestCase("modified_after=2026-13-01", "modified_after")]
    [TestCase("postal_code=5722", "postal_code")]
    [TestCase("postal_code=%D9%A1%D9%A1%D9%A1%D9%A1%D9%A1", "postal_code")]
    [TestCase("municipality=05970024x", "municipality")]
    [TestCase("on_request=true", "on_request")]
    [TestCase("postcode=57223", "postcode")]
    [TestCase("format=xml", "format")]
    public async Task What_is_not_understood_is_said(string query, string named)
    {
        var (status, json) = await AskAsync("/api/services?" + query);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(json.GetProperty("detail").GetString(), Does.Contain($"'{named}'"));
        }
    }

    [TestCase("/api/services/dienst-a", HttpStatusCode.BadRequest)]
    [TestCase("/api/services/00000000-0000-0000-0000-000000000000", HttpStatusCode.NotFound)]
    [TestCase($"/api/services/{PartnerA}", HttpStatusCode.NotFound)]
    public async Task What_is_no_service_is_said(string path, HttpStatusCode expected) => Assert.That((await AskAsync(path)).Status, Is.EqualTo(expected));

    [TestCase("/api")]
    [TestCase("/api/services")]
    [TestCase("/api/services?full=true&per_page=2")]
    [TestCase($"/api/services/{ServiceA}")]
    public async Task Who_holds_the_answer_is_told_that_it_is_the_same(string path)
    {
        var http = (await SmallSite.SiteAsync()).Http;
        using var first = await http.GetAsync(path);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await http.SendAsync(again);
        using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        using var post = await http.PostAsync(path, null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Headers.CacheControl!.NoCache, Is.True);
            Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
            Assert.That(head.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await head.Content.ReadAsByteArrayAsync(), Is.Empty);
            Assert.That(head.Headers.ETag, Is.EqualTo(first.Headers.ETag));
            Assert.That(post.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
            Assert.That(first.Headers.Contains("Set-Cookie"), Is.False);
        }
    }

    [Test]
    public async Task The_root_says_which_specification_it_is()
    {
        var about = await OkAsync("/api");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(about.GetProperty("version").GetString(), Is.EqualTo("3.1"));
            Assert.That(about.GetProperty("publisher").GetProperty("name").GetString(), Is.EqualTo("Genossenschaft Beispiel"));
            Assert.That(about.TryGetProperty("openapi_url", out _), Is.False, "there is none");
        }
    }

    private static List<string> Ids(JsonElement page) => [.. page.GetProperty("contents").EnumerateArray().Select(service => service.GetProperty("id").GetString()!)];

    private static async Task<JsonElement> OkAsync(string path)
    {
        var (status, json) = await AskAsync(path);
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), path);
        return json;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Json)> AskAsync(string path)
    {
        using var response = await (await SmallSite.SiteAsync()).Http.GetAsync(path);
        Assert.That(response.Content.Headers.ContentType, Is.EqualTo(MediaTypeHeaderValue.Parse(response.IsSuccessStatusCode ? "application/json; charset=utf-8" : "application/problem+json")));
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }
}
