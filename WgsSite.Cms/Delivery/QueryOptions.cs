using System.Globalization;
using Microsoft.AspNetCore.Http;
using WgsSite.Cms.Publishing;

namespace WgsSite.Cms.Delivery;

/// <summary>What a list is asked for with. Empty filters and sorts count for nothing, as in Umbraco's own examples.</summary>
internal sealed record QueryOptions(string? Fetch, IReadOnlyList<string> Filters, IReadOnlyList<string> Sorts, int Skip, int Take)
{
    private const int UsualTake = 10;

    /// <exception cref="DeliveryRefusalException">Skip or take is no number, or below zero.</exception>
    public static QueryOptions Read(IQueryCollection query) => new(
        query["fetch"] is [.., { Length: > 0 } fetch] ? fetch : null,
        Many(query, "filter"),
        Many(query, "sort"),
        Number(query, "skip", 0),
        Number(query, "take", UsualTake));

    /// <summary>One page of what was found, and how much there is.</summary>
    public DeliveredPage<TModel> Page<TItem, TModel>(IEnumerable<TItem> found, Func<TItem, TModel> model)
    {
        var all = found.ToList();
        return new DeliveredPage<TModel>(all.Count, [.. all.Skip(Skip).Take(Take).Select(model)]);
    }

    /// <summary>By the first sort; where that leaves items equal, by the next, and at last as they were found.</summary>
    /// <param name="sorts"><c>name:asc</c>, <c>createDate:desc</c>.</param>
    /// <param name="keyOf">Null for a field that is unknown.</param>
    /// <exception cref="DeliveryRefusalException">A sort is unknown.</exception>
    public static IEnumerable<T> Sort<T>(IEnumerable<T> items, IReadOnlyList<string> sorts, Func<string, (Func<T, object> Key, IComparer<object>? Comparer)?> keyOf)
    {
        IOrderedEnumerable<T>? sorted = null;
        foreach (var sort in sorts)
        {
            if (sort.Split(':') is not [var field, var direction] || keyOf(field) is not { } by) throw UnknownSort();
            // As in Umbraco: what does not begin with „asc“ is the other way round.
            var isAscending = direction.StartsWith("asc", StringComparison.OrdinalIgnoreCase);
            sorted = (sorted, isAscending) switch
            {
                (null, true) => items.OrderBy(by.Key, by.Comparer),
                (null, false) => items.OrderByDescending(by.Key, by.Comparer),
                (_, true) => sorted.ThenBy(by.Key, by.Comparer),
                (_, false) => sorted.ThenByDescending(by.Key, by.Comparer),
            };
        }

        return sorted ?? items;
    }

    /// <summary>Names in the order of the site's language: Ä beside A.</summary>
    public static IComparer<object> ByName(PublishedSnapshot snapshot)
    {
        var words = StringComparer.Create(CultureInfo.GetCultureInfo(snapshot.Schema.DefaultCulture), ignoreCase: true);
        return Comparer<object>.Create((one, other) => words.Compare((string)one, (string)other));
    }

    // Titles and details are Umbraco's own words: clients know them (umbraco/Umbraco-CMS, ContentApiControllerBase).
    public static DeliveryRefusalException UnknownSelector() => new("Selector option not found", "The attempted 'fetch' option does not exist");

    public static DeliveryRefusalException UnknownFilter() => new("Filter option not found", "One of the attempted 'filter' options does not exist");

    private static DeliveryRefusalException UnknownSort() => new("Sort option not found", "One of the attempted 'sort' options does not exist");

    /// <summary>Lists come as <c>filter=a&amp;filter=b</c>, or with brackets.</summary>
    private static List<string> Many(IQueryCollection query, string name) =>
    [
        .. query.Where(pair => pair.Key == name || (pair.Key.StartsWith(name + "[", StringComparison.Ordinal) && pair.Key.EndsWith(']')))
            .SelectMany(pair => pair.Value.OfType<string>())
            .Where(text => !string.IsNullOrWhiteSpace(text)),
    ];

    private static int Number(IQueryCollection query, string name, int usual)
    {
        if (query[name] is not [.., { Length: > 0 } text]) return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new DeliveryRefusalException("Paging option not valid", $"The '{name}' option is a whole number from 0 on.");
    }
}

/// <summary>A part of a list, in Umbraco's shape.</summary>
/// <param name="Total">How many there are in all.</param>
internal sealed record DeliveredPage<T>(long Total, IReadOnlyList<T> Items);
