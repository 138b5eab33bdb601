using WgsSite.Core.Coverage;
using WgsSite.Core.Offers;
using WgsSite.Core.Places;

namespace WgsSite.Tests.Core.Coverage;

/// <summary>Small places and services to try coverage on.</summary>
internal static class CoverageExamples
{
    public static Municipality Place(string ags, string name, int? flats, params string[] postalCodes) =>
        new(Guid.NewGuid(), ags, name, "Kreis", postalCodes, flats, [], $"/orte/{name}/");

    public static Service Service(ServiceCoverage coverage, OfferState state = OfferState.Active, string name = "Dienst") => new(
        Guid.NewGuid(), name, name, "/dienst/", "", "", SomePartner, SupportLevel.Safety, [], [], [], null, null, new OfferStatus(state, null), coverage);

    public static ServiceCoverage Covering(params (string Area, Availability Status)[] entries) =>
        new(entries.Select(entry => new CoverageEntry(CoverageArea.TryParse(entry.Area)!, entry.Status, null)));

    private static readonly Partner SomePartner = new(
        Guid.NewGuid(), "P", "P", null, "/p/", "", OfferStatus.Active, new PartnerContact(null, null, null, null, null, []));
}
