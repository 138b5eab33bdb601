using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WgsSite.Cms;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Sync;

namespace WgsSite.Measure;

/// <summary>A CMS with the first content in a folder that goes when it is disposed.</summary>
internal sealed class TemporaryCms : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("wgs-measure-").FullName;
    private readonly ServiceProvider services;

    private TemporaryCms() => services = new ServiceCollection().AddCms(folder).BuildServiceProvider();

    public IDbContextFactory<CmsDbContext> Store => services.GetRequiredService<IDbContextFactory<CmsDbContext>>();

    public PublishedContent Content => services.GetRequiredService<PublishedContent>();

    public static async Task<TemporaryCms> MakeAsync(string repository)
    {
        var cms = new TemporaryCms();
        await EmbeddedDatabase.PrepareAsync(cms.Store);
        await cms.services.GetRequiredService<SyncImport>().ImportAsync(Path.Combine(repository, "uSync", "v17"), overwriteEdited: false);
        return cms;
    }

    /// <summary>Copies of the first content's questions and services, until there are as many documents as asked for.</summary>
    public async Task FillAsync(int count)
    {
        await using var db = await Store.CreateDbContextAsync();
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

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
