using System.Net.Mail;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;
using WgsSite.Web.Content;
using WgsSite.Web.Inquiries.Mail;

namespace WgsSite.Web.Commands;

/// <summary><c>mail-test ADDRESS</c>: sends one mail the way inquiries are sent, and says what happened.</summary>
public static class MailTestCommand
{
    public static async Task<int> RunAsync(string[] words, IServiceProvider services, string dataFolder, TextWriter output, TextWriter errors)
    {
        if (words is not [var to] || !MailAddress.TryCreate(to, out var parsed) || parsed.Address != to)
        {
            await errors.WriteLineAsync("Aufruf: mail-test ADRESSE, zum Beispiel mail-test sie@beispiel.de");
            return 1;
        }

        var transport = services.GetRequiredService<MailTransport>();
        await output.WriteLineAsync($"Versand: {transport.Description}");
        var (from, name) = await SenderAsync(services, dataFolder);
        await output.WriteLineAsync($"Absender: {from}");
        var id = MailOutbox.NewMessageId(from);
        const string text = "Diese E-Mail prüft den Versand der Website. Umlaute: äöüß.";
        var mail = new OutgoingMail(from, name, to, null, "Probe: Versand der Website", text + "\r\n", $"<!doctype html>\r\n<html lang=\"de\"><head><meta charset=\"utf-8\"><title>Probe</title></head><body><p>{text}</p></body></html>\r\n");
        if (await transport.SendAsync(mail, id, CancellationToken.None) is { } fault)
        {
            await errors.WriteLineAsync($"Nicht verschickt: {fault.Reason}");
            return 1;
        }

        await output.WriteLineAsync(transport.HasServer ? $"Der Mailserver hat die E-Mail angenommen. Message-ID: {id}" : $"Die E-Mail liegt in {transport.PickupFolder}. Message-ID: {id}");
        return 0;
    }

    private static async Task<(string Address, string Name)> SenderAsync(IServiceProvider services, string dataFolder)
    {
        var source = services.GetRequiredService<SiteContentSource>();
        // Before the first start there is no content; the server can be tested all the same.
        if (File.Exists(Path.Combine(dataFolder, CmsStore.FileName))) await services.GetRequiredService<PublishedContent>().ReloadAsync();

        var settings = source.Current.Settings;
        return (MailComposer.Sender(source.Current) ?? "website@localhost", settings.Organisation);
    }
}
