namespace WgsSite.Core.Places;

/// <summary>
/// Finds the place a tenant means by a postal code, a town, a district, or several of these. Made once per published
/// state; safe to use from many threads.
/// </summary>
public sealed class PlaceFinder
{
    /// <summary>Longer input names no place.</summary>
    public const int LongestInput = 100;

    private const int MostSuggestions = 4;

    private readonly Country country;
    private readonly Dictionary<string, List<FoundPlace>> byName = new(StringComparer.Ordinal);
    private readonly ILookup<string, Municipality> byPostalCode;
    private readonly Dictionary<string, List<FoundPlace>> byCompact = new(StringComparer.Ordinal);
    private readonly int longestName;

    public PlaceFinder(IEnumerable<Municipality> municipalities, Country country)
    {
        this.country = country;
        var all = municipalities.ToList();
        byPostalCode = all.SelectMany(place => place.PostalCodes.Select(code => (Code: code, Place: place))).ToLookup(pair => pair.Code, pair => pair.Place);
        foreach (var place in all) Add(place.Name, new FoundPlace(place, null, null));
        foreach (var place in all)
            foreach (var district in place.Districts)
                // A municipality is what people mean by its name, even where another has a district of that name.
                if (!byName.TryGetValue(PlaceText.Fold(district), out var known) || known.All(other => other.District is not null))
                    Add(district, new FoundPlace(place, district, null));
        longestName = byName.Keys.Select(name => name.Count(' '.Equals) + 1).DefaultIfEmpty(0).Max();
    }

    public PlaceAnswer Find(string? input)
    {
        if (input is null || input.Length > LongestInput) return new PlaceAnswer.NotRecognised([]);
        var words = PlaceText.Words(PlaceText.Fold(input));
        var numbers = words.Where(word => char.IsAsciiDigit(word[0])).ToList();
        // A whole code among other numbers (a house number, say), or one written with a gap.
        var digits = numbers.Find(number => number.Length == 5) ?? string.Concat(numbers);
        var name = words.Where(word => !char.IsAsciiDigit(word[0])).ToList();
        // „D-57223“ and „DE 57223“ are ways to write a code.
        if (digits.Length > 0 && name is ["d" or "de", ..]) name.RemoveAt(0);
        var text = string.Join(' ', name);
        return digits.Length switch
        {
            0 => ByName(text),
            5 => ByPostalCode(digits, text),
            _ when text.Length > 0 && Candidates(text) is { Count: > 0 } => ByName(text),
            _ => new PlaceAnswer.NotRecognised(NearPostalCodes(digits)),
        };
    }

    private PlaceAnswer ByName(string text)
    {
        if (text.Length == 0) return new PlaceAnswer.NotRecognised([]);
        if (Exact(text) is { } exact) return Answer(exact);
        // A whole name of another place is that place: Neunkirchen-Seelscheid is not Neunkirchen.
        if (country.NameOf(text) is { } elsewhere) return new PlaceAnswer.Outside(elsewhere);
        var candidates = Candidates(text);
        return candidates.Count > 0 ? Answer(candidates) : new PlaceAnswer.NotRecognised(Alike(text));
    }

    private PlaceAnswer ByPostalCode(string code, string text)
    {
        var ofCode = byPostalCode[code].Select(place => new FoundPlace(place, null, code)).ToList();
        var ofText = text.Length == 0 ? [] : Candidates(text);
        if (ofCode.Count == 0)
        {
            if (!country.HasPostalCode(code)) return ofText.Count > 0 ? Answer(ofText) : new PlaceAnswer.NotRecognised(NearPostalCodes(code));
            return ofText.Count > 0 ? new PlaceAnswer.Ambiguous(ofText, Contradicts: true) : new PlaceAnswer.Outside(country.NameOf(text) is { } name ? $"{code}\u00A0{name}" : code);
        }

        if (ofText.Count > 0)
        {
            var both = ofText.Where(place => ofCode.Any(other => other.Municipality.Key == place.Municipality.Key)).Select(place => place with { PostalCode = code }).ToList();
            return both.Count > 0 ? Answer(both) : new PlaceAnswer.Ambiguous([.. ofCode, .. ofText], Contradicts: true);
        }

        return country.NameOf(text) is null ? Answer(ofCode) : new PlaceAnswer.Ambiguous(ofCode, Contradicts: true);
    }

    private static PlaceAnswer Answer(List<FoundPlace> places) =>
        places.Count == 1 ? new PlaceAnswer.Found(places[0]) : new PlaceAnswer.Ambiguous(places, Contradicts: false);

    /// <summary>The places of just this name, also when it is written in one word.</summary>
    private List<FoundPlace>? Exact(string text) =>
        byName.GetValueOrDefault(text) ?? byCompact.GetValueOrDefault(text.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>The places whose names stand in the text: „Siegen-Weidenau“, „Krombach bei Kreuztal“, „Hauptstraße, Olpe“.</summary>
    private List<FoundPlace> Candidates(string text)
    {
        if (Exact(text) is { } exact) return exact;
        var words = text.Split(' ');
        var named = new List<FoundPlace>();
        for (var start = 0; start < words.Length;)
        {
            var length = Math.Min(longestName, words.Length - start);
            while (length > 0 && !byName.ContainsKey(string.Join(' ', words, start, length))) length--;
            if (length > 0) named.AddRange(byName[string.Join(' ', words, start, length)]);
            start += Math.Max(1, length);
        }

        var towns = named.Where(place => place.District is null).ToList();
        if (towns.Count == 0) return [.. named.Distinct()];
        var within = named.Where(place => place.District is not null && towns.Any(town => town.Municipality.Key == place.Municipality.Key)).Distinct().ToList();
        return within.Count > 0 ? within : [.. towns.Distinct()];
    }

    /// <summary>Places spelled much like the text, the nearest first.</summary>
    private List<FoundPlace> Alike(string text)
    {
        var compact = text.Replace(" ", "", StringComparison.Ordinal);
        // One slip in a short word, two in a longer one: more, and it would be another word.
        var most = compact.Length switch { < 4 => 0, < 7 => 1, _ => 2 };
        return
        [
            .. byCompact.Select(spelling => (Places: spelling.Value, Distance: PlaceText.Distance(compact, spelling.Key, most)))
                .Where(item => item.Distance <= most)
                .SelectMany(item => item.Places.Select(place => (Place: place, item.Distance)))
                .OrderBy(item => item.Distance).ThenByDescending(item => item.Place.Municipality.Flats ?? 0).ThenBy(item => item.Place.District is not null)
                .Select(item => item.Place).Take(MostSuggestions),
        ];
    }

    /// <summary>Places whose postal code differs by one digit, or that begin as the digits do.</summary>
    private List<FoundPlace> NearPostalCodes(string digits) => digits.Length is < 4 or > 6 ? [] :
    [
        .. byPostalCode.Where(group => PlaceText.Distance(digits, group.Key, 1) <= 1)
            .SelectMany(group => group.Select(place => new FoundPlace(place, null, group.Key)))
            .OrderByDescending(place => place.Municipality.Flats ?? 0).ThenBy(place => place.PostalCode, StringComparer.Ordinal)
            .Take(MostSuggestions),
    ];

    private void Add(string name, FoundPlace place)
    {
        var folded = PlaceText.Fold(name);
        if (folded.Length == 0) return;
        if (!byName.TryGetValue(folded, out var places)) byName.Add(folded, places = []);
        if (places.All(other => other.Municipality.Key != place.Municipality.Key)) places.Add(place);
        byCompact[folded.Replace(" ", "", StringComparison.Ordinal)] = places;
    }
}
