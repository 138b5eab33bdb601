using WgsSite.Cms.Publishing;

namespace WgsSite.Web.Content;

/// <summary>The small drawings of a window, which editors choose by their German names (data type „Fensterbild“).</summary>
public static class WindowDrawings
{
    /// <summary>Where none is chosen.</summary>
    public const string Question = "q";

    /// <summary>Name for editors → name of the drawing: <c>call</c> for <c>window-call.svg</c>.</summary>
    private static readonly Dictionary<string, string> ByName = new(StringComparer.Ordinal)
    {
        ["Einkaufen"] = "shop",
        ["Essen"] = "meal",
        ["Notruf"] = "call",
        ["Hilfe"] = "help",
        ["Pflege"] = "care",
        ["Tagespflege"] = "day",
        ["Tasse"] = "cup",
        ["Telefon"] = "tel",
        ["Frage"] = Question,
    };

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <returns>Null where none is chosen, or one that is not there.</returns>
    public static string? Of(PublishedElement element) => element.Choice("icon") is { } name ? ByName.GetValueOrDefault(name) : null;
}
