using System.Diagnostics;
using CsCheck;
using WgsSite.Core.Places;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Core.Places;

/// <summary>Lookups as tenants write them, in the places and districts of the first content.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class PlaceFinderTests
{
    private static IEnumerable<TestCaseData> Lookups => File.ReadLines(Repository.At("WgsSite.Tests", "TestData", "place-lookups.tsv"))
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split('\t'))
        .Select(parts => new TestCaseData(parts[0], parts[1]).SetName($"Lookup of „{parts[0]}“"));

    [TestCaseSource(nameof(Lookups))]
    public async Task Lookup(string input, string expected)
    {
        var site = await FirstContent.ReadAsync();
        var actual = Text(site.Places.Find(input));
        // Suggestions may be more than the one that must come first.
        Assert.That(expected.StartsWith("unknown ", StringComparison.Ordinal) && actual.StartsWith(expected + ",", StringComparison.Ordinal) ? expected : actual, Is.EqualTo(expected));
    }

    [Test]
    public async Task Each_municipality_and_postal_code_of_the_region_is_found_as_itself()
    {
        var site = await FirstContent.ReadAsync();
        Assert.That(site.Municipalities, Has.Count.EqualTo(18));
        foreach (var place in site.Municipalities)
        {
            Assert.That(Text(site.Places.Find(place.Name)), Is.EqualTo($"found {place.Name}"));
            foreach (var code in place.PostalCodes) Assert.That(Text(site.Places.Find(code)), Is.EqualTo($"found {place.Name}@{code}"));
        }
    }

    [Test]
    public async Task What_an_answer_offers_leads_to_that_place_and_no_other()
    {
        var site = await FirstContent.ReadAsync();
        foreach (var input in (string[])["Salchendorf", "57223 Siegen", "Holzhausen", "Siegn", "Kreutzal", "57224"])
            foreach (var offer in Offers(site.Places.Find(input)))
                Assert.That(site.Places.Find(offer.Query), Is.EqualTo(new PlaceAnswer.Found(offer)), $"{input} → {offer.Query}");
    }

    [Test]
    public void A_postal_code_of_two_places_lets_the_tenant_choose()
    {
        var finder = new PlaceFinder([Place("07132080", "Mudersbach", "57555"), Place("07132015", "Brachbach", "57555")], FirstContent.Country);
        Assert.Multiple(() =>
        {
            Assert.That(Text(finder.Find("57555")), Is.EqualTo("ambiguous Brachbach@57555, Mudersbach@57555"));
            Assert.That(Text(finder.Find("57555 Brachbach")), Is.EqualTo("found Brachbach@57555"));
        });
    }

    [Test]
    public async Task Any_text_gets_one_of_the_four_answers_soon()
    {
        var site = await FirstContent.ReadAsync();
        Gen.OneOf(Gen.String, Gen.String[0, 20_000], Gen.Char["0123456789 -D"].Array[0, 12].Select(letters => new string(letters)), Gen.OneOf("57223", "Siegen", "Berlin").SelectMany(word => Gen.String.Select(text => word + text)))
            .Sample(text =>
            {
                var start = Stopwatch.GetTimestamp();
                var answer = site.Places.Find(text);
                return answer is PlaceAnswer.Found or PlaceAnswer.Ambiguous or PlaceAnswer.Outside or PlaceAnswer.NotRecognised && Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(1);
            });
    }

    [Test]
    public async Task Capitals_spaces_and_spellings_of_umlauts_make_no_difference()
    {
        var site = await FirstContent.ReadAsync();
        Gen.OneOf(site.Municipalities.Select(place => place.Name).ToArray()).Sample(name =>
        {
            var ways = new[] { name.ToUpperInvariant(), name.ToLowerInvariant(), $"  {name}\t", name.Replace("ü", "ue", StringComparison.Ordinal), name.Replace(' ', '-'), name.Insert(2, "\u00AD"), name + "\u200F" };
            return ways.All(way => Text(site.Places.Find(way)) == $"found {name}");
        });
    }

    private static Municipality Place(string ags, string name, params string[] codes) => new(Guid.NewGuid(), ags, name, "Kreis", codes, null, [], $"/{name}/");

    private static IEnumerable<FoundPlace> Offers(PlaceAnswer answer) => answer switch
    {
        PlaceAnswer.Ambiguous ambiguous => ambiguous.Places,
        PlaceAnswer.NotRecognised unknown => unknown.Suggestions,
        PlaceAnswer.Outside outside => outside.Suggestions,
        _ => [],
    };

    private static string Text(PlaceAnswer answer) => answer switch
    {
        PlaceAnswer.Found found => $"found {Text(found.Place)}",
        PlaceAnswer.Ambiguous ambiguous => $"ambiguous {string.Join(", ", ambiguous.Places.Select(Text).Order(StringComparer.Ordinal))}",
        PlaceAnswer.Outside outside => $"outside {outside.Name.Replace('\u00A0', ' ')}{(outside.Suggestions.Count > 0 ? " or " + Text(outside.Suggestions[0]) : "")}",
        PlaceAnswer.NotRecognised unknown => $"unknown {string.Join(", ", unknown.Suggestions.Select(Text))}".TrimEnd(),
        _ => "",
    };

    private static string Text(FoundPlace place) =>
        place.Municipality.Name + (place.District is null ? "" : "/" + place.District) + (place.PostalCode is null ? "" : "@" + place.PostalCode);
}
