using WgsSite.Core.Coverage;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Shared;

/// <summary>Names of places with what must be said about them.</summary>
public static class PlaceNames
{
    /// <summary>„Siegen“, or „Siegen (außer 57080)“ where some postal codes differ.</summary>
    public static string Of(PlaceCoverage place, Words words) => place.Coverage.Exceptions.Count == 0
        ? place.Municipality.Name
        : words.Fill("Coverage.Except", place.Municipality.Name, Words.List(place.Coverage.Exceptions.Select(exception => exception.PostalCode)));
}
