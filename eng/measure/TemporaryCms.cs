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

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
