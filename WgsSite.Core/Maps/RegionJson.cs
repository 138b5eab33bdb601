using System.Text.Json;

namespace WgsSite.Core.Maps;

/// <summary>The region's file cannot be read; the message says which and why.</summary>
public sealed class RegionException(string message) : Exception(message);

/// <summary>
/// Reads a region from GeoJSON (RFC 7946): a FeatureCollection of Polygons and MultiPolygons with the properties
/// <c>AGS</c> and <c>GEN</c> (or <c>name</c>), and <c>attribution</c>, <c>attributionUrl</c> and <c>note</c> as members of the
/// collection.
/// </summary>
public static class RegionJson
{
    /// <param name="name">Path of the file, for messages.</param>
    /// <exception cref="RegionException">It is no GeoJSON of municipalities.</exception>
    public static Region Read(Stream json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (Text(root, "type") != "FeatureCollection" || !root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
                throw new RegionException($"{name}: Das ist keine FeatureCollection.");
            var outlines = features.EnumerateArray().Select((feature, index) => Outline(feature, $"{name}: features[{index}]")).ToList();
            if (outlines.Count == 0) throw new RegionException($"{name}: Es gibt keine Gemeinde darin.");
            if (outlines.GroupBy(outline => outline.Ags).FirstOrDefault(group => group.Count() > 1) is { } twice)
                throw new RegionException($"{name}: Der Gemeindeschlüssel {twice.Key} steht zweimal darin.");
            return new Region(outlines, Text(root, "attribution"), Text(root, "attributionUrl"), Text(root, "note"));
        }
        catch (JsonException e)
        {
            throw new RegionException($"{name}:{e.LineNumber + 1}: Kein lesbares JSON: {e.Message}");
        }
    }

    private static Outline Outline(JsonElement feature, string at)
    {
        if (feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("properties", out var properties) || !feature.TryGetProperty("geometry", out var geometry))
            throw new RegionException($"{at}: properties oder geometry fehlt.");
        var ags = Text(properties, "AGS");
        if (ags is not { Length: 8 } || !ags.All(char.IsAsciiDigit)) throw new RegionException($"{at}: AGS muss acht Ziffern haben.");
        if ((Text(properties, "GEN") ?? Text(properties, "name")) is not { Length: > 0 } name) throw new RegionException($"{at}: Der Name (GEN) fehlt.");
        var coordinates = geometry.ValueKind == JsonValueKind.Object && geometry.TryGetProperty("coordinates", out var found) ? found : default;
        var polygons = Text(geometry, "type") switch
        {
            "Polygon" => [Polygon(coordinates, at)],
            "MultiPolygon" => Items(coordinates, at).Select(polygon => (IReadOnlyList<IReadOnlyList<GeoPoint>>)Polygon(polygon, at)).ToList(),
            var type => throw new RegionException($"{at}: Die Geometrie muss Polygon oder MultiPolygon sein, nicht „{type}“."),
        };
        return polygons.Count > 0 ? new Outline(ags, name, polygons) : throw new RegionException($"{at}: Die Geometrie ist leer.");
    }

    private static List<IReadOnlyList<GeoPoint>> Polygon(JsonElement rings, string at)
    {
        var result = Items(rings, at).Select(ring => (IReadOnlyList<GeoPoint>)Ring(ring, at)).ToList();
        return result.Count > 0 ? result : throw new RegionException($"{at}: Ein Polygon ist leer.");
    }

    private static List<GeoPoint> Ring(JsonElement ring, string at)
    {
        var points = Items(ring, at).Select(point => Point(point, at)).ToList();
        if (points.Count > 1 && points[0] == points[^1]) points.RemoveAt(points.Count - 1);
        return points.Count >= 3 ? points : throw new RegionException($"{at}: Ein Ring braucht mindestens drei Punkte.");
    }

    private static GeoPoint Point(JsonElement point, string at)
    {
        if (point.ValueKind == JsonValueKind.Array && point.GetArrayLength() >= 2
            && point[0].ValueKind == JsonValueKind.Number && point[1].ValueKind == JsonValueKind.Number
            && point[0].GetDouble() is >= -180 and <= 180 and var longitude && point[1].GetDouble() is > -90 and < 90 and var latitude)
            return new GeoPoint(longitude, latitude);
        throw new RegionException($"{at}: Ein Punkt besteht aus Länge und Breite in Grad.");
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string at) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : throw new RegionException($"{at}: coordinates muss eine Liste sein.");

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
