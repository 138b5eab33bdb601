using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using WgsSite.Core.Coverage;
using WgsSite.Core.Offers;
using WgsSite.Core.Places;
using WgsSite.Web.Content;
using WgsSite.Web.Hosting;

namespace WgsSite.Web.Pages.Coverage;

/// <summary>
/// <c>GET /api/coverage?place=…</c>: the place check for other channels, described in <c>docs/api-coverage.md</c>. Errors are
/// problem details (RFC 9457).
/// </summary>
public static class CoverageApi
{
    public static IResult Get([FromQuery] string? place, HttpContext context)
    {
        var site = context.Features.Get<RequestedPage>()!.Site;
        if (context.Request.Query["place"].Count > 1) return Problem(400, "More than one place", "Ask for one place at a time.");
        if (string.IsNullOrWhiteSpace(place))
            return Problem(400, "Place is missing", "Give a postal code or the name of a place in the query parameter 'place'.");
        if (place.Length > PlaceFinder.LongestInput)
            return Problem(400, "Place is too long", $"A place has at most {PlaceFinder.LongestInput} characters.");

        return site.Places.Find(place) switch
        {
            PlaceAnswer.Found found => Results.Json(new Answer("found", [Place(found.Place)], Services(site, found.Place))),
            PlaceAnswer.Ambiguous ambiguous => Results.Json(new Answer("ambiguous", [.. ambiguous.Places.Select(Place)], [])),
            PlaceAnswer.Outside => Results.Json(new Answer("outside", [], [])),
            PlaceAnswer.NotRecognised unknown => Problem(
                404, "Place is not recognised", "No place of the region or the country is called so.", [.. unknown.Suggestions.Select(suggestion => suggestion.Query)]),
            var other => throw new InvalidOperationException($"An answer of an unknown kind: {other}"),
        };
    }

    private static List<AnswerService> Services(SiteContent site, FoundPlace place) =>
    [
        .. PlaceServices.Of(place.Municipality, place.PostalCode, site.ListedServices).Services.Select(item => new AnswerService(
            item.Service.Slug,
            item.Service.Name,
            item.Service.Path,
            item.Status switch { Availability.Available => "available", Availability.NotAvailable => "notAvailable", _ => "onRequest" },
            Note(site, item))),
    ];

    private static string? Note(SiteContent site, ServiceAtPlace item)
    {
        if (item.Service.Status.State == OfferState.Paused) return item.Service.Status.Notice ?? site.Words["Status.PausedShort"];
        return item.IsMixed ? Words.Within(PlaceSigns.Word(item, site.Words)) + (item.Coverage.Note is { } more ? $" ({more})" : "") : item.Coverage.Note;
    }

    private static AnswerPlace Place(FoundPlace place) => new(place.Municipality.Ags, place.Municipality.Name, place.District);

    private static IResult Problem(int status, string title, string detail, IReadOnlyList<string>? suggestions = null) => Results.Problem(
        detail, statusCode: status, title: title, extensions: suggestions is null ? null : new Dictionary<string, object?> { ["suggestions"] = suggestions });

    private sealed record Answer(string Result, IReadOnlyList<AnswerPlace> Places, IReadOnlyList<AnswerService> Services);

    private sealed record AnswerPlace(string Ags, string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? District);

    private sealed record AnswerService(
        string Id,
        string Name,
        string Path,
        string Status,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Note);
}
