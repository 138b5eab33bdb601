using WgsSite.Core.Offers;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Partners;

public sealed class PartnersModel : DocumentPageModel<ListPage>
{
    public override PageMeta Meta => Item.Meta;

    public IEnumerable<Partner> Partners => Site.Partners.Where(partner => partner.Status.State != OfferState.Ended);
}
