using CsCheck;
using WgsSite.Core.Coverage;
using WgsSite.Core.Offers;
using static WgsSite.Core.Coverage.Availability;
using static WgsSite.Tests.Core.Coverage.CoverageExamples;

namespace WgsSite.Tests.Core.Coverage;

internal sealed class ServiceCoverageTests
{
    private static readonly Gen<Availability> AnyStatus = Gen.Enum<Availability>();

    [Test]
    public void What_no_entry_speaks_of_is_on_request() =>
        Assert.That(ServiceCoverage.Unknown.At("57080", "05970040"), Is.EqualTo(OnRequest));

    [TestCase("57072", Available)]
    [TestCase("57080", NotAvailable)]
    public void A_postal_code_within_a_municipality_wins_over_it(string postalCode, Availability expected)
    {
        var coverage = Covering(("kreis:05970", OnRequest), ("ags:05970040", Available), ("plz:57080@05970040", NotAvailable));
        Assert.That(coverage.At(postalCode, "05970040"), Is.EqualTo(expected));
    }

    [Test]
    public void A_municipality_wins_over_its_kreis_and_not_over_another()
    {
        var coverage = Covering(("kreis:05970", Available), ("ags:05970040", NotAvailable));
        Assert.Multiple(() =>
        {
            Assert.That(coverage.At("57072", "05970040"), Is.EqualTo(NotAvailable));
            Assert.That(coverage.At("57223", "05970024"), Is.EqualTo(Available));
            Assert.That(coverage.At("57462", "05966024"), Is.EqualTo(OnRequest));
        });
    }

    [Test]
    public void A_postal_code_shared_by_two_municipalities_is_decided_in_each_by_itself()
    {
        var coverage = Covering(("plz:57555@07132080", Available));
        Assert.Multiple(() =>
        {
            Assert.That(coverage.At("57555", "07132080"), Is.EqualTo(Available));
            Assert.That(coverage.At("57555", "07132072"), Is.EqualTo(OnRequest));
        });
    }

    [Test]
    public void A_municipality_counts_as_its_worst_postal_code_and_names_the_exception()
    {
        var siegen = Place("05970040", "Siegen", 800, "57072", "57074", "57080");
        var result = Covering(("ags:05970040", Available), ("plz:57080@05970040", OnRequest)).In(siegen);
        Assert.Multiple(() =>
        {
            Assert.That(result.General, Is.EqualTo(Available));
            Assert.That(result.Worst, Is.EqualTo(OnRequest));
            Assert.That(result.Exceptions.Select(exception => exception.PostalCode), Is.EqualTo(["57080"]));
        });
    }

    [Test]
    public void A_paused_service_is_available_nowhere_whatever_its_coverage_says()
    {
        var place = Place("05970040", "Siegen", 800, "57072");
        var service = Service(Covering(("ags:05970040", Available)), OfferState.Paused);
        Assert.That(service.CoverageIn(place).Worst, Is.EqualTo(NotAvailable));
    }

    [Test]
    public void The_same_area_twice_is_refused() => Assert.Throws<ArgumentException>(
        () => Covering(("ags:05970040", Available), ("ags:05970040", NotAvailable)));

    [Test]
    public void An_entry_that_changes_nothing_is_found_and_one_with_a_note_is_not()
    {
        var coverage = new ServiceCoverage(
        [
            new CoverageEntry(CoverageArea.TryParse("kreis:05970")!, Available, null),
            new CoverageEntry(CoverageArea.TryParse("ags:05970040")!, Available, null),
            new CoverageEntry(CoverageArea.TryParse("ags:05970024")!, Available, "nur vormittags"),
            new CoverageEntry(CoverageArea.TryParse("ags:05966024")!, OnRequest, null),
        ]);
        Assert.That(coverage.Redundant().Select(entry => entry.Area.ToString()), Is.EqualTo(["ags:05970040", "ags:05966024"]));
    }

    [Test]
    public void An_entry_that_keeps_a_wider_note_away_is_not_redundant()
    {
        var coverage = new ServiceCoverage(
        [
            new CoverageEntry(CoverageArea.TryParse("kreis:05970")!, Available, "nur vormittags"),
            new CoverageEntry(CoverageArea.TryParse("ags:05970040")!, Available, null),
        ]);
        Assert.That(coverage.Redundant(), Is.Empty);
    }

    [Test]
    public void Leaving_out_redundant_entries_changes_nothing_anywhere() => AnyCoverage.Sample(coverage =>
    {
        var slim = new ServiceCoverage(coverage.Entries.Except(coverage.Redundant()));
        foreach (var ags in Municipalities)
            foreach (var code in PostalCodes)
                if (slim.At(code, ags) != coverage.At(code, ags)) return false;
        return true;
    });

    [Test]
    public void A_more_precise_entry_always_wins() => Gen.Select(AnyCoverage, Gen.OneOf(Municipalities), Gen.OneOf(PostalCodes), AnyStatus)
        .Sample((coverage, ags, code, status) =>
        {
            var area = CoverageArea.OfPostalCode(code, ags);
            var with = new ServiceCoverage(coverage.Entries.Where(entry => entry.Area != area).Append(new CoverageEntry(area, status, null)));
            return with.At(code, ags) == status;
        });

    private static readonly string[] Municipalities = ["05970040", "05970024", "05966024"];
    private static readonly string[] PostalCodes = ["57072", "57074", "57223"];

    internal static Gen<ServiceCoverage> AnyCoverage { get; } = Gen.Select(
            Gen.OneOf(
                Gen.OneOf("kreis:05970", "kreis:05966"),
                Gen.OneOf(Municipalities).Select(ags => $"ags:{ags}"),
                Gen.Select(Gen.OneOf(PostalCodes), Gen.OneOf(Municipalities), (code, ags) => $"plz:{code}@{ags}")),
            AnyStatus)
        .Array[0, 9]
        .Select(entries => new ServiceCoverage(entries.DistinctBy(entry => entry.Item1)
            .Select(entry => new CoverageEntry(CoverageArea.TryParse(entry.Item1)!, entry.Item2, null))));
}
