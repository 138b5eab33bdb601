using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace WgsSite.Tests.Support;

/// <summary>
/// The site as an operator runs it: a process of its own on a free port, with a data folder of its own. What the tests see
/// is what a reader would see.
/// </summary>
internal sealed partial class SiteProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder log;

    private SiteProcess(Process process, StringBuilder log, Uri address)
    {
        this.process = process;
        this.log = log;
        Address = address;
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
    }

    /// <summary>The folder of the built site.</summary>
    public static string Program { get; } =
        Repository.At("WgsSite.Web", "bin", new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Name, "net10.0");

    public Uri Address { get; }

    public HttpClient Http { get; }

    public string Log
    {
        get { lock (log) return log.ToString(); }
    }

    /// <param name="environment"><c>Development</c> or <c>Production</c>.</param>
    /// <param name="options">More options, as on the command line.</param>
    public static Task<SiteProcess> StartAsync(string dataFolder, string environment = "Development", params string[] options) =>
        StartAsync(dataFolder, new Dictionary<string, string>(), environment, options);

    /// <param name="variables">More variables of the process's environment.</param>
    public static Task<SiteProcess> StartAsync(string dataFolder, IReadOnlyDictionary<string, string> variables, string environment = "Development", params string[] options) =>
        StartAsync(Program, dataFolder, variables, environment, options);

    /// <param name="program">A folder like <see cref="Program"/>.</param>
    public static Task<SiteProcess> StartFromAsync(string program, string dataFolder) =>
        StartAsync(program, dataFolder, new Dictionary<string, string>(), "Development", ["--contentRoot", Repository.At("WgsSite.Web")]);

    private static async Task<SiteProcess> StartAsync(string program, string dataFolder, IReadOnlyDictionary<string, string> variables, string environment, string[] options)
    {
        var log = new StringBuilder();
        var ready = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = Start(program, ["--urls", "http://127.0.0.1:0", "--data", dataFolder, "--environment", environment, .. options], variables);
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("The site ended:\n" + log));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var address = await ready.Task.WaitAsync(TimeSpan.FromSeconds(90));
        return new SiteProcess(process, log, address);

        void Take(string? line)
        {
            if (line is null) return;
            lock (log) log.AppendLine(line);
            if (Ready().Match(line) is { Success: true } match) ready.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    /// <summary>Runs a command such as <c>usync import FOLDER</c> to its end.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] args) => RunAsync(new Dictionary<string, string>(), args);

    /// <inheritdoc cref="RunAsync(string[])"/>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(IReadOnlyDictionary<string, string> variables, params string[] args)
    {
        using var process = Start(Program, args, variables);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(90));
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Ends the process as a power cut would.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    public void Dispose()
    {
        Http.Dispose();
        if (!process.HasExited) Kill();
        process.Dispose();
    }

    private static Process Start(string program, IEnumerable<string> args, IReadOnlyDictionary<string, string> variables)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        start.ArgumentList.Add(Path.Combine(program, "WgsSite.Web.dll"));
        foreach (var arg in args) start.ArgumentList.Add(arg);
        // In Development the site writes to the repository's uSync folder; a test that wants it to gives it one of its own.
        start.Environment["uSync__Settings__ExportOnSave"] = "None";
        // Hundreds of short lives: what the runtime would learn in one, to be faster later, costs more than it brings.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCountThreshold"] = "2000";
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"Die Website ist bereit: (http://\S+)")]
    private static partial Regex Ready();
}
