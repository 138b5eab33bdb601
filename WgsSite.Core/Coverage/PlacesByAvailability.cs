using System.Globalization;
using WgsSite.Core.Offers;
using WgsSite.Core.Places;

namespace WgsSite.Core.Coverage;

/// <summary>The municipalities of the region, sorted by how one service can be had there.</summary>
public sealed record PlacesByAvailability(
    IReadOnlyList<PlaceCoverage> Available,
    IReadOnlyList<PlaceCoverage> OnRequest,
    IReadOnlyList<PlaceCoverage> NotAvailable)
{
    private static readonly StringComparer German = StringComparer.Create(CultureInfo.GetCultureInfo("de-DE"), ignoreCase: true);

    public static PlacesByAvailability Of(Service service, IEnumerable<Municipality> municipalities)
    {
        var places = InOrder(municipalities).Select(place => new PlaceCoverage(place, service.CoverageIn(place))).ToList();
        return new PlacesByAvailability(
            [.. places.Where(place => place.Coverage.General == Availability.Available)],
            [.. places.Where(place => place.Coverage.General == Availability.OnRequest)],
            [.. places.Where(place => place.Coverage.General == Availability.NotAvailable)]);
    }

    /// <summary>Where most of the cooperative's tenants live comes first, then by name as Germans sort it.</summary>
    public static IEnumerable<Municipality> InOrder(IEnumerable<Municipality> municipalities) =>
        municipalities.OrderByDescending(place => place.Flats ?? 0).ThenBy(place => place.Name, German);
}

/// <param name="Coverage">How the service can be had there, with the postal codes that differ.</param>
public sealed record PlaceCoverage(Municipality Municipality, MunicipalityCoverage Coverage);
