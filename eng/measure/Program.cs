using WgsSite.Measure;

// Called by eng/bench, which builds and publishes first: measure REPOSITORY PUBLISHED_SITE
if (args is not [var repository, var site])
{
    Console.Error.WriteLine("Call eng/bench.");
    return 1;
}

await SnapshotFigures.PrintAsync(repository);
await CoverageFigures.PrintAsync(repository);
await SiteFigures.PrintAsync(site);
return 0;
