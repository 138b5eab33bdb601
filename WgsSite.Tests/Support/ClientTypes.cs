using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace WgsSite.Tests.Support;

/// <summary>
/// The client's own types, and the compiler that holds what the API says against them. Both come from npm
/// (<c>ClientTypes/</c>); <c>./eng/test</c> installs them.
/// </summary>
internal static partial class ClientTypes
{
    /// <summary>A JSON text has the value of an enum where the types have its name. What the types do not know is an error too.</summary>
    private const string Wire =
        """
        type Wire<T> =
          T extends string ? (string extends T ? T : `${T}`) :
          T extends (infer U)[] ? Wire<U>[] :
          T extends object ? { [K in keyof T]: Wire<T[K]> } :
          T;
        """;

    private static readonly string Folder = Repository.At("WgsSite.Tests", "Support", "ClientTypes");

    private static readonly string File = Path.Combine(Folder, "node_modules", "@umbraco-cms", "backoffice", "dist-cms", "packages", "core", "backend-api", "types.gen.d.ts");

    private static readonly Lazy<IReadOnlyList<ClientCall>> Read = new(ReadCalls);

    /// <summary>What the client can call.</summary>
    public static IReadOnlyList<ClientCall> Calls => Read.Value;

    /// <summary>The call that a request is; null when the client has none like it.</summary>
    public static ClientCall? Find(string method, string path) => Calls
        .Where(call => call.Method == method && call.Pattern.IsMatch(path))
        .MinBy(call => call.Url.Count(letter => letter == '{'));

    /// <returns>What the compiler has to say against these texts being of these types; empty when nothing.</returns>
    public static async Task<string> FaultsAsync(IReadOnlyList<TypedJson> texts)
    {
        var folder = Directory.CreateTempSubdirectory("wgs-types-").FullName;
        try
        {
            // One line for each text, so that a message can say which one it is about.
            var source = new StringBuilder();
            source.Append("import type * as Client from ").Append(JsonSerializer.Serialize(File[..^".d.ts".Length])).Append(";\n");
            source.Append(Wire.ReplaceLineEndings(" ")).Append('\n');
            foreach (var (text, index) in texts.Select((text, index) => (text, index)))
                source.Append("export const t").Append(index).Append(": Wire<").Append(text.Type).Append("> = ").Append(text.Json.ReplaceLineEndings(" ")).Append(";\n");
            await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "answers.ts"), source.ToString());
            var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, WorkingDirectory = folder };
            foreach (var arg in (string[])[Path.Combine(Folder, "node_modules", "typescript", "bin", "tsc"), "--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "--pretty", "false", "answers.ts"])
                start.ArgumentList.Add(arg);
            using var compiler = Process.Start(start)!;
            var output = await compiler.StandardOutput.ReadToEndAsync();
            await compiler.WaitForExitAsync();
            return compiler.ExitCode == 0 ? "" : Place().Replace(output, place => $"\n{texts[int.Parse(place.Groups["line"].Value, System.Globalization.CultureInfo.InvariantCulture) - 3].Label}: ");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<ClientCall> ReadCalls()
    {
        if (!System.IO.File.Exists(File)) throw new InvalidOperationException("„npm ci“ has not been run in WgsSite.Tests/Support/ClientTypes; ./eng/test does it.");
        return [.. Call().Matches(System.IO.File.ReadAllText(File)).Select(match => new ClientCall(match.Groups["name"].Value, match.Groups["method"].Value.ToUpperInvariant(), match.Groups["url"].Value))];
    }

    [GeneratedRegex(@"^export type (?<name>(?<method>Get|Post|Put|Delete|Patch)\w+)Data = \{\n(?:    .*\n)*?    url: '(?<url>[^']+)'", RegexOptions.Multiline)]
    private static partial Regex Call();

    [GeneratedRegex(@"^answers\.ts\((?<line>\d+),\d+\): ", RegexOptions.Multiline)]
    private static partial Regex Place();
}

/// <summary>One call of the client's SDK.</summary>
/// <param name="Name">How its types' names begin.</param>
internal sealed record ClientCall(string Name, string Method, string Url)
{
    public Regex Pattern { get; } = new("^" + Regex.Replace(Regex.Escape(Url), @"\\\{\w+}", "[^/]+") + "$");

    public string Body => $"NonNullable<Client.{Name}Data['body']>";

    public string Answer(int status) => $"Client.{Name}Responses[{status}]";
}

/// <param name="Label">What the text is, for messages.</param>
internal sealed record TypedJson(string Type, string Json, string Label);
