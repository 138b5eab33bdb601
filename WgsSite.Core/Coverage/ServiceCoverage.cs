using System.Collections.Concurrent;
using WgsSite.Core.Places;

namespace WgsSite.Core.Coverage;

/// <param name="Note">A line for tenants about this area, or null.</param>
public sealed record CoverageEntry(CoverageArea Area, Availability Status, string? Note);

/// <summary>
/// Where one service can be had. The most precise entry wins (postal code within a municipality, then municipality,
/// then Kreis); what no entry speaks of is on request.
/// </summary>
public sealed class ServiceCoverage
{
    private readonly Dictionary<CoverageArea, CoverageEntry> byArea;

    // Every page with a map asks for every place; neither coverage nor municipalities change once they are made.
    private readonly ConcurrentDictionary<Municipality, MunicipalityCoverage> known = new(ReferenceEqualityComparer.Instance);

    /// <exception cref="ArgumentException">An area is listed twice.</exception>
    public ServiceCoverage(IEnumerable<CoverageEntry> entries)
    {
        Entries = [.. entries];
        byArea = Entries.ToDictionary(entry => entry.Area);
    }

    /// <summary>Nothing is known: on request everywhere.</summary>
    public static ServiceCoverage Unknown { get; } = new([]);

    public IReadOnlyList<CoverageEntry> Entries { get; }

    /// <summary>The entry that decides for an area, or null when none does and the service is on request there.</summary>
    public CoverageEntry? Deciding(CoverageArea area)
    {
        for (var current = area; current is not null; current = current.Wider)
            if (byArea.TryGetValue(current, out var entry)) return entry;
        return null;
    }

    /// <summary>Availability in one postal code within a municipality.</summary>
    public Availability At(string postalCode, string ags) =>
        Deciding(CoverageArea.OfPostalCode(postalCode, ags))?.Status ?? Availability.OnRequest;

    /// <summary>Availability in a whole municipality, with the postal codes that differ.</summary>
    public MunicipalityCoverage In(Municipality municipality) => known.GetOrAdd(municipality, Find);

    private MunicipalityCoverage Find(Municipality municipality)
    {
        var general = Deciding(CoverageArea.OfMunicipality(municipality.Ags));
        var codes = municipality.PostalCodes
            .Select(code => new PostalCodeCoverage(code, At(code, municipality.Ags)))
            .ToList();
        if (codes.Count == 0) return new MunicipalityCoverage(general?.Status ?? Availability.OnRequest, [], general?.Note);

        // The best state is named first and the postal codes that fall short of it are its exceptions.
        var best = codes.Max(code => code.Status);
        return new MunicipalityCoverage(best, [.. codes.Where(code => code.Status != best)], general?.Note);
    }

    /// <summary>
    /// Entries that change nothing, because a wider entry (or the default) already says the same. An entry with a note
    /// of its own is kept: the note is what it adds. So is one beneath a note: it keeps that note away from its area.
    /// </summary>
    public IReadOnlyList<CoverageEntry> Redundant() =>
    [
        .. Entries.Where(entry => entry.Note is null
            && (entry.Area.Wider is { } wider ? Deciding(wider) : null) is var above
            && above?.Note is null
            && (above?.Status ?? Availability.OnRequest) == entry.Status),
    ];
}

/// <param name="General">The best state any of the municipality's postal codes has.</param>
/// <param name="Exceptions">The postal codes whose state is worse; empty when all are alike.</param>
public sealed record MunicipalityCoverage(Availability General, IReadOnlyList<PostalCodeCoverage> Exceptions, string? Note)
{
    /// <summary>What counts for the whole municipality: the worst among its postal codes.</summary>
    public Availability Worst => Exceptions.Count == 0 ? General : Exceptions.Min(exception => exception.Status);
}

public sealed record PostalCodeCoverage(string PostalCode, Availability Status);
