namespace WgsSite.Web.Inquiries.Mail;

/// <summary>Section <c>Mail</c> of the configuration.</summary>
public sealed class MailSettings
{
    public SmtpSettings Smtp { get; init; } = new();

    /// <summary>Seconds until the second attempt; each further one waits twice as long, up to an hour.</summary>
    public double FirstRetrySeconds { get; init; } = 60;

    /// <summary>Hours after which a mail that nobody takes is given up.</summary>
    public double GiveUpAfterHours { get; init; } = 72;

    public sealed class SmtpSettings
    {
        /// <summary>Empty while no mail server is set up.</summary>
        public string Host { get; init; } = "";

        /// <summary>The port for submission with STARTTLS, RFC 6409.</summary>
        public int Port { get; init; } = 587;
        public string User { get; init; } = "";
        public string Password { get; init; } = "";
        public double TimeoutSeconds { get; init; } = 60;
    }
}
