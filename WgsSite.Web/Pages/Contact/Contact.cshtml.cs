using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Contact;

public sealed class ContactModel : DocumentPageModel<ListPage>
{
    public override PageMeta Meta => Item.Meta;
}
