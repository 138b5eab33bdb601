using WgsSite.Measure;

// Called by eng/bench and eng/drills, which build and publish first:
// measure REPOSITORY PUBLISHED_SITE | measure drill-inquiries PUBLISHED_SITE
if (args is ["drill-inquiries", var drilled]) return await InquiryDrill.RunAsync(drilled);
if (args is ["inquiries", var tried])
{
    await InquiryFigures.PrintAsync(tried);
    return 0;
}

if (args is ["search", var searched])
{
    await SearchFigures.PrintAsync(searched);
    return 0;
}

if (args is ["backoffice", var opened])
{
    await BackofficeFigures.PrintAsync(opened);
    return 0;
}

if (args is not [var repository, var site])
{
    Console.Error.WriteLine("Call eng/bench or one of eng/drills.");
    return 1;
}

await SnapshotFigures.PrintAsync(repository);
await CoverageFigures.PrintAsync(repository);
await SearchFigures.PrintAsync(repository);
await SiteFigures.PrintAsync(site);
await InquiryFigures.PrintAsync(site);
await BackofficeFigures.PrintAsync(site);
return 0;
