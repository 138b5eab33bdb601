namespace WgsSite.Core.Places;

/// <summary>What became of what a tenant entered as a place: exactly one of four.</summary>
public abstract record PlaceAnswer
{
    private PlaceAnswer()
    {
    }

    /// <summary>One place of the region.</summary>
    public sealed record Found(FoundPlace Place) : PlaceAnswer;

    /// <summary>Several places of the region fit, or what was entered contradicts itself.</summary>
    /// <param name="Contradicts">Postal code and name do not belong together.</param>
    public sealed record Ambiguous(IReadOnlyList<FoundPlace> Places, bool Contradicts) : PlaceAnswer;

    /// <summary>A real place of the country, but not of the region.</summary>
    public sealed record Outside(string Name) : PlaceAnswer;

    /// <param name="Suggestions">Places of the region that are spelled much alike; may be empty.</param>
    public sealed record NotRecognised(IReadOnlyList<FoundPlace> Suggestions) : PlaceAnswer;
}

/// <param name="District">The part of the municipality that was named; null when the municipality itself was.</param>
/// <param name="PostalCode">The postal code that was entered; null when none was.</param>
public sealed record FoundPlace(Municipality Municipality, string? District, string? PostalCode)
{
    /// <summary>„57223 Kreuztal“, „Krombach (Kreuztal)“, „Siegen“</summary>
    public string Label => (PostalCode is null ? "" : PostalCode + "\u00A0") + (District is null ? Municipality.Name : $"{District} ({Municipality.Name})");

    /// <summary>What to enter to get this place and no other.</summary>
    public string Query => string.Join(' ', new[] { PostalCode, Municipality.Name, District }.OfType<string>());
}
