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
}
