using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Microsoft.Extensions.Options;
using WgsSite.Web.Hosting;

namespace WgsSite.Web.Inquiries.Mail;

/// <summary>
/// Hands mails over: to the mail server that is set up (STARTTLS always, a bad certificate is refused), or in Development
/// without one to files. In production without one, mails wait.
/// </summary>
public sealed class MailTransport(IOptions<MailSettings> settings, DataFolderPath dataFolder, IHostEnvironment environment)
{
    private readonly MailSettings.SmtpSettings smtp = settings.Value.Smtp;

    /// <summary>Folder of <c>.eml</c> files, when there is no mail server in Development.</summary>
    public string PickupFolder { get; } = Path.Combine(dataFolder.Path, "mail");

    public bool HasServer => smtp.Host.Length > 0;

    public bool CanSend => HasServer || environment.IsDevelopment();

    /// <summary>Where mails go, for people who operate the site.</summary>
    public string Description => HasServer ? $"Mailserver {smtp.Host}, Port {smtp.Port}, STARTTLS{(smtp.User.Length > 0 ? ", mit Anmeldung" : "")}"
        : environment.IsDevelopment() ? $"Dateien in {PickupFolder} (kein Mailserver eingerichtet)"
        : "kein Mailserver eingerichtet (Mail:Smtp:Host)";

    /// <returns>Null when the mail was taken.</returns>
    public async Task<MailFault?> SendAsync(OutgoingMail mail, string messageId, CancellationToken cancel)
    {
        if (!CanSend) return new MailFault("Kein Mailserver ist eingerichtet.", MailFaultKind.NoServer);
        if (!IsSendable(mail.From)) return new MailFault("Die Absenderadresse der Website ist keine gültige E-Mail-Adresse.", MailFaultKind.NoServer);
        if (!IsSendable(mail.To)) return new MailFault("Die Adresse ist keine gültige E-Mail-Adresse.", MailFaultKind.Refused);
        try
        {
            using var message = Message(mail, messageId);
            if (HasServer) await SendToServerAsync(message, cancel);
            else await WriteAsync(message, messageId, cancel);
            return null;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && Fault(e) is { } fault)
        {
            return fault;
        }
    }

    /// <summary>Removes what was written for a mail.</summary>
    public void Forget(string messageId)
    {
        // The folder need not be there; File.Delete minds.
        if (File.Exists(FileOf(messageId))) File.Delete(FileOf(messageId));
    }

    /// <summary>Removes what a process that was killed left half written.</summary>
    public void ForgetUnfinished()
    {
        if (Directory.Exists(UnfinishedFolder)) Directory.Delete(UnfinishedFolder, recursive: true);
    }

    /// <summary>Removes files of mails older than a moment, in UTC.</summary>
    /// <returns>How many mails were removed.</returns>
    public int ForgetOlderThan(DateTime moment)
    {
        if (!Directory.Exists(PickupFolder)) return 0;
        var old = Directory.EnumerateFiles(PickupFolder, "*.eml", SearchOption.AllDirectories).Where(file => File.GetLastWriteTimeUtc(file) < moment).ToList();
        foreach (var file in old) File.Delete(file);
        return old.Count;
    }

    private string UnfinishedFolder => Path.Combine(PickupFolder, "unfertig");

    private string FileOf(string messageId) => Path.Combine(PickupFolder, messageId.Trim('<', '>').Split('@')[0] + ".eml");

    private async Task SendToServerAsync(MailMessage message, CancellationToken cancel)
    {
        using var client = new SmtpClient(smtp.Host, smtp.Port)
        {
            EnableSsl = true,
            UseDefaultCredentials = false,
            Credentials = smtp.User.Length > 0 ? new NetworkCredential(smtp.User, smtp.Password) : null,
        };
        // SmtpClient.Timeout does not count for asynchronous sending, and a token does not end the wait for an answer.
        var sending = client.SendMailAsync(message, cancel);
        try
        {
            await sending.WaitAsync(TimeSpan.FromSeconds(smtp.TimeoutSeconds), cancel);
        }
        catch (TimeoutException)
        {
            _ = sending.ContinueWith(ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            client.SendAsyncCancel();
            throw;
        }
    }

    /// <summary>Written beside and then moved, so that a file that is there is whole; a retry replaces it.</summary>
    private async Task WriteAsync(MailMessage message, string messageId, CancellationToken cancel)
    {
        var beside = Directory.CreateDirectory(Path.Combine(UnfinishedFolder, Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = beside })
                await client.SendMailAsync(message, cancel);
            File.Move(Directory.EnumerateFiles(beside).Single(), FileOf(messageId), overwrite: true);
        }
        finally
        {
            Directory.Delete(beside, recursive: true);
        }
    }

    /// <summary>What servers take without further agreements: one address, ASCII before the @.</summary>
    private static bool IsSendable(string address) => MailAddress.TryCreate(address, out var parsed) && parsed.Address == address && Ascii.IsValid(parsed.User);

    private static MailMessage Message(OutgoingMail mail, string messageId)
    {
        var message = new MailMessage
        {
            From = new MailAddress(mail.From, mail.FromName, Encoding.UTF8),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(mail.To));
        // An answer that could not be sent must not keep the mail itself back.
        if (mail.ReplyTo is not null && IsSendable(mail.ReplyTo)) message.ReplyToList.Add(new MailAddress(mail.ReplyTo));
        // RFC 5322, 3.6.4; and RFC 3834, so that no machine answers a machine.
        message.Headers["Message-ID"] = messageId;
        message.Headers["Auto-Submitted"] = "auto-generated";
        message.AlternateViews.Add(View(mail.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(mail.Html, MediaTypeNames.Text.Html));
        return message;
    }

    private static AlternateView View(string text, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(text, Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }

    /// <summary>What went wrong, without addresses: servers repeat them in their answers.</summary>
    private static MailFault? Fault(Exception e)
    {
        var inner = e.GetBaseException();
        return e switch
        {
            OperationCanceledException or TimeoutException => new MailFault("Der Mailserver antwortet nicht rechtzeitig.", MailFaultKind.NoServer),
            _ when inner is AuthenticationException => new MailFault("Das Zertifikat des Mailservers ist nicht vertrauenswürdig.", MailFaultKind.NoServer),
            IOException or UnauthorizedAccessException => new MailFault("Die Datei der E-Mail lässt sich nicht schreiben.", MailFaultKind.NoServer),
            SmtpException smtp => Fault(smtp, inner),
            InvalidOperationException => new MailFault("Die Verbindung zum Mailserver brach ab.", MailFaultKind.NoServer),
            _ => null,
        };
    }

    private static MailFault Fault(SmtpException e, Exception inner)
    {
        var status = (int)e.StatusCode;
        return status switch
        {
            _ when inner is SocketException => new MailFault("Der Mailserver ist nicht erreichbar.", MailFaultKind.NoServer),
            _ when inner is IOException => new MailFault("Die Verbindung zum Mailserver brach ab.", MailFaultKind.NoServer),
            421 => new MailFault("Der Mailserver macht gerade eine Pause (421).", MailFaultKind.NoServer),
            454 or 530 or 534 or 535 or 538 => new MailFault($"Der Mailserver nimmt die Anmeldung nicht an ({status}).", MailFaultKind.NoServer),
            >= 500 and < 600 when e is SmtpFailedRecipientException => new MailFault($"Der Mailserver kennt den Empfänger nicht ({status}).", MailFaultKind.Refused),
            >= 400 and < 600 => new MailFault($"Der Mailserver nimmt die E-Mail noch nicht an ({status}).", MailFaultKind.NotYet),
            _ when e.Message.Contains("secure", StringComparison.OrdinalIgnoreCase) => new MailFault("Der Mailserver bietet kein STARTTLS an.", MailFaultKind.NoServer),
            _ => new MailFault("Der Mailserver nimmt die E-Mail aus einem unbekannten Grund nicht an.", MailFaultKind.NotYet),
        };
    }
}
