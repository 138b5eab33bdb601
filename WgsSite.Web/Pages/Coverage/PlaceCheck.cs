using WgsSite.Core.Coverage;
using WgsSite.Core.Offers;
using WgsSite.Core.Places;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Coverage;

/// <summary>The field „Was gibt es bei mir?“ and, once something was entered, the answer.</summary>
/// <param name="Action">Path of the page that answers.</param>
/// <param name="Input">What was entered; null when nothing was asked.</param>
/// <param name="Services">The services the answer speaks of.</param>
/// <param name="Keep">Query parameters to carry along, such as the chosen service.</param>
/// <param name="Narrowed">What the services were narrowed to, in words; null when they are all.</param>
public sealed record PlaceCheck(SiteContent Site, string Action, string? Input, IReadOnlyList<Service> Services, IReadOnlyList<(string Name, string Value)>? Keep = null, string? Narrowed = null)
{
    /// <summary>Name of the query parameter.</summary>
    public const string Parameter = "ort";

    /// <summary>Where the answer stands on the page.</summary>
    public const string Anchor = "antwort";

    /// <summary>Null when nothing was asked.</summary>
    public PlaceAnswer? Answer { get; } = string.IsNullOrWhiteSpace(Input) ? null : Site.Places.Find(Input);

    public bool IsTooLong => Input?.Length > PlaceFinder.LongestInput;

    /// <summary>Only digits were entered.</summary>
    public bool IsCode => Input is not null && Input.Any(char.IsDigit) && !Input.Any(char.IsLetter);

    /// <summary>What the field shows again. Input without end is not sent back and forth.</summary>
    public string? Shown => IsTooLong ? null : Input;

    /// <summary>What there is at the place; null when the answer is not one place.</summary>
    public PlaceServices? Found => field ??= Answer is PlaceAnswer.Found { Place: var place } ? PlaceServices.Of(place.Municipality, place.PostalCode, Services) : null;

    public string? ChosenAgs => Found?.Municipality.Ags;

    /// <summary>The answer in a line: heading of the box, and first part of the page's title.</summary>
    public string? Heading => Answer switch
    {
        PlaceAnswer.Found { Place: var place } => HeadingOf(place.Label, Found!),
        PlaceAnswer.Ambiguous { Places: [var only] } => Site.Words.Fill("Place.DoYouMean", only.Label),
        PlaceAnswer.Ambiguous => Site.Words["Place.Ambiguous"],
        PlaceAnswer.Outside outside => Site.Words.Fill("Place.Outside", outside.Name),
        PlaceAnswer.NotRecognised => Site.Words["Place.NotRecognised"],
        _ => null,
    };

    /// <summary>The same question asked for another place.</summary>
    public string AddressOf(FoundPlace place) =>
        $"{Action}?{Parameter}={Uri.EscapeDataString(place.Query)}{string.Concat((Keep ?? []).Select(keep => $"&{keep.Name}={Uri.EscapeDataString(keep.Value)}"))}#{Anchor}";

    private string HeadingOf(string place, PlaceServices found)
    {
        var words = Site.Words;
        if (found.Services is [var only]) return words.Fill("Place.FoundOne", only.Service.Name, place, Words.Within(PlaceSigns.Word(only, words)));
        var unequal = found.IsPartlyAvailable ? "Partly" : found.IsUniform ? null : "Unsure";
        return Narrowed is { } what
            ? words.Fill("Place.FoundOne", what, place, Words.Within(words[unequal is null ? $"Status.{found.Together}" : $"Place.Some.{unequal}"]))
            : words.Fill($"Place.Found.{unequal ?? found.Together.ToString()}", place);
    }
}
