using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WgsSite.Cms.Media;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Webhooks;

namespace WgsSite.Cms.Publishing;

/// <summary>
/// Holds the snapshot readers see and is the one way to change the store: a change, the redirects it leads to, what
/// webhooks are to be told of it and the new snapshot come together or not at all.
/// </summary>
public sealed partial class PublishedContent(IDbContextFactory<CmsDbContext> store, UrlSegments segments, WebhookOutbox webhooks, TimeProvider clock, ILogger<PublishedContent> log) : IDisposable
{
    /// <summary>Alias of the property that says what a picture shows.</summary>
    internal const string AlternativeText = "alternativeText";

    private readonly SemaphoreSlim oneWriter = new(1, 1);
    private volatile PublishedSnapshot current = PublishedSnapshot.Empty;
    private volatile KeptDrafts? keptDrafts;
    private int changes;

    public PublishedSnapshot Current => current;

    /// <summary>
    /// Called with a new snapshot before it is sure and readers see it, so that what is made of it is ready then. What
    /// throws here stops the change.
    /// </summary>
    public event Action<PublishedSnapshot>? Preparing;

    /// <summary>
    /// Called when a change is sure, one after the other. Handlers only take note: the editor waits for them. What throws
    /// here is logged, since the change is made.
    /// </summary>
    public event Action? Changed;

    /// <summary>Reads the store anew, as at start.</summary>
    public async Task ReloadAsync(CancellationToken cancel = default)
    {
        await oneWriter.WaitAsync(cancel);
        try
        {
            await using var db = await store.CreateDbContextAsync(cancel);
            var snapshot = await BuildAsync(db, cancel: cancel);
            Preparing?.Invoke(snapshot);
            current = snapshot;
            Interlocked.Increment(ref changes);
        }
        finally
        {
            oneWriter.Release();
        }
    }

    /// <summary>
    /// Runs a change in one transaction, leaves a redirect at each path a document no longer has, and swaps the new
    /// snapshot in before it returns. When anything throws, neither the store nor the readers see any of it.
    /// </summary>
    public Task<T> ChangeAsync<T>(Func<CmsDbContext, Task<T>> change, CancellationToken cancel = default) => ChangeAsync(change, readersSee: true, cancel);

    /// <param name="readersSee">False for a change of drafts only: the snapshot stays, and with it all that is kept of it.</param>
    /// <inheritdoc cref="ChangeAsync{T}(Func{CmsDbContext, Task{T}}, CancellationToken)"/>
    public async Task<T> ChangeAsync<T>(Func<CmsDbContext, Task<T>> change, bool readersSee, CancellationToken cancel = default)
    {
        await oneWriter.WaitAsync(cancel);
        try
        {
            await using var db = await store.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var rows = new ChangedRows(db);
            var before = !readersSee || current.Documents.Count > 0 ? current : await BuildAsync(db, cancel: cancel);
            var result = await change(db);
            // Saving what is there already leaves everything as it is, also what is kept of it in memory.
            if (!db.ChangeTracker.HasChanges() && ReferenceEquals(before, current)) return result;
            await db.SaveChangesAsync(cancel);

            var after = current;
            if (readersSee)
            {
                after = await BuildAsync(db, cancel: cancel);
                if (await RedirectMovedAsync(db, before, after, cancel)) after = await BuildAsync(db, cancel: cancel);
            }

            await webhooks.AddAsync(db, before, after, rows, cancel);
            if (readersSee) Preparing?.Invoke(after);

            // From here on nobody can call it off: whoever hangs up now must not leave readers with what was before.
            await transaction.CommitAsync(CancellationToken.None);
            current = after;
            Interlocked.Increment(ref changes);
            foreach (var listener in Delegate.EnumerateInvocationList(Changed)) Tell(listener);
            return result;
        }
        finally
        {
            oneWriter.Release();
        }
    }

    public void Dispose() => oneWriter.Dispose();

    private void Tell(Action listener)
    {
        try
        {
            listener();
        }
        catch (Exception e)
        {
            LogUntold(log, e);
        }
    }

    private async Task<bool> RedirectMovedAsync(CmsDbContext db, PublishedSnapshot before, PublishedSnapshot after, CancellationToken cancel)
    {
        foreach (var old in before.Documents)
        {
            var moved = after.Find(old.Key);
            // A path that another document has taken over belongs to that document now.
            if (moved is null || moved.Path == old.Path || after.FindByPath(old.Path) is not null || segments.Reserved.Covers(old.Path)) continue;
            var row = await db.Redirects.FindAsync([old.Path], cancel);
            if (row is null) db.Redirects.Add(new RedirectRow { Path = old.Path, DocumentKey = old.Key, CreatedAt = clock.GetUtcNow().UtcDateTime });
            else row.DocumentKey = old.Key;
        }

        foreach (var row in await db.Redirects.ToListAsync(cancel))
            if (after.FindByPath(row.Path) is not null) db.Redirects.Remove(row);
        return await db.SaveChangesAsync(cancel) > 0;
    }

    /// <summary>What readers would see if every draft were published, for previews. Built when it is asked for, and kept until something is changed.</summary>
    public async Task<PublishedSnapshot> DraftsAsync(CancellationToken cancel = default)
    {
        // Taken first: a change made meanwhile may be in it or not, so that it is built once more then.
        var state = Volatile.Read(ref changes);
        if (keptDrafts is { } kept && kept.State == state) return kept.Snapshot;
        await using var db = await store.CreateDbContextAsync(cancel);
        var drafts = await BuildAsync(db, drafts: true, cancel);
        keptDrafts = new KeptDrafts(state, drafts);
        return drafts;
    }

    /// <summary>Builds a snapshot of what the store holds, as seen from the given context and its transaction.</summary>
    internal async Task<PublishedSnapshot> BuildAsync(CmsDbContext db, bool drafts = false, CancellationToken cancel = default)
    {
        var (schema, dictionary) = await SchemaStore.LoadAsync(db, cancel);
        var rows = (await db.Documents.AsNoTracking()
            .Where(document => !document.Trashed && (drafts || document.PublishedVersion != null))
            .Select(document => new { Document = document, Version = drafts ? document.DraftVersion! : document.PublishedVersion! })
            .Select(pair => new PublishedRow(
                pair.Document.Key,
                pair.Document.ParentKey,
                pair.Document.TypeKey,
                pair.Document.SortOrder,
                pair.Document.CreatedAt,
                pair.Version.CreatedAt,
                pair.Version.Name,
                pair.Version.CultureNames,
                drafts ? "" : pair.Document.PublishedCultures,
                pair.Version.Values))
            .ToListAsync(cancel))
            .Where(row => IsPublishedIn(row, schema.DefaultCulture))
            .Select(row => row.CultureNames is null ? row : row with { Name = NameIn(row, schema.DefaultCulture) })
            .ToList();
        // Left from before an address was reserved.
        var redirects = (await db.Redirects.AsNoTracking().ToListAsync(cancel)).Where(row => !segments.Reserved.Covers(row.Path)).ToDictionary(row => row.Path, row => row.DocumentKey);
        var media = WithoutTrashed(await db.Media.AsNoTracking().ToDictionaryAsync(row => row.Key, cancel));
        return new PublishedSnapshot(
            schema,
            rows,
            segments,
            redirects,
            dictionary
                .Select(item => (item.Name, Text: item.Translations.GetValueOrDefault(schema.DefaultCulture)))
                .Where(word => word.Text is not null)
                .ToDictionary(word => word.Name, word => word.Text!),
            media.Select(row => Media(row, schema)).ToDictionary(item => item.Key));
    }

    /// <summary>A document that varies is published language by language; readers get the default one.</summary>
    private static bool IsPublishedIn(PublishedRow row, string culture) =>
        row.PublishedCultures.Length == 0 || row.PublishedCultures.Split(',').Contains(culture, StringComparer.OrdinalIgnoreCase);

    private static string NameIn(PublishedRow row, string culture) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(row.CultureNames!)!
            .FirstOrDefault(pair => pair.Key.Equals(culture, StringComparison.OrdinalIgnoreCase)).Value is { Length: > 0 } name ? name : row.Name;

    /// <summary>What lies in a folder that is in the bin is in the bin with it.</summary>
    private static IEnumerable<MediaRow> WithoutTrashed(Dictionary<Guid, MediaRow> media)
    {
        return media.Values.Where(row => !IsTrashed(row, depth: 0));

        bool IsTrashed(MediaRow row, int depth) =>
            row.Trashed || (depth < media.Count && row.ParentKey is { } parent && media.TryGetValue(parent, out var folder) && IsTrashed(folder, depth + 1));
    }

    private static PublishedMedia Media(MediaRow row, ContentSchema schema)
    {
        var values = PropertyValues.FromJson(row.Values);
        return new PublishedMedia(
            row.Key,
            row.Name,
            schema.MediaType(row.TypeKey)?.Alias ?? "",
            MediaValues.FileOf(values),
            Number("umbracoWidth"),
            Number("umbracoHeight"),
            values.GetValueOrDefault(AlternativeText) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null,
            MediaValues.FocalPointOf(values),
            long.TryParse(values.GetValueOrDefault("umbracoBytes"), out var bytes) ? bytes : null)
        {
            ParentKey = row.ParentKey,
            SortOrder = row.SortOrder,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            Values = values,
        };

        int? Number(string alias) => int.TryParse(values.GetValueOrDefault(alias), out var number) ? number : null;
    }

    [LoggerMessage(LogLevel.Error, "Eine Änderung ist gespeichert, aber nicht alles auf der Website hat davon erfahren.")]
    private static partial void LogUntold(ILogger logger, Exception exception);

    private sealed record KeptDrafts(int State, PublishedSnapshot Snapshot);
}
