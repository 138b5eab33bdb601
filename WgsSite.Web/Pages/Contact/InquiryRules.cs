using System.Runtime.CompilerServices;
using WgsSite.Core.Inquiries;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Contact;

/// <summary>The rules of a form, made once per published state: making them costs more than using them.</summary>
public sealed record InquiryRules(InquiryInputValidator Validator, IReadOnlyDictionary<string, string> ForBrowser)
{
    private static readonly ConditionalWeakTable<FormPage, InquiryRules> Made = [];

    public static InquiryRules Of(FormPage page, SiteContent site, InquiryKind kind) => Made.GetValue(page, page =>
    {
        var validator = new InquiryInputValidator(page.Texts, site, kind);
        return new InquiryRules(validator, BrowserRules.Of(validator));
    });
}
