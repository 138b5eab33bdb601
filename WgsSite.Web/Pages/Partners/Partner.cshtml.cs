using WgsSite.Core.Offers;
using WgsSite.Web.Content;
using WgsSite.Web.Pages.Contact;
using WgsSite.Web.Pages.Coverage.Map;
using WgsSite.Web.Pages.Shared;

namespace WgsSite.Web.Pages.Partners;

public sealed class PartnerModel(RegionDrawing drawing) : DocumentPageModel<PartnerPage>
{
    /// <summary>Where all of the partner's running services can be had; null while none runs.</summary>
    public MapFigure? Map => Services.Where(service => service.Status.State == OfferState.Active).ToList() is { Count: > 0 } running
        ? new MapFigure(drawing.Small, MapView.Of(Words, Site.InEachPlace(running), null, Partner.FullName), Words)
        : null;

    public override PageMeta Meta => Item.Meta;

    public Partner Partner => Item.Partner;

    public IReadOnlyList<Service> Services => [.. Site.ServicesOf(Partner)];

    public override ContactPreset Preset => ContactPreset.Of(Site, Services);

    public StatusNotice? Notice => StatusNotice.Of(Partner.Name, Partner.Status, Words);

    public override IEnumerable<object> StructuredData =>
    [
        new Dictionary<string, object?>
        {
            ["@type"] = "Organization",
            ["name"] = Partner.FullName,
            ["description"] = Partner.Summary,
            ["url"] = Partner.Contact.Website,
            ["telephone"] = Partner.Contact.Phone,
        },
    ];
}
