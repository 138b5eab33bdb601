using System.Globalization;
using WgsSite.Cms.Publishing;

namespace WgsSite.Web.Content;

/// <summary>
/// The words of the interface, which editors keep in the dictionary. A word nobody wrote shows as its name, so that a
/// gap is seen; a test asserts that the first content has none.
/// </summary>
public sealed class Words(PublishedSnapshot snapshot)
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public string this[string name] => snapshot.Word(name) ?? name;

    /// <summary>A word with blanks <c>{0}</c>, <c>{1}</c> … filled in. A blank the word does not have is no error.</summary>
    public string Fill(string name, params ReadOnlySpan<object> values) => FillIn(this[name], values);

    /// <inheritdoc cref="Fill"/>
    public static string FillIn(string text, params ReadOnlySpan<object> values)
    {
        for (var index = 0; index < values.Length; index++)
            text = text.Replace($"{{{index}}}", Convert.ToString(values[index], German), StringComparison.Ordinal);
        return text;
    }

    /// <summary>The word for one, or the one for several: <c>Name.One</c> and <c>Name.Many</c> with {0} for the number.</summary>
    /// <param name="others">For {1}, {2} …</param>
    public string Count(string name, int number, params ReadOnlySpan<object> others) => Fill(number == 1 ? $"{name}.One" : $"{name}.Many", [number, .. others]);

    /// <summary>„Siegen, Kreuztal und Netphen“</summary>
    public static string List(IEnumerable<string> items)
    {
        var list = items.ToList();
        return list.Count < 2 ? string.Concat(list) : string.Join(", ", list[..^1]) + " und " + list[^1];
    }

    /// <summary>A word that begins a line as it stands within one: „Auf Anfrage“ → „auf Anfrage“.</summary>
    public static string Within(string text) => text.Length == 0 ? text : char.ToLower(text[0], German) + text[1..];

    /// <summary>„22. November 2026“, kept on one line</summary>
    public static string Date(DateOnly date) => date.ToString("d.\u00A0MMMM yyyy", German);

    /// <summary>„1.400“</summary>
    public static string Number(int number) => number.ToString("N0", German);
}
