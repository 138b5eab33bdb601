using WgsSite.Core.Offers;
using WgsSite.Core.Places;

namespace WgsSite.Core.Coverage;

/// <summary>How each of some services can be had in one place.</summary>
/// <param name="PostalCode">The postal code within the municipality that is meant; null for all of it.</param>
public sealed record PlaceServices(Municipality Municipality, string? PostalCode, IReadOnlyList<ServiceAtPlace> Services)
{
    public static PlaceServices Of(Municipality municipality, string? postalCode, IEnumerable<Service> services) =>
        new(municipality, postalCode, [.. services.Select(service => new ServiceAtPlace(service, StatusOf(service, municipality, postalCode)))]);

    /// <summary>Services that can be had so in all of the place.</summary>
    public IEnumerable<ServiceAtPlace> With(Availability status) => Services.Where(item => !item.IsMixed && item.Status == status);

    /// <summary>
    /// The services by how they can be had, empty groups left out; null stands for „it depends on the postal code“.
    /// </summary>
    public IEnumerable<(Availability? Status, IReadOnlyList<ServiceAtPlace> Items)> Groups =>
        new (Availability? Status, IReadOnlyList<ServiceAtPlace> Items)[]
        {
            (Availability.Available, [.. With(Availability.Available)]),
            (null, [.. Services.Where(item => item.IsMixed)]),
            (Availability.OnRequest, [.. With(Availability.OnRequest)]),
            (Availability.NotAvailable, [.. With(Availability.NotAvailable)]),
        }.Where(group => group.Items.Count > 0);

    /// <summary>Not all of the services are available, but one certainly is, at least in part of the place.</summary>
    public bool IsPartlyAvailable => Together != Availability.Available && Services.Any(item => item.Coverage.General == Availability.Available);

    /// <summary>All of the services can be had in the same way.</summary>
    public bool IsUniform => Services.All(item => !item.IsMixed && item.Status == Together);

    /// <summary>
    /// One word for all of them: available when each is, not available when none can be had or asked for, and on request
    /// otherwise.
    /// </summary>
    public Availability Together => Services.Count > 0 && Services.All(item => item.Status == Availability.Available) ? Availability.Available
        : Services.Count > 0 && Services.All(item => item.Status == Availability.NotAvailable) ? Availability.NotAvailable
        : Availability.OnRequest;

    private static MunicipalityCoverage StatusOf(Service service, Municipality municipality, string? postalCode) =>
        postalCode is not null && service.Status.State == OfferState.Active
            ? new MunicipalityCoverage(service.Coverage.At(postalCode, municipality.Ags), [], service.Coverage.Deciding(CoverageArea.OfPostalCode(postalCode, municipality.Ags))?.Note)
            : service.CoverageIn(municipality);
}

/// <param name="Coverage">How it can be had there, with the postal codes that differ.</param>
public sealed record ServiceAtPlace(Service Service, MunicipalityCoverage Coverage)
{
    /// <summary>What counts: the worst among the place's postal codes.</summary>
    public Availability Status => Coverage.Worst;

    /// <summary>Not all postal codes of the place are alike.</summary>
    public bool IsMixed => Coverage.Exceptions.Count > 0;
}
