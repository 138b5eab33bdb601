using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using WgsSite.Tests.Support;

namespace WgsSite.Measure;

/// <summary>The form under load: its page, and posts of 16 at once that are stored (SQLite, synchronous=FULL) and mailed.</summary>
internal static partial class InquiryFigures
{
    private const string Address = "http://127.0.0.1:5097";
    private const int Parallel = 16;
    private const int Posts = 1600;

    public static async Task PrintAsync(string site)
    {
        var data = Directory.CreateTempSubdirectory("wgs-measure-").FullName;
        using var certificate = new TestCertificate();
        using var mail = await MailServer.StartAsync(certificate);
        var start = new ProcessStartInfo(Path.Combine(site, "WgsSite.Web")) { RedirectStandardOutput = true };
        foreach (var arg in (string[])
        [
            "--urls", Address, "--data", data, "--environment", "Production", "--Inquiries:ShortestSeconds", "0", "--Inquiries:PerAddress", "1000000",
            "--Mail:Smtp:Host", "localhost", "--Mail:Smtp:Port", $"{mail.Port}", "--Mail:Smtp:User", MailServer.User, "--Mail:Smtp:Password", MailServer.Password,
        ])
            start.ArgumentList.Add(arg);
        foreach (var (name, value) in certificate.Trust) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var ready = new TaskCompletionSource();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("Die Website ist bereit", StringComparison.Ordinal) == true) ready.TrySetResult();
        };
        process.BeginOutputReadLine();
        await ready.Task;
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = Parallel }) { BaseAddress = new Uri(Address) };

        await RunAsync(http, 2000);
        process.Refresh();
        var before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var (gets, posts) = await RunAsync(http, Posts);
        clock.Stop();
        process.Refresh();
        var cpu = (process.TotalProcessorTime - before).TotalMilliseconds / Posts;
        Console.WriteLine($"Form page, {Parallel} at once: median {At(gets, 0.5):0.0} ms, p99 {At(gets, 0.99):0.0} ms");
        Console.WriteLine($"Post of an inquiry, {Parallel} at once: median {At(posts, 0.5):0.0} ms, p99 {At(posts, 0.99):0.0} ms (aim 100 ms)");
        Console.WriteLine($"Page and post together: {Posts / clock.Elapsed.TotalSeconds:0} a second, {cpu:0.0} ms CPU of the site each, mails sent meanwhile: {mail.Mails.Count}");
        process.Kill();
        await process.WaitForExitAsync();
        Directory.Delete(data, recursive: true);
    }

    private static async Task<(double[] Gets, double[] Posts)> RunAsync(HttpClient http, int count)
    {
        var gets = new ConcurrentBag<double>();
        var posts = new ConcurrentBag<double>();
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, Parallel).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number <= count)
            {
                var clock = Stopwatch.StartNew();
                var token = Token().Match(await http.GetStringAsync("/kontakt/")).Groups[1].Value;
                gets.Add(clock.Elapsed.TotalMilliseconds);
                clock.Restart();
                using var response = await http.PostAsync("/kontakt/", new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["token"] = token,
                    ["topic"] = "hausnotruf",
                    ["place"] = "57223 Kreuztal",
                    ["message"] = $"Was kostet der Hausnotruf? {number}",
                    ["name"] = "Erika Muster",
                    ["reachBy"] = "phone",
                    ["phone"] = "02732 55555",
                }));
                posts.Add(clock.Elapsed.TotalMilliseconds);
                if (response.StatusCode != HttpStatusCode.SeeOther) throw new InvalidOperationException($"{(int)response.StatusCode}");
            }
        })));
        return ([.. gets.Order()], [.. posts.Order()]);
    }

    private static double At(double[] ordered, double share) => ordered[Math.Min(ordered.Length - 1, (int)(ordered.Length * share))];

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
