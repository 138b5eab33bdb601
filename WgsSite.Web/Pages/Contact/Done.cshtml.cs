using Microsoft.AspNetCore.Mvc;
using WgsSite.Core.Contacts;
using WgsSite.Core.Inquiries;
using WgsSite.Web.Content;
using WgsSite.Web.Inquiries;
using WgsSite.Web.Inquiries.Storage;

namespace WgsSite.Web.Pages.Contact;

/// <summary>Tells who sent an inquiry that it arrived and what comes next. Says nothing of what was sent.</summary>
public sealed class DoneModel(InquiryReceiver receiver) : SitePageModel
{
    public static string AddressOf(string confirmationId) => $"/anfrage/{confirmationId}/";

    public InquiryRow Inquiry { get; private set; } = null!;

    public FormPage Form { get; private set; } = null!;

    public override PageMeta Meta => new(Texts["doneHeading"], Texts["doneHeading"], AddressOf(Inquiry.ConfirmationId), [], Inquiry.ReceivedAt, NoIndex: true);

    public FormTexts Texts => Form.Texts;

    public ContactPerson? Person => Site.Persons.FirstOrDefault(person => person.Key == Inquiry.PersonKey);

    public string PersonName => Inquiry.PersonName ?? Site.Settings.Organisation;

    public int Days => Site.Settings.ResponseDays ?? SiteSettings.DefaultResponseDays;

    public string Reference => InquiryReference.Display(Inquiry.Reference);

    public async Task<IActionResult> OnGetAsync(string confirmationId, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        if (await receiver.FindConfirmedAsync(confirmationId, cancel) is not { } inquiry) return NotFound();
        if ((inquiry.Kind == InquiryKind.CallBack ? Site.CallBackPage : null) is { } callBack) Form = callBack;
        else if (Site.ContactPage is { } contact) Form = contact;
        else return NotFound();
        Inquiry = inquiry;
        return Page();
    }
}
