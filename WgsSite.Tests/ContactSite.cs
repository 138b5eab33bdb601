using WgsSite.Tests.Support;

namespace WgsSite.Tests;

/// <summary>One site with the first content whose forms are sent by many tests, each with inquiries of its own.</summary>
[SetUpFixture]
internal sealed class ContactSite
{
    private static readonly Lazy<Task<InquirySite>> Started = new(() => InquirySite.StartAsync());

    public static Task<InquirySite> SiteAsync() => Started.Value;

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (Started.IsValueCreated) await (await Started.Value).DisposeAsync();
    }
}
