using WgsSite.Core.Inquiries;

namespace WgsSite.Tests.Core.Inquiries;

internal sealed class SpamSignsTests
{
    [TestCase("Guten Tag, was kostet der Hausnotruf? Ich wohne im dritten Stock.")]
    [TestCase("Auf https://wgs.example/leistungen/ steht nichts zum Preis. Was kostet das?")]
    [TestCase("Bitte rufen Sie an!!!!!!!!!!!!!!!!!!!!")]
    [TestCase("Name: ______________________ Straße: ..............................")]
    [TestCase("Ja ja ja ja, das Essen, das Essen, das kommt doch immer um elf.")]
    [TestCase("Hilfe")]
    [TestCase("👍👍👍 Danke für den Anruf")]
    public void What_tenants_write_is_not_suspicious(string message) => Assert.That(SpamSigns.In(Text(message)), Is.Null);

    [TestCase("Cheap pills http://a.example and http://b.example now")]
    [TestCase("Besuchen Sie www.eins.example oder www.zwei.example")]
    [TestCase("<a href=https://x.example>hier</a>")]
    [TestCase("[url=https://x.example]hier[/url]")]
    [TestCase("aaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [TestCase("kaufen jetzt kaufen jetzt kaufen jetzt kaufen jetzt kaufen jetzt kaufen jetzt kaufen jetzt kaufen jetzt kaufen jetzt kaufen jetzt")]
    public void What_looks_like_spam_is(string message) => Assert.That(SpamSigns.In(Text(message)), Is.Not.Null);

    [Test]
    public void An_address_of_the_web_has_no_place_in_a_name() => Assert.That(SpamSigns.In(Text("Guten Tag") with { Name = "Gewinn https://x.example" }), Is.Not.Null);

    private static InquiryText Text(string message) => new("Erika", null, "12345", null, null, null, message, ReachBy.Phone, false);
}
