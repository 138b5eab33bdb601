namespace WgsSite.Tests.Web.Pages.Contact;

/// <summary>How pages lead to the forms.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ContactLinksTests
{
    [TestCase("/leistungen/hausnotruf/", "thema=hausnotruf&leistung=hausnotruf")]
    [TestCase("/leistungen/hausnotruf/?ort=57223", "thema=hausnotruf&leistung=hausnotruf&ort=57223")]
    [TestCase("/partner/lokaso/", "thema=einkaufen&leistung=einkaufs-lieferdienst")]
    [TestCase("/partner/malteser/", "thema=allgemeine-frage")]
    [TestCase("/einsatzgebiete/kreuztal/", "thema=allgemeine-frage&ort=Kreuztal")]
    [TestCase("/ansprechpartner/", "thema=allgemeine-frage&ort=Kreuztal")]
    [TestCase("/fragen/", "thema=hausnotruf&leistung=hausnotruf")]
    public async Task Pages_link_to_the_form_with_what_they_speak_of(string path, string query) =>
        Assert.That(await LinksAsync(path), Does.Contain("/kontakt/?" + query));

    [Test]
    public async Task Every_service_place_and_faq_page_links_to_a_call_back()
    {
        var site = await FirstSite.SiteAsync();
        foreach (var path in (await FirstSite.PathsAsync()).Where(path => !path.EndsWith("/leicht/", StringComparison.Ordinal)
            && (path.StartsWith("/leistungen/", StringComparison.Ordinal) || path == "/fragen/" || (path.StartsWith("/einsatzgebiete/", StringComparison.Ordinal) && path != "/einsatzgebiete/"))))
            Assert.That((await LinksAsync(path)).Any(link => link.StartsWith("/kontakt/rueckruf/", StringComparison.Ordinal)), path);
        Assert.That(await LinksAsync("/einsatzgebiete/?ort=Kreuztal"), Does.Contain("/kontakt/rueckruf/?thema=allgemeine-frage&ort=Kreuztal"));
    }

    private static async Task<IReadOnlyList<string>> LinksAsync(string path) =>
        [.. (await FirstSite.PageAsync(path)).QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!)];
}
