namespace WgsSite.Cms.Search;

/// <summary>Something that can be found.</summary>
/// <param name="Id">Names it among all entries.</param>
/// <param name="Title">Counts most.</param>
/// <param name="Keywords">Other words for it; count nearly as much as the title.</param>
/// <param name="Summary">What it is about, in a sentence or two.</param>
/// <param name="Body">All the rest of its text, plain.</param>
/// <param name="Weight">Of two that match alike the heavier comes first; 1 for most.</param>
public sealed record SearchEntry(string Id, string Title, string Keywords, string Summary, string Body, double Weight = 1);

/// <param name="Score">Only to compare hits of one search.</param>
public sealed record SearchHit(SearchEntry Entry, double Score);

/// <summary>What a search found.</summary>
/// <param name="Hits">The best first.</param>
/// <param name="Words">The words that were looked for, folded: what <see cref="SearchMarks"/> marks.</param>
/// <param name="Corrected">The query as it was probably meant, when words of it stand nowhere; the hits are those of this one. Null otherwise.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, IReadOnlyList<string> Words, string? Corrected)
{
    public static SearchResult Nothing { get; } = new([], [], null);
}
