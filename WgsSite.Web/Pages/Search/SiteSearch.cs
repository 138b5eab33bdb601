using System.Runtime.CompilerServices;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Search;
using WgsSite.Core.Places;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Search;

/// <summary>Searches what is published. The index is brought up to date while a new state is prepared, so that it never lags behind the pages.</summary>
public sealed class SiteSearch : IDisposable
{
    /// <summary>A place's name is of so many words at most: „Bad Laasphe Feudingen“.</summary>
    private const int MostWordsOfPlace = 3;

    private readonly SearchIndex index = new();
    private readonly ConditionalWeakTable<SiteContent, IReadOnlyDictionary<string, Findable>> findables = [];

    public SiteSearch(PublishedContent content, SiteContentSource source)
    {
        content.Preparing += snapshot => index.Hold([.. Of(source.Of(snapshot)).Values.Select(item => item.Entry)]);
    }

    /// <summary>What a reader finds who asks for this, whatever is in it.</summary>
    public SearchAnswer Find(SiteContent site, string query)
    {
        query = query.Trim();
        if (query.Length > SearchIndex.LongestQuery) query = query[..SearchIndex.LongestQuery];
        if (PlaceIn(site, query) is var (place, rest) && Find(site, rest, query, place) is { Found.Count: > 0 } there) return there;
        return Find(site, query, query, null);
    }

    public void Dispose() => index.Dispose();

    private SearchAnswer Find(SiteContent site, string query, string asked, FoundPlace? place)
    {
        var result = index.Find(query);
        var all = Of(site);
        var found = result.Hits
            // What is published this very moment is in the index before it is in the pages.
            .Select(hit => all.GetValueOrDefault(hit.Entry.Id)).OfType<Findable>()
            .Select(item => new Found(item, Note(site, result.Words, item), place is null || item.Service is null ? null : AtPlace.Of(item.Service, place)))
            .ToList();
        return new SearchAnswer(asked, result.Words, result.Corrected, place, [.. found.Where(item => item.Place is not { IsOut: true })], [.. found.Where(item => item.Place is { IsOut: true }).Select(item => item.Item.Service!)]);
    }

    private IReadOnlyDictionary<string, Findable> Of(SiteContent site) => findables.GetValue(site, Findable.Of);

    /// <summary>What editors say to somebody who called a service by another word.</summary>
    private static string? Note(SiteContent site, IReadOnlyList<string> words, Findable item) => item.Service is not { } service ? null : site.Synonyms
        .Where(synonym => synonym.Note is not null && synonym.Service.Key == service.Key && SearchText.Telling(SearchText.Words(synonym.Word)).All(word => words.Any(asked => SearchText.Stem(asked) == SearchText.Stem(word))))
        .Select(synonym => synonym.Note)
        .FirstOrDefault();

    /// <summary>A place named in a query beside something else: „Pflege Kreuztal“ → Kreuztal, „Pflege“.</summary>
    private static (FoundPlace Place, string Others)? PlaceIn(SiteContent site, string query)
    {
        var words = SearchText.Positions(query).ToList();
        for (var count = Math.Min(MostWordsOfPlace, words.Count - 1); count > 0; count--)
        {
            for (var first = words.Count - count; first >= 0; first--)
            {
                var (start, last) = (words[first].Start, words[first + count - 1]);
                var name = query[start..(last.Start + last.Length)];
                if (site.Places.Find(name) is not PlaceAnswer.Found found || !IsNamed(found.Place, name)) continue;
                var rest = query.Remove(start, name.Length);
                if (SearchText.Words(rest) is { Count: > 0 } others && SearchText.Telling(others).Any(word => word.Length > 2)) return (found.Place, rest);
            }
        }

        return null;
    }

    /// <summary>Only what is called just so: a word like a place's name need not mean the place.</summary>
    private static bool IsNamed(FoundPlace place, string name) =>
        place.PostalCode == name.Trim() || SearchText.Fold(place.District ?? place.Municipality.Name) == SearchText.Fold(name);
}
