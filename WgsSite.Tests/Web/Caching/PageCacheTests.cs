using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace WgsSite.Tests.Web.Caching;

[Parallelizable(ParallelScope.All)]
internal sealed class PageCacheTests
{
    [TestCase("br")]
    [TestCase("gzip")]
    [TestCase("")]
    [TestCase("br;q=0, gzip")]
    [TestCase("zstd")]
    public async Task Every_encoding_holds_the_same_page(string accepted)
    {
        var plain = await SmallSite.HtmlAsync("/leistungen/");
        using var response = await AskAsync("/leistungen/", accepted);
        var body = await response.Content.ReadAsStreamAsync();
        Stream text = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        Assert.Multiple(() =>
        {
            Assert.That(new StreamReader(text).ReadToEnd(), Is.EqualTo(plain));
            Assert.That(response.Headers.Vary, Does.Contain("Accept-Encoding"));
            Assert.That(response.Headers.CacheControl!.NoCache, Is.True);
        });
        await text.DisposeAsync();
    }

    [Test]
    public async Task A_reader_who_holds_the_page_is_told_that_it_is_the_same()
    {
        using var first = await AskAsync("/fragen/", "br");
        using var again = await AskAsync("/fragen/", "br", first.Headers.ETag!.Tag);
        using var other = await AskAsync("/fragen/", "gzip", first.Headers.ETag!.Tag);
        Assert.Multiple(() =>
        {
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
            Assert.That(again.Headers.GetValues("Content-Security-Policy"), Is.Not.Empty);
            Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    [Test]
    public async Task Head_answers_as_get_does_without_the_page()
    {
        var site = await SmallSite.SiteAsync();
        var page = await site.Http.GetByteArrayAsync("/fragen/");
        using var request = new HttpRequestMessage(HttpMethod.Head, "/fragen/");
        using var response = await site.Http.SendAsync(request);
        Assert.That(response.Content.Headers.ContentLength, Is.EqualTo(page.Length));
    }

    [Test]
    public async Task What_a_query_asks_for_is_not_mixed_up_with_the_page()
    {
        var site = await SmallSite.SiteAsync();
        var whole = await site.Http.GetStringAsync("/leistungen/");
        var narrowed = await site.Http.GetStringAsync("/leistungen/?bedarf=brauche-b");
        Assert.Multiple(() =>
        {
            Assert.That(narrowed, Is.Not.EqualTo(whole));
            Assert.That(narrowed, Does.Not.Contain("dienst-in-pause"));
        });
        Assert.That(await site.Http.GetStringAsync("/leistungen/"), Is.EqualTo(whole));
    }

    private static async Task<HttpResponseMessage> AskAsync(string path, string encodings, string? tag = null)
    {
        var site = await SmallSite.SiteAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (encodings.Length > 0) request.Headers.TryAddWithoutValidation("Accept-Encoding", encodings);
        if (tag is not null) request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(tag));
        return await site.Http.SendAsync(request);
    }
}
