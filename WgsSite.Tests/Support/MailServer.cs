using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace WgsSite.Tests.Support;

/// <summary>A real SMTP server in a process of its own, with STARTTLS and login.</summary>
internal sealed class MailServer : IDisposable
{
    public const string User = "website";
    public const string Password = "ein-geheimes-Wort";

    private readonly Process process;
    private bool isDisposed;
    private readonly ConcurrentQueue<JsonElement> said = new();

    private MailServer(Process process, int port)
    {
        this.process = process;
        Port = port;
    }

    public int Port { get; private set; }

    /// <summary>All that was taken, in order.</summary>
    public IReadOnlyList<ReceivedMail> Mails => [.. said.Where(line => line.TryGetProperty("raw", out _)).Select(ReceivedMail.Of)];

    /// <summary>What was said so far: logins, greylisted recipients, dropped connections.</summary>
    public IEnumerable<JsonElement> Said => said;

    /// <param name="port">0 for any that is free.</param>
    public static async Task<MailServer> StartAsync(TestCertificate certificate, int port = 0, bool startTls = true)
    {
        var folder = Path.Combine(Repository.Root, "WgsSite.Tests", "Support", "MailServer");
        if (!Directory.Exists(Path.Combine(folder, "node_modules"))) throw new InvalidOperationException("„npm ci“ has not been run in WgsSite.Tests/Support/MailServer; ./eng/test does it.");
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardInput = true, WorkingDirectory = folder };
        foreach (var arg in (string[])["server.mjs", port.ToString(System.Globalization.CultureInfo.InvariantCulture), certificate.KeyFile, certificate.CertificateFile, User, Password, startTls ? "" : "no-starttls"])
            start.ArgumentList.Add(arg);
        var process = Process.Start(start)!;
        var server = new MailServer(process, port);
        var listening = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null) return;
            var json = JsonDocument.Parse(line.Data).RootElement;
            server.said.Enqueue(json);
            if (json.TryGetProperty("listening", out var on)) listening.TrySetResult(on.GetInt32());
        };
        process.BeginOutputReadLine();
        server.Port = await listening.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return server;
    }

    /// <param name="mode">One of those in <c>server.mjs</c>.</param>
    public async Task BehaveAsync(string mode)
    {
        var before = said.Count(line => line.TryGetProperty("mode", out _));
        await process.StandardInput.WriteLineAsync(mode);
        await process.StandardInput.FlushAsync();
        while (said.Count(line => line.TryGetProperty("mode", out _)) == before) await Task.Delay(5);
    }

    public async Task<IReadOnlyList<ReceivedMail>> WaitForAsync(int count, int seconds = 20)
    {
        var clock = Stopwatch.StartNew();
        while (Mails.Count < count)
        {
            if (clock.Elapsed.TotalSeconds > seconds) throw new TimeoutException($"{Mails.Count} of {count} mails after {seconds} s.");
            await Task.Delay(20);
        }

        return Mails;
    }

    public void Dispose()
    {
        if (isDisposed) return;
        isDisposed = true;
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}

/// <summary>A mail as the server got it.</summary>
/// <param name="Raw">Headers and body as they came over the line.</param>
internal sealed record ReceivedMail(string From, IReadOnlyList<string> To, bool WasSecure, string Raw)
{
    public static ReceivedMail Of(JsonElement line) => new(
        line.GetProperty("from").GetString()!,
        [.. line.GetProperty("to").EnumerateArray().Select(to => to.GetString()!)],
        line.GetProperty("secure").GetBoolean(),
        Encoding.Latin1.GetString(line.GetProperty("raw").GetBytesFromBase64()));

    public static ReceivedMail OfFile(string file) => new("", [], false, File.ReadAllText(file, Encoding.Latin1));

    /// <summary>A header, unfolded and decoded (RFC 2047); null when it is not there.</summary>
    public string? Header(string name)
    {
        var unfolded = System.Text.RegularExpressions.Regex.Replace(Raw.Split("\r\n\r\n")[0], @"\r\n[ \t]+", " ");
        var line = unfolded.Split("\r\n").FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));
        return line is null ? null : Decode(line[(name.Length + 1)..].Trim());
    }

    public string Text => Part("text/plain");

    public string Html => Part("text/html");

    private string Part(string type)
    {
        var part = Raw.Split("\r\n--").First(part => part.Contains($"Content-Type: {type}", StringComparison.Ordinal));
        return Encoding.UTF8.GetString(Convert.FromBase64String(part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Split("\r\n--")[0].Trim()));
    }

    private static string Decode(string text) => System.Text.RegularExpressions.Regex.Replace(
        System.Text.RegularExpressions.Regex.Replace(text, @"\?=\s+=\?", "?==?"),
        @"=\?utf-8\?([BQ])\?(.*?)\?=",
        match => match.Groups[1].Value == "B"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups[2].Value))
            : Encoding.UTF8.GetString([.. QuotedBytes(match.Groups[2].Value)]),
        System.Text.RegularExpressions.RegexOptions.IgnoreCase);

    private static IEnumerable<byte> QuotedBytes(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != '=')
            {
                yield return text[index] == '_' ? (byte)' ' : (byte)text[index];
                continue;
            }

            yield return Convert.ToByte(text.Substring(index + 1, 2), 16);
            index += 2;
        }
    }
}
