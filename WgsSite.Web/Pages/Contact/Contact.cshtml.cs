using Microsoft.AspNetCore.Mvc;
using WgsSite.Core.Inquiries;

namespace WgsSite.Web.Pages.Contact;

/// <summary>The form with which tenants write to the cooperative.</summary>
[IgnoreAntiforgeryToken] // It would need a cookie. See ForeignPost for what stands in its place.
[ReadsFormItself]
public sealed class ContactModel(InquiryFormServices services) : InquiryPageModel(services)
{
    protected override InquiryKind Kind => InquiryKind.Message;
}
