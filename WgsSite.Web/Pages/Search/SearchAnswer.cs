using WgsSite.Core.Coverage;
using WgsSite.Core.Offers;
using WgsSite.Core.Places;

namespace WgsSite.Web.Pages.Search;

/// <summary>What a search found.</summary>
/// <param name="Query">As it was asked.</param>
/// <param name="Words">What was looked for, folded.</param>
/// <param name="Corrected">What was probably meant, when the query's own words stand nowhere; the hits are those of it.</param>
/// <param name="Place">The place the query names; services say how they can be had there.</param>
/// <param name="Found">The best first.</param>
/// <param name="NotThere">Services that would fit but cannot be had in the place.</param>
public sealed record SearchAnswer(string Query, IReadOnlyList<string> Words, string? Corrected, FoundPlace? Place, IReadOnlyList<Found> Found, IReadOnlyList<Service> NotThere)
{
    /// <summary>The hits by their kind; the kind of the best hit first.</summary>
    public IEnumerable<(FindableKind Kind, IReadOnlyList<Found> Items)> Groups => Found.GroupBy(item => item.Item.Kind).Select(group => (group.Key, (IReadOnlyList<Found>)[.. group]));
}

/// <param name="Note">What editors say to somebody who calls it so.</param>
/// <param name="Place">How a service can be had in the place that was named.</param>
public sealed record Found(Findable Item, string? Note, AtPlace? Place);

/// <param name="IsOut">It cannot be had there.</param>
public sealed record AtPlace(ServiceAtPlace Service, bool IsOut)
{
    public static AtPlace Of(Service service, FoundPlace place)
    {
        var item = PlaceServices.Of(place.Municipality, place.PostalCode, [service]).Services[0];
        return new AtPlace(item, !item.IsMixed && item.Status == Availability.NotAvailable);
    }
}
