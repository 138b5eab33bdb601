namespace WgsSite.Core.Offers;

/// <summary>An organisation that offers services to tenants. What is not known about it is null, never made up.</summary>
/// <param name="Name">Short name as used in sentences: „Malteser“.</param>
/// <param name="FullName">Name of the organisation: „Malteser Hilfsdienst“.</param>
/// <param name="Location">Town of the office that looks after the region, without a street.</param>
/// <param name="Path">Path of its page on the site, with a trailing slash.</param>
public sealed record Partner(
    Guid Key,
    string Name,
    string FullName,
    string? Location,
    string Path,
    string Summary,
    OfferStatus Status,
    PartnerContact Contact)
{
    /// <summary>Name in addresses: the last part of its path.</summary>
    public string Slug => PathEnd.Of(Path);
}

/// <summary>How to reach a partner; every part may be unknown.</summary>
public sealed record PartnerContact(
    string? Phone,
    string? Email,
    string? Website,
    string? BookingUrl,
    string? Address,
    IReadOnlyList<string> Languages)
{
    /// <summary>True when there is any way at all to reach the partner directly.</summary>
    public bool IsKnown => Phone is not null || Email is not null || Website is not null || BookingUrl is not null || Address is not null;
}
