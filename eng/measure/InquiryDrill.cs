using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WgsSite.Tests.Support;
using WgsSite.Web.Commands;
using WgsSite.Web.Inquiries;
using WgsSite.Web.Inquiries.Storage;

namespace WgsSite.Measure;

/// <summary>
/// What a bad night does to inquiries: the site is killed (SIGKILL) again and again while tenants send, and the mail server
/// is down half of the time. Whatever was confirmed must be stored once and mailed.
/// </summary>
internal static partial class InquiryDrill
{
    private const int Inquiries = 200;
    private const int Kills = 20;
    private const int Senders = 8;
    private const int SitePort = 5098;

    public static async Task<int> RunAsync(string site)
    {
        var data = Directory.CreateTempSubdirectory("wgs-drill-").FullName;
        using var certificate = new TestCertificate();
        var servers = new List<MailServer> { await MailServer.StartAsync(certificate) };
        var mailPort = servers[0].Port;
        var night = new CancellationTokenSource();
        var process = await StartAsync(site, data, certificate, mailPort);
        var confirmed = new ConcurrentDictionary<int, string>();
        var next = 0;

        var mailing = Task.Run(async () =>
        {
            while (!night.IsCancellationRequested)
            {
                servers[^1].Dispose();
                await Task.Delay(Random.Shared.Next(400, 1600));
                servers.Add(await MailServer.StartAsync(certificate, mailPort));
                await Task.Delay(Random.Shared.Next(400, 1600));
            }
        });
        var senders = Enumerable.Range(0, Senders).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number <= Inquiries) confirmed[number] = await SendAsync(number);
        })).ToList();

        var killed = 0;
        while (killed < Kills)
        {
            await Task.Delay(Random.Shared.Next(20, 900));
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            killed++;
            process = await StartAsync(site, data, certificate, mailPort);
        }

        await Task.WhenAll(senders);
        await night.CancelAsync();
        await mailing;
        Console.WriteLine($"killed {killed} times, mail server started {servers.Count} times");

        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromMinutes(3) && (await WaitingAsync(data)) > 0) await Task.Delay(500);
        var rows = await RowsAsync(data);
        process.Kill();
        await process.WaitForExitAsync();

        var mails = servers.SelectMany(server => server.Mails).ToList();
        var byNumber = mails.Where(mail => mail.To.Single() == "kreuztal@wgs.example").ToLookup(mail => int.Parse(Number().Match(mail.Text).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        var stored = confirmed.Keys.Count(number => rows.Count(row => row.Number == number) == 1);
        var mailed = confirmed.Keys.Count(number => byNumber[number].Any());
        var twice = mails.GroupBy(mail => (mail.Header("Message-ID"), mail.To.Single())).Count(group => group.Count() > 1);
        var differing = byNumber.Count(group => group.Select(mail => mail.Header("Message-ID")).Distinct().Count() > 1);
        var lost = confirmed.Keys.Count(number => rows.All(row => row.Number != number) || !byNumber[number].Any());
        Console.WriteLine($"stored that nobody saw confirmed: {rows.Count(row => !confirmed.ContainsKey(row.Number))}, stored twice: {rows.GroupBy(row => row.Number).Count(group => group.Count() > 1)}");
        Console.WriteLine($"mails that came twice with the same Message-ID: {twice}, with another one: {differing}");
        Console.WriteLine($"confirmed {confirmed.Count}, stored {stored}, mailed {mailed}, lost {lost}");
        foreach (var server in servers) server.Dispose();
        Directory.Delete(data, recursive: true);
        return lost == 0 && differing == 0 && stored == confirmed.Count && confirmed.Count == Inquiries ? 0 : 1;
    }

    /// <summary>As a browser would: the form, then the same form again for as long as there is no answer.</summary>
    private static async Task<string> SendAsync(int number)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri($"http://127.0.0.1:{SitePort}"), Timeout = TimeSpan.FromSeconds(10) };
        string? token = null;
        while (true)
        {
            try
            {
                token ??= Token().Match(await http.GetStringAsync("/kontakt/")).Groups[1].Value;
                using var response = await http.PostAsync("/kontakt/", new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["token"] = token,
                    ["topic"] = "hausnotruf",
                    ["place"] = "57223 Kreuztal",
                    ["message"] = $"Nummer {number}!",
                    ["name"] = "Erika Muster",
                    ["reachBy"] = "email",
                    ["email"] = "erika@beispiel.example",
                }));
                if (response.StatusCode == HttpStatusCode.SeeOther) return response.Headers.Location!.ToString();
                if (response.StatusCode != HttpStatusCode.ServiceUnavailable) throw new InvalidOperationException($"{(int)response.StatusCode} for {number}");
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // The site is down.
            }

            await Task.Delay(50);
        }
    }

    private static async Task<Process> StartAsync(string site, string data, TestCertificate certificate, int mailPort)
    {
        var start = new ProcessStartInfo(Path.Combine(site, "WgsSite.Web")) { RedirectStandardOutput = true };
        foreach (var arg in (string[])
        [
            "--urls", $"http://127.0.0.1:{SitePort}", "--data", data, "--environment", "Production", "--Inquiries:ShortestSeconds", "0", "--Inquiries:PerAddress", "1000000",
            "--Mail:FirstRetrySeconds", "0.2", "--Mail:Smtp:Host", "localhost", "--Mail:Smtp:Port", $"{mailPort}", "--Mail:Smtp:User", MailServer.User, "--Mail:Smtp:Password", MailServer.Password,
        ])
            start.ArgumentList.Add(arg);
        foreach (var (name, value) in certificate.Trust) start.Environment[name] = value;
        var process = Process.Start(start)!;
        var ready = new TaskCompletionSource();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("Die Website ist bereit", StringComparison.Ordinal) == true) ready.TrySetResult();
        };
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("The site ended by itself."));
        process.BeginOutputReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(2));
        return process;
    }

    private static async Task<int> WaitingAsync(string data)
    {
        await using var services = Services(data);
        return (await services.GetRequiredService<InquiryDesk>().ListAsync(null)).Sum(row => row.Mails.Count(mail => mail.State != MailState.Sent));
    }

    private static async Task<IReadOnlyList<(int Number, InquiryRow Row)>> RowsAsync(string data)
    {
        await using var services = Services(data);
        var desk = services.GetRequiredService<InquiryDesk>();
        return [.. (await desk.ListAsync(null)).Select(row => (int.Parse(Number().Match(desk.TextOf(row)!.Message!).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), row))];
    }

    private static ServiceProvider Services(string data) =>
        CommandServices.Of(new ConfigurationBuilder().Build(), Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Path.Combine(Repository.Root, "WgsSite.Web") }).Environment, data);

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex(@"Nummer (\d+)!")]
    private static partial Regex Number();
}
