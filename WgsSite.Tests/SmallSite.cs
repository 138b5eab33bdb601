using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using WgsSite.Tests.Support;

namespace WgsSite.Tests;

/// <summary>
/// One site with the small content of the test data: a partner and services in every state, every kind of block, hidden
/// and deleted pages. Shared by all tests that only read.
/// </summary>
[SetUpFixture]
internal sealed class SmallSite
{
    private static readonly Lazy<Task<(SiteProcess Site, CmsFolder Cms)>> Started = new(StartAsync);

    public static async Task<SiteProcess> SiteAsync() => (await Started.Value).Site;

    public static async Task<string> HtmlAsync(string path) => await (await SiteAsync()).Http.GetStringAsync(path);

    public static async Task<IHtmlDocument> PageAsync(string path) => await new HtmlParser().ParseDocumentAsync(await HtmlAsync(path));

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (!Started.IsValueCreated) return;
        var (site, cms) = await Started.Value;
        site.Dispose();
        await cms.DisposeAsync();
    }

    private static async Task<(SiteProcess Site, CmsFolder Cms)> StartAsync()
    {
        using var files = SyncFiles.OfSmallSite();
        var cms = await CmsFolder.MakeAsync(files.Path);
        return (await SiteProcess.StartAsync(cms.Path), cms);
    }
}
