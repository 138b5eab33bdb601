using WgsSite.Core.Coverage;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Coverage;

/// <summary>How an availability is shown.</summary>
public static class PlaceSigns
{
    /// <summary>Name of the page's symbol.</summary>
    public static string Of(Availability status) => status switch
    {
        Availability.Available => "yes",
        Availability.NotAvailable => "no",
        _ => "ask",
    };

    /// <summary>„, nur vormittags, verfügbar, außer 57080“: what else is to be said; empty when nothing is.</summary>
    public static string Exceptions(ServiceAtPlace item, Words words) => string.Concat(
        (item.Coverage.Note is { } note ? $", {note}" : ""),
        item.Coverage.Exceptions.Count == 0
            ? ""
            : ", " + words.Fill("Place.Except", Words.Within(words[$"Status.{item.Coverage.General}"]), Words.List(item.Coverage.Exceptions.Select(exception => exception.PostalCode))));
}
