using System.Text.RegularExpressions;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Web.Pages;

/// <summary>
/// Content in, HTML out, for every type of page. When a page changes on purpose, run the tests once with the environment
/// variable <c>UPDATE_SNAPSHOTS=1</c> and look at the difference before you commit it.
/// </summary>
[Parallelizable(ParallelScope.All)]
internal sealed partial class PageSnapshotTests
{
    [TestCase("/", "home")]
    [TestCase("/leicht/", "home-plain")]
    [TestCase("/leistungen/", "services")]
    [TestCase("/leistungen/dienst-a/", "service")]
    [TestCase("/leistungen/dienst-a/leicht/", "service-plain")]
    [TestCase("/leistungen/dienst-in-pause/", "service-paused")]
    [TestCase("/leistungen/beendeter-dienst/", "service-ended")]
    [TestCase("/partner/", "partners")]
    [TestCase("/partner/partner-a/", "partner")]
    [TestCase("/orte/", "coverage")]
    [TestCase("/fragen/", "faq")]
    [TestCase("/kontakt/", "contact")]
    [TestCase("/ansprechpartner/", "contact-persons")]
    [TestCase("/aktuelles/", "news")]
    [TestCase("/aktuelles/neue-nachricht/", "news-item")]
    [TestCase("/eine-seite/", "page")]
    public async Task Html_is_as_it_was(string path, string name)
    {
        var site = await SmallSite.SiteAsync();
        var html = Version().Replace((await SmallSite.HtmlAsync(path)).Replace(site.Address.ToString(), "http://site/", StringComparison.Ordinal), "");
        html = Token().Replace(html, "name=\"token\"");
        var file = Repository.At("WgsSite.Tests", "Web", "Pages", "Snapshots", name + ".html");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, html);
        }

        Assert.That(html, Is.EqualTo(await File.ReadAllTextAsync(file)));
    }

    [GeneratedRegex(@"\?v=[\w-]+")]
    private static partial Regex Version();

    [GeneratedRegex("name=\"token\" value=\"[^\"]+\"")]
    private static partial Regex Token();
}
