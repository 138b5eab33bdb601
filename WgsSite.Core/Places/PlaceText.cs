using System.Globalization;
using System.Text;

namespace WgsSite.Core.Places;

/// <summary>Ways to write a place, made alike: capitals, umlauts and their spellings, hyphens, invisible characters.</summary>
public static class PlaceText
{
    /// <summary>„Bad-Laasphe“ → „bad laasphe“, „Erndtebrück“ → „erndtebrueck“.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        // KC also turns wide and ornamental letters into plain ones. Half a character cannot be normalised and goes.
        foreach (var character in string.Concat(text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar)).Normalize(NormalizationForm.FormKC))
            switch (char.ToLowerInvariant(character))
            {
                case 'ä': folded.Append("ae"); break;
                case 'ö': folded.Append("oe"); break;
                case 'ü': folded.Append("ue"); break;
                case 'ß': folded.Append("ss"); break;
                // Soft hyphens, marks of writing direction and the like stand between letters and mean nothing.
                case var c when char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark: break;
                case var c when char.IsLetter(c): folded.Append(c); break;
                case var c when char.IsDigit(c): folded.Append((char)('0' + (int)char.GetNumericValue(c))); break;
                default: folded.Append(' '); break;
            }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Folded text as words; letters and digits written together are parted: „57223kreuztal“.</summary>
    public static List<string> Words(string folded)
    {
        var words = new List<string>();
        foreach (var part in folded.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var start = 0;
            for (var index = 1; index <= part.Length; index++)
                if (index == part.Length || char.IsAsciiDigit(part[index]) != char.IsAsciiDigit(part[index - 1]))
                {
                    words.Add(part[start..index]);
                    start = index;
                }
        }

        return words;
    }

    /// <summary>
    /// Number of letters to change, add, leave out or swap with their neighbour to get from one word to the other
    /// (Damerau and Levenshtein, each letter touched once); more than <paramref name="most"/> is not counted out.
    /// </summary>
    public static int Distance(string from, string to, int most)
    {
        if (Math.Abs(from.Length - to.Length) > most) return most + 1;
        var (before, last, row) = (new int[to.Length + 1], new int[to.Length + 1], new int[to.Length + 1]);
        for (var j = 0; j <= to.Length; j++) last[j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var cost = from[i - 1] == to[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > most) return most + 1;
            (before, last, row) = (last, row, before);
        }

        return last[to.Length];
    }
}
