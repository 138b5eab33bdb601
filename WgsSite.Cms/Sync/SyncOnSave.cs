using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WgsSite.Cms.Media;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Sync;

/// <summary>
/// Writes what changed in the store to a uSync folder, after each change and beside the editors' work: a folder that
/// cannot be written neither stops nor delays a save. What was missed is written with the next attempt, also after a
/// crash. Why it works this way: docs/decisions/0010-usync-on-save.md.
/// </summary>
public sealed partial class SyncOnSave(
    SyncOnSaveSettings settings,
    IDbContextFactory<CmsDbContext> store,
    PublishedContent content,
    UrlSegments segments,
    MediaFiles media,
    ILogger<SyncOnSave> log) : IHostedService, IDisposable
{
    /// <summary>A stop of the site waits no longer than this for the last files.</summary>
    private static readonly TimeSpan LongestFlush = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim onePass = new(1, 1);
    private readonly SemaphoreSlim changed = new(0);
    private readonly CancellationTokenSource stopping = new();

    /// <summary>Set where a change is only what was written: it leads to no other pass.</summary>
    private readonly AsyncLocal<bool> noting = new();
    private SyncedItems? synced;
    private string? lastProblem;
    private Task loop = Task.CompletedTask;

    /// <summary>For a site that writes no files: what it changes now is not written later either, as in uSync.</summary>
    public static void Forget(string dataFolder) => SyncedItems.Forget(dataFolder);

    /// <summary>
    /// Learns what the folder is up to date with; to be called before the first change, also that of an import. Where
    /// nothing is known, that is what the store holds now; for an empty store, what its first import brings.
    /// </summary>
    public async Task OpenAsync(CancellationToken cancel = default)
    {
        await onePass.WaitAsync(cancel);
        try
        {
            synced = Learn(await LoadAsync(cancel));
        }
        finally
        {
            onePass.Release();
        }
    }

    /// <summary>Writes all that is not written yet. Whatever goes wrong, the next call tries it again.</summary>
    /// <returns>What could not be written, in words.</returns>
    public async Task<IReadOnlyList<string>> CatchUpAsync(CancellationToken cancel = default)
    {
        await onePass.WaitAsync(cancel);
        try
        {
            var items = await LoadAsync(cancel);
            synced ??= Learn(items);
            if (synced is null) return [];
            var writer = new SyncWriter(settings.Folder, media, synced);
            var failure = Write(writer, synced, [.. items.Where(IsIncluded)], cancel);
            await NoteInStoreAsync(writer.InFolder, cancel);
            return Report(writer, failure);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever it is (the database, a row nobody can read): editors go on, and so does the loop.
            return Report(null, e.GetBaseException().Message);
        }
        finally
        {
            onePass.Release();
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        content.Changed += Note;
        loop = Task.Run(RunAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        content.Changed -= Note;
        await stopping.CancelAsync();
        await loop;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestFlush);
        try
        {
            await CatchUpAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            LogLeft(log, settings.Folder);
        }
    }

    public void Dispose()
    {
        content.Changed -= Note;
        stopping.Dispose();
        changed.Dispose();
        onePass.Dispose();
    }

    private void Note()
    {
        if (!noting.Value) changed.Release();
    }

    private async Task RunAsync()
    {
        try
        {
            // The first pass writes what the process before this one did not come to.
            while (true)
            {
                var problems = await CatchUpAsync(stopping.Token);
                await changed.WaitAsync(problems.Count == 0 ? Timeout.InfiniteTimeSpan : settings.RetryAfter, stopping.Token);
                // One pass writes all changes there are.
                while (changed.CurrentCount > 0) await changed.WaitAsync(stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The stop writes the rest.
        }
    }

    private async Task<List<SyncItem>> LoadAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        await using var oneState = await CmsStore.BeginReadAsync(db, cancel);
        return [.. SyncItem.AllOf(await SyncStoreState.LoadAsync(db, cancel), segments)];
    }

    /// <summary>
    /// What the folder has from here is nothing an import would overwrite. What was changed since is: only the state that was
    /// written is noted.
    /// </summary>
    private async Task NoteInStoreAsync(List<SyncItem> written, CancellationToken cancel)
    {
        if (written.Count == 0) return;
        noting.Value = true;
        await content.ChangeAsync(
            async db =>
            {
                foreach (var item in written)
                {
                    if (item.Folder == SyncFolders.Content) (await db.Documents.FindAsync([item.Key], cancel))?.ImportedHash = item.Fingerprint;
                    else if (item.Folder == SyncFolders.Media) (await db.Media.FindAsync([item.Key], cancel))?.ImportedHash = item.Fingerprint;
                    else (await db.SchemaItems.FindAsync([item.Folder, item.Key], cancel))?.ImportedHash = item.Fingerprint;
                }

                return true;
            },
            readersSee: false,
            cancel);
    }

    private bool IsIncluded(SyncItem item) => settings.Includes(item.Folder);

    /// <returns>Null while the store is empty.</returns>
    private SyncedItems? Learn(List<SyncItem> items)
    {
        if (items.Count == 0)
        {
            // What was kept for another store must not turn into markers that all of it is deleted.
            SyncedItems.Forget(settings.DataFolder);
            return null;
        }

        if (SyncedItems.Load(settings.DataFolder, settings.Scope, out var fault) is { } kept) return kept;
        if (fault is not null) LogForgotten(log, Path.Combine(settings.DataFolder, SyncedItems.FileName), fault);
        var known = SyncedItems.None(settings.DataFolder, settings.Scope);
        foreach (var item in items.Where(IsIncluded)) known.Set(SyncedItem.Of(item, media));
        if (TrySave(known) is { } failure) LogFailed(log, settings.DataFolder, failure);
        return known;
    }

    /// <returns>Why not all was written.</returns>
    private static string? Write(SyncWriter writer, SyncedItems known, List<SyncItem> items, CancellationToken cancel)
    {
        string? failure = null;
        try
        {
            writer.Write(items, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failure = e.Message;
        }
        finally
        {
            // Also when a stop cuts the pass short: what was written is written.
            var unsaved = TrySave(known);
            failure ??= writer.Failure ?? unsaved;
        }

        return failure;
    }

    private static string? TrySave(SyncedItems known)
    {
        try
        {
            known.Save();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    private List<string> Report(SyncWriter? writer, string? failure)
    {
        if (writer?.Written > 0) LogWritten(log, writer.Written, settings.Folder);
        List<string> warnings = [.. writer?.Warnings ?? []];
        foreach (var warning in warnings) LogWarning(log, warning);
        // A folder that stays as it is is named once, not every half minute.
        if (failure is not null && failure != lastProblem) LogFailed(log, settings.Folder, failure);
        if (failure is null && lastProblem is not null) LogCaughtUp(log, settings.Folder);
        lastProblem = failure;
        return failure is null ? warnings : [$"In {settings.Folder} ließ sich nicht alles schreiben: {failure}", .. warnings];
    }

    [LoggerMessage(LogLevel.Information, "uSync: {Count} Dateien in {Folder} geschrieben.")]
    private static partial void LogWritten(ILogger logger, int count, string folder);

    [LoggerMessage(LogLevel.Warning, "{Warning}")]
    private static partial void LogWarning(ILogger logger, string warning);

    [LoggerMessage(LogLevel.Warning, "uSync: In {Folder} ließ sich nicht alles schreiben: {Reason} Die Inhalte selbst sind gespeichert; die Dateien folgen, sobald es wieder geht.")]
    private static partial void LogFailed(ILogger logger, string folder, string reason);

    [LoggerMessage(LogLevel.Warning, "uSync: {File} lässt sich nicht lesen: {Reason} Was vor diesem Start geändert und noch nicht geschrieben wurde, wird nicht nachgeholt; „usync export“ bringt den Ordner auf den Stand der Inhalte.")]
    private static partial void LogForgotten(ILogger logger, string file, string reason);

    [LoggerMessage(LogLevel.Information, "uSync: {Folder} ist wieder auf dem Stand der Inhalte.")]
    private static partial void LogCaughtUp(ILogger logger, string folder);

    [LoggerMessage(LogLevel.Warning, "uSync: Beim Beenden blieb keine Zeit, alles in {Folder} zu schreiben. Der nächste Start holt es nach.")]
    private static partial void LogLeft(ILogger logger, string folder);
}
