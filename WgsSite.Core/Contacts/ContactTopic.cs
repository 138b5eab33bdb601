using WgsSite.Core.Places;

namespace WgsSite.Core.Contacts;

/// <summary>What a tenant may want to talk about, and who answers.</summary>
/// <param name="Rules">In the editors' order.</param>
/// <param name="Fallback">Who answers when no rule fits; null for the site's contact.</param>
public sealed record ContactTopic(Guid Key, string Name, string? Hint, IReadOnlyList<Guid> ServiceKeys, IReadOnlyList<ContactRule> Rules, ContactPerson? Fallback)
{
    /// <summary>
    /// The person responsible. The most precise rule wins: service and municipality, then service, then municipality, then
    /// Kreis; of two alike, the first. Without one, the topic's fallback.
    /// </summary>
    public ContactPerson? Responsible(Guid? serviceKey, Municipality? municipality) => Rules
        .Where(rule => rule.Fits(serviceKey, municipality))
        .OrderByDescending(rule => rule.Precision)
        .Select(rule => rule.Person)
        .FirstOrDefault() ?? Fallback;
}

/// <summary>Who answers for a service, a municipality or a Kreis; what is null is not asked for.</summary>
/// <param name="KreisName">As municipalities name their Kreis.</param>
public sealed record ContactRule(Guid? ServiceKey, Guid? MunicipalityKey, string? KreisName, ContactPerson Person)
{
    /// <summary>The greater value wins.</summary>
    public int Precision => (ServiceKey is null ? 0 : 4) + (MunicipalityKey is null ? 0 : 2) + (KreisName is null ? 0 : 1);

    public bool Fits(Guid? serviceKey, Municipality? municipality) =>
        (ServiceKey is null || ServiceKey == serviceKey)
        && (MunicipalityKey is null || MunicipalityKey == municipality?.Key)
        && (KreisName is null || KreisName.Equals(municipality?.KreisName, StringComparison.OrdinalIgnoreCase));
}
