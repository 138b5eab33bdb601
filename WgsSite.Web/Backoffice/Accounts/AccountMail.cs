using System.Net;
using WgsSite.Cms.Users;
using WgsSite.Web.Content;
using WgsSite.Web.Hosting;
using WgsSite.Web.Inquiries.Mail;

namespace WgsSite.Web.Backoffice.Accounts;

/// <summary>Mails to the owners of accounts, from the address and through the server that inquiries use. They do not wait in the outbox: whoever asked for one is told at once.</summary>
public sealed class AccountMail(MailTransport transport, SiteContentSource content, SiteAddress address) : IAccountMail
{
    public string? AddressOf(string path) => address.Of(path);

    public async Task<string?> SendAsync(string to, string subject, IReadOnlyList<string> paragraphs, CancellationToken cancel = default)
    {
        var site = content.Current;
        if (MailComposer.Sender(site) is not { } from) return "Die Website hat noch keine Absenderadresse (Einstellungen der Website).";
        var html = string.Concat(paragraphs.Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph).ReplaceLineEndings("<br>")}</p>\r\n"));
        var mail = new OutgoingMail(
            from,
            site.Settings.Organisation,
            to,
            null,
            subject,
            string.Join("\r\n\r\n", paragraphs.Select(paragraph => paragraph.ReplaceLineEndings("\r\n"))) + "\r\n",
            $"<!doctype html>\r\n<html lang=\"de\"><head><meta charset=\"utf-8\"><title>{WebUtility.HtmlEncode(subject)}</title></head>\r\n<body>\r\n{html}</body></html>\r\n");
        return (await transport.SendAsync(mail, MailOutbox.NewMessageId(from), cancel))?.Reason;
    }
}
