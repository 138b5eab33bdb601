using WgsSite.Core.Places;

namespace WgsSite.Core.Contacts;

/// <summary>What a tenant may want to talk about, and who answers.</summary>
/// <param name="Slug">Name of the topic in addresses: <c>pflege-zu-hause</c>.</param>
/// <param name="Rules">In the editors' order.</param>
/// <param name="Fallback">Who answers when no rule fits; null for the site's contact.</param>
/// <param name="IsUrgent">Someone who asks about it may be in need of help at once, and is told the emergency number.</param>
public sealed record ContactTopic(
    Guid Key, string Slug, string Name, string? Hint, IReadOnlyList<Guid> ServiceKeys, IReadOnlyList<ContactRule> Rules, ContactPerson? Fallback, bool IsUrgent = false)
{
    /// <summary>
    /// The rules that fit, the most precise first: service and municipality, then service, then municipality, then Kreis; of
    /// two alike, the first.
    /// </summary>
    public IEnumerable<ContactRule> Fitting(Guid? serviceKey, Municipality? municipality) => Rules
        .Where(rule => rule.Fits(serviceKey, municipality))
        .OrderByDescending(rule => rule.Precision);

    /// <summary>Who is responsible on an ordinary day; without a rule that fits, the topic's fallback.</summary>
    public ContactPerson? Responsible(Guid? serviceKey, Municipality? municipality) =>
        Fitting(serviceKey, municipality).Select(rule => rule.Person).FirstOrDefault() ?? Fallback;

    /// <summary>True when a question about the service may belong to this topic.</summary>
    public bool Concerns(Guid serviceKey) =>
        ServiceKeys.Count == 0 || ServiceKeys.Contains(serviceKey) || Rules.Any(rule => rule.ServiceKey == serviceKey);
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
