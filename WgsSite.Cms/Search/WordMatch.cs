namespace WgsSite.Cms.Search;

/// <summary>How well a word of a text answers a word of a query, both folded.</summary>
internal static class WordMatch
{
    /// <summary>Shorter words stand in many others by chance: „Rad“ in „Gerade“.</summary>
    private const int ShortestInside = 4;

    /// <returns>1 for the same word, less for one it begins or is part of, 0 for another.</returns>
    public static double Of(string asked, string stem, string word)
    {
        if (word == asked) return 1;
        if (word.Length < stem.Length) return 0;
        if (SearchText.Stem(word) == stem) return 0.95;
        var at = word.IndexOf(stem, StringComparison.Ordinal);
        if (at < 0) return 0;
        if (at == 0) return stem.Length >= ShortestInside || word.StartsWith(asked, StringComparison.Ordinal) ? 0.7 : 0.3;
        // The end of a compound says what it is („Türklingel“ is a „Klingel“), its middle rather not.
        if (stem.Length < ShortestInside) return 0;
        return word.EndsWith(asked, StringComparison.Ordinal) || word.Length - at - stem.Length <= 2 ? 0.6 : 0.4;
    }

    /// <summary>Edits from one word to another, two neighbours that changed places counting as one.</summary>
    /// <param name="most">More are not counted.</param>
    /// <returns><paramref name="most"/> + 1 for more than that.</returns>
    public static int Distance(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most) return most + 1;
        Span<int> before = stackalloc int[other.Length + 1];
        Span<int> last = stackalloc int[other.Length + 1];
        Span<int> row = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++) last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            var best = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
                best = Math.Min(best, row[j]);
            }

            if (best > most) return most + 1;
            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return Math.Min(last[other.Length], most + 1);
    }
}
