using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Info;

public sealed class InfoModel : DocumentPageModel<TextPage>
{
    public override PageMeta Meta => Item.Meta;
}
