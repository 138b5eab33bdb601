using WgsSite.Core.Offers;
using WgsSite.Web.Content;
using WgsSite.Web.Pages.Shared;

namespace WgsSite.Web.Pages.Partners;

public sealed class PartnerModel : DocumentPageModel<PartnerPage>
{
    public override PageMeta Meta => Item.Meta;

    public Partner Partner => Item.Partner;

    public IReadOnlyList<Service> Services => [.. Site.ServicesOf(Partner)];

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
