using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Publishing;

/// <summary>
/// Holds the snapshot readers see and is the one way to change the store: a change, the redirects it leads to and the
/// new snapshot come together or not at all.
/// </summary>
public sealed class PublishedContent(IDbContextFactory<CmsDbContext> store, UrlSegments segments, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim oneWriter = new(1, 1);
    private volatile PublishedSnapshot current = PublishedSnapshot.Empty;

    public PublishedSnapshot Current => current;

    /// <summary>Called after a new snapshot has been swapped in and before the change that led to it has answered.</summary>
    public event Action<PublishedSnapshot>? Published;

    /// <summary>Reads the store anew, as at start.</summary>
    public async Task ReloadAsync(CancellationToken cancel = default)
    {
        await oneWriter.WaitAsync(cancel);
        try
        {
            await using var db = await store.CreateDbContextAsync(cancel);
            Swap(await BuildAsync(db, cancel));
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
    public async Task<T> ChangeAsync<T>(Func<CmsDbContext, Task<T>> change, CancellationToken cancel = default)
    {
        await oneWriter.WaitAsync(cancel);
        try
        {
            await using var db = await store.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var before = current.Documents.Count > 0 ? current : await BuildAsync(db, cancel);
            var result = await change(db);
            await db.SaveChangesAsync(cancel);

            var after = await BuildAsync(db, cancel);
            if (await RedirectMovedAsync(db, before, after, cancel)) after = await BuildAsync(db, cancel);
            await transaction.CommitAsync(cancel);
            Swap(after);
            return result;
        }
        finally
        {
            oneWriter.Release();
        }
    }

    public void Dispose() => oneWriter.Dispose();

    private void Swap(PublishedSnapshot snapshot)
    {
        current = snapshot;
        Published?.Invoke(snapshot);
    }

    private async Task<bool> RedirectMovedAsync(CmsDbContext db, PublishedSnapshot before, PublishedSnapshot after, CancellationToken cancel)
    {
        foreach (var old in before.Documents)
        {
            var moved = after.Find(old.Key);
            // A path that another document has taken over belongs to that document now.
            if (moved is null || moved.Path == old.Path || after.FindByPath(old.Path) is not null) continue;
            var row = await db.Redirects.FindAsync([old.Path], cancel);
            if (row is null) db.Redirects.Add(new RedirectRow { Path = old.Path, DocumentKey = old.Key, CreatedAt = clock.GetUtcNow().UtcDateTime });
            else row.DocumentKey = old.Key;
        }

        foreach (var row in await db.Redirects.ToListAsync(cancel))
            if (after.FindByPath(row.Path) is not null) db.Redirects.Remove(row);
        return await db.SaveChangesAsync(cancel) > 0;
    }

    /// <summary>Builds a snapshot of what the store holds, as seen from the given context and its transaction.</summary>
    internal async Task<PublishedSnapshot> BuildAsync(CmsDbContext db, CancellationToken cancel = default)
    {
        var (schema, dictionary) = await SchemaStore.LoadAsync(db, cancel);
        var rows = await db.Documents.AsNoTracking()
            .Where(document => !document.Trashed && document.PublishedVersion != null)
            .Select(document => new PublishedRow(
                document.Key,
                document.ParentKey,
                document.TypeKey,
                document.SortOrder,
                document.CreatedAt,
                document.PublishedVersion!.CreatedAt,
                document.PublishedVersion.Name,
                document.PublishedVersion.TemplateKey,
                document.PublishedVersion.Values))
            .ToListAsync(cancel);
        var redirects = await db.Redirects.AsNoTracking().ToDictionaryAsync(row => row.Path, row => row.DocumentKey, cancel);
        var media = await db.Media.AsNoTracking().Where(row => !row.Trashed).ToListAsync(cancel);
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

    private static PublishedMedia Media(MediaRow row, ContentSchema schema)
    {
        var values = PropertyValues.FromJson(row.Values);
        return new PublishedMedia(
            row.Key,
            row.Name,
            schema.MediaType(row.TypeKey)?.Alias ?? "",
            FileOf(values),
            Number("umbracoWidth"),
            Number("umbracoHeight"),
            values.GetValueOrDefault("alternativeText"));

        int? Number(string alias) => int.TryParse(values.GetValueOrDefault(alias), out var number) ? number : null;
    }

    /// <summary>Umbraco stores a file as a path, or as an object with <c>src</c> where the picture can be cropped.</summary>
    internal static string? FileOf(IReadOnlyDictionary<string, string> values)
    {
        var value = values.GetValueOrDefault("umbracoFile");
        if (string.IsNullOrWhiteSpace(value)) return null;
        if (!value.TrimStart().StartsWith('{')) return value;
        try
        {
            using var json = JsonDocument.Parse(value);
            return json.RootElement.TryGetProperty("src", out var src) ? src.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
