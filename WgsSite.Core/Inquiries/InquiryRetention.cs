namespace WgsSite.Core.Inquiries;

/// <summary>How long inquiries are kept. Days are counted from UTC moment to UTC moment.</summary>
/// <param name="AfterClosing">Days after an inquiry was closed.</param>
public sealed record InquiryRetention(int AfterClosing)
{
    public const int DefaultAfterClosing = 180;

    /// <summary>Most days editors can set; ten years, the longest that any German law asks for.</summary>
    public const int LongestAfterClosing = 3650;

    /// <summary>Days after somebody looked at an inquiry that was set aside and left it there.</summary>
    public const int AfterViewing = 30;

    /// <summary>Days after receipt at which everything goes, closed or not.</summary>
    public const int AtMost = 365;

    /// <summary>Days before that at which somebody is told.</summary>
    public const int Announced = 30;

    /// <summary>The moment at which an inquiry has to be deleted.</summary>
    public DateTime DeleteAt(InquiryState state, DateTime receivedAt, DateTime? closedAt, DateTime? viewedAt)
    {
        DateTime? due = state switch
        {
            InquiryState.Closed => (closedAt ?? receivedAt).AddDays(AfterClosing),
            InquiryState.SetAside => viewedAt?.AddDays(AfterViewing),
            _ => null,
        };
        // Who answers for a year may close on its last day: the time after closing is promised, the year is for what nobody closes.
        return state == InquiryState.Closed ? due!.Value : due is { } early && early < receivedAt.AddDays(AtMost) ? early : receivedAt.AddDays(AtMost);
    }
}
