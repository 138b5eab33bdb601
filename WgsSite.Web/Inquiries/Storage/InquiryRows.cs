using WgsSite.Core.Inquiries;

namespace WgsSite.Web.Inquiries.Storage;

/// <summary>
/// An inquiry as it is stored. What somebody typed, and how to reach them, is in <see cref="Text"/> and encrypted; the
/// columns beside it say nothing about a person.
/// </summary>
public sealed class InquiryRow
{
    public long Id { get; init; }

    /// <summary>Issued with the form: the same form sent twice is one inquiry.</summary>
    public required Guid SubmissionId { get; init; }

    /// <summary>Names the confirmation page; cannot be guessed.</summary>
    public required string ConfirmationId { get; init; }

    /// <summary>The number for talking about it: see <see cref="InquiryReference"/>.</summary>
    public required string Reference { get; init; }
    public required InquiryKind Kind { get; init; }
    public required InquiryState State { get; set; }

    /// <summary>Why it was set aside; null when it was not.</summary>
    public string? SetAsideBecause { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>UTC; when an operator first looked at one that was set aside.</summary>
    public DateTime? ViewedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>UTC; when somebody was told that it will be deleted though nobody closed it.</summary>
    public DateTime? AnnouncedAt { get; set; }
    public string? Topic { get; init; }
    public string? Service { get; init; }

    /// <summary>The municipality that was recognised.</summary>
    public string? Place { get; init; }
    public required ReachBy ReachBy { get; init; }

    /// <summary>Null when the site's own mailbox got it.</summary>
    public Guid? PersonKey { get; init; }
    public string? PersonName { get; init; }

    /// <summary>Why this person, in words.</summary>
    public required string RoutingReason { get; init; }

    /// <summary>What was wrong with the persons asked before, one per line; null when nothing was.</summary>
    public string? Warnings { get; init; }

    /// <summary>An <see cref="InquiryText"/>, encrypted: see <see cref="PersonalData"/>.</summary>
    public required byte[] Text { get; init; }

    public List<MailRow> Mails { get; init; } = [];
}

public enum MailState
{
    Waiting,
    Sent,

    /// <summary>Given up; an operator may try again.</summary>
    Failed,
}

public enum MailKind
{
    ToPerson,
    ToTenant,

    /// <summary>How many inquiries are set aside.</summary>
    SetAsideCount,

    /// <summary>Which inquiries will be deleted though nobody closed them.</summary>
    Expiring,
}

/// <summary>A mail to be sent, written together with what it tells of.</summary>
public sealed class MailRow
{
    public long Id { get; init; }

    /// <summary>Null for mails that do not belong to one inquiry.</summary>
    public long? InquiryId { get; init; }
    public required MailKind Kind { get; init; }

    /// <summary>The same at each attempt, with its angle brackets.</summary>
    public required string MessageId { get; init; }
    public MailState State { get; set; } = MailState.Waiting;
    public int Attempts { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC; not before this moment.</summary>
    public required DateTime NextAttemptAt { get; set; }

    /// <summary>UTC; since when a server that can be reached has not wanted this very mail.</summary>
    public DateTime? UnwantedSince { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>Why the last attempt failed, without addresses.</summary>
    public string? Fault { get; set; }

    /// <summary>An <see cref="Mail.OutgoingMail"/>, encrypted; null once it was sent.</summary>
    public byte[]? Content { get; set; }

    /// <summary>Set on mails of which there may be only one, such as the count of a day.</summary>
    public string? Once { get; init; }
}
