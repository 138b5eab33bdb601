using CsCheck;
using WgsSite.Core.Coverage;

namespace WgsSite.Tests.Core.Coverage;

internal sealed class CoverageJsonTests
{
    [Test]
    public void The_value_editors_store_is_read()
    {
        var (coverage, faults) = CoverageJson.Read("""{"entries":[{"area":"plz:57080@05970040","status":"notAvailable","note":"zu steil"}]}""");
        Assert.Multiple(() =>
        {
            Assert.That(faults, Is.Empty);
            Assert.That(coverage!.Entries, Is.EqualTo([new CoverageEntry(CoverageArea.OfPostalCode("57080", "05970040"), Availability.NotAvailable, "zu steil")]));
        });
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("  ")]
    public void Nothing_stored_means_nothing_known(string? json) =>
        Assert.That(CoverageJson.Read(json).Coverage!.Entries, Is.Empty);

    [TestCase("{", "line 1")]
    [TestCase("[]", "entries")]
    [TestCase("null", "entries")]
    [TestCase("""{"entries":{}}""", "entries")]
    [TestCase("""{"entries":[7]}""", "entries[0].area")]
    [TestCase("""{"entries":[{"area":"ags:5970040","status":"available"}]}""", "entries[0].area")]
    [TestCase("""{"entries":[{"area":"AGS:05970040","status":"available"}]}""", "entries[0].area")]
    [TestCase("""{"entries":[{"area":"ags:05970040\n","status":"available"}]}""", "entries[0].area")]
    [TestCase("""{"entries":[{"area":"ags:٠٥٩٧٠٠٤٠","status":"available"}]}""", "entries[0].area")]
    [TestCase("""{"entries":[{"area":"ags:05970040","status":"maybe"}]}""", "entries[0].status")]
    [TestCase("""{"entries":[{"area":"ags:05970040","status":"available"},{"area":"ags:05970040","status":"onRequest"}]}""", "entries[1].area")]
    public void A_bad_value_is_refused_with_the_place_of_the_fault(string json, string at)
    {
        var (coverage, faults) = CoverageJson.Read(json);
        Assert.Multiple(() =>
        {
            Assert.That(coverage, Is.Null);
            Assert.That(faults.Select(fault => fault.At), Does.Contain(at));
        });
    }

    [Test]
    public void Of_a_value_in_work_the_sound_entries_are_read()
    {
        var (sound, faults) = CoverageJson.ReadSound("""{"entries":[{"area":"ags:1","status":"available"},{"area":"ags:05970040","status":"available"},{"area":"ags:05970040","status":"onRequest"}]}""");
        Assert.Multiple(() =>
        {
            Assert.That(sound.Entries.Select(entry => (entry.Area.ToString(), entry.Status)), Is.EqualTo([("ags:05970040", Availability.Available)]));
            Assert.That(faults.Select(fault => fault.Entry), Is.EqualTo([0, 2]));
            Assert.That(faults[1].ToString(), Is.EqualTo("3. Eintrag: Das Gebiet ags:05970040 steht schon im 2. Eintrag."));
        });
    }

    [Test]
    public void No_text_makes_it_throw() => Gen.String.Sample(text =>
    {
        CoverageJson.Read(text);
        CoverageJson.Read($$"""{"entries":[{"area":{{System.Text.Json.JsonSerializer.Serialize(text)}},"status":"available"}]}""");
    });
}
