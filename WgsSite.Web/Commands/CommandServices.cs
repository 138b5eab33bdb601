using WgsSite.Cms;
using WgsSite.Web.Content;
using WgsSite.Web.Geo;
using WgsSite.Web.Hosting;
using WgsSite.Web.Inquiries;

namespace WgsSite.Web.Commands;

/// <summary>What commands need that deal with inquiries: the site's services without its pages.</summary>
public static class CommandServices
{
    /// <exception cref="InquiryKeysException">The keys for personal data cannot be had.</exception>
    public static ServiceProvider Of(IConfiguration configuration, IHostEnvironment environment, string dataFolder) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(environment)
        .AddCms(dataFolder, SitePipeline.OwnAddresses)
        .AddInquiries(configuration, dataFolder)
        .AddSingleton(GeoFiles.Country(environment.ContentRootPath))
        .AddSingleton<SiteContentSource>()
        .BuildServiceProvider();
}
