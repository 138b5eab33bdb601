namespace WgsSite.Web.Inquiries.Mail;

/// <summary>What a mail says, and to whom.</summary>
/// <param name="ReplyTo">Whom an answer goes to; null for the sender.</param>
/// <param name="Html">A whole document.</param>
public sealed record OutgoingMail(string From, string FromName, string To, string? ReplyTo, string Subject, string Text, string Html);
