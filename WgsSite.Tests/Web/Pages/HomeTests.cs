namespace WgsSite.Tests.Web.Pages;

[Parallelizable(ParallelScope.All)]
internal sealed class HomeTests
{
    [Test]
    public async Task The_share_of_flats_comes_out_of_the_content()
    {
        var band = (await FirstSite.PageAsync("/")).QuerySelector(".band")!.TextContent;
        Assert.Multiple(() =>
        {
            Assert.That(band, Does.Contain("rund").And.Contain("71\u00A0%"));
            Assert.That(band, Does.Contain("1.400"));
            Assert.That(band, Does.Contain("Siegen: rund 800 Wohnungen.").And.Contain("Kreuztal: rund 200 Wohnungen.").And.Contain("Andere Orte: rund 400 Wohnungen."));
        });
    }
}
