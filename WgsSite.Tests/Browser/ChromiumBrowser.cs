using Microsoft.Playwright;

namespace WgsSite.Tests.Browser;

/// <summary>Debian's Chromium, started once for all browser tests and closed at the end.</summary>
[SetUpFixture]
internal sealed class ChromiumBrowser
{
    private static readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> Started = new(StartAsync);

    /// <summary>A fresh page, as a reader of its own sees the site.</summary>
    public static async Task<IBrowserContext> NewReaderAsync(int width, int height = 900, bool dark = false, bool withScript = true, string? timeZone = null)
    {
        var (_, browser) = await Started.Value;
        return await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "de-DE",
            JavaScriptEnabled = withScript,
            TimezoneId = timeZone,
        });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (!Started.IsValueCreated) return;
        var (playwright, browser) = await Started.Value;
        await browser.CloseAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync()
    {
        // What never comes fails all the same; a machine that has others to serve is only slow.
        Assertions.SetDefaultExpectTimeout(30_000);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return (playwright, browser);
    }
}
