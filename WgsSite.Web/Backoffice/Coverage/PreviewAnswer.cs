using System.Text.Json;
using WgsSite.Core.Coverage;
using WgsSite.Core.Offers;
using WgsSite.Core.Places;
using WgsSite.Web.Content;
using WgsSite.Web.Pages.Coverage;

namespace WgsSite.Web.Backoffice.Coverage;

/// <param name="ServiceKey">The service that is edited; null, or unknown, for one that has no page yet.</param>
/// <param name="Coverage">The value as it would be stored; null for none.</param>
public sealed record PreviewRequest(Guid? ServiceKey, JsonElement? Coverage);

/// <summary>What readers would see, were this coverage published now.</summary>
/// <param name="State"><c>active</c>, <c>paused</c> or <c>ended</c>, as published; <c>new</c> without a page.</param>
/// <param name="Redundant">Areas of the entries that change nothing.</param>
/// <param name="Service">Flats for which this service would certainly be available; null when there is nothing to count.</param>
/// <param name="All">The same for all services together.</param>
public sealed record PreviewAnswer(
    string State,
    IReadOnlyList<PlacePreview> Places,
    IReadOnlyList<string> Redundant,
    IReadOnlyList<FaultAnswer> Faults,
    SharePreview? Service,
    SharePreview? All)
{
    internal static PreviewAnswer Of(SiteContent site, CoverageCheck check, Guid? key, string? json)
    {
        var coverage = CoverageJson.ReadSound(json).Sound;
        var published = site.Services.FirstOrDefault(service => service.Key == key);
        var draft = (published ?? NewService(key)) with { Coverage = coverage };
        var services = published is null ? [.. site.Services, draft] : site.Services.Select(service => service == published ? draft : service).ToList();

        // A paused service is available nowhere; whoever edits its coverage wants to see what holds once it goes on.
        var running = draft with { Status = OfferStatus.Active };
        return new PreviewAnswer(
            published?.Status.State switch
            {
                null => "new",
                OfferState.Paused => "paused",
                OfferState.Ended => "ended",
                _ => "active",
            },
            [.. site.Municipalities.Select(place => PlacePreview.Of(running, place, site.Words))],
            [.. coverage.Redundant().Select(entry => entry.Area.ToString())],
            [.. check.Faults(json).Select(fault => new FaultAnswer(fault.Entry, fault.At, fault.ToString()))],
            SharePreview.Of(Share([running]), published is null ? null : Share([published with { Status = OfferStatus.Active }])),
            SharePreview.Of(Share(services), site.ShareOfAll));

        FlatShare? Share(IEnumerable<Service> some) => FlatShare.Of(some, site.Municipalities, site.Settings.TotalFlats);
    }

    /// <summary>Stands for a service that nobody published yet: counted as one that runs.</summary>
    private static Service NewService(Guid? key)
    {
        var partner = new Partner(Guid.Empty, "", "", null, "", "", OfferStatus.Active, new PartnerContact(null, null, null, null, null, []));
        return new Service(key ?? Guid.Empty, "", "", "", "", "", partner, default, [], [], [], null, null, OfferStatus.Active, ServiceCoverage.Unknown);
    }
}

/// <param name="Status">What counts for the whole place, as on the map.</param>
/// <param name="Words">„Verfügbar, außer 57080“</param>
/// <param name="DecidedBy">Area of the entry that decides for the place; null when none does.</param>
public sealed record PlacePreview(string Ags, string Status, string Words, string? DecidedBy, string? Note)
{
    internal static PlacePreview Of(Service service, Municipality place, Words words)
    {
        var item = new ServiceAtPlace(service, service.CoverageIn(place));
        return new PlacePreview(
            place.Ags,
            CoverageJson.NameOf(item.Status),
            PlaceSigns.Word(item, words),
            service.Coverage.Deciding(CoverageArea.OfMunicipality(place.Ags))?.Area.ToString(),
            item.Coverage.Note);
    }
}

/// <param name="Entry">Number of the entry, from 0; null when the fault is in none.</param>
public sealed record FaultAnswer(int? Entry, string At, string Message);

/// <param name="Percent">Rounded.</param>
/// <param name="Before">Flats covered by what is published now; null when that says nothing.</param>
/// <param name="Paused">Names of services left out because they are paused.</param>
public sealed record SharePreview(int Covered, int Total, int Percent, bool IsRounded, int? Before, IReadOnlyList<string> Paused)
{
    internal static SharePreview? Of(FlatShare? share, FlatShare? before) => share is null
        ? null
        : new SharePreview(share.Covered, share.Total, (int)Math.Round(share.Percent), share.IsRounded, before?.Covered, [.. share.Paused.Select(service => service.Name)]);
}
