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

    /// <summary>Longer text is a sentence: its words may mean something else („An wen kann ich mich wenden?“).</summary>
    private const int MostWords = 3;

    private static readonly HashSet<string> Streets = ["strasse", "str", "weg", "platz", "allee", "gasse", "ring", "hof"];

    /// <summary>Words that may stand beside a name without making it another place.</summary>
    private static readonly HashSet<string> Fillers = ["stadt", "gemeinde", "in", "bei", "ort", "kreis", "nrw", "nordrhein", "westfalen", "deutschland", "germany"];

    private readonly Country country;
    private readonly Dictionary<string, List<FoundPlace>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FoundPlace>> byCompact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FoundPlace>> byKreis = new(StringComparer.Ordinal);
    private readonly HashSet<string> kreisWords;
    private readonly ILookup<string, Municipality> byPostalCode;
    private readonly int longestName;

    public PlaceFinder(IEnumerable<Municipality> municipalities, Country country)
    {
        this.country = country;
        var all = municipalities.ToList();
        byPostalCode = all.SelectMany(place => place.PostalCodes.Select(code => (Code: code, Place: place))).ToLookup(pair => pair.Code, pair => pair.Place);
        foreach (var place in all) Add(place.Name, new FoundPlace(place, null, null));
        foreach (var place in all)
            foreach (var district in place.Districts) AddDistrict(district, new FoundPlace(place, district, null));
        // What people say for short, where nothing else is called so: „Laasphe“, „Marienborn“.
        foreach (var place in all.Where(place => place.Name.StartsWith("Bad ", StringComparison.Ordinal))) AddIfFree(place.Name["Bad ".Length..], new FoundPlace(place, null, null));
        foreach (var place in all)
            foreach (var district in place.Districts.Where(district => district.Contains('-', StringComparison.Ordinal)))
                foreach (var part in district.Split('-').Where(part => part.Length > 3)) AddIfFree(part, new FoundPlace(place, district, null));

        foreach (var kreis in all.Where(place => place.KreisName.Length > 0).GroupBy(place => PlaceText.Fold(place.KreisName)))
        {
            var places = kreis.Select(place => new FoundPlace(place, null, null)).ToList();
            byKreis[kreis.Key] = places;
            if (WithoutKreis(kreis.Key) is { } name && !byName.ContainsKey(name)) byKreis.TryAdd(name, places);
        }

        kreisWords = [.. byKreis.Keys.SelectMany(name => name.Split(' '))];
        longestName = byName.Keys.Select(name => name.Count(' '.Equals) + 1).DefaultIfEmpty(0).Max();
    }

    public PlaceAnswer Find(string? input)
    {
        if (input is null || input.Length > LongestInput) return new PlaceAnswer.NotRecognised([]);
        var words = PlaceText.Words(PlaceText.Fold(input));
        var numbers = words.Where(word => char.IsAsciiDigit(word[0])).ToList();
        var name = words.Where(word => !char.IsAsciiDigit(word[0])).ToList();
        // „D-57223“ and „DE 57223“ are ways to write a code.
        if (numbers.Count > 0 && name is ["d" or "de", ..]) name.RemoveAt(0);
        var text = string.Join(' ', name);

        // Whole codes among other numbers (a house number, say), or one written with a gap.
        var codes = numbers.Where(number => number.Length == 5).Distinct().ToList();
        if (codes.Count == 0 && string.Concat(numbers) is { Length: 5 } gapped) codes.Add(gapped);
        return codes switch
        {
            [] when numbers.Count == 0 => ByName(text, hasNumber: false),
            [] => text.Length > 0 ? ByName(text, hasNumber: true) : new PlaceAnswer.NotRecognised(NearPostalCodes(string.Concat(numbers))),
            [var code] => ByPostalCode(code, text),
            _ => ByPostalCodes(codes, text),
        };
    }

    private PlaceAnswer ByName(string text, bool hasNumber)
    {
        if (text.Length == 0) return new PlaceAnswer.NotRecognised([]);
        if (Exact(text) is { } exact)
            // „Grund 5“ is rather a street than the district of that name.
            return hasNumber && exact.All(place => place.District is not null) ? new PlaceAnswer.NotRecognised(exact) : Answer(exact);
        if (byKreis.TryGetValue(text, out var kreis)) return Answer(kreis);
        if (WithoutKreis(text) is not null) return new PlaceAnswer.NotRecognised([]);
        // A whole name of another place is that place: Neunkirchen-Seelscheid is not Neunkirchen.
        if (country.NameOf(text) is { } elsewhere) return new PlaceAnswer.Outside(elsewhere, Alike(text, most: 1));

        var (candidates, contradict, rest) = Candidates(text);
        if (candidates.Count == 0) return new PlaceAnswer.NotRecognised(Alike(text, null));
        if (contradict) return new PlaceAnswer.Ambiguous(candidates, Contradicts: true);
        if (text.Split(' ').Length > MostWords || (hasNumber && candidates.All(place => place.District is not null))) return new PlaceAnswer.NotRecognised([.. candidates.Take(MostSuggestions)]);
        // „Neunkirchen Saar“: with an addition, a name that exists twice may be the other one.
        if (candidates is [{ District: null } town] && rest.Count > 0 && text.StartsWith(PlaceText.Fold(town.Municipality.Name), StringComparison.Ordinal)
            && !rest.Any(IsStreet) && country.NameOf(PlaceText.Fold(town.Municipality.Name)) is not null)
            return new PlaceAnswer.Ambiguous(candidates, Contradicts: false, Elsewhere: $"{town.Municipality.Name} ({string.Join(' ', rest.Select(Capital))})");
        return Answer(candidates);
    }

    private PlaceAnswer ByPostalCode(string code, string text)
    {
        var ofCode = byPostalCode[code].Select(place => new FoundPlace(place, null, code)).ToList();
        var ofText = text.Length == 0 ? [] : Exact(text) ?? Candidates(text).Places;
        if (ofCode.Count == 0)
        {
            if (!country.HasPostalCode(code)) return ofText.Count > 0 ? Answer(ofText) : new PlaceAnswer.NotRecognised(NearPostalCodes(code));
            var name = country.NameOf(text) is { } known ? $"{code}\u00A0{known}" : code;
            return ofText.Count > 0 ? new PlaceAnswer.Ambiguous(ofText, Contradicts: true, Elsewhere: code) : new PlaceAnswer.Outside(name, []);
        }

        if (ofText.Count == 0)
        {
            if (text.Length > 0 && country.NameOf(text) is { } other) return new PlaceAnswer.Ambiguous(ofCode, Contradicts: true, Elsewhere: other);
            // A misspelt name of another place contradicts the code as the name itself would.
            ofText = text.Length == 0 ? [] : [.. Alike(text, most: 1).Take(1)];
            if (ofText.Count == 0) return Answer(ofCode);
        }

        var both = ofText.Where(place => ofCode.Any(found => found.Municipality.Key == place.Municipality.Key)).Select(place => place with { PostalCode = code }).ToList();
        return both.Count > 0 ? Answer(both) : new PlaceAnswer.Ambiguous([.. ofCode, .. ofText], Contradicts: true);
    }

    private PlaceAnswer ByPostalCodes(List<string> codes, string text)
    {
        var places = codes.SelectMany(code => byPostalCode[code].Select(place => new FoundPlace(place, null, code))).ToList();
        var elsewhere = codes.Find(code => !byPostalCode.Contains(code));
        return places.Count == 0 ? ByPostalCode(codes[0], text) : new PlaceAnswer.Ambiguous(places, Contradicts: true, elsewhere);
    }

    /// <summary>One place, or several to choose from; several districts of one municipality are that municipality.</summary>
    private static PlaceAnswer Answer(List<FoundPlace> places) => places switch
    {
        [var only] => new PlaceAnswer.Found(only),
        _ when places.DistinctBy(place => (place.Municipality.Key, place.PostalCode)).Count() == 1 => new PlaceAnswer.Found(places[0] with { District = null }),
        _ => new PlaceAnswer.Ambiguous(places, Contradicts: false),
    };

    /// <summary>The places of just this name, also when it is written in one word.</summary>
    private List<FoundPlace>? Exact(string text) =>
        byName.GetValueOrDefault(text) ?? byCompact.GetValueOrDefault(text.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>
    /// The places whose names stand in the text: „Siegen-Weidenau“, „Krombach bei Kreuztal“, „Hauptstraße, Olpe“; whether a
    /// district belongs to none of the towns named; and the words that say nothing.
    /// </summary>
    private (List<FoundPlace> Places, bool Contradict, List<string> Unknown) Candidates(string text)
    {
        var words = text.Split(' ');
        var named = new List<FoundPlace>();
        var rest = new List<string>();
        for (var start = 0; start < words.Length;)
        {
            var length = Math.Min(longestName, words.Length - start);
            while (length > 0 && !byName.ContainsKey(string.Join(' ', words, start, length))) length--;
            var isStreet = start + length < words.Length && IsStreet(words[start + length]);
            if (length > 0 && !isStreet) named.AddRange(byName[string.Join(' ', words, start, length)]);
            else if (!Fillers.Contains(words[start]) && !kreisWords.Contains(words[start])) rest.Add(words[start]);
            start += Math.Max(1, length);
        }

        var towns = named.Where(place => place.District is null).Distinct().ToList();
        var districts = named.Where(place => place.District is not null).Distinct().ToList();
        if (towns.Count == 0) return (districts, false, rest);
        var within = districts.Where(place => towns.Any(town => town.Municipality.Key == place.Municipality.Key)).ToList();
        if (within.Count > 0) return (within, false, rest);
        return districts.Count > 0 ? ([.. towns, .. districts], true, rest) : (towns, false, rest);
    }

    /// <summary>Places spelled much like the text, the nearest first.</summary>
    /// <param name="most">Number of slips allowed; null for as many as the length of the text bears.</param>
    private List<FoundPlace> Alike(string text, int? most)
    {
        var compact = text.Replace(" ", "", StringComparison.Ordinal);
        // One slip in a short word, two in a longer one: more, and it would be another word.
        var slips = Math.Min(most ?? 2, compact.Length switch { < 4 => 0, < 6 => 1, _ => 2 });
        if (slips == 0) return [];
        return
        [
            .. byCompact.Select(spelling => (Places: spelling.Value, Distance: PlaceText.Distance(compact, spelling.Key, slips)))
                .Where(item => item.Distance <= slips)
                .SelectMany(item => item.Places.Select(place => (Place: place, item.Distance)))
                .OrderBy(item => item.Distance).ThenBy(item => item.Place.District is not null).ThenByDescending(item => item.Place.Municipality.Flats ?? 0)
                .Select(item => item.Place).Distinct().Take(MostSuggestions),
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

    private static bool IsStreet(string word) => Streets.Contains(word) || word.EndsWith("strasse", StringComparison.Ordinal);

    private static string? WithoutKreis(string folded) => new[] { "kreis ", "landkreis " }
        .Where(start => folded.StartsWith(start, StringComparison.Ordinal)).Select(start => folded[start.Length..]).FirstOrDefault();

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>A municipality is what people mean by its name, even where another has a district of that name.</summary>
    private void AddDistrict(string name, FoundPlace place)
    {
        if (!byName.TryGetValue(PlaceText.Fold(name), out var known) || known.All(other => other.District is not null)) Add(name, place);
    }

    private void AddIfFree(string name, FoundPlace place)
    {
        if (!byName.ContainsKey(PlaceText.Fold(name)) && country.NameOf(PlaceText.Fold(name)) is null) Add(name, place);
    }

    private void Add(string name, FoundPlace place)
    {
        var folded = PlaceText.Fold(name);
        if (folded.Length == 0) return;
        if (!byName.TryGetValue(folded, out var places)) byName.Add(folded, places = []);
        if (places.All(other => other.Municipality.Key != place.Municipality.Key)) places.Add(place);
        byCompact[folded.Replace(" ", "", StringComparison.Ordinal)] = places;
    }
}
