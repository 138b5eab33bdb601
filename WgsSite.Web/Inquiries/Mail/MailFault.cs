namespace WgsSite.Web.Inquiries.Mail;

/// <summary>Why a mail was not taken.</summary>
/// <param name="Reason">In words, without addresses.</param>
public sealed record MailFault(string Reason, MailFaultKind Kind);

public enum MailFaultKind
{
    /// <summary>No mail gets through at present: the others need not be tried.</summary>
    NoServer,

    /// <summary>This mail may be taken later, RFC 5321, 4.5.4.1; greylisting, for one.</summary>
    NotYet,

    /// <summary>This mail will never be taken.</summary>
    Refused,
}
