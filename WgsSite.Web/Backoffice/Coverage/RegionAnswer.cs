using System.Globalization;
using WgsSite.Core.Coverage;
using WgsSite.Core.Maps;
using WgsSite.Core.Places;
using WgsSite.Web.Content;
using WgsSite.Web.Pages.Coverage.Map;

namespace WgsSite.Web.Backoffice.Coverage;

/// <summary>What the editor draws and lists: published places, on the outlines of the region's file.</summary>
/// <param name="Kreise">Where most flats are first.</param>
/// <param name="Outlines">All shapes of the map, also those of places without a page.</param>
/// <param name="Sign">Radius of a sign on the map.</param>
public sealed record RegionAnswer(
    string ViewBox,
    int Sign,
    IReadOnlyList<KreisAnswer> Kreise,
    IReadOnlyList<OutlineAnswer> Outlines,
    string? Attribution,
    string? Note,
    int LongestNote)
{
    private static readonly StringComparer German = StringComparer.Create(CultureInfo.GetCultureInfo("de-DE"), ignoreCase: true);

    public static RegionAnswer Of(SiteContent site, RegionDrawing drawing)
    {
        var form = drawing.Large;
        var names = form.Names.ToDictionary(name => name.Shape.Ags);
        var main = PlacesByAvailability.InOrder(site.Municipalities).Where(place => place.Flats > 0).Take(MapView.MostMainPlaces).Select(place => place.Ags).ToHashSet();
        var few = form.Map.Shapes.Where(shape => !main.Contains(shape.Ags)).SelectMany(shape => form.FewNames([shape.Ags])).Concat(form.FewNames(main)).ToDictionary(name => name.Shape.Ags);
        return new RegionAnswer(
            $"0 0 {form.Map.Width} {form.Map.Height}",
            form.Sign,
            [
                .. site.Municipalities.GroupBy(place => place.KreisCode)
                    .OrderByDescending(kreis => kreis.Sum(place => place.Flats ?? 0))
                    .ThenBy(kreis => kreis.First().KreisName, German)
                    .Select(kreis => new KreisAnswer(
                        kreis.Key,
                        kreis.Select(place => place.KreisName).FirstOrDefault(name => name.Length > 0) ?? $"Kreis {kreis.Key}",
                        [.. kreis.OrderBy(place => place.Name, German).Select(PlaceAnswer.Of)])),
            ],
            [
                .. form.Map.Shapes.Select(shape => new OutlineAnswer(
                    shape.Ags,
                    shape.Name,
                    form.PathOf(shape),
                    shape.Label.X,
                    shape.Label.Y,
                    main.Contains(shape.Ags),
                    NameAnswer.Of(names.GetValueOrDefault(shape.Ags)),
                    NameAnswer.Of(few.GetValueOrDefault(shape.Ags)))),
            ],
            drawing.Region.Attribution,
            drawing.Region.Note,
            CoverageCheck.LongestNote);
    }
}

public sealed record KreisAnswer(string Code, string Name, IReadOnlyList<PlaceAnswer> Places);

/// <param name="Flats">Null when it is not known.</param>
public sealed record PlaceAnswer(string Ags, string Name, IReadOnlyList<string> PostalCodes, int? Flats)
{
    public static PlaceAnswer Of(Municipality place) => new(place.Ags, place.Name, place.PostalCodes, place.Flats);
}

/// <param name="Path">SVG path data.</param>
/// <param name="X">Where the sign stands.</param>
/// <param name="IsMain">Named even on a small map.</param>
/// <param name="FewLabel">The name in the size for a small map.</param>
public sealed record OutlineAnswer(string Ags, string Name, string Path, int X, int Y, bool IsMain, NameAnswer? Label, NameAnswer? FewLabel);

public sealed record NameAnswer(int X, int Baseline, int Size)
{
    internal static NameAnswer? Of(MapName? name) => name is null ? null : new NameAnswer(name.X, name.Baseline, name.Size);
}
