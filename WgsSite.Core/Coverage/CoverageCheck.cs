using WgsSite.Core.Maps;
using WgsSite.Core.Places;

namespace WgsSite.Core.Coverage;

/// <summary>
/// What an editor's coverage may say: well formed, of areas the region has, with notes that fit beside a place's name.
/// Stricter than reading, which never hides from tenants what was stored before a place was renumbered.
/// </summary>
/// <param name="municipalities">Places with a page; their postal codes are the ones an exception can name.</param>
/// <param name="region">Places of the map, with a page or without.</param>
public sealed class CoverageCheck(IReadOnlyList<Municipality> municipalities, Region region)
{
    /// <summary>Characters of a note: two lines in the table of all places.</summary>
    public const int LongestNote = 120;

    public IReadOnlyList<CoverageFault> Faults(string? json)
    {
        var (entries, faults) = CoverageJson.ReadEntries(json);
        return
        [
            .. faults.Concat(entries.SelectMany(item => Faults(item.Index, item.Entry)))
                .OrderBy(fault => fault.Entry ?? -1),
        ];
    }

    private IEnumerable<CoverageFault> Faults(int index, CoverageEntry entry)
    {
        if (UnknownArea(entry.Area) is { } unknown) yield return new CoverageFault($"entries[{index}].area", unknown, index);
        if (entry.Note is { } note && note.Length > LongestNote)
            yield return new CoverageFault($"entries[{index}].note", $"Der Hinweis hat {note.Length} Zeichen. Erlaubt sind {LongestNote}.", index);
    }

    private string? UnknownArea(CoverageArea area)
    {
        if (area.Ags is not { } ags)
            return municipalities.Any(place => place.KreisCode == area.Kreis) || region.Outlines.Any(outline => outline.Ags.StartsWith(area.Kreis, StringComparison.Ordinal))
                ? null
                : $"Der Kreis {area.Kreis} gehört nicht zur Region.";
        var place = municipalities.FirstOrDefault(place => place.Ags == ags);
        if (place is null && region.Outlines.All(outline => outline.Ags != ags)) return $"Der Ort mit dem Schlüssel {ags} gehört nicht zur Region.";
        // What belongs to a place without a page is not known here.
        return place is null || area.PostalCode is not { } code || place.PostalCodes.Contains(code) ? null : $"Die Postleitzahl {code} gehört nicht zu {place.Name}.";
    }
}
