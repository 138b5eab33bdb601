using WgsSite.Cms.Publishing;

namespace WgsSite.Web.Content;

/// <summary>
/// The words of a form, which editors keep on its page: labels, hints, errors, confirmation. What a page leaves out comes
/// from the contact page above it. A word nobody wrote shows as its name, so that a gap is seen.
/// </summary>
public sealed class FormTexts(PublishedDocument page, PublishedDocument? shared)
{
    public string this[string name] => page.Text(name) ?? shared?.Text(name) ?? name;

    /// <summary>A text with blanks <c>{0}</c>, <c>{1}</c> … filled in.</summary>
    public string Fill(string name, params ReadOnlySpan<object> values) => Words.FillIn(this[name], values);
}
