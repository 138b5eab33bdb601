namespace WgsSite.Measure;

/// <summary>How long it takes to build the published snapshot, from the store to what readers see.</summary>
internal static class SnapshotFigures
{
    public static async Task PrintAsync(string repository)
    {
        foreach (var (count, aim) in ((int, int)[])[(200, 5), (10_000, 150)])
        {
            await using var cms = await TemporaryCms.MakeAsync(repository);
            await cms.FillAsync(count);
            var time = await Median.OfAsync(21, () => cms.Content.ReloadAsync());
            Console.WriteLine($"Snapshot of {cms.Content.Current.Documents.Count} documents: {time:0.0} ms (aim {aim} ms)");
        }
    }
}
