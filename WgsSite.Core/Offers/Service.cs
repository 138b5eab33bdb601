using WgsSite.Core.Coverage;
using WgsSite.Core.Places;

namespace WgsSite.Core.Offers;

/// <summary>One module of the pilot: a service of a partner that a tenant can take by itself.</summary>
/// <param name="Name">Full name: „Tagespflegehaus Eremitage“.</param>
/// <param name="ShortName">Name where there is little room: „Haus Eremitage“.</param>
/// <param name="Path">Path of its page on the site, with a trailing slash.</param>
/// <param name="Tagline">What it does in half a line: „Warmes Essen, zu Ihnen gebracht“.</param>
/// <param name="Status">The worse of the service's own status and its partner's.</param>
/// <param name="CostText">What editors know about the price; null when nothing is known.</param>
/// <param name="Place">Where it happens, for services one goes to.</param>
public sealed record Service(
    Guid Key,
    string Name,
    string ShortName,
    string Path,
    string Tagline,
    string Summary,
    Partner Partner,
    SupportLevel Level,
    IReadOnlyList<Guid> NeedKeys,
    IReadOnlyList<string> Audience,
    IReadOnlyList<Step> HowToStart,
    string? CostText,
    ServicePlace? Place,
    OfferStatus Status,
    ServiceCoverage Coverage)
{
    /// <summary>Name in addresses, as in <c>?leistung=hausnotruf</c>: the last part of its path.</summary>
    public string Slug => PathEnd.Of(Path);

    /// <summary>An ended service has a page that says so, but is listed nowhere.</summary>
    public bool IsListed => Status.State != OfferState.Ended;

    /// <summary>
    /// Availability for a municipality as tenants must read it: a paused service is available nowhere,
    /// whatever its coverage says.
    /// </summary>
    public MunicipalityCoverage CoverageIn(Municipality municipality) => Status.State == OfferState.Active
        ? Coverage.In(municipality)
        : new MunicipalityCoverage(Availability.NotAvailable, [], Status.Notice);
}

/// <summary>One step on the way to using a service.</summary>
public sealed record Step(string Title, string Text);

/// <summary>Where a service happens. The street may be unknown.</summary>
public sealed record ServicePlace(string? Address, Municipality? Municipality);
