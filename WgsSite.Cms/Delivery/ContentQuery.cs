using System.Globalization;
using System.Text.RegularExpressions;
using WgsSite.Cms.Publishing;

namespace WgsSite.Cms.Delivery;

/// <summary>
/// <c>fetch</c>, <c>filter</c> and <c>sort</c> of documents
/// (https://docs.umbraco.com/umbraco-cms/reference/content-delivery-api#query-parameters).
/// </summary>
internal static partial class ContentQuery
{
    /// <exception cref="DeliveryRefusalException">An option is unknown.</exception>
    public static IEnumerable<PublishedDocument> Run(DeliveryRequest request, QueryOptions options)
    {
        var found = Fetch(request, options.Fetch).Where(request.Models.Shows);
        foreach (var filter in options.Filters) found = found.Where(Filter(filter));
        return QueryOptions.Sort(found, options.Sorts, sort => Sort(sort, request.Snapshot));
    }

    private static IEnumerable<PublishedDocument> Fetch(DeliveryRequest request, string? fetch)
    {
        // Without a selector: all of the start item, or all there is.
        if (string.IsNullOrWhiteSpace(fetch)) return (request.StartItem is { } start ? [start] : request.Snapshot.Roots).SelectMany(WithDescendants);
        if (fetch.Split(':', 2) is not [var selector, var idOrPath]) throw QueryOptions.UnknownSelector();
        // What is denied is as if it were not there, also as the place where others are looked for.
        var item = idOrPath.Length > 0 && request.FindDocument(idOrPath) is { } found && request.Models.Shows(found) ? found : null;
        return selector.ToLowerInvariant() switch
        {
            "ancestors" => item?.Ancestors() ?? [],
            "children" => item?.Children ?? [],
            "descendants" => item is null ? [] : WithDescendants(item).Skip(1),
            _ => throw QueryOptions.UnknownSelector(),
        };
    }

    /// <summary>In the order of the tree.</summary>
    private static IEnumerable<PublishedDocument> WithDescendants(PublishedDocument document) => document.Children.SelectMany(WithDescendants).Prepend(document);

    private static Func<PublishedDocument, bool> Filter(string filter)
    {
        if (Words().Match(filter) is { Success: true } words)
        {
            var (value, isWanted) = (words.Groups["value"].Value, words.Groups["not"].Length == 0);
            if (words.Groups["field"].Value.Equals("name", StringComparison.OrdinalIgnoreCase)) return document => document.Name.Contains(value, StringComparison.InvariantCultureIgnoreCase) == isWanted;
            // Several with commas between them, as in Umbraco's ContentTypeFilter.
            var aliases = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return document => aliases.Contains(document.Type.Alias, StringComparer.OrdinalIgnoreCase) == isWanted;
        }

        if (Dates().Match(filter) is not { Success: true } dates || !DateTime.TryParse(dates.Groups["value"].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment))
            throw QueryOptions.UnknownFilter();
        Func<PublishedDocument, DateTime> time = dates.Groups["field"].Value.Equals("createDate", StringComparison.OrdinalIgnoreCase) ? document => document.CreatedAt : document => document.UpdatedAt;
        return dates.Groups["operator"].Value switch
        {
            ">" => document => time(document) > moment,
            ">:" => document => time(document) >= moment,
            "<" => document => time(document) < moment,
            _ => document => time(document) <= moment,
        };
    }

    private static (Func<PublishedDocument, object> Key, IComparer<object>? Comparer)? Sort(string field, PublishedSnapshot snapshot) => field.ToLowerInvariant() switch
    {
        "createdate" => (document => document.CreatedAt, null),
        "updatedate" => (document => document.UpdatedAt, null),
        "level" => (document => document.Ancestors().Count(), null),
        "sortorder" => (document => document.SortOrder, null),
        "name" => (document => document.Name, QueryOptions.ByName(snapshot)),
        _ => null,
    };

    [GeneratedRegex("^(?<field>contentType|name):(?<not>!?)(?<value>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Words();

    [GeneratedRegex("^(?<field>createDate|updateDate)(?<operator>>:|<:|>|<)(?<value>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dates();
}
