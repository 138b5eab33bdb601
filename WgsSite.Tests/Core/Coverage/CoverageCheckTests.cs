using WgsSite.Core.Coverage;
using WgsSite.Core.Maps;
using static WgsSite.Tests.Core.Coverage.CoverageExamples;

namespace WgsSite.Tests.Core.Coverage;

internal sealed class CoverageCheckTests
{
    private static readonly CoverageCheck Check = new(
        [Place("05970040", "Siegen", 800, "57072", "57080")],
        new Region([new Outline("05966024", "Olpe", [])], null, null, null));

    [TestCase("kreis:05970")]
    [TestCase("kreis:05966")]
    [TestCase("ags:05970040")]
    [TestCase("ags:05966024")]
    [TestCase("plz:57080@05970040")]
    [TestCase("plz:57462@05966024")]
    public void An_area_of_the_region_is_taken(string area) =>
        Assert.That(Check.Faults($$"""{"entries":[{"area":"{{area}}","status":"available","note":null}]}"""), Is.Empty);

    [TestCase("kreis:05315", "2. Eintrag: Der Kreis 05315 gehört nicht zur Region.")]
    [TestCase("ags:05315000", "2. Eintrag: Der Ort mit dem Schlüssel 05315000 gehört nicht zur Region.")]
    [TestCase("plz:50667@05970040", "2. Eintrag: Die Postleitzahl 50667 gehört nicht zu Siegen.")]
    public void An_area_elsewhere_is_refused_with_its_place(string area, string message) =>
        Assert.That(
            Check.Faults($$"""{"entries":[{"area":"ags:05970040","status":"available"},{"area":"{{area}}","status":"available"}]}""").Select(fault => fault.ToString()),
            Is.EqualTo([message]));

    [TestCase(120, 0)]
    [TestCase(121, 1)]
    public void A_note_has_to_fit(int length, int faults) =>
        Assert.That(Check.Faults($$"""{"entries":[{"area":"ags:05970040","status":"available","note":"{{new string('n', length)}}"}]}""").Select(fault => fault.At), Is.EqualTo(Enumerable.Repeat("entries[0].note", faults)));

    [Test]
    public void Faults_come_in_the_order_of_the_entries() =>
        Assert.That(
            Check.Faults("""{"entries":[{"area":"ags:05315000","status":"available"},{"area":"x","status":"maybe"}]}""").Select(fault => fault.At),
            Is.EqualTo(["entries[0].area", "entries[1].area", "entries[1].status"]));

    [TestCase(null)]
    [TestCase("""{"entries":[]}""")]
    public void Nothing_said_is_no_fault(string? json) => Assert.That(Check.Faults(json), Is.Empty);
}
