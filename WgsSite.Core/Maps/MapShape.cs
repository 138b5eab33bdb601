namespace WgsSite.Core.Maps;

/// <summary>A municipality on a map.</summary>
/// <param name="Rings">Outer rings and holes together: a point is inside when a ray from it crosses them an odd number of times.</param>
/// <param name="Label">The point inside that is farthest from the outline: there is the most room.</param>
public sealed record MapShape(string Ags, string Name, IReadOnlyList<IReadOnlyList<MapPoint>> Rings, MapPoint Label)
{
    public bool Contains(double x, double y)
    {
        var inside = false;
        foreach (var ring in Rings)
            for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
                if (ring[i].Y > y != ring[j].Y > y && x < (double)(ring[j].X - ring[i].X) * (y - ring[i].Y) / (ring[j].Y - ring[i].Y) + ring[i].X)
                    inside = !inside;
        return inside;
    }

    /// <summary>Area in square units, holes taken off.</summary>
    public double Area => Math.Abs(Rings.Sum(SignedArea));

    /// <summary>Distance to the nearest point of the outline.</summary>
    public double DistanceToOutline(double x, double y)
    {
        var least = double.MaxValue;
        foreach (var ring in Rings)
            for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++) least = Math.Min(least, SquaredDistance(x, y, ring[j], ring[i]));
        return Math.Sqrt(least);
    }

    /// <summary>Positive when the ring runs clockwise as seen on the screen.</summary>
    internal static double SignedArea(IReadOnlyList<MapPoint> ring)
    {
        var sum = 0.0;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++) sum += (double)ring[j].X * ring[i].Y - (double)ring[i].X * ring[j].Y;
        return sum / 2;
    }

    private static double SquaredDistance(double x, double y, MapPoint from, MapPoint to)
    {
        double dx = to.X - from.X, dy = to.Y - from.Y;
        var length = dx * dx + dy * dy;
        var along = length == 0 ? 0 : Math.Clamp(((x - from.X) * dx + (y - from.Y) * dy) / length, 0, 1);
        return Math.Pow(x - from.X - along * dx, 2) + Math.Pow(y - from.Y - along * dy, 2);
    }
}
