using WgsSite.Core.Inquiries;

namespace WgsSite.Tests.Core.Inquiries;

internal sealed class InquiryRetentionTests
{
    private static readonly DateTime Received = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    [Test]
    public void A_closed_one_goes_so_many_days_after_closing() =>
        Assert.That(new InquiryRetention(180).DeleteAt(InquiryState.Closed, Received, Received.AddDays(10), null), Is.EqualTo(Received.AddDays(190)));

    [Test]
    public void A_set_aside_one_goes_30_days_after_somebody_looked_at_it() => Assert.Multiple(() =>
    {
        Assert.That(new InquiryRetention(180).DeleteAt(InquiryState.SetAside, Received, null, Received.AddDays(5)), Is.EqualTo(Received.AddDays(35)));
        Assert.That(new InquiryRetention(180).DeleteAt(InquiryState.SetAside, Received, null, null), Is.EqualTo(Received.AddDays(365)));
        Assert.That(new InquiryRetention(180).DeleteAt(InquiryState.SetAside, Received, null, Received.AddDays(360)), Is.EqualTo(Received.AddDays(365)));
    });

    [Test]
    public void What_nobody_closes_goes_after_a_year() =>
        Assert.That(new InquiryRetention(180).DeleteAt(InquiryState.Open, Received, null, null), Is.EqualTo(Received.AddDays(365)));
}
