namespace WgsSite.Core.Maps;

/// <summary>
/// A region drawn flat, in whole units: made once, since outlines do not change. Degrees become units with the scale of
/// the region's middle latitude (equirectangular), which no one can tell from another projection at the size of two Kreise.
/// </summary>
public sealed class RegionMap
{
    private RegionMap(IReadOnlyList<MapShape> shapes, int width, int height)
    {
        Shapes = shapes;
        Width = width;
        Height = height;
        Borders = SharedBorders(shapes);
    }

    public IReadOnlyList<MapShape> Shapes { get; }

    /// <summary>Units, margin included.</summary>
    public int Width { get; }

    /// <summary>Units, margin included.</summary>
    public int Height { get; }

    /// <summary>The line two neighbours share, as pairs of points.</summary>
    public IReadOnlyDictionary<(string Ags, string Neighbour), IReadOnlyList<(MapPoint From, MapPoint To)>> Borders { get; }

    /// <param name="width">Units from the western to the eastern end.</param>
    /// <param name="margin">Units of free room around, for the thickness of lines.</param>
    public static RegionMap Of(Region region, int width, int margin)
    {
        var points = region.Outlines.SelectMany(outline => outline.Polygons).SelectMany(polygon => polygon).SelectMany(ring => ring).ToList();
        var (west, east) = (points.Min(point => point.Longitude), points.Max(point => point.Longitude));
        var (south, north) = (points.Min(point => point.Latitude), points.Max(point => point.Latitude));
        var narrowing = Math.Cos(double.DegreesToRadians((south + north) / 2));
        var scale = width / Math.Max((east - west) * narrowing, double.Epsilon);
        var shapes = region.Outlines.Select(outline => Shape(outline, point => new MapPoint(
            margin + (int)Math.Round((point.Longitude - west) * narrowing * scale), margin + (int)Math.Round((north - point.Latitude) * scale)))).ToList();
        return new RegionMap(shapes, width + 2 * margin, (int)Math.Round((north - south) * scale) + 2 * margin);
    }

    private static MapShape Shape(Outline outline, Func<GeoPoint, MapPoint> project)
    {
        var rings = new List<IReadOnlyList<MapPoint>>();
        foreach (var ring in outline.Polygons.SelectMany(polygon => polygon))
        {
            var points = new List<MapPoint>();
            foreach (var point in ring.Select(project))
                if (points.Count == 0 || points[^1] != point) points.Add(point);
            if (points.Count > 1 && points[0] == points[^1]) points.RemoveAt(points.Count - 1);
            // An island smaller than a unit cannot be drawn; the whole of a place is never left out.
            if (points.Count >= 3 || rings.Count == 0) rings.Add(points);
        }

        var shape = new MapShape(outline.Ags, outline.Name, rings, default);
        return shape with { Label = MostRoom(shape) };
    }

    /// <summary>The inner point farthest from the outline, found on a grid that is made finer around the best point twice.</summary>
    private static MapPoint MostRoom(MapShape shape)
    {
        var outer = shape.Rings.OrderByDescending(ring => Math.Abs(MapShape.SignedArea(ring))).First();
        var (left, right) = (outer.Min(point => point.X), outer.Max(point => point.X));
        var (top, bottom) = (outer.Min(point => point.Y), outer.Max(point => point.Y));
        var best = outer[0];
        var room = -1.0;
        var step = Math.Max(1, Math.Max(right - left, bottom - top) / 24);
        for (var pass = 0; pass < 3; pass++, step = Math.Max(1, step / 6))
        {
            var (fromX, toX, fromY, toY) = pass == 0 ? (left, right, top, bottom) : (best.X - 6 * step, best.X + 6 * step, best.Y - 6 * step, best.Y + 6 * step);
            for (var y = fromY; y <= toY; y += step)
                for (var x = fromX; x <= toX; x += step)
                    if (shape.Contains(x + 0.5, y + 0.5) && shape.DistanceToOutline(x, y) is var distance && distance > room)
                        (best, room) = (new MapPoint(x, y), distance);
        }

        return best;
    }

    private static Dictionary<(string, string), IReadOnlyList<(MapPoint, MapPoint)>> SharedBorders(IReadOnlyList<MapShape> shapes)
    {
        var owners = new Dictionary<(MapPoint, MapPoint), string>();
        var borders = new Dictionary<(string, string), IReadOnlyList<(MapPoint, MapPoint)>>();
        foreach (var shape in shapes)
            foreach (var ring in shape.Rings)
                for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
                {
                    var (from, to) = (ring[j], ring[i]);
                    var side = from.X < to.X || (from.X == to.X && from.Y < to.Y) ? (from, to) : (to, from);
                    if (owners.TryAdd(side, shape.Ags) || owners[side] == shape.Ags) continue;
                    var pair = (owners[side], shape.Ags);
                    if (!borders.TryGetValue(pair, out var list)) borders.Add(pair, list = new List<(MapPoint, MapPoint)>());
                    ((List<(MapPoint, MapPoint)>)list).Add(side);
                }

        return borders;
    }
}
