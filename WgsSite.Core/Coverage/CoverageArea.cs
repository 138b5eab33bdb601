using System.Text.RegularExpressions;

namespace WgsSite.Core.Coverage;

/// <summary>
/// An area a coverage entry speaks of, written <c>kreis:05970</c>, <c>ags:05970040</c> or
/// <c>plz:57080@05970040</c> (a postal code within a municipality).
/// </summary>
/// <param name="Kreis">Five digits of the Kreis.</param>
/// <param name="Ags">Eight digits of the municipality; null for a whole Kreis.</param>
/// <param name="PostalCode">Five digits; null unless the area is a postal code within a municipality.</param>
public sealed partial record CoverageArea(string Kreis, string? Ags, string? PostalCode)
{
    /// <summary>0 for a Kreis, 1 for a municipality, 2 for a postal code within one: the greater number wins.</summary>
    public int Precision => PostalCode is not null ? 2 : Ags is not null ? 1 : 0;

    /// <summary>The area that decides when there is no entry for this one; null above a Kreis.</summary>
    public CoverageArea? Wider => Precision switch
    {
        2 => this with { PostalCode = null },
        1 => this with { Ags = null },
        _ => null,
    };

    public static CoverageArea OfMunicipality(string ags) => new(ags[..5], ags, null);

    public static CoverageArea OfPostalCode(string postalCode, string ags) => new(ags[..5], ags, postalCode);

    /// <returns>Null when the text is none of the three forms.</returns>
    public static CoverageArea? TryParse(string? text)
    {
        var match = Form().Match(text ?? "");
        if (!match.Success) return null;
        if (match.Groups["kreis"].Success) return new CoverageArea(match.Groups["kreis"].Value, null, null);
        var ags = match.Groups["ags"].Value;
        return new CoverageArea(ags[..5], ags, match.Groups["plz"].Success ? match.Groups["plz"].Value : null);
    }

    public override string ToString() => this switch
    {
        { PostalCode: not null } => $"plz:{PostalCode}@{Ags}",
        { Ags: not null } => $"ags:{Ags}",
        _ => $"kreis:{Kreis}",
    };

    [GeneratedRegex(@"\A(?:kreis:(?<kreis>[0-9]{5})|(?:ags:|plz:(?<plz>[0-9]{5})@)(?<ags>[0-9]{8}))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
