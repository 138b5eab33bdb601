using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using WgsSite.Tests.Support;

namespace WgsSite.Tests;

/// <summary>One site with the first content, started at the first look and shared by all tests that only read.</summary>
[SetUpFixture]
internal sealed class FirstSite
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("wgs-first-").FullName;
    private static readonly Lazy<Task<SiteProcess>> Started = new(() => SiteProcess.StartAsync(Folder));

    public static Task<SiteProcess> SiteAsync() => Started.Value;

    /// <summary>Paths of all pages, from the sitemap.</summary>
    public static async Task<IReadOnlyList<string>> PathsAsync()
    {
        var site = await SiteAsync();
        var sitemap = XDocument.Parse(await site.Http.GetStringAsync("/sitemap.xml"));
        return [.. sitemap.Descendants().Where(element => element.Name.LocalName == "loc").Select(loc => new Uri(loc.Value).AbsolutePath)];
    }

    public static async Task<IHtmlDocument> PageAsync(string path)
    {
        var site = await SiteAsync();
        using var response = await site.Http.GetAsync(path);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (Started.IsValueCreated) (await Started.Value).Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
