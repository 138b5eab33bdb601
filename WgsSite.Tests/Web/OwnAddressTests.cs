using System.Net;
using WgsSite.Cms.Publishing;
using WgsSite.Tests.Cms.Management;
using WgsSite.Tests.Support;
using WgsSite.Web.Hosting;

namespace WgsSite.Tests.Web;

/// <summary>What the site answers itself is no page's address.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class OwnAddressTests
{
    [Test]
    public async Task WhatTheSiteAnswersItselfIsReserved()
    {
        var first = (await SiteEndpoints.AllAsync()).Select(endpoint => endpoint.Pattern.Split('/')[1]).Where(segment => !segment.StartsWith('{') && segment.Length > 0).Distinct().ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first, Is.SupersetOf(new[] { "umbraco", "api", "health", "fehler", "anfrage" }), "the list is there");
            Assert.That(first.Where(segment => !SitePipeline.OwnAddresses.Contains(segment, isFirst: true)), Is.Empty);
        }
    }

    [Test]
    public void WhatLiesInFoldersOfFilesIsReserved()
    {
        var folders = Directory.EnumerateFileSystemEntries(Repository.At("WgsSite.Web", "wwwroot")).Select(path => Path.GetFileName(path)!).Append("media").Append("App_Plugins");
        Assert.That(folders.Where(name => !SitePipeline.OwnAddresses.Contains(name, isFirst: true) && new UrlSegments().Of(name) == name), Is.Empty);
    }

    /// <summary>„leicht“ is where a page's text in Leichte Sprache is; the others are the site's own.</summary>
    [Test]
    public async Task PagesCalledLikeThemAreNumbered()
    {
        using var site = await EditorSite.StartAsync();
        using var editor = await site.SignInAsync();
        var parent = await editor.PublishedPageAsync("Eltern");
        foreach (var (name, above, path) in new[]
        {
            ("leicht", ApiEditor.Home, "/leicht-1/"), ("Leicht", parent, "/eltern/leicht-1/"), ("API", ApiEditor.Home, "/api-1/"), ("umbraco", ApiEditor.Home, "/umbraco-1/"),
            ("App_Plugins", ApiEditor.Home, "/app_plugins-1/"), ("Health", ApiEditor.Home, "/health-1/"), ("Media", parent, "/eltern/media/"),
        })
        {
            var key = await editor.PublishedPageAsync(name, above);
            var urls = await editor.ReadAsync($"/document/urls?id={key}");
            Assert.That((string?)urls[0]!["urlInfos"]![0]!["url"], Is.EqualTo(path));
            Assert.That((await site.Process.Http.GetAsync(path)).StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        }

        Assert.That((await site.Process.Http.GetAsync("/health")).Content.Headers.ContentType?.MediaType, Is.Not.EqualTo("text/html"), "the site's own still answers");
    }

    [TestCase("sitemap.xml")]
    [TestCase("site.css")]
    [TestCase(".well-known")]
    public void NoNameLeadsToAFile(string name) => Assert.That(new UrlSegments().Of(name), Does.Not.Contain("."));
}
