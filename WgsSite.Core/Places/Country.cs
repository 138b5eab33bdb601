namespace WgsSite.Core.Places;

/// <summary>Names and postal codes of the whole country: to tell a place elsewhere from a misspelt one.</summary>
public sealed class Country
{
    private static readonly string[] Joints = [" am ", " an der ", " an dem ", " im ", " in der ", " in ", " bei ", " ob der ", " vor der ", " auf ", " (", ", ", "/"];

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> postalCodes;

    public Country(IEnumerable<string> municipalities, IEnumerable<string> postalCodes)
    {
        this.postalCodes = [.. postalCodes];
        foreach (var name in municipalities)
        {
            names.TryAdd(PlaceText.Fold(name), name);
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
