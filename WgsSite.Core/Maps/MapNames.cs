namespace WgsSite.Core.Maps;

/// <summary>A name on a map.</summary>
/// <param name="X">Middle of the text.</param>
/// <param name="Baseline">Where the letters stand.</param>
/// <param name="Size">Height of the letters in units.</param>
public sealed record MapName(MapShape Shape, int X, int Baseline, int Size);

/// <summary>
/// Finds a place for each name so that names cover neither each other nor the signs, and stay within their outline as far
/// as they fit. The sign stands at the shape's label point.
/// </summary>
public static class MapNames
{
    /// <param name="size">Height of the letters in units, as in <c>font-size</c>.</param>
    /// <param name="sign">Radius of the signs in units.</param>
    public static IReadOnlyList<MapName> Place(RegionMap map, IEnumerable<MapShape> shapes, int size, int sign)
    {
        var signs = map.Shapes.Select(shape => Box.Around(shape.Label.X, shape.Label.Y, 2 * sign, 2 * sign)).ToList();
        var placed = new List<(MapName Name, Box Box)>();
        // Where there is little room there is little choice: those places choose first.
        foreach (var shape in shapes.OrderBy(shape => shape.Area))
        {
            var best = (Cost: double.MaxValue, Box: default(Box), Size: size);
            // A little smaller is better than out of one's own outline.
            foreach (var height in (ReadOnlySpan<int>)[size, size * 7 / 8])
                for (var dy = -2; dy <= 2; dy++)
                    for (var dx = -8; dx <= 8; dx++)
                    {
                        var width = Width(shape.Name, height);
                        var away = sign + height * 0.62;
                        var box = Box.Around(shape.Label.X + dx * width / 10, shape.Label.Y + (dy == 0 ? 0 : Math.Sign(dy) * away * (Math.Abs(dy) == 1 ? 1 : 1.5)), width, height);
                        var cost = Cost(map, shape, box, signs, placed) + Math.Abs(dx) * 0.6 + (dy == 1 ? 0 : Math.Abs(dy) + 1.5) + (height < size ? 4 : 0);
                        if (cost < best.Cost) best = (cost, box, height);
                    }

            placed.Add((new MapName(shape, (int)(best.Box.X + best.Box.Width / 2), (int)(best.Box.Y + best.Box.Height * 0.8), best.Size), best.Box));
        }

        return [.. placed.Select(item => item.Name)];
    }

    /// <summary>Width of a text as the site's bold font sets it: a good guess is enough to keep names apart.</summary>
    public static double Width(string text, int size) => size * text.Sum(letter => letter switch
    {
        'i' or 'l' or 'j' or 'I' or '.' or ' ' => 0.33,
        'f' or 't' or 'r' => 0.42,
        'm' or 'w' or 'W' or 'M' => 0.9,
        >= 'A' and <= 'Z' => 0.68,
        _ => 0.58,
    });

    private static double Cost(RegionMap map, MapShape shape, Box box, List<Box> signs, List<(MapName Name, Box Box)> placed)
    {
        var cost = placed.Sum(other => other.Box.Overlap(box)) * 4 + signs.Sum(sign => sign.Overlap(box)) * 4;
        if (box.X < 0 || box.Y < 0 || box.X + box.Width > map.Width || box.Y + box.Height > map.Height) cost += 1e6;
        // Points along the text that lie outside of its own outline.
        for (var step = 0; step <= 12; step++)
            foreach (var y in (double[])[0.15, 0.5, 0.85])
                if (!shape.Contains(box.X + box.Width * step / 12, box.Y + box.Height * y)) cost += 3;
        return cost;
    }

    private readonly record struct Box(double X, double Y, double Width, double Height)
    {
        public static Box Around(double x, double y, double width, double height) => new(x - width / 2, y - height / 2, width, height);

        /// <summary>Area both cover, as a share of the smaller one, in percent.</summary>
        public double Overlap(Box other)
        {
            var width = Math.Min(X + Width, other.X + other.Width) - Math.Max(X, other.X);
            var height = Math.Min(Y + Height, other.Y + other.Height) - Math.Max(Y, other.Y);
            return width <= 0 || height <= 0 ? 0 : 100 * width * height / Math.Min(Width * Height, other.Width * other.Height);
        }
    }
}
