namespace WgsSite.Cms.Search;

/// <param name="IsMarked">It is what was looked for.</param>
public sealed record MarkedText(string Text, bool IsMarked);

/// <summary>Marks what was found, and cuts a text down to where it stands.</summary>
public static class SearchMarks
{
    private const string More = " … ";

    /// <summary>The whole text with the words marked.</summary>
    /// <param name="words">Folded, as <see cref="SearchResult.Words"/>.</param>
    public static IReadOnlyList<MarkedText> Mark(string text, IReadOnlyList<string> words) => Mark(text, words, 0, text.Length);

    /// <summary>About so many letters around the place where most of the words stand, in whole words; null where none stands.</summary>
    public static IReadOnlyList<MarkedText>? Snippet(string text, IReadOnlyList<string> words, int length)
    {
        var places = Found(text, words).ToList();
        if (places.Count == 0) return null;
        var best = places.Select(place => (place.Start, Count: places.Where(other => other.Start >= place.Start && other.Start + other.Length <= place.Start + length).Select(other => other.Word).Distinct().Count()))
            .OrderByDescending(place => place.Count).ThenBy(place => place.Start).First().Start;
        var start = text.Length <= length ? 0 : WordStart(text, Math.Max(0, Math.Min(best - (length / 4), text.Length - length)));
        var end = text.Length - start <= length ? text.Length : WordEnd(text, start + length);
        var parts = Mark(text, words, start, end).ToList();
        if (start > 0) parts.Insert(0, new MarkedText(More.TrimStart(), false));
        if (end < text.Length) parts.Add(new MarkedText(More.TrimEnd(), false));
        return parts;
    }

    private static List<MarkedText> Mark(string text, IReadOnlyList<string> words, int start, int end)
    {
        var parts = new List<MarkedText>();
        var at = start;
        foreach (var (from, length, _) in Found(text, words).Where(place => place.Start >= start && place.Start + place.Length <= end))
        {
            if (from > at) parts.Add(new MarkedText(text[at..from], false));
            parts.Add(new MarkedText(text.Substring(from, length), true));
            at = from + length;
        }

        if (at < end) parts.Add(new MarkedText(text[at..end], false));
        return parts;
    }

    private static IEnumerable<(int Start, int Length, string Word)> Found(string text, IReadOnlyList<string> words)
    {
        var stems = words.Select(word => (Word: word, Stem: SearchText.Stem(word))).ToList();
        foreach (var (start, length, folded) in SearchText.Positions(text))
            if (stems.Find(word => WordMatch.Of(word.Word, word.Stem, folded) >= 0.4).Word is { } found) yield return (start, length, found);
    }

    private static int WordStart(string text, int at)
    {
        while (at > 0 && !char.IsWhiteSpace(text[at - 1])) at--;
        return at;
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
