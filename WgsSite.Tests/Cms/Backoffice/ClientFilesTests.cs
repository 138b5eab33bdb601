using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Backoffice;

/// <summary>The client as the build leaves it, and what the site says where there is none.</summary>
[Parallelizable]
internal sealed class ClientFilesTests
{
    private static readonly string Client = Path.Combine(SiteProcess.Program, "backoffice");

    private static JsonNode Built => JsonNode.Parse(File.ReadAllText(Path.Combine(Client, "client.json")))!;

    [TestCase("br, gzip", "br")]
    [TestCase("gzip", "gzip")]
    [TestCase("br;q=0", null)]
    [TestCase(null, null)]
    public async Task AFileWithAHashIsKeptForGoodAndCameCompressedFromTheBuild(string? accepted, string? encoding)
    {
        var file = (string)Built["app"]!;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/umbraco/client/{file}");
        if (accepted is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var answer = await (await FirstSite.SiteAsync()).Http.SendAsync(request);
        var stored = new FileInfo(Path.Combine(Client, file) + encoding switch { "br" => ".br", "gzip" => ".gz", _ => "" });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(answer.Content.Headers.ContentEncoding.SingleOrDefault(), Is.EqualTo(encoding));
            Assert.That(answer.Content.Headers.ContentLength, Is.EqualTo(stored.Length), "as it lies there, not made anew");
            Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/javascript"));
            Assert.That(answer.Headers.CacheControl!.ToString(), Does.Contain("immutable").And.Contain("max-age=31536000"));
            Assert.That(answer.Headers.Vary, Does.Contain("Accept-Encoding"));
        }
    }

    [Test]
    public async Task TheImportMapNamesAllThatExtensionsMayImportAndEachFileIsThere()
    {
        var site = await FirstSite.SiteAsync();
        var page = new HtmlParser().ParseDocument(await site.Http.GetStringAsync("/umbraco/"));
        var map = JsonNode.Parse(page.QuerySelector("script[type=importmap]")!.TextContent)!["imports"]!.AsObject();
        var package = JsonNode.Parse(await File.ReadAllTextAsync(Repository.At("WgsSite.Cms", "Backoffice", "client", "node_modules", "@umbraco-cms", "backoffice", "package.json")))!;
        var offered = package["exports"]!.AsObject().Select(pair => pair.Key).Where(key => key.StartsWith("./", StringComparison.Ordinal) && package["exports"]![key] is JsonObject);
        Assert.That(offered.Select(key => "@umbraco-cms/backoffice" + key[1..]).Except(map.Select(pair => pair.Key)), Is.Empty);
        foreach (var (name, file) in map)
        {
            using var head = new HttpRequestMessage(HttpMethod.Head, (string)file!);
            using var answer = await site.Http.SendAsync(head);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), name);
        }
    }

    [Test]
    public async Task EveryPackageOfTheBundleIsNamedWithItsLicence()
    {
        var notices = await (await FirstSite.SiteAsync()).Http.GetStringAsync("/umbraco/client/notices.txt");
        var packages = Built["packages"]!.AsObject().Select(pair => $"{pair.Key} {pair.Value} (").ToList();
        Assert.That(packages, Has.Count.GreaterThan(50));
        Assert.That(packages.Where(package => !notices.Contains(package, StringComparison.Ordinal)), Is.Empty);
        Assert.That(notices, Does.Contain("@umbraco-cms/backoffice 17.1.0 (MIT)").And.Contain("Permission is hereby granted"));
    }

    /// <summary>An address in a lock file would bind the build to whoever wrote it.</summary>
    [Test]
    public void NoLockFileNamesWhereAPackageWasDownloaded()
    {
        var locks = new[] { Repository.At("WgsSite.Cms", "Backoffice", "client"), Repository.At("WgsSite.Web"), Repository.At("WgsSite.Tests", "Support", "MailServer"), Repository.At("WgsSite.Tests", "Support", "ClientTypes") }.Select(folder => Path.Combine(folder, "package-lock.json"));
        foreach (var file in locks)
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var packages = json.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0).ToList();
            Assert.That(packages, Is.Not.Empty, file);
            Assert.That(packages.Where(package => package.Value.TryGetProperty("resolved", out _)).Select(package => package.Name), Is.Empty, file);
            Assert.That(packages.Where(package => !package.Value.TryGetProperty("integrity", out _)).Select(package => package.Name), Is.Empty, $"{file}: what came is not checked");
        }
    }

    /// <summary>As built on a machine without Node.</summary>
    [Test]
    public async Task WithoutTheClientTheSiteRunsAndTheBackofficeSaysWhatIsMissing()
    {
        var folder = Directory.CreateTempSubdirectory("wgs-no-client-").FullName;
        try
        {
            var program = Directory.CreateDirectory(Path.Combine(folder, "program")).FullName;
            foreach (var file in Directory.EnumerateFiles(SiteProcess.Program)) File.Copy(file, Path.Combine(program, Path.GetFileName(file)));
            foreach (var part in Directory.EnumerateDirectories(SiteProcess.Program).Where(part => part != Client)) Directory.CreateSymbolicLink(Path.Combine(program, Path.GetFileName(part)), part);
            using var site = await SiteProcess.StartFromAsync(program, Path.Combine(folder, "data"));
            using var answer = await site.Http.GetAsync("/umbraco");
            var text = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).Body!.TextContent;
            using (Assert.EnterMultipleScope())
            {
                Assert.That((await site.Http.GetAsync("/")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
                Assert.That(text, Does.Contain("Die Redaktion ist noch nicht gebaut").And.Contain("Node.js ab Version 20.19"));
                Assert.That(site.Log, Does.Contain("Node"));
                Assert.That((await site.Http.GetAsync("/umbraco/client/client.json")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
