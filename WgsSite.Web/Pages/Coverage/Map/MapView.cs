using WgsSite.Core.Coverage;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Coverage.Map;

/// <summary>What a map shows: each place's state, and the same in words.</summary>
/// <param name="States">By AGS; a place of the drawing without a state is on request.</param>
/// <param name="ChosenAgs">The place that is marked; null for none.</param>
/// <param name="MainAgs">The places named even on a small map: those with the most flats.</param>
/// <param name="Title">What the map is of.</param>
/// <param name="Summary">What it says, in sentences.</param>
public sealed record MapView(
    IReadOnlyDictionary<string, Availability> States,
    string? ChosenAgs,
    IReadOnlyList<string> MainAgs,
    string Title,
    string Summary)
{
    public const int MostMainPlaces = 3;

    private const int MostNames = 20;

    /// <param name="places">Where most flats are first, as <see cref="SiteContent.InEachPlace"/> gives them.</param>
    public static MapView Of(Words words, IReadOnlyList<PlaceServices> places, string? chosenAgs, string what) => new(
        places.ToDictionary(place => place.Municipality.Ags, place => place.Together),
        chosenAgs,
        [.. places.Where(place => place.Municipality.Flats > 0).Take(MostMainPlaces).Select(place => place.Municipality.Ags)],
        words.Fill("Map.Title", what),
        string.Join(' ', Sentences(words, places, chosenAgs)));

    private static IEnumerable<string> Sentences(Words words, IReadOnlyList<PlaceServices> places, string? chosenAgs)
    {
        if (places.FirstOrDefault(place => place.Municipality.Ags == chosenAgs) is { } chosen)
            yield return words.Fill("Map.Chosen", chosen.Municipality.Name, Words.Within(words[$"Status.{chosen.Together}"]));
        foreach (var status in (Availability[])[Availability.Available, Availability.OnRequest, Availability.NotAvailable])
        {
            var names = places.Where(place => place.Together == status).Select(place => place.Municipality.Name).ToList();
            if (names.Count > 0) yield return words.Fill($"Map.{status}", names.Count <= MostNames ? Words.List(names) : words.Count("Map.Places", names.Count));
        }
    }
}
