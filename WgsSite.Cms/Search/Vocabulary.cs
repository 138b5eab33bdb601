using System.Runtime.InteropServices;

namespace WgsSite.Cms.Search;

/// <summary>The words of all entries, for what is misspelt and for compounds nobody wrote.</summary>
internal sealed class Vocabulary
{
    public const int MostEdits = 3;

    private const int ShortestPart = 4;

    /// <summary>„Donaudampfschifffahrtsgesellschaft“ has 34 letters; what is longer is no word somebody looks for.</summary>
    private const int LongestCompound = 48;

    private readonly Dictionary<string, Written> words = new(StringComparer.Ordinal);

    /// <summary>The words in order, to find those that begin alike; null while words came or went since.</summary>
    private string[]? sorted;

    public void Add(SearchEntry entry) => Count(entry, +1);

    public void Remove(SearchEntry entry) => Count(entry, -1);

    public bool Holds(string word) => words.ContainsKey(word);

    /// <summary>The word, as it is written, that was probably meant; null when none is near enough.</summary>
    /// <param name="edits">At most so many; in short words fewer.</param>
    public string? Nearest(string word, int edits)
    {
        var most = Math.Min(edits, word.Length switch { < 4 => 0, < 6 => 1, < 10 => 2, _ => MostEdits });
        if (most == 0 || char.IsAsciiDigit(word[0])) return null;
        return words
            .Where(pair => pair.Key.Length >= ShortestPart - 1 && Math.Abs(pair.Key.Length - word.Length) <= most)
            .Select(pair => (pair.Value, pair.Key, Distance: WordMatch.Distance(word, pair.Key, most)))
            .Where(near => near.Distance <= most)
            // The first letter is seldom wrong.
            .OrderBy(near => near.Distance).ThenBy(near => near.Key[0] == word[0] ? 0 : 1).ThenByDescending(near => near.Value.Count)
            .Select(near => near.Value.Text)
            .FirstOrDefault();
    }

    /// <summary>Words of the entries that a compound is made of, the longest ones from left to right: „Gartenzaun“ → „garten“, „zaun“. Empty when most of it is none.</summary>
    public IReadOnlyList<string> Parts(string compound)
    {
        var parts = new List<string>();
        if (compound.Length > LongestCompound) return parts;
        for (var at = 0; at + ShortestPart <= compound.Length;)
        {
            var length = compound.Length - at;
            // A stem in front („Lesebrille“: „lese“), a whole word behind.
            while (length >= ShortestPart && !IsWord(compound.Substring(at, length))) length--;
            if (length < ShortestPart)
            {
                at++;
                continue;
            }

            parts.Add(compound.Substring(at, length));
            at += length;
        }

        return parts.Sum(part => part.Length) * 2 >= compound.Length ? parts : [];

        bool IsWord(string part) => words.ContainsKey(part) || (part.Length > ShortestPart && part.Length < compound.Length && IsBeginning(part));
    }

    private bool IsBeginning(string part)
    {
        if (sorted is null)
        {
            sorted = [.. words.Keys];
            Array.Sort(sorted, StringComparer.Ordinal);
        }

        var at = Array.BinarySearch(sorted, part, StringComparer.Ordinal);
        return at >= 0 || (~at < sorted.Length && sorted[~at].StartsWith(part, StringComparison.Ordinal));
    }

    private void Count(SearchEntry entry, int by)
    {
        foreach (var text in (string[])[entry.Title, entry.Keywords, entry.Summary, entry.Body])
        {
            foreach (var (start, length, folded) in SearchText.Positions(text))
            {
                var word = text.Substring(start, length).Replace("\u00AD", "", StringComparison.Ordinal);
                Count(folded, word, by);
                // „Einkaufs-Lieferdienst“ is looked for by its parts, too.
                if (word.Contains('-', StringComparison.Ordinal))
                    foreach (var part in word.Split('-')) Count(SearchText.Fold(part), part, by);
            }
        }
    }

    private void Count(string folded, string word, int by)
    {
        sorted = null;
        ref var written = ref CollectionsMarshal.GetValueRefOrAddDefault(words, folded, out _);
        written = new Written(written.Text ?? word, written.Count + by);
        if (written.Count <= 0) words.Remove(folded);
    }

    private readonly record struct Written(string Text, int Count);
}
