using CsCheck;
using WgsSite.Core.Coverage;
using WgsSite.Core.Offers;
using static WgsSite.Core.Coverage.Availability;
using static WgsSite.Tests.Core.Coverage.CoverageExamples;

namespace WgsSite.Tests.Core.Coverage;

internal sealed class FlatShareTests
{
    private static readonly ServiceCoverage InBoth = Covering(("ags:05970040", Available), ("ags:05970024", Available));

    [Test]
    public void The_pilots_own_numbers_give_71_percent()
    {
        var share = FlatShare.Of([Service(InBoth), Service(InBoth)], [Place("05970040", "Siegen", 800, "57072"), Place("05970024", "Kreuztal", 200, "57223")], 1400)!;
        Assert.Multiple(() =>
        {
            Assert.That(share.Covered, Is.EqualTo(1000));
            Assert.That(share.Remainder, Is.EqualTo(400));
            Assert.That(Math.Round(share.Percent), Is.EqualTo(71));
            Assert.That(share.IsRounded, Is.True);
        });
    }

    [Test]
    public void A_place_counts_only_when_all_of_it_is_covered_by_every_service()
    {
        var siegen = Place("05970040", "Siegen", 800, "57072", "57080");
        var kreuztal = Place("05970024", "Kreuztal", 200, "57223");
        var withException = Covering(("ags:05970040", Available), ("plz:57080@05970040", OnRequest), ("ags:05970024", Available));
        var share = FlatShare.Of([Service(InBoth), Service(withException)], [siegen, kreuztal], 1000)!;
        Assert.That(share.Covered, Is.EqualTo(200));
    }

    [Test]
    public void Paused_and_ended_services_do_not_count_and_the_paused_one_is_named()
    {
        var place = Place("05970040", "Siegen", 800, "57072");
        var share = FlatShare.Of(
            [Service(InBoth), Service(ServiceCoverage.Unknown, OfferState.Paused, "Pausiert"), Service(ServiceCoverage.Unknown, OfferState.Ended)], [place], 800)!;
        Assert.Multiple(() =>
        {
            Assert.That(share.Percent, Is.EqualTo(100));
            Assert.That(share.Paused.Select(service => service.Name), Is.EqualTo(["Pausiert"]));
        });
    }

    [Test]
    public void Without_flats_or_running_services_there_is_no_share()
    {
        var place = Place("05970040", "Siegen", null, "57072");
        Assert.Multiple(() =>
        {
            Assert.That(FlatShare.Of([Service(InBoth)], [place], null), Is.Null);
            Assert.That(FlatShare.Of([], [place], 1400), Is.Null);
            Assert.That(FlatShare.Of([Service(InBoth, OfferState.Paused)], [place], 1400), Is.Null);
        });
    }

    [Test]
    public void Covered_places_other_places_and_the_remainder_add_up_to_the_total() => Gen.Select(
            Gen.Int[0, 500].Array[0, 5], Gen.Int[0, 3000], ServiceCoverageTests.AnyCoverage)
        .Sample((flats, total, coverage) =>
        {
            var share = FlatShare.Of([Service(coverage)], flats.Select((number, index) => Place($"0597004{index}", $"P{index}", number, "57072")), total);
            if (share is null) return flats.Sum() == 0 && total == 0;
            return share.Places.Sum(place => place.Flats) + share.Remainder == share.Total && share.Remainder >= 0 && share.Percent is >= 0 and <= 100;
        });

    [Test]
    public void One_more_available_never_lowers_the_share() => Gen.Select(ServiceCoverageTests.AnyCoverage, Gen.OneOf("05970040", "05970024", "05966024"))
        .Sample((coverage, ags) =>
        {
            var places = new[] { Place("05970040", "A", 8, "57072", "57074"), Place("05970024", "B", 2, "57223"), Place("05966024", "C", 3, "57072") };
            // Where nothing was said yet: an „available“ for a municipality may not undo a postal code's own entry.
            var area = CoverageArea.OfMunicipality(ags);
            if (coverage.Entries.Any(entry => entry.Area == area)) return true;
            var more = new ServiceCoverage(coverage.Entries.Append(new CoverageEntry(area, Available, null)));
            return FlatShare.Of([Service(more)], places, 13)!.Covered >= FlatShare.Of([Service(coverage)], places, 13)!.Covered;
        });
}
