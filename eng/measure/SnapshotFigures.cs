using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Storage;

namespace WgsSite.Measure;

/// <summary>How long it takes to build the published snapshot, from the store to what readers see.</summary>
internal static class SnapshotFigures
{
    public static async Task PrintAsync(string repository)
    {
        foreach (var (count, aim) in ((int, int)[])[(200, 5), (10_000, 150)])
        {
            await using var cms = await TemporaryCms.MakeAsync(repository);
            await FillAsync(cms.Store, count);
            var time = await Median.OfAsync(21, () => cms.Content.ReloadAsync());
            Console.WriteLine($"Snapshot of {cms.Content.Current.Documents.Count} documents: {time:0.0} ms (aim {aim} ms)");
        }
    }

    /// <summary>Copies of the first content's questions and services, until there are as many documents as asked for.</summary>
    private static async Task FillAsync(IDbContextFactory<CmsDbContext> store, int count)
    {
        await using var db = await store.CreateDbContextAsync();
        var documents = await db.Documents.Include(document => document.PublishedVersion).Where(document => document.ParentKey != null).ToListAsync();
        // Siblings beneath as many parents as a real tree has: no list of ten thousand.
        var leaves = documents.Where(document => documents.All(other => other.ParentKey != document.Key)).ToList();
        for (var number = await db.Documents.CountAsync(); number < count; number++)
        {
            var model = leaves[number % leaves.Count];
            db.Documents.Add(new DocumentRow
            {
                Key = Guid.NewGuid(),
                ParentKey = model.ParentKey,
                TypeKey = model.TypeKey,
                SortOrder = number,
                CreatedAt = model.CreatedAt,
                PublishedVersion = new DocumentVersionRow
                {
                    DocumentKey = model.Key,
                    Name = $"{model.PublishedVersion!.Name} {number}",
                    Values = model.PublishedVersion.Values,
                    CreatedAt = model.PublishedVersion.CreatedAt,
                },
            });
        }

        await db.SaveChangesAsync();
    }
}
