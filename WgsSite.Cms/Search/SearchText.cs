using System.Globalization;
using System.Text;

namespace WgsSite.Cms.Search;

/// <summary>
/// German text as the index keeps it: in small letters, without accents, umlauts written any way („ä“, „ae“) as their bare
/// vowel, „ß“ as „ss“ and „ph“ as „f“, so that spellings and the umlauts of plurals fall together; words with a hyphen as one.
/// </summary>
public static class SearchText
{
    /// <summary>What German words end in when they are bent, the longest first, and how many letters must stay: „Haus“ ends in no s.</summary>
    private static readonly (string Text, int Stays)[] Endings =
        [("innen", 4), ("ern", 3), ("est", 4), ("em", 3), ("en", 3), ("er", 3), ("es", 3), ("st", 4), ("e", 3), ("n", 4), ("s", 4), ("t", 4)];

    /// <summary>Words that say nothing about what is looked for.</summary>
    private static readonly HashSet<string> Empty =
    [
        .. """
            aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bitte da damit das dass dein dem den denn der des dich die dies diese dieser dieses dir doch dort
            du durch ein eine einem einen einer eines er es etwas fuer gegen gibt hab habe haben hat hier ich ihm ihn ihr ihre im in ins ist ja jede jeder jedes kann koennen kommt man mehr
            mein meine meinem meinen meiner mich mir mit moechte muss nach nicht noch nur ob oder ohne sehr sein seine sich sie sind so soll ueber um und uns unser unsere unter vom von vor wann
            war was wen wenn wer werde werden wie will wir wird wo wozu zu zum zur zwei brauche suche
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Fold),
    ];

    /// <summary>Text as it is compared: words of letters and digits with one blank between them.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++) Append(folded, text, index);
        if (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
        return folded.ToString();
    }

    public static IReadOnlyList<string> Words(string text) => Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words of a query that say what is looked for; all of them when none does.</summary>
    public static IReadOnlyList<string> Telling(IReadOnlyList<string> words)
    {
        List<string> telling = [.. words.Where(word => !Empty.Contains(word))];
        return telling.Count > 0 ? telling : words;
    }

    /// <summary>A folded word without what it ends in when it is bent: „mahlzeiten“ → „mahlzeit“. Never shorter than three letters.</summary>
    public static string Stem(string word)
    {
        if (word.Length == 0 || char.IsAsciiDigit(word[0])) return word;
        var ending = Endings.FirstOrDefault(end => word.EndsWith(end.Text, StringComparison.Ordinal) && word.Length - end.Text.Length >= end.Stays).Text;
        return ending is null ? word : word[..^ending.Length];
    }

    /// <summary>Where the words of a text stand: begin and length in the text, and the word as it is compared.</summary>
    public static IEnumerable<(int Start, int Length, string Folded)> Positions(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            if (!IsInWord(text, start))
            {
                start++;
                continue;
            }

            var end = start;
            while (end < text.Length && IsInWord(text, end)) end++;
            if (Fold(text[start..end]) is { Length: > 0 } folded) yield return (start, end - start, folded);
            start = end;
        }
    }

    private static bool IsInWord(string text, int index) =>
        char.IsLetterOrDigit(text[index]) || text[index] == '\u00AD' || IsHyphenInside(text, index) || char.GetUnicodeCategory(text[index]) == UnicodeCategory.NonSpacingMark;

    /// <summary>„Menü-Service“ is one word; „Ein- und Ausgang“ and „– so“ are not.</summary>
    private static bool IsHyphenInside(string text, int index) =>
        text[index] is '-' or '\u2010' or '\u2011' && index > 0 && index + 1 < text.Length && char.IsLetter(text[index - 1]) && char.IsLetter(text[index + 1]);

    private static void Append(StringBuilder folded, string text, int index)
    {
        var letter = text[index];
        if (letter == '\u00AD' || IsHyphenInside(text, index)) return;
        if (letter is 'ß' or 'ẞ')
        {
            folded.Append("ss");
            return;
        }

        if (!char.IsAscii(letter))
        {
            // An accent stands for nothing of its own, whether it is written with its letter or after it.
            if (char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) return;
            if (char.IsLetterOrDigit(letter))
            {
                foreach (var part in letter.ToString().Normalize(NormalizationForm.FormKD))
                    if (char.IsLetterOrDigit(part)) folded.Append(char.ToLowerInvariant(part));
                return;
            }
        }

        if (!char.IsLetterOrDigit(letter))
        {
            if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
            return;
        }

        letter = char.ToLowerInvariant(letter);
        // „ae“, „oe“, „ue“ as the umlaut they stand for, here and there alike: „neue“ becomes „nue“ in texts and queries.
        if (letter == 'e' && folded.Length > 0 && folded[^1] is 'a' or 'o' or 'u') return;
        if (letter == 'h' && folded.Length > 0 && folded[^1] == 'p') folded[^1] = 'f';
        else folded.Append(letter);
    }
}
