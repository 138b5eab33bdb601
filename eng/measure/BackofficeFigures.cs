using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace WgsSite.Measure;

/// <summary>How long an editor waits for the backoffice, and how much comes over the line, in a real browser.</summary>
internal static class BackofficeFigures
{
    private const int Starts = 11;
    private const string Address = "http://localhost:5087";
    private const string Email = "bench@example.org";
    private const string Password = "nur-fuer-diese-messung";

    public static async Task PrintAsync(string site)
    {
        var data = Directory.CreateTempSubdirectory("wgs-measure-").FullName;
        using var process = Start(site, data);
        try
        {
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
            var context = await browser.NewContextAsync(new BrowserNewContextOptions { Locale = "de-DE", ViewportSize = new ViewportSize { Width = 1280, Height = 860 } });
            await SignInAsync(context);

            var cold = await LoadAsync(context, cache: false);
            Console.WriteLine($"backoffice, cold start: {cold.Requests} requests, {Megabytes(cold.Bytes)} MB compressed, tree after {cold.Milliseconds} ms");
            // The first of the warm ones fills the cache.
            await LoadAsync(context, cache: true);
            var warm = new List<Load>();
            for (var start = 0; start < Starts; start++) warm.Add(await LoadAsync(context, cache: true));
            var times = warm.Select(load => load.Milliseconds).Order().ToList();
            Console.WriteLine($"backoffice, warm start: {warm[^1].Requests} requests, {Megabytes(warm[^1].Bytes)} MB over the line, tree after {times[Starts / 2]} ms (median of {Starts}; best {times[0]}, worst {times[^1]})");
            await browser.CloseAsync();
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            Directory.Delete(data, recursive: true);
        }
    }

    private static string Megabytes(long bytes) => (bytes / 1_000_000.0).ToString("0.00", CultureInfo.InvariantCulture);

    private static async Task SignInAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        for (var tries = 0; ; tries++)
            try
            {
                await page.GotoAsync(Address + "/umbraco/");
                break;
            }
            catch (PlaywrightException) when (tries < 100)
            {
                await Task.Delay(200);
            }

        await page.FillAsync("#email", Email);
        await page.FillAsync("#password", Password);
        await page.ClickAsync("button[type=submit]");
        await Tree(page).WaitForAsync();
        await page.CloseAsync();
    }

    private static async Task<Load> LoadAsync(IBrowserContext context, bool cache)
    {
        var page = await context.NewPageAsync();
        var network = await context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = !cache });
        var (requests, bytes) = (0, 0L);
        network.Event("Network.requestWillBeSent").OnEvent += (_, _) => requests++;
        network.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += (long)e!.Value.GetProperty("encodedDataLength").GetDouble();
        var watch = Stopwatch.StartNew();
        await page.GotoAsync(Address + "/umbraco/", new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        await Tree(page).WaitForAsync();
        var time = watch.ElapsedMilliseconds;
        // The hub stays connected: there is no end to wait for.
        await page.WaitForTimeoutAsync(3000);
        await page.CloseAsync();
        return new Load(requests, bytes, time);
    }

    private static ILocator Tree(IPage page) => page.Locator("umb-tree uui-menu-item[label=\"Startseite\"]").First;

    private static Process Start(string site, string data)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(site, "WgsSite.Web.dll"), "--urls", Address, "--data", data]) { WorkingDirectory = site, RedirectStandardOutput = true };
        start.Environment["Umbraco__CMS__Unattended__UnattendedUserName"] = "Bench";
        start.Environment["Umbraco__CMS__Unattended__UnattendedUserEmail"] = Email;
        start.Environment["Umbraco__CMS__Unattended__UnattendedUserPassword"] = Password;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private sealed record Load(int Requests, long Bytes, long Milliseconds);
}
