using System.Text.Json;

namespace WgsSite.Core.Coverage;

/// <summary>What is wrong with a coverage value, and where.</summary>
/// <param name="At">The place in the value: <c>entries[2].area</c>.</param>
/// <param name="Reason">A sentence for editors.</param>
/// <param name="Entry">Number of the entry, from 0; null when the fault is in none.</param>
public sealed record CoverageFault(string At, string Reason, int? Entry = null)
{
    /// <summary>„3. Eintrag: …“</summary>
    public override string ToString() => Entry is { } entry ? $"{entry + 1}. Eintrag: {Reason}" : Reason;
}

/// <summary>
/// Reads the value editors store for a service:
/// <c>{"entries":[{"area":"ags:05970040","status":"available","note":null}]}</c>.
/// </summary>
public static class CoverageJson
{
    /// <returns>The coverage, and no faults; or null, and at least one fault.</returns>
    public static (ServiceCoverage? Coverage, IReadOnlyList<CoverageFault> Faults) Read(string? json)
    {
        var (sound, faults) = ReadSound(json);
        return (faults.Count > 0 ? null : sound, faults);
    }

    /// <summary>
    /// For a value somebody is working on: what its sound entries say, and what is wrong with the others. Readers never see
    /// a value that is only sound in part.
    /// </summary>
    public static (ServiceCoverage Sound, IReadOnlyList<CoverageFault> Faults) ReadSound(string? json)
    {
        var (entries, faults) = ReadEntries(json);
        return (new ServiceCoverage(entries.Select(item => item.Entry)), faults);
    }

    /// <returns>The sound entries with their number in the value, from 0.</returns>
    internal static (IReadOnlyList<(int Index, CoverageEntry Entry)> Entries, IReadOnlyList<CoverageFault> Faults) ReadEntries(string? json)
    {
        if (string.IsNullOrWhiteSpace(json)) return ([], []);
        try
        {
            using var document = JsonDocument.Parse(json);
            return ReadEntries(document.RootElement);
        }
        catch (JsonException e)
        {
            return ([], [new CoverageFault($"line {e.LineNumber + 1}", $"Das Einsatzgebiet ist kein lesbares JSON (Zeile {e.LineNumber + 1}).")]);
        }
    }

    public static string NameOf(Availability status) => status switch
    {
        Availability.Available => "available",
        Availability.NotAvailable => "notAvailable",
        _ => "onRequest",
    };

    private static (IReadOnlyList<(int, CoverageEntry)>, IReadOnlyList<CoverageFault>) ReadEntries(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("entries", out var list) || list.ValueKind != JsonValueKind.Array)
            return ([], [new CoverageFault("entries", "Im Einsatzgebiet fehlt die Liste „entries“.")]);

        var faults = new List<CoverageFault>();
        var entries = new List<(int, CoverageEntry)>();
        var seen = new Dictionary<CoverageArea, int>();
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var area = CoverageArea.TryParse(Text(item, "area"));
            var status = Status(Text(item, "status"));
            var isNew = area is not null && seen.TryAdd(area, index);
            if (area is null)
                Fault("area", $"{Given(item, "area")} ist kein Gebiet. Möglich sind kreis:05970, ags:05970040 und plz:57080@05970040.");
            else if (!isNew)
                Fault("area", $"Das Gebiet {area} steht schon im {seen[area] + 1}. Eintrag.");
            if (status is null)
                Fault("status", $"{Given(item, "status")} ist kein Status. Möglich sind available, onRequest und notAvailable.");
            if (isNew && status is { } known)
                entries.Add((index, new CoverageEntry(area!, known, Text(item, "note") is { } note && !string.IsNullOrWhiteSpace(note) ? note : null)));
            index++;

            void Fault(string member, string reason) => faults.Add(new CoverageFault($"entries[{index}].{member}", reason, index));
        }

        return (entries, faults);
    }

    private static string Given(JsonElement item, string name) => Text(item, name) is { } text ? $"„{(text.Length > 40 ? text[..40] + "…" : text)}“" : "Eine fehlende Angabe";

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static Availability? Status(string? text) => text switch
    {
        "available" => Availability.Available,
        "onRequest" => Availability.OnRequest,
        "notAvailable" => Availability.NotAvailable,
        _ => null,
    };
}
