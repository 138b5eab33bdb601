using System.Net;

namespace WgsSite.Tests.Web;

[Parallelizable(ParallelScope.All)]
internal sealed class MediaTests
{
    [TestCase("/media/quadrat/quadrat.png", "image/png")]
    [TestCase("/media/logo/logo.svg", "image/svg+xml")]
    public async Task A_file_is_served_as_it_is_with_long_cache_and_the_right_type(string path, string type)
    {
        var site = await SmallSite.SiteAsync();
        using var response = await site.Http.GetAsync(path);
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo(type));
            Assert.That(response.Headers.CacheControl!.MaxAge, Is.EqualTo(TimeSpan.FromDays(365)));
            Assert.That(response.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
            Assert.That(string.Join(' ', response.Headers.GetValues("Content-Security-Policy")), Does.Contain("sandbox"));
        });
    }

    [Test]
    public async Task Pictures_of_the_content_stand_on_the_page_with_their_words_and_size()
    {
        var service = await SmallSite.PageAsync("/leistungen/dienst-a/");
        var partner = await SmallSite.PageAsync("/partner/partner-a/");
        Assert.Multiple(() =>
        {
            var picture = service.QuerySelector("figure picture")!;
            Assert.That(picture.QuerySelector("source")!.GetAttribute("srcset"), Is.EqualTo("/media/quadrat/quadrat.png?width=480&format=webp 2w"));
            var image = picture.QuerySelector("img")!;
            Assert.That((image.GetAttribute("alt"), image.GetAttribute("width"), image.GetAttribute("height"), image.GetAttribute("loading")), Is.EqualTo(("Ein gelbes Quadrat", "2", "2", "lazy")));
            Assert.That(partner.QuerySelector("img.scene")!.GetAttribute("alt"), Is.EqualTo("Logo von Partner A"));
        });
    }
}
