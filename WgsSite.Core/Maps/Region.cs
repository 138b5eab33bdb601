namespace WgsSite.Core.Maps;

/// <summary>Outlines of a region's municipalities, and what must be said of where they come from.</summary>
/// <param name="Attribution">Stands beneath each map; null when the data asks for none.</param>
/// <param name="Note">What readers should know of the outlines: „vereinfachte Gemeindegrenzen“.</param>
public sealed record Region(IReadOnlyList<Outline> Outlines, string? Attribution, string? AttributionUrl, string? Note)
{
    /// <summary>The middle of a municipality's largest polygon; null when the region has no such municipality.</summary>
    public GeoPoint? CenterOf(string ags)
    {
        if (Outlines.FirstOrDefault(outline => outline.Ags == ags) is not { } found) return null;
        var ring = found.Polygons.Select(polygon => polygon[0]).MaxBy(points => points.Count)!;
        // Centre of gravity of the area; degrees may be taken for lengths, since both axes are only scaled.
        double area = 0, longitude = 0, latitude = 0;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
        {
            var cross = ring[j].Longitude * ring[i].Latitude - ring[i].Longitude * ring[j].Latitude;
            area += cross;
            longitude += (ring[j].Longitude + ring[i].Longitude) * cross;
            latitude += (ring[j].Latitude + ring[i].Latitude) * cross;
        }

        return area == 0 ? ring[0] : new GeoPoint(longitude / (3 * area), latitude / (3 * area));
    }
}

/// <summary>A municipality's outline in degrees of longitude and latitude (WGS84).</summary>
/// <param name="Ags">Eight digits.</param>
/// <param name="Polygons">Rings of each polygon: the outer one first, then its holes. A ring does not repeat its first point.</param>
public sealed record Outline(string Ags, string Name, IReadOnlyList<IReadOnlyList<IReadOnlyList<GeoPoint>>> Polygons);

/// <param name="Longitude">Degrees, east is positive.</param>
/// <param name="Latitude">Degrees, north is positive.</param>
public readonly record struct GeoPoint(double Longitude, double Latitude)
{
    /// <summary>Kilometres along the surface, by the haversine formula on a sphere: good to half a percent.</summary>
    public double DistanceTo(GeoPoint other)
    {
        const double EarthRadius = 6371;
        var (fromLatitude, toLatitude) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var half = Math.Pow(Math.Sin((toLatitude - fromLatitude) / 2), 2)
            + Math.Cos(fromLatitude) * Math.Cos(toLatitude) * Math.Pow(Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2), 2);
        return 2 * EarthRadius * Math.Asin(Math.Sqrt(half));
    }
}
