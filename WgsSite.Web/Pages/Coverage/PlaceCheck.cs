using WgsSite.Core.Coverage;
using WgsSite.Core.Offers;
using WgsSite.Core.Places;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Coverage;

/// <summary>The field „Was gibt es bei mir?“ and, once something was entered, the answer.</summary>
/// <param name="Action">Path of the page that answers.</param>
/// <param name="Input">What was entered; null when nothing was asked.</param>
/// <param name="Services">The services the answer speaks of.</param>
/// <param name="Keep">A query parameter to carry along, such as the chosen service.</param>
public sealed record PlaceCheck(SiteContent Site, string Action, string? Input, IReadOnlyList<Service> Services, (string Name, string Value)? Keep = null)
{
    /// <summary>Name of the query parameter.</summary>
    public const string Parameter = "ort";

    /// <summary>Where the answer stands on the page.</summary>
    public const string Anchor = "antwort";

    /// <summary>Null when nothing was asked.</summary>
    public PlaceAnswer? Answer { get; } = string.IsNullOrWhiteSpace(Input) ? null : Site.Places.Find(Input);

    /// <summary>The form was sent without a word in it.</summary>
    public bool IsEmpty => Input is not null && Answer is null;

    public PlaceServices? Found => Answer is PlaceAnswer.Found { Place: var place } ? PlaceServices.Of(place.Municipality, place.PostalCode, Services) : null;

    public string? ChosenAgs => Found?.Municipality.Ags;

    /// <summary>The answer in a line: heading of the box, and first part of the page's title.</summary>
    public string? Heading => Answer switch
    {
        PlaceAnswer.Found { Place: var place } => HeadingOf(place.Label, Found!),
        PlaceAnswer.Ambiguous => Site.Words["Place.Ambiguous"],
        PlaceAnswer.Outside outside => Site.Words.Fill("Place.Outside", outside.Name),
        PlaceAnswer.NotRecognised => Site.Words["Place.NotRecognised"],
        _ => null,
    };

    /// <summary>The same question asked for another place.</summary>
    public string AddressOf(FoundPlace place) =>
        $"{Action}?{Parameter}={Uri.EscapeDataString(place.Query)}{(Keep is { } keep ? $"&{keep.Name}={Uri.EscapeDataString(keep.Value)}" : "")}#{Anchor}";

    private string HeadingOf(string place, PlaceServices found)
    {
        var words = Site.Words;
        if (found.Services is [var only]) return words.Fill("Place.FoundOne", only.Service.Name, place, Words.Within(PlaceSigns.Word(only, words)));
        return words.Fill(found.Together == Availability.OnRequest && found.With(Availability.OnRequest).Count() < found.Services.Count ? "Place.FoundMixed" : $"Place.Found.{found.Together}", place);
    }
}
