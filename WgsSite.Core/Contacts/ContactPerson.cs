namespace WgsSite.Core.Contacts;

/// <summary>A person or role of the cooperative that tenants can turn to.</summary>
/// <param name="IsPlaceholder">True while the contact data is sample data that must be replaced before going live.</param>
public sealed record ContactPerson(
    Guid Key,
    string Name,
    string? Function,
    string? Phone,
    string? Email,
    string? Hours,
    bool IsPlaceholder);
