using WgsSite.Core.Offers;
using WgsSite.Core.Places;

namespace WgsSite.Core.Coverage;

/// <summary>
/// How many of the cooperative's flats lie where services are certainly available. Flats whose place is not known, and
/// places where anything is on request, do not count as covered.
/// </summary>
/// <param name="Total">All flats of the cooperative.</param>
/// <param name="Places">Places with a known number of flats, most flats first.</param>
/// <param name="Paused">Active services only are counted; these were left out because they are paused.</param>
public sealed record FlatShare(int Total, IReadOnlyList<PlaceFlats> Places, IReadOnlyList<Service> Paused)
{
    public int Covered => Places.Where(place => place.IsCovered).Sum(place => place.Flats);

    /// <summary>Flats whose municipality is not known.</summary>
    public int Remainder => Total - Places.Sum(place => place.Flats);

    /// <summary>Share of all flats, in percent.</summary>
    public double Percent => 100.0 * Covered / Total;

    public bool IsRounded => Percent != Math.Round(Percent);

    /// <summary>The share for these services together: a place is covered when each of them is available in all of it.</summary>
    /// <param name="total">All flats as stated; when places add up to more, what they add up to.</param>
    /// <returns>Null when there are no flats or no services to speak of.</returns>
    public static FlatShare? Of(IEnumerable<Service> services, IEnumerable<Municipality> municipalities, int? total)
    {
        var listed = services.Where(service => service.IsListed).ToList();
        var active = listed.Where(service => service.Status.State == OfferState.Active).ToList();
        var places = PlacesByAvailability.InOrder(municipalities)
            .Where(place => place.Flats > 0)
            .Select(place => new PlaceFlats(place, place.Flats!.Value, active.All(service => service.CoverageIn(place).Worst == Availability.Available)))
            .ToList();
        var all = Math.Max(total ?? 0, places.Sum(place => place.Flats));
        return all == 0 || active.Count == 0 ? null : new FlatShare(all, places, [.. listed.Except(active)]);
    }
}

/// <param name="IsCovered">Every service counted is available in all of the place.</param>
public sealed record PlaceFlats(Municipality Municipality, int Flats, bool IsCovered);
