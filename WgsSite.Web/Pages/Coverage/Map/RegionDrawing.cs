using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using WgsSite.Core.Maps;

namespace WgsSite.Web.Pages.Coverage.Map;

/// <summary>The region's outlines ready to be drawn, in the two sizes the site needs. Made once at start.</summary>
public sealed class RegionDrawing
{
    public RegionDrawing(Region region)
    {
        Region = region;
        Large = new MapForm(RegionMap.Of(region, width: 1000, margin: 8), NameSize: 29, FewSize: 42, Sign: 17, FewSign: 29, IsSmall: false);
        Small = new MapForm(RegionMap.Of(region, width: 340, margin: 4), NameSize: 0, FewSize: 19, Sign: 10, FewSign: 10, IsSmall: true);
    }

    public Region Region { get; }

    public MapForm Large { get; }

    /// <summary>For pages that have more to say than the map: signs, and the names of a few places.</summary>
    public MapForm Small { get; }
}

/// <param name="NameSize">Height of the names in units; 0 when only a few are named.</param>
/// <param name="FewSize">Height of the names on a phone, where only a few fit.</param>
/// <param name="Sign">Radius of the signs in units.</param>
/// <param name="FewSign">Radius of the signs where only a few places are named: the style sheet enlarges them on phones.</param>
public sealed record MapForm(RegionMap Map, int NameSize, int FewSize, int Sign, int FewSign, bool IsSmall)
{
    private readonly Dictionary<string, string> paths = Map.Shapes.ToDictionary(shape => shape.Ags, shape => PathOf(shape.Rings));

    /// <summary>All names at their places; empty when only a few are named.</summary>
    public IReadOnlyList<MapName> Names { get; } = NameSize == 0 ? [] : MapNames.Place(Map, Map.Shapes, NameSize, Sign);

    private readonly ConcurrentDictionary<string, IReadOnlyList<MapName>> fewNames = new(StringComparer.Ordinal);

    public string PathOf(MapShape shape) => paths[shape.Ags];

    /// <summary>The names of some places, in the size for few. Finding room takes a while, and the same few are asked for again and again.</summary>
    public IReadOnlyList<MapName> FewNames(IEnumerable<string> ags)
    {
        var shapes = Map.Shapes.Where(shape => ags.Contains(shape.Ags)).ToList();
        return fewNames.GetOrAdd(string.Join(' ', shapes.Select(shape => shape.Ags)), _ => MapNames.Place(Map, shapes, FewSize, FewSign));
    }

    /// <summary>SVG path data, relative and as short as can be.</summary>
    public static string PathOf(IEnumerable<IReadOnlyList<MapPoint>> lines, bool close = true)
    {
        var path = new StringBuilder();
        foreach (var line in lines)
        {
            path.Append(CultureInfo.InvariantCulture, $"M{line[0].X} {line[0].Y}l");
            for (var index = 1; index < line.Count; index++)
            {
                var (x, y) = (line[index].X - line[index - 1].X, line[index].Y - line[index - 1].Y);
                // A minus sign parts numbers as well as a space does.
                if (index > 1 && x >= 0) path.Append(' ');
                path.Append(CultureInfo.InvariantCulture, $"{x}{(y >= 0 ? " " : "")}{y}");
            }

            if (close) path.Append('z');
        }

        return path.ToString();
    }
}
