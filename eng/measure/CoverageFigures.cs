using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using WgsSite.Web.Content;
using WgsSite.Web.Geo;
using WgsSite.Web.Pages.Coverage.Map;

namespace WgsSite.Measure;

/// <summary>The two costly parts of the place check by themselves: finding a place, and drawing the map.</summary>
internal static class CoverageFigures
{
    private const int Rounds = 200;

    public static async Task PrintAsync(string repository)
    {
        await using var cms = await TemporaryCms.MakeAsync(repository);
        var web = Path.Combine(repository, "WgsSite.Web");
        var site = new SiteContentSource(cms.Content, GeoFiles.Country(web)).Current;

        var inputs = File.ReadLines(Path.Combine(repository, "WgsSite.Tests", "TestData", "place-lookups.tsv"))
            .Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')[0]).ToList();
        var lookups = await Median.OfAsync(Rounds, () =>
        {
            foreach (var input in inputs) site.Places.Find(input);
            return Task.CompletedTask;
        });
        Console.WriteLine($"Finding a place, mean of {inputs.Count} lookups (median of {Rounds} rounds): {1000 * lookups / inputs.Count:0.0} µs");

        var drawing = new RegionDrawing(GeoFiles.Region(web, null));
        var svg = new MapSvg(HtmlEncoder.Create(UnicodeRanges.All));
        foreach (var (name, form) in ((string, MapForm)[])[("large", drawing.Large), ("small", drawing.Small)])
        {
            var time = await Median.OfAsync(Rounds, () =>
            {
                var text = svg.Draw(form, MapView.Of(site.Words, site.InEachPlace([.. site.ListedServices]), site.Municipalities[0].Ags, "x")).Value;
                Debug.Assert(text is not null);
                return Task.CompletedTask;
            });
            Console.WriteLine($"Drawing the {name} map: {time:0.00} ms (aim 3 ms)");
        }
    }
}
