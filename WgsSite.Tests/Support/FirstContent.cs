using WgsSite.Core.Places;
using WgsSite.Web.Content;
using WgsSite.Web.Geo;

namespace WgsSite.Tests.Support;

/// <summary>The first content as the site reads it, without a site around it.</summary>
internal static class FirstContent
{
    private static readonly Lazy<Task<SiteContent>> Loaded = new(LoadAsync);

    public static Country Country { get; } = GeoFiles.Country(Repository.At("WgsSite.Web"));

    public static Task<SiteContent> ReadAsync() => Loaded.Value;

    private static async Task<SiteContent> LoadAsync()
    {
        await using var cms = await CmsFolder.MakeAsync(Repository.FirstContent);
        return new SiteContentSource(cms.Content, Country).Current;
    }
}
