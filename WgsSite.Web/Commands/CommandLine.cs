namespace WgsSite.Web.Commands;

/// <summary>
/// The words of a command and its options, told apart here, since the configuration's own reader takes a path such as
/// <c>/srv/v17</c> for an option of its name.
/// </summary>
/// <param name="Words">The arguments that are neither an option nor an option's value.</param>
/// <param name="Options">Options with their values, as the configuration reads them.</param>
public sealed record CommandLine(string[] Words, string[] Options)
{
    private static readonly HashSet<string> WithoutValue = ["--force", "--csv"];

    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var words = new List<string>();
        var options = new List<string>();
        for (var index = 0; index < args.Count; index++)
        {
            var arg = args[index];
            if (!arg.StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(arg);
                continue;
            }

            options.Add(arg);
            if (!arg.Contains('=') && !WithoutValue.Contains(arg) && index + 1 < args.Count && !args[index + 1].StartsWith("--", StringComparison.Ordinal))
                options.Add(args[++index]);
        }

        return new CommandLine([.. words], [.. options]);
    }

    public bool Has(string option) => Options.Contains(option);

    /// <summary>What follows an option, as in <c>--state open</c> or <c>--state=open</c>; null without one.</summary>
    public string? Value(string option)
    {
        for (var index = 0; index < Options.Length; index++)
        {
            if (Options[index] == option) return index + 1 < Options.Length ? Options[index + 1] : "";
            if (Options[index].StartsWith(option + "=", StringComparison.Ordinal)) return Options[index][(option.Length + 1)..];
        }

        return null;
    }

    /// <summary>Stands among the options of a command for all settings of the site, such as <c>--Mail:Smtp:Host</c>.</summary>
    public const string Settings = ":";

    /// <summary>What is wrong with the options of a command that takes only these; null when nothing is.</summary>
    public string? Fault(params string[] known)
    {
        for (var index = 0; index < Options.Length; index++)
        {
            var name = Options[index].Split('=')[0];
            if (!known.Contains(name) && !(known.Contains(Settings) && name.Contains(':'))) return $"Diese Option gibt es hier nicht: {name}";
            if (WithoutValue.Contains(name) || Options[index].Contains('=')) continue;
            if (++index >= Options.Length || Options[index].StartsWith("--", StringComparison.Ordinal)) return $"Nach {name} fehlt der Wert.";
        }

        return null;
    }

    /// <summary>Options for the configuration, which cannot read one without a value.</summary>
    public string[] Configuration => [.. Options.Where(option => !WithoutValue.Contains(option))];
}
