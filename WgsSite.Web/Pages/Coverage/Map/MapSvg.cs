using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using WgsSite.Core.Coverage;
using WgsSite.Core.Maps;

namespace WgsSite.Web.Pages.Coverage.Map;

/// <summary>
/// Draws a map as inline SVG. Each state has a pattern and a sign, so that it is told without colour. The signs are the
/// page's own symbols <c>#yes</c>, <c>#ask</c> and <c>#no</c>.
/// </summary>
public sealed class MapSvg(HtmlEncoder encoder)
{
    private static readonly (Availability Status, string Fill, string Sign)[] States =
    [
        (Availability.OnRequest, "url(#askfill)", "ask"),
        (Availability.NotAvailable, "url(#nofill)", "no"),
        (Availability.Available, "var(--fir)", "yes"),
    ];

    public HtmlString Draw(MapForm form, MapView view)
    {
        var svg = new StringBuilder(16_384);
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"map{(form.IsSmall ? "" : " big")}\" viewBox=\"0 0 {form.Map.Width} {form.Map.Height}\" role=\"img\" aria-labelledby=\"maptitle mapsays\">");
        svg.Append("<title id=\"maptitle\">").Append(encoder.Encode(view.Title)).Append("</title><desc id=\"mapsays\">").Append(encoder.Encode(view.Summary)).Append("</desc>");
        Patterns(svg, form.IsSmall ? 0.6 : 1);
        Shapes(svg, form, view);
        Signs(svg, form, view);
        Names(svg, form, view);
        return new HtmlString(svg.Append("</svg>").ToString());
    }

    /// <summary>The two patterns, for the map and for its legend.</summary>
    private static void Patterns(StringBuilder svg, double scale) => svg.Append(CultureInfo.InvariantCulture, $$"""
        <pattern id="askfill" width="20" height="20" patternUnits="userSpaceOnUse" patternTransform="scale({{scale}})rotate(45)"><path d="M0 0h20v20H0z" fill="var(--paper)"/><path d="M0 0h6v20H0z" fill="var(--stripe)"/></pattern><pattern id="nofill" width="18" height="18" patternUnits="userSpaceOnUse" patternTransform="scale({{scale}})"><path d="M0 0h18v18H0z" fill="var(--no)"/><circle cx="5" cy="5" r="2" fill="var(--line)"/></pattern>
        """);

    private static void Shapes(StringBuilder svg, MapForm form, MapView view)
    {
        var line = form.IsSmall ? 1.2 : 2;
        svg.Append(CultureInfo.InvariantCulture, $"<g stroke=\"var(--ink)\" stroke-width=\"{line}\" stroke-linejoin=\"round\">");
        foreach (var (status, fill, _) in States)
        {
            var shapes = form.Map.Shapes.Where(shape => StateOf(view, shape) == status).ToList();
            if (shapes.Count == 0) continue;
            svg.Append("<g fill=\"").Append(fill).Append("\">");
            foreach (var shape in shapes) svg.Append("<path d=\"").Append(form.PathOf(shape)).Append("\"/>");
            svg.Append("</g>");
        }

        // Between two solid places a dark line would not be seen.
        var between = form.Map.Borders
            .Where(border => IsAvailable(border.Key.Ags) && IsAvailable(border.Key.Neighbour))
            .SelectMany(border => border.Value)
            .Select(side => (IReadOnlyList<MapPoint>)[side.From, side.To])
            .ToList();
        if (between.Count > 0) svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{MapForm.PathOf(between, close: false)}\" stroke=\"var(--paper)\" stroke-width=\"{line * 1.3}\" stroke-linecap=\"round\"/>");
        if (view.ChosenAgs is { } ags && form.Map.Shapes.FirstOrDefault(shape => shape.Ags == ags) is { } chosen)
            foreach (var (colour, width) in (ReadOnlySpan<(string, double)>)[("var(--ink)", 9), ("var(--lamp)", 4)])
                svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{form.PathOf(chosen)}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{(form.IsSmall ? width * 0.5 : width)}\"/>");
        svg.Append("</g>");

        bool IsAvailable(string key) => view.States.GetValueOrDefault(key, Availability.OnRequest) == Availability.Available;
    }

    private static void Signs(StringBuilder svg, MapForm form, MapView view)
    {
        foreach (var shape in form.Map.Shapes)
        {
            var sign = States.First(state => state.Status == StateOf(view, shape)).Sign;
            // Around the origin of a group of its own, so that the style sheet can enlarge it where it stands.
            svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({shape.Label.X} {shape.Label.Y})\"><use href=\"#{sign}\" x=\"-{form.Sign}\" y=\"-{form.Sign}\" width=\"{2 * form.Sign}\" height=\"{2 * form.Sign}\"/></g>");
        }
    }

    private void Names(StringBuilder svg, MapForm form, MapView view)
    {
        if (form.Names.Count > 0) Names(svg, view, form.Names, form.NameSize, "all");
        Names(svg, view, form.FewNames([.. view.MainAgs, view.ChosenAgs ?? ""]), form.FewSize, form.IsSmall ? null : "few");
    }

    /// <summary>A halo in the ground's colour keeps a name readable where it crosses a line.</summary>
    private void Names(StringBuilder svg, MapView view, IReadOnlyList<MapName> names, int size, string? group)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<g{(group is null ? "" : $" class=\"{group}\"")} font-size=\"{size}\" font-weight=\"700\" text-anchor=\"middle\" paint-order=\"stroke\" stroke-linejoin=\"round\" stroke-width=\"{size / 4}\">");
        foreach (var solid in (bool[])[false, true])
        {
            // Large letters are wider than some outlines: they stand on a light ground of their own.
            var colours = solid && group == "all" ? "fill=\"var(--onfir)\" stroke=\"var(--fir)\"" : "fill=\"var(--ink)\" stroke=\"var(--paper)\"";
            var shown = names.Where(name => (StateOf(view, name.Shape) == Availability.Available) == solid).ToList();
            if (shown.Count == 0) continue;
            svg.Append("<g ").Append(colours).Append('>');
            foreach (var name in shown) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{name.X}\" y=\"{name.Baseline}\"{(name.Size == size ? "" : $" font-size=\"{name.Size}\"")}>{encoder.Encode(name.Shape.Name)}</text>");
            svg.Append("</g>");
        }

        svg.Append("</g>");
    }

    private static Availability StateOf(MapView view, MapShape shape) => view.States.GetValueOrDefault(shape.Ags, Availability.OnRequest);
}
