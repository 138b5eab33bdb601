using System.Globalization;
using System.Text;
using System.Xml;

namespace WgsSite.Cms.Editing;

/// <summary>Text as editors type or paste it.</summary>
internal static class EditorText
{
    /// <summary>
    /// Without the characters no XML file can hold (https://www.w3.org/TR/xml/#charsets), as they come along from office
    /// programs: one of them would stop every export.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (XmlConvert.IsXmlChar(text[index])) clean.Append(text[index]);
            else if (index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index])) clean.Append(text, index++, 2);
        }

        return clean.Length == text.Length ? text : clean.ToString();
    }

    /// <summary>
    /// A name, which stands in one line and becomes part of an address: without what nobody sees (zero-width characters,
    /// controls) and what turns the text around it (U+202E and its like).
    /// </summary>
    public static string Name(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (var rune in Clean(text).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)) name.Append(rune.ToString());
            else if (Rune.IsWhiteSpace(rune)) name.Append(' ');
        }

        return name.ToString().Trim();
    }

    /// <summary>The beginning of a text, with at most so many characters and none of them in half.</summary>
    public static string Start(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd();
}
