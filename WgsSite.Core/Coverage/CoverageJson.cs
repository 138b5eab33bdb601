using System.Text.Json;

namespace WgsSite.Core.Coverage;

/// <summary>What is wrong with a coverage value, and where: <c>entries[2].area</c>.</summary>
public sealed record CoverageFault(string At, string Reason);

/// <summary>
/// Reads the value editors store for a service:
/// <c>{"entries":[{"area":"ags:05970040","status":"available","note":null}]}</c>.
/// </summary>
public static class CoverageJson
{
    /// <returns>The coverage, and no faults; or null, and at least one fault.</returns>
    public static (ServiceCoverage? Coverage, IReadOnlyList<CoverageFault> Faults) Read(string? json)
    {
        if (string.IsNullOrWhiteSpace(json)) return (ServiceCoverage.Unknown, []);
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            return (null, [new CoverageFault($"line {e.LineNumber + 1}", "The value is not JSON.")]);
        }
    }

    private static (ServiceCoverage?, IReadOnlyList<CoverageFault>) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("entries", out var list) || list.ValueKind != JsonValueKind.Array)
            return (null, [new CoverageFault("entries", "A list named 'entries' is expected.")]);

        var faults = new List<CoverageFault>();
        var entries = new List<CoverageEntry>();
        var seen = new Dictionary<CoverageArea, int>();
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var at = $"entries[{index}]";
            var area = CoverageArea.TryParse(Text(item, "area"));
            var status = Status(Text(item, "status"));
            if (area is null)
                faults.Add(new CoverageFault($"{at}.area", "Expected kreis:NNNNN, ags:NNNNNNNN or plz:NNNNN@NNNNNNNN."));
            else if (!seen.TryAdd(area, index))
                faults.Add(new CoverageFault($"{at}.area", $"{area} is already named by entries[{seen[area]}]."));
            if (status is null)
                faults.Add(new CoverageFault($"{at}.status", "Expected available, onRequest or notAvailable."));
            if (area is not null && status is not null)
                entries.Add(new CoverageEntry(area, status.Value, string.IsNullOrWhiteSpace(Text(item, "note")) ? null : Text(item, "note")));
            index++;
        }

        return faults.Count > 0 ? (null, faults) : (new ServiceCoverage(entries), []);
    }

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
