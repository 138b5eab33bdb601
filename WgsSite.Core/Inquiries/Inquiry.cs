namespace WgsSite.Core.Inquiries;

public enum InquiryKind
{
    /// <summary>A message that is to be answered.</summary>
    Message,

    /// <summary>The wish to be called.</summary>
    CallBack,
}

/// <summary>How somebody wants to be answered.</summary>
public enum ReachBy
{
    Phone,
    Email,
    Letter,
    Visit,
}

/// <summary>What somebody told the cooperative, and how to reach them. Personal data: kept encrypted, never logged.</summary>
/// <param name="Place">As it was entered.</param>
/// <param name="When">When it suits, in the tenant's own words.</param>
/// <param name="ForSomebodyElse">A relative or neighbour asks.</param>
public sealed record InquiryText(
    string? Name,
    string? Email,
    string? Phone,
    string? Address,
    string? Place,
    string? When,
    string? Message,
    ReachBy ReachBy,
    bool ForSomebodyElse);

public enum InquiryState
{
    Open,

    /// <summary>Looks like spam: kept, not mailed, until somebody has looked at it.</summary>
    SetAside,
    Closed,
}
