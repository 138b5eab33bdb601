using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.News;

public sealed class NewsModel : DocumentPageModel<ListPage>
{
    public override PageMeta Meta => Item.Meta;
}
