using WgsSite.Core.Offers;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Shared;

/// <summary>A bell plate: the link to a service, with a line on what it does or why it fits.</summary>
/// <param name="IsOff">The bell does not light up: the service is paused.</param>
public sealed record Plate(string Path, string Name, string Line, bool IsOff = false)
{
    /// <summary>A paused service says so on its plate, wherever the plate hangs.</summary>
    public static Plate Of(Service service, Words words, string? line = null) => new(
        service.Path,
        service.Name,
        service.Status.State == OfferState.Active ? line ?? service.Tagline : words["Status.PausedShort"],
        service.Status.State != OfferState.Active);
}
