using Microsoft.Extensions.DependencyInjection;
using WgsSite.Cms.Media;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Sync;
using WgsSite.Cms.Webhooks;

namespace WgsSite.Cms;

/// <summary>Registration of the CMS host.</summary>
public static class CmsServices
{
    /// <param name="dataFolder">Folder for the database and media files; made when it is missing.</param>
    /// <param name="reserved">Addresses no page gets, since the site answers them itself.</param>
    public static IServiceCollection AddCms(this IServiceCollection services, string dataFolder, ReservedSegments? reserved = null)
    {
        PrivateFiles.MakeFolder(dataFolder);
        services.AddLogging();
        services.AddDbContextFactory<CmsDbContext>(options => CmsStore.Configure(options, dataFolder));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new UrlSegments(reserved));
        services.AddOptions();
        services.AddSingleton<WebhookPayloads>();
        services.AddSingleton<WebhookOutbox>();
        services.AddSingleton<PublishedContent>();
        services.AddSingleton(new MediaFiles(dataFolder));
        services.AddSingleton<Pictures>();
        services.AddSingleton(provider => new PictureSizes(dataFolder, provider.GetRequiredService<MediaFiles>(), provider.GetRequiredService<Pictures>()));
        services.AddSingleton(provider => new UploadedFiles(dataFolder, provider.GetRequiredService<Pictures>(), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<MediaSweep>();
        services.AddSingleton<SyncImport>();
        services.AddSingleton<SyncExport>();
        return services;
    }

    /// <summary>
    /// Has changes of the store written to a uSync folder. Whoever calls this opens <see cref="SyncOnSave"/> before the
    /// first change.
    /// </summary>
    public static IServiceCollection AddSyncOnSave(this IServiceCollection services, SyncOnSaveSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton<SyncOnSave>()
        .AddHostedService(provider => provider.GetRequiredService<SyncOnSave>());
}
