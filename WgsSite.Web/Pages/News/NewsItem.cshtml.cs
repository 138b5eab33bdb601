using WgsSite.Core.Offers;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.News;

public sealed class NewsItemModel : DocumentPageModel<NewsItem>
{
    public override PageMeta Meta => Item.Meta;

    public IEnumerable<Service> Services => Site.ListedServices.Where(service => Item.ServiceKeys.Contains(service.Key));
}
