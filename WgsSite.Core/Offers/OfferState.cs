namespace WgsSite.Core.Offers;

/// <summary>Whether an offer is running. Ordered: the greater value is the worse state.</summary>
public enum OfferState
{
    Active,
    Paused,
    Ended,
}

/// <param name="State">Whether the offer is running.</param>
/// <param name="Notice">What editors tell tenants about a pause or an end; null when they wrote nothing.</param>
public sealed record OfferStatus(OfferState State, string? Notice)
{
    public static OfferStatus Active { get; } = new(OfferState.Active, null);

    /// <summary>The state that counts where a service and its partner both have one: the worse of the two, with its notice.</summary>
    public static OfferStatus Worse(OfferStatus first, OfferStatus second) => second.State > first.State ? second : first;
}
