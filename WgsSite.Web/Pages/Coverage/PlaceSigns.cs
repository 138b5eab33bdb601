using WgsSite.Core.Coverage;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Coverage;

/// <summary>How an availability is shown and said.</summary>
public static class PlaceSigns
{
    /// <summary>Name of the page's symbol.</summary>
    public static string Of(Availability status) => status switch
    {
        Availability.Available => "yes",
        Availability.NotAvailable => "no",
        _ => "ask",
    };

    /// <summary>„Verfügbar“, or „Verfügbar, außer 57080“ where postal codes differ.</summary>
    public static string Word(ServiceAtPlace item, Words words) => item.IsMixed
        ? words.Fill("Place.Except", words[$"Status.{item.Coverage.General}"], Words.List(item.Coverage.Exceptions.Select(exception => exception.PostalCode)))
        : words[$"Status.{item.Status}"];

    /// <summary>What stands behind a service's name: „: verfügbar, außer 57080 (nur vormittags)“; empty when nothing is to be said.</summary>
    public static string Remark(ServiceAtPlace item, Words words) =>
        (item.IsMixed ? $": {Words.Within(Word(item, words))}" : "") + (item.Coverage.Note is { } note ? $" ({note})" : "");
}
