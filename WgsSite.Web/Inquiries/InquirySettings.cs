namespace WgsSite.Web.Inquiries;

/// <summary>Section <c>Inquiries</c> of the configuration.</summary>
public sealed class InquirySettings
{
    /// <summary>Who sends a form sooner than this after it was shown is asked to send it once more.</summary>
    public double ShortestSeconds { get; init; } = 3;

    /// <summary>Who sends it later than this, too.</summary>
    public double LongestHours { get; init; } = 12;

    /// <summary>How many inquiries one address may send within ten minutes.</summary>
    public int PerAddress { get; init; } = 10;
}
