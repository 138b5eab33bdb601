using WgsSite.Core.Offers;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Shared;

/// <summary>The box that says that an offer is paused or has ended.</summary>
public sealed record StatusNotice(string Heading, string Text)
{
    /// <returns>Null while the offer is running.</returns>
    public static StatusNotice? Of(string name, OfferStatus status, Words words) => status.State switch
    {
        OfferState.Paused => new StatusNotice(words.Fill("Status.PausedHeading", name), status.Notice ?? words["Status.PausedText"]),
        OfferState.Ended => new StatusNotice(words.Fill("Status.EndedHeading", name), status.Notice ?? words["Status.EndedText"]),
        _ => null,
    };
}
