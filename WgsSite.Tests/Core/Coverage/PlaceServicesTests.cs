using WgsSite.Core.Coverage;
using WgsSite.Core.Offers;
using static WgsSite.Core.Coverage.Availability;
using static WgsSite.Tests.Core.Coverage.CoverageExamples;

namespace WgsSite.Tests.Core.Coverage;

internal sealed class PlaceServicesTests
{
    private const string Ags = "01234001";
    private static readonly Service Everywhere = Service(Covering(($"ags:{Ags}", Available)));
    private static readonly Service Unknown = Service(ServiceCoverage.Unknown);
    private static readonly Service Nowhere = Service(Covering(($"ags:{Ags}", NotAvailable)));
    private static readonly Service Excepted = Service(Covering(($"ags:{Ags}", Available), ($"plz:11112@{Ags}", NotAvailable)));

    [Test]
    public void Some_are_available_only_when_one_certainly_is() => Assert.Multiple(() =>
    {
        Assert.That(Of(Everywhere, Unknown), Has.Property("IsPartlyAvailable").True);
        Assert.That(Of(Excepted, Nowhere), Has.Property("IsPartlyAvailable").True);
        Assert.That(Of(Unknown, Nowhere), Has.Property("IsPartlyAvailable").False);
        Assert.That(Of(Unknown, Unknown), Has.Property("IsPartlyAvailable").False);
        Assert.That(Of(Everywhere, Everywhere), Has.Property("IsPartlyAvailable").False);
    });

    [Test]
    public void Groups_hold_each_service_once() => Assert.That(
        Of(Nowhere, Excepted, Unknown, Everywhere).Groups.Select(group => (group.Status, group.Items.Single().Service)),
        Is.EqualTo(new (Availability?, Service)[] { (Available, Everywhere), (null, Excepted), (OnRequest, Unknown), (NotAvailable, Nowhere) }));

    [Test]
    public void For_one_postal_code_nothing_depends_on_it_any_more()
    {
        var place = Place(Ags, "Astadt", null, "11111", "11112");
        Assert.That(PlaceServices.Of(place, "11112", [Excepted]).Services.Single(), Has.Property("Status").EqualTo(NotAvailable).And.Property("IsMixed").False);
    }

    private static PlaceServices Of(params Service[] services) => PlaceServices.Of(Place(Ags, "Astadt", null, "11111", "11112"), null, services);
}
