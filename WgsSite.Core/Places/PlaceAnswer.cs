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
    /// <param name="Contradicts">What was entered names places that do not belong together.</param>
    /// <param name="Elsewhere">The part of it that names a place outside the region; null when none does.</param>
    public sealed record Ambiguous(IReadOnlyList<FoundPlace> Places, bool Contradicts, string? Elsewhere = null) : PlaceAnswer;

    /// <summary>A real place of the country, but not of the region.</summary>
    /// <param name="Suggestions">Places of the region that differ by one letter; mostly empty.</param>
    public sealed record Outside(string Name, IReadOnlyList<FoundPlace> Suggestions) : PlaceAnswer;

    /// <param name="Suggestions">Places of the region that are spelled much alike; may be empty.</param>
    public sealed record NotRecognised(IReadOnlyList<FoundPlace> Suggestions) : PlaceAnswer;
}

/// <param name="District">The part of the municipality that was named; null when the municipality itself was.</param>
/// <param name="PostalCode">The postal code that was entered; null when none was.</param>
public sealed record FoundPlace(Municipality Municipality, string? District, string? PostalCode)
{
    /// <summary>„57223 Kreuztal“, „Krombach (Kreuztal)“, „Weidenau (57076 Siegen)“</summary>
    public string Label => District is null ? Town : $"{District} ({Town})";

    private string Town => PostalCode is null ? Municipality.Name : $"{PostalCode}\u00A0{Municipality.Name}";

    /// <summary>What to enter to get this place and no other.</summary>
    public string Query => string.Join(' ', new[] { PostalCode, Municipality.Name, District }.OfType<string>());
}
