using System.Diagnostics;
using System.Xml.Linq;

namespace WgsSite.Measure;

/// <summary>The published site as an operator runs it: how it starts, what it needs, how large its pages are.</summary>
internal static class SiteFigures
{
    private const string Address = "http://127.0.0.1:5099";

    public static async Task PrintAsync(string site)
    {
        var data = Directory.CreateTempSubdirectory("wgs-measure-").FullName;
        using var http = new HttpClient { BaseAddress = new Uri(Address) };
        using (var first = Start(site, data)) Console.WriteLine($"Cold start to first 200, empty database: {await UntilAnswerAsync(http, first):0} ms");

        var starts = new List<double>();
        for (var run = 0; run < 5; run++)
            using (var process = Start(site, data)) starts.Add(await UntilAnswerAsync(http, process));
        Console.WriteLine($"Cold start to first 200, filled database (median of 5): {Median.Of(starts):0} ms");

        using var running = Start(site, data);
        await UntilAnswerAsync(http, running, stop: false);
        var paths = XDocument.Parse(await http.GetStringAsync("/sitemap.xml")).Descendants()
            .Where(element => element.Name.LocalName == "loc").Select(loc => new Uri(loc.Value).AbsolutePath).ToList();
        foreach (var path in paths) await http.GetStringAsync(path);
        await Task.Delay(TimeSpan.FromSeconds(10));
        running.Refresh();
        Console.WriteLine($"Memory after each page was read once and 10 s of rest: {running.WorkingSet64 / 1048576.0:0} MB");

        await PrintSizesAsync(http, paths);
        await PrintRequestsAsync(http, running, "page from the cache", "/leistungen/hausnotruf/");
        await PrintRequestsAsync(http, running, "page made anew", "/leistungen/?bedarf=warm-essen");
        await PrintRequestsAsync(http, running, "place check on the page of places (aim 1 ms)", "/einsatzgebiete/?ort=kreuztal");
        await PrintRequestsAsync(http, running, "place check on a service's page (aim 1 ms)", "/leistungen/hausnotruf/?ort=57072");
        await PrintRequestsAsync(http, running, "place check of the API (aim 1 ms)", "/api/coverage?place=57223");
        await StopAsync(running);
        Directory.Delete(data, recursive: true);
    }

    private static async Task PrintSizesAsync(HttpClient http, IReadOnlyList<string> paths)
    {
        Console.WriteLine("Bytes of HTML: plain, gzip, br");
        foreach (var path in paths)
        {
            var sizes = new List<int>();
            foreach (var encoding in (string?[])[null, "gzip", "br"])
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                if (encoding is not null) request.Headers.Add("Accept-Encoding", encoding);
                using var response = await http.SendAsync(request);
                sizes.Add((await response.Content.ReadAsByteArrayAsync()).Length);
            }

            Console.WriteLine($"  {path,-50} {string.Join(' ', sizes.Select(size => $"{size,7}"))}");
        }

        var css = await http.GetByteArrayAsync("/site.css");
        Console.WriteLine($"  {"/site.css",-50} {css.Length,7}");
    }

    /// <summary>Processor time of the site per request: steadier than requests per second.</summary>
    private static async Task PrintRequestsAsync(HttpClient http, Process process, string what, string path)
    {
        for (var warmUp = 0; warmUp < 3000; warmUp++) await http.GetByteArrayAsync(path);
        var times = new List<double>();
        for (var round = 0; round < 7; round++)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            for (var count = 0; count < 500; count++) await http.GetByteArrayAsync(path);
            process.Refresh();
            times.Add((process.TotalProcessorTime - before).TotalMicroseconds / 500);
        }

        Console.WriteLine($"CPU per request, {what}, one reader at a time, plain: {Median.Of(times):0} µs");
    }

    private static Process Start(string site, string data)
    {
        var start = new ProcessStartInfo(Path.Combine(site, "WgsSite.Web")) { RedirectStandardOutput = true };
        foreach (var arg in (string[])["--urls", Address, "--data", data, "--environment", "Production", "--Umbraco:CMS:WebRouting:UmbracoApplicationUrl", Address])
            start.ArgumentList.Add(arg);
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task<double> UntilAnswerAsync(HttpClient http, Process process, bool stop = true)
    {
        var started = process.StartTime;
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException("The site ended.");
            try
            {
                using var response = await http.GetAsync("/");
                if (response.IsSuccessStatusCode) break;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(5);
            }
        }

        var time = (DateTime.Now - started).TotalMilliseconds;
        if (stop) await StopAsync(process);
        return time;
    }

    private static async Task StopAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
    }
}
