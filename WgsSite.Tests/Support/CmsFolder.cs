using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WgsSite.Cms;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Sync;

namespace WgsSite.Tests.Support;

/// <summary>A CMS with a store of its own in a temporary folder, without a site around it.</summary>
internal sealed class CmsFolder : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private CmsFolder(string path, ServiceProvider services)
    {
        Path = path;
        this.services = services;
    }

    public string Path { get; }

    public PublishedContent Content => services.GetRequiredService<PublishedContent>();

    public PublishedSnapshot Current => Content.Current;

    /// <param name="sync">A uSync folder to fill the store from.</param>
    /// <param name="add">More services, given the data folder.</param>
    public static async Task<CmsFolder> MakeAsync(string? sync = null, Action<IServiceCollection, string>? add = null)
    {
        var cms = await OpenAsync(Directory.CreateTempSubdirectory("wgs-cms-").FullName, add);
        if (sync is not null) await cms.ImportAsync(sync);
        return cms;
    }

    /// <summary>Another process on the same data, as after a crash. Whoever disposes of it last deletes the folder.</summary>
    public static async Task<CmsFolder> OpenAsync(string path, Action<IServiceCollection, string>? add = null)
    {
        var collection = new ServiceCollection().AddCms(path);
        add?.Invoke(collection, path);
        var services = collection.BuildServiceProvider();
        var cms = new CmsFolder(path, services);
        await EmbeddedDatabase.PrepareAsync(services.GetRequiredService<IDbContextFactory<CmsDbContext>>());
        return cms;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<SyncReport> ImportAsync(string folder, bool overwriteEdited = false) =>
        services.GetRequiredService<SyncImport>().ImportAsync(folder, overwriteEdited);

    public async Task<SyncReport> CompareAsync(string folder)
    {
        await using var db = await OpenAsync();
        return await services.GetRequiredService<SyncImport>().CompareAsync(db, folder);
    }

    public async Task<string> ExportAsync()
    {
        var target = System.IO.Path.Combine(Path, "export");
        await services.GetRequiredService<SyncExport>().ExportAsync(target);
        return target;
    }

    public Task<CmsDbContext> OpenAsync() => services.GetRequiredService<IDbContextFactory<CmsDbContext>>().CreateDbContextAsync();

    /// <summary>What an editor does: a new version with one value changed, published at once.</summary>
    public Task EditAsync(Guid key, string alias, string value) => EditAsync(Content, key, alias, value);

    /// <inheritdoc cref="EditAsync(Guid, string, string)"/>
    public static Task EditAsync(PublishedContent content, Guid key, string alias, string value) => content.ChangeAsync(async db =>
    {
        var row = await db.Documents.Include(document => document.DraftVersion).SingleAsync(document => document.Key == key);
        var values = PropertyValues.FromJson(row.DraftVersion!.Values).ToDictionary();
        values[alias] = value;
        row.DraftVersion = new DocumentVersionRow { DocumentKey = key, Name = row.DraftVersion.Name, Values = PropertyValues.ToJson(values), CreatedAt = DateTime.UtcNow };
        row.PublishedVersion = row.DraftVersion;
        row.Revision++;
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}
