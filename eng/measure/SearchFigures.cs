using System.Diagnostics;
using WgsSite.Web.Content;
using WgsSite.Web.Geo;
using WgsSite.Web.Pages.Search;

namespace WgsSite.Measure;

/// <summary>How long a search takes among few and many documents, and what a publish costs that changes nothing it finds.</summary>
internal static class SearchFigures
{
    private const int Rounds = 20;

    public static async Task PrintAsync(string repository)
    {
        var queries = File.ReadLines(Path.Combine(repository, "WgsSite.Tests", "Web", "Pages", "Search", "Queries.txt"))
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line[1..line.IndexOf('|', StringComparison.Ordinal)].Trim()).ToList();
        foreach (var (count, aim) in ((int, int)[])[(1_000, 10), (10_000, 25)])
        {
            await using var cms = await TemporaryCms.MakeAsync(repository);
            await cms.FillAsync(count);
            var source = new SiteContentSource(cms.Content, GeoFiles.Country(Path.Combine(repository, "WgsSite.Web")));
            using var search = new SiteSearch(cms.Content, source);
            var filled = Stopwatch.StartNew();
            await cms.Content.ReloadAsync();
            var first = filled.ElapsedMilliseconds;
            var again = await Median.OfAsync(5, () => cms.Content.ReloadAsync());
            var site = source.Current;
            foreach (var query in queries) search.Find(site, query);
            var times = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var query in queries)
                {
                    var started = Stopwatch.GetTimestamp();
                    search.Find(site, query);
                    times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                }
            }

            times.Sort();
            Console.WriteLine($"Search in {cms.Content.Current.Documents.Count} documents: median {times[times.Count / 2]:0.0} ms, p99 {times[times.Count * 99 / 100]:0.0} ms (aim {aim} ms), longest {times[^1]:0.0} ms; index filled in {first} ms, a publish that changes nothing {again:0} ms");
        }
    }
}
