using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Documents;

/// <summary>Who links to a document: pickers, links and texts of drafts and of what is published.</summary>
internal sealed partial class DocumentReferences(CmsDbContext db, DocumentItems items, ContentSchema schema)
{
    /// <summary>Keys of the documents and media a stored value points to, in the ways Umbraco writes them.</summary>
    public static IEnumerable<Guid> KeysIn(string value) => Pointer().Matches(value)
        .Select(match => Guid.TryParse(match.Groups["key"].Value, out var key) ? key : (Guid?)null)
        .OfType<Guid>();

    public async Task<PagedModel<object>> ToAsync(Guid key, int skip, int take, CancellationToken cancel)
    {
        var keys = await KeysPointingToAsync([key], cancel);
        keys.Remove(key);
        return PagedModel<object>.Of([.. (await items.ItemsAsync([.. keys], cancel)).OrderBy(item => item.Variants[0].Name, StringComparer.CurrentCultureIgnoreCase).Select(Reference)], skip, take);
    }

    /// <summary>Which of a document's descendants something outside of them links to.</summary>
    public async Task<PagedModel<Reference>> DescendantsAsync(Guid key, int skip, int take, CancellationToken cancel)
    {
        var children = (await db.Documents.AsNoTracking().Select(row => new { row.Key, row.ParentKey }).ToListAsync(cancel)).ToLookup(row => row.ParentKey, row => row.Key);
        var inside = new HashSet<Guid>();
        var open = new Stack<Guid>(children[key]);
        while (open.TryPop(out var next))
            if (inside.Add(next))
                foreach (var child in children[next]) open.Push(child);
        return await ReferencedAsync([.. inside], inside, skip, take, cancel);
    }

    /// <summary>Which of these documents something else links to.</summary>
    public Task<PagedModel<Reference>> ReferencedAsync(IReadOnlyCollection<Guid> keys, int skip, int take, CancellationToken cancel) => ReferencedAsync(keys, [], skip, take, cancel);

    private async Task<PagedModel<Reference>> ReferencedAsync(IReadOnlyCollection<Guid> keys, HashSet<Guid> inside, int skip, int take, CancellationToken cancel)
    {
        var targets = new HashSet<Guid>();
        foreach (var (source, values) in await SourcesAsync(cancel))
            if (!inside.Contains(source))
                targets.UnionWith(KeysIn(values).Where(target => target != source));
        return PagedModel<Reference>.Of([.. keys.Where(targets.Contains).Select(key => new Reference(key))], skip, take);
    }

    private async Task<HashSet<Guid>> KeysPointingToAsync(IReadOnlyCollection<Guid> targets, CancellationToken cancel) =>
        [.. (await SourcesAsync(cancel)).Where(source => KeysIn(source.Values).Any(targets.Contains)).Select(source => source.Key)];

    /// <summary>Values of drafts and of published versions; what is in the bin links to nothing.</summary>
    private async Task<List<(Guid Key, string Values)>> SourcesAsync(CancellationToken cancel)
    {
        var rows = await db.Documents.AsNoTracking().Where(row => !row.Trashed)
            .Select(row => new { row.Key, Draft = row.DraftVersion!.Values, Published = row.PublishedVersionId == row.DraftVersionId ? null : row.PublishedVersion!.Values })
            .ToListAsync(cancel);
        return [.. rows.SelectMany(row => row.Published is null ? [(row.Key, row.Draft)] : new[] { (row.Key, row.Draft), (row.Key, row.Published) })];
    }

    private object Reference(DocumentItem item)
    {
        var type = schema.DocumentType(item.DocumentType.Id);
        return new TrackedDocument(
            item.Id, item.Variants[0].Name, item.Variants[0].State is "Published" or "PublishedPendingChanges", new TrackedType(item.DocumentType.Id, item.DocumentType.Icon, type?.Alias, type?.Name), item.Variants);
    }

    // A media picker's JSON stands in the JSON of a block, and that in the JSON of all values: its quotes are escaped more than once.
    [GeneratedRegex(@"umb://(?:document|media)/(?<key>[0-9a-f]{32})|localLink:(?:umb://document/)?(?<key>[0-9a-f]{32}|[0-9a-f-]{36})|mediaKey(?:\\|u0022|""|:|\s)*(?<key>[0-9a-f]{8}-[0-9a-f-]{27})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pointer();

    private sealed record TrackedType(Guid Id, string Icon, string? Alias, string? Name);

    private sealed record TrackedDocument(Guid Id, string Name, bool Published, TrackedType DocumentType, IReadOnlyList<DocumentVariantItem> Variants)
    {
        /// <summary>The client tells kinds of references apart by this.</summary>
        [System.Text.Json.Serialization.JsonPropertyName("$type")]
        [System.Text.Json.Serialization.JsonPropertyOrder(-1)]
        public string Kind { get; } = "DocumentReferenceResponseModel";
    }
}

/// <summary>What links to a document, asked before it is withdrawn or thrown away.</summary>
internal static class ReferenceEndpoints
{
    public static void MapDocumentReferences(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/document/{id:guid}/referenced-by", async (Guid id, Paging page, DocumentReferences references, DocumentArea area, CancellationToken cancel) =>
        {
            await area.RequireAsync(id, cancel);
            return await references.ToAsync(id, page.Skip, page.Take, cancel);
        }).Needs(Right.ReadDocuments);
        routes.MapGet("/document/{id:guid}/referenced-descendants", async (Guid id, Paging page, DocumentReferences references, DocumentArea area, CancellationToken cancel) =>
        {
            await area.RequireAsync(id, cancel);
            return await references.DescendantsAsync(id, page.Skip, page.Take, cancel);
        }).Needs(Right.ReadDocuments);
        routes.MapGet("/document/are-referenced", (Guid[] id, Paging page, DocumentReferences references, CancellationToken cancel) => references.ReferencedAsync(id, page.Skip, page.Take, cancel)).Needs(Right.ReadDocuments);
        // The bin as a whole is warned about before it is emptied; what lies in it is not published any more.
        routes.MapGet("/recycle-bin/document/referenced-by", (Paging page) => new PagedModel<object>(0, [])).Needs(Right.DeleteDocuments);
    }
}
