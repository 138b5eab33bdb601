namespace WgsSite.Core.Places;

/// <summary>Names and postal codes of the whole country: to tell a place elsewhere from a misspelt one.</summary>
public sealed class Country
{
    private static readonly string[] Joints = [" am ", " an der ", " an dem ", " im ", " in der ", " in ", " bei ", " ob der ", " vor der ", " auf ", " a. ", " a.d. ", " i. ", " b. ", " (", ", ", "/"];

    private static readonly (string Brief, string Full)[] Abbreviations = [(" a. ", " am "), (" a.d. ", " an der "), (" i. ", " im "), (" b. ", " bei ")];

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> postalCodes;

    public Country(IEnumerable<string> municipalities, IEnumerable<string> postalCodes)
    {
        this.postalCodes = [.. postalCodes];
        foreach (var name in municipalities)
        {
            names.TryAdd(PlaceText.Fold(name), name);
            foreach (var (brief, full) in Abbreviations)
                if (name.Contains(brief, StringComparison.Ordinal)) names.TryAdd(PlaceText.Fold(name.Replace(brief, full, StringComparison.Ordinal)), name);
            // People say Frankfurt for Frankfurt am Main.
            foreach (var joint in Joints)
                if (name.IndexOf(joint, StringComparison.Ordinal) is > 3 and var end) names.TryAdd(PlaceText.Fold(name[..end]), name[..end]);
        }
    }

    public bool HasPostalCode(string code) => postalCodes.Contains(code);

    /// <param name="folded">As <see cref="PlaceText.Fold"/> makes it.</param>
    /// <returns>The name as it is written; null when no place has it.</returns>
    public string? NameOf(string folded) => names.GetValueOrDefault(folded);
}
