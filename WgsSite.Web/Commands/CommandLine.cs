namespace WgsSite.Web.Commands;

/// <summary>Tells the words of a command from its options.</summary>
public static class CommandLine
{
    private static readonly HashSet<string> WithValue = ["--data", "--urls", "--environment", "--contentRoot"];

    /// <summary>The arguments that are neither an option nor an option's value.</summary>
    public static string[] Words(IEnumerable<string> args)
    {
        var words = new List<string>();
        var skip = false;
        foreach (var arg in args)
        {
            if (skip) skip = false;
            else if (WithValue.Contains(arg)) skip = true;
            else if (!arg.StartsWith("--", StringComparison.Ordinal)) words.Add(arg);
        }

        return [.. words];
    }
}
