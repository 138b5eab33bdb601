using System.Globalization;
using System.Net;
using System.Text;
using WgsSite.Core.Inquiries;
using WgsSite.Web.Content;
using WgsSite.Web.Hosting;
using WgsSite.Web.Inquiries.Storage;
using WgsSite.Web.Pages.Shared;

namespace WgsSite.Web.Inquiries.Mail;

/// <summary>Writes the mails about inquiries, with the words editors keep.</summary>
public static class MailComposer
{
    /// <summary>To whoever answers: all that is needed for it. Nothing of it in the subject, which shows on locked screens.</summary>
    /// <returns>Null while the site has no address to send from or nobody to send to.</returns>
    public static OutgoingMail? ToPerson(SiteContent site, InquiryRow inquiry, InquiryText text, string? to)
    {
        var words = site.Words;
        var reference = InquiryReference.Display(inquiry.Reference);
        var texts = site.ContactPage?.Texts;
        var lines = new List<(string Label, string? Value)>
        {
            (words["Mail.Reference"], reference),
            (words["Mail.Received"], words.Fill("Mail.Uhr", Words.Date(DateOnly.FromDateTime(SiteClock.Local(inquiry.ReceivedAt))), SiteClock.Local(inquiry.ReceivedAt).ToString("HH:mm", CultureInfo.InvariantCulture))),
            (words["Mail.Topic"], inquiry.Topic),
            (words["Mail.Service"], inquiry.Service),
            (words["Mail.Place"], inquiry.Place is null || text.Place?.Contains(inquiry.Place, StringComparison.OrdinalIgnoreCase) == true ? text.Place : $"{text.Place} ({inquiry.Place})"),
            (words["Mail.Name"], text.Name),
            (words["Mail.For"], inquiry.Kind == InquiryKind.CallBack ? null : texts?[text.ForSomebodyElse ? "onBehalfRelative" : "onBehalfSelf"]),
            (words["Mail.ReachBy"], inquiry.Kind == InquiryKind.CallBack ? null : texts?[$"reach{text.ReachBy}"]),
            (words["Mail.Phone"], text.Phone),
            (words["Mail.Email"], text.Email),
            (words["Mail.Address"], text.Address),
            (words["Mail.When"], text.When),
            (words["Mail.Message"], text.Message),
            (words["Mail.Routing"], inquiry.RoutingReason),
        };
        var end = new List<string>();
        if (text.Email is not null) end.Add(words["Mail.Reply"]);
        end.Add(words["Mail.Handling"]);
        return Mail(site, to, text.Email, words.Fill($"Mail.Subject.{inquiry.Kind}", reference), [words[$"Mail.Intro.{inquiry.Kind}"]], lines, end);
    }

    /// <summary>To the tenant: nothing that was typed, since anybody can type somebody else's address.</summary>
    public static OutgoingMail? ToTenant(SiteContent site, InquiryRow inquiry, InquiryText text)
    {
        if (text.Email is null || site.ContactPage is not { } page) return null;
        var reference = InquiryReference.Display(inquiry.Reference);
        var person = site.Persons.FirstOrDefault(person => person.Key == inquiry.PersonKey);
        var body = page.Texts.Fill(
            "mailText",
            reference,
            inquiry.PersonName ?? site.Settings.Organisation,
            site.Settings.ResponseDays ?? SiteSettings.DefaultResponseDays,
            (person?.Phone ?? site.Settings.Contact?.Phone) is { } phone ? PhoneNumber.Display(phone) : "–",
            site.Settings.Organisation);
        return Mail(site, text.Email, null, page.Texts.Fill("mailSubject", reference), body.ReplaceLineEndings("\n").Split("\n\n"), [], []);
    }

    /// <summary>How many inquiries wait set aside; nothing of what they say.</summary>
    public static OutgoingMail? SetAsideCount(SiteContent site, int count) => Mail(
        site,
        Coordination(site),
        null,
        site.Words.Fill("Mail.Subject.SetAside", count),
        [count == 1 ? site.Words["Mail.SetAsideOne"] : site.Words.Fill("Mail.SetAside", count)],
        [],
        []);

    /// <summary>Which inquiries will be deleted soon though nobody closed them.</summary>
    public static OutgoingMail? Expiring(SiteContent site, IReadOnlyList<string> references, int days) => Mail(
        site,
        Coordination(site),
        null,
        site.Words.Fill("Mail.Subject.Expiring", references.Count),
        [site.Words.Fill("Mail.Expiring", days), string.Join(", ", references.Select(InquiryReference.Display))],
        [],
        []);

    /// <summary>Who looks after the whole: the site's contact, or the mailbox of the site.</summary>
    public static string? Coordination(SiteContent site) => site.Settings.Contact?.Email ?? site.Settings.SenderAddress;

    /// <summary>The address mails come from; null while editors have given none.</summary>
    public static string? Sender(SiteContent site) => site.Settings.SenderAddress ?? site.Settings.Contact?.Email;

    private static OutgoingMail? Mail(
        SiteContent site, string? to, string? replyTo, string subject, IReadOnlyList<string> intro, IReadOnlyList<(string Label, string? Value)> lines, IReadOnlyList<string> end)
    {
        var filled = lines.Where(line => !string.IsNullOrWhiteSpace(line.Value)).ToList();
        return to is null || (Sender(site) ?? to) is not { } from
            ? null
            : new OutgoingMail(from, OneLine(site.Settings.Organisation), to, replyTo, OneLine(subject), Plain(intro, filled, end), Html(subject, intro, filled, end));
    }

    private static string OneLine(string text) => string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign));

    private static string Plain(IEnumerable<string> intro, List<(string Label, string? Value)> lines, IEnumerable<string> end)
    {
        var text = new StringBuilder();
        foreach (var paragraph in intro) text.Append(paragraph).Append("\n\n");
        foreach (var (label, value) in lines)
            text.Append(label).Append(value!.Contains('\n') ? ":\n  " : ": ").Append(value.Replace("\n", "\n  ", StringComparison.Ordinal)).Append('\n');
        if (lines.Count > 0) text.Append('\n');
        foreach (var paragraph in end) text.Append(paragraph).Append("\n\n");
        return text.ToString().TrimEnd('\n').ReplaceLineEndings("\r\n") + "\r\n";
    }

    private static string Html(string subject, IEnumerable<string> intro, List<(string Label, string? Value)> lines, IEnumerable<string> end)
    {
        var html = new StringBuilder("<!doctype html>\r\n<html lang=\"de\"><head><meta charset=\"utf-8\"><title>").Append(Encode(subject)).Append("</title></head>\r\n<body>\r\n");
        foreach (var paragraph in intro) html.Append("<p>").Append(Encode(paragraph)).Append("</p>\r\n");
        if (lines.Count > 0)
        {
            html.Append("<table>\r\n");
            foreach (var (label, value) in lines)
                html.Append("<tr><th align=\"left\" valign=\"top\">").Append(Encode(label)).Append("</th><td>").Append(Encode(value!)).Append("</td></tr>\r\n");
            html.Append("</table>\r\n");
        }

        foreach (var paragraph in end) html.Append("<p>").Append(Encode(paragraph)).Append("</p>\r\n");
        return html.Append("</body></html>\r\n").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text).ReplaceLineEndings("<br>\r\n");
}
