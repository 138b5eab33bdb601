using WgsSite.Core.Inquiries;

namespace WgsSite.Tests.Core.Inquiries;

internal sealed class InquiryReferenceTests
{
    [Test]
    public void A_reference_has_six_digits_and_no_zero()
    {
        var random = new Random(1);
        for (var count = 0; count < 1000; count++) Assert.That(InquiryReference.New(random.Next), Does.Match("^[1-9]{6}$"));
    }

    [Test]
    public void It_is_shown_in_groups() => Assert.That(InquiryReference.Display("481726"), Is.EqualTo("4817\u00A026"));

    [TestCase("481726", "481726")]
    [TestCase("4817 26", "481726")]
    [TestCase("4817\u00A026", "481726")]
    [TestCase("48-17-26", "481726")]
    [TestCase("4817", null)]
    [TestCase("4817267", null)]
    [TestCase("ZL 4817 26", null)]
    [TestCase("", null)]
    public void It_is_read_as_people_write_it(string text, string? reference) => Assert.That(InquiryReference.Read(text), Is.EqualTo(reference));
}
