using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WgsSite.Cms;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Sync;
using WgsSite.Core.Inquiries;
using WgsSite.Web.Content;
using WgsSite.Web.Inquiries;
using WgsSite.Web.Inquiries.Mail;
using WgsSite.Web.Inquiries.Storage;

namespace WgsSite.Tests.Support;

/// <summary>Inquiries with the first content and a clock of the test's own, without a site around them. Mails become files.</summary>
internal sealed class InquiryFolder : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private InquiryFolder(string path, ManualClock clock, ServiceProvider services)
    {
        Path = path;
        Clock = clock;
        this.services = services;
    }

    public string Path { get; }

    public ManualClock Clock { get; }

    public InquiryDesk Desk => services.GetRequiredService<InquiryDesk>();

    public SiteContent Site => services.GetRequiredService<SiteContentSource>().Current;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static async Task<InquiryFolder> MakeAsync(Dictionary<string, string?>? settings = null)
    {
        var path = Directory.CreateTempSubdirectory("wgs-desk-").FullName;
        var clock = new ManualClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders())
            .AddSingleton<IHostEnvironment>(new DevelopmentEnvironment())
            .AddCms(path)
            .AddInquiries(new ConfigurationBuilder().AddInMemoryCollection(settings ?? []).Build(), path)
            .AddSingleton(FirstContent.Country)
            .AddSingleton<SiteContentSource>()
            .AddSingleton<InquiryUpkeep>()
            .AddSingleton<TimeProvider>(clock)
            .BuildServiceProvider();
        await EmbeddedDatabase.PrepareAsync(services.GetRequiredService<IDbContextFactory<CmsDbContext>>());
        await EmbeddedDatabase.PrepareAsync(services.GetRequiredService<IDbContextFactory<InquiryDbContext>>());
        await services.GetRequiredService<SyncImport>().ImportAsync(Repository.FirstContent, overwriteEdited: false);
        return new InquiryFolder(path, clock, services);
    }

    public async Task<InquiryRow> ReceiveAsync(string message = "Was kostet das?", string? setAside = null, string? email = null)
    {
        var text = new InquiryText("Erika Müßig", email, "02732 55555", null, null, null, message, email is null ? ReachBy.Phone : ReachBy.Email, false);
        return await Get<InquiryReceiver>().ReceiveAsync(Site, new Submission(Guid.NewGuid(), InquiryKind.Message, text, Site.GeneralTopic, null, null, setAside), CancellationToken.None);
    }

    /// <summary>What an editor does: a value changed and published.</summary>
    public Task EditAsync(Guid key, string alias, string value) => CmsFolder.EditAsync(Get<PublishedContent>(), key, alias, value);

    public Task EditSettingAsync(string alias, string value) => EditAsync(Site.Snapshot.OfType("settings").Single().Key, alias, value);

    /// <summary>Sends what waits, as the worker does.</summary>
    public Task SendAsync() => Get<MailOutbox>().SendDueAsync((_, _, _) => Task.CompletedTask, CancellationToken.None);

    public Task UpkeepAsync() => Get<InquiryUpkeep>().RunAsync(CancellationToken.None);

    public IReadOnlyList<ReceivedMail> Mails() =>
        Directory.Exists(System.IO.Path.Combine(Path, "mail")) ? [.. Directory.EnumerateFiles(System.IO.Path.Combine(Path, "mail"), "*.eml").Select(ReceivedMail.OfFile)] : [];

    /// <summary>True when a text stands in any file of the databases.</summary>
    public async Task<bool> HoldsAsync(string text)
    {
        while (true)
        {
            try
            {
                return await LookAsync(text);
            }
            catch (FileNotFoundException)
            {
                // Another test closed all pools, and SQLite moved its log into the file already read: look again.
            }
        }
    }

    private async Task<bool> LookAsync(string text)
    {
        foreach (var file in Directory.EnumerateFiles(Path, "inquiries.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            if (bytes.ToArray().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0) return true;
        }

        return false;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
