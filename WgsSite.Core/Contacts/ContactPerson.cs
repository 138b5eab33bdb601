namespace WgsSite.Core.Contacts;

/// <summary>A person or role of the cooperative that tenants can turn to.</summary>
/// <param name="IsPlaceholder">True while the contact data is sample data that must be replaced before going live.</param>
/// <param name="DeputyKeys">Who stands in while the person is away, in the order in which they are asked.</param>
/// <param name="AbsentFrom">First day away; null when only the last one is set.</param>
/// <param name="AbsentTo">Last day away; null for „until further notice“ when a first one is set.</param>
public sealed record ContactPerson(
    Guid Key,
    string Name,
    string? Function,
    string? Phone,
    string? Email,
    string? Hours,
    bool IsPlaceholder,
    IReadOnlyList<Guid>? DeputyKeys = null,
    DateOnly? AbsentFrom = null,
    DateOnly? AbsentTo = null)
{
    public bool HasAddress => !string.IsNullOrWhiteSpace(Email);

    /// <param name="day">The day in the place where the cooperative works.</param>
    public bool IsAbsentOn(DateOnly day) =>
        (AbsentFrom is not null || AbsentTo is not null) && !(day < AbsentFrom) && !(day > AbsentTo);
}
