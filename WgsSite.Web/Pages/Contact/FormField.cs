using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Contact;

/// <summary>A field with its label, hint and error, as it is shown.</summary>
/// <param name="Name">Its name and its id.</param>
/// <param name="Label">With the addition for optional fields, when it is one.</param>
/// <param name="Rules">JSON for the script; null when it has nothing to check.</param>
/// <param name="Rows">Lines of a large field; null for a field of one line.</param>
public sealed record FormField(
    string Name, string Label, string? Hint, string Value, string? Error, string? Rules, FormTexts Texts, string? AutoComplete = null, string Type = "text", int? Rows = null, string? Optional = null)
{
    public string? DescribedBy => Describe(Name, Hint, Error);

    /// <summary>The ids of what says more about a field; null when nothing does.</summary>
    internal static string? Describe(string name, string? hint, string? error) =>
        string.Join(' ', new[] { hint is null ? null : $"{name}-hint", error is null ? null : $"{name}-error" }.OfType<string>()) is { Length: > 0 } ids ? ids : null;
}

/// <summary>A field where one of a few things is chosen.</summary>
/// <param name="Options">Value, label, and an explanation or nothing.</param>
public sealed record FormChoice(
    string Name, string Label, string? Hint, string Value, string? Error, string? Rules, FormTexts Texts, IReadOnlyList<(string Value, string Label, string? Hint)> Options)
{
    public string? DescribedBy => FormField.Describe(Name, Hint, Error);
}
