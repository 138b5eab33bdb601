using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Management.Documents;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Editing;

/// <summary>A CMS with content of its own, and an editor at work in it.</summary>
internal sealed class EditedCms : IAsyncDisposable
{
    public static readonly Guid User = Guid.NewGuid();

    private readonly SyncFiles? files;

    private EditedCms(CmsFolder cms, SyncFiles? files, TimeProvider? clock = null)
    {
        Cms = cms;
        this.files = files;
        Documents = new DocumentEditor(cms.Content, [], Events, (_, _) => Task.FromResult(StartNodes), clock ?? TimeProvider.System);
        Dictionary = new DictionaryEditor(cms.Content, cms.Get<IDbContextFactory<CmsDbContext>>(), Events, TimeProvider.System);
        Events.Raised += told =>
        {
            Raised.Add((told.Source, told.Key, told.Kind));
            return Task.CompletedTask;
        };
    }

    public CmsFolder Cms { get; }
    public DocumentEditor Documents { get; }
    public DictionaryEditor Dictionary { get; }
    public EditorEvents Events { get; } = new(NullLogger<EditorEvents>.Instance);

    /// <summary>What other editors were told.</summary>
    public List<(EditorEventSource Source, Guid Key, EditorEventKind Kind)> Raised { get; } = [];

    public PublishedSnapshot Readers => Cms.Current;

    /// <summary>Where the editor works; null for everywhere.</summary>
    public IReadOnlyCollection<Guid>? StartNodes { get; set; }

    /// <param name="add">More services, given the data folder.</param>
    public static async Task<EditedCms> OfSmallSiteAsync(TimeProvider? clock = null, Action<IServiceCollection, string>? add = null)
    {
        var files = SyncFiles.OfSmallSite();
        return new EditedCms(await CmsFolder.MakeAsync(files.Path, add), files, clock);
    }

    public static async Task<EditedCms> OfFirstContentAsync() => new(await CmsFolder.MakeAsync(Repository.FirstContent), null);

    /// <summary>Key of a document of the small site by its file's name.</summary>
    public Guid KeyOf(string name) => files!.KeyOf($"Content/{name}.config");

    public Guid TypeKey(string alias) => Readers.Schema.DocumentType(alias)!.Key;

    public async Task<DocumentRow?> RowAsync(Guid key)
    {
        await using var db = await Cms.OpenAsync();
        return await db.Documents.AsNoTracking().Include(row => row.DraftVersion).Include(row => row.PublishedVersion).SingleOrDefaultAsync(row => row.Key == key);
    }

    /// <summary>Names of the documents beneath one, in order.</summary>
    public async Task<List<string>> ChildrenAsync(Guid? parent, bool trashed = false)
    {
        await using var db = await Cms.OpenAsync();
        return await db.Documents.Where(row => row.ParentKey == parent && row.Trashed == trashed).OrderBy(row => row.SortOrder).Select(row => row.DraftVersion!.Name).ToListAsync();
    }

    /// <summary>All that is stored of documents, to see that nothing was changed.</summary>
    public async Task<string> StateAsync()
    {
        await using var db = await Cms.OpenAsync();
        var rows = await db.Documents.AsNoTracking().OrderBy(row => row.Key)
            .Select(row => new { row.Key, row.ParentKey, row.SortOrder, row.Trashed, row.TrashedFromKey, row.DraftVersionId, row.PublishedVersionId, row.Revision }).ToListAsync();
        return string.Join('\n', rows) + $"\n{await db.DocumentVersions.CountAsync()} {await db.Audit.CountAsync()} {await db.Redirects.CountAsync()}";
    }

    /// <summary>A document as the client has it open.</summary>
    public async Task<DocumentInput> OpenAsync(Guid key)
    {
        await using var db = await Cms.OpenAsync();
        var schema = Readers.Schema;
        var (model, _) = (await new DocumentReader(db, schema, Cms.Content, new DocumentItems(db, schema, new DocumentArea(db, null))).ReadAsync(key, publishedVersion: false, CancellationToken.None))!.Value;
        return new DocumentInput(model.Variants[0].Name, [.. model.Values.Select(value => new ValueInput(value.Alias, value.Value?.DeepClone(), value.Culture, value.Segment))], model.Template?.Id);
    }

    /// <summary>Signs beside a document's name in the tree.</summary>
    public async Task<IEnumerable<string>> SignsAsync(Guid key)
    {
        await using var db = await Cms.OpenAsync();
        return (await new DocumentItems(db, Readers.Schema, new DocumentArea(db, null)).ItemsAsync([key], CancellationToken.None)).Single().Flags.Select(flag => flag.Alias);
    }

    public async Task SaveAsync(Guid key, string alias, System.Text.Json.Nodes.JsonNode? value)
    {
        var input = await OpenAsync(key);
        await Documents.SaveAsync(key, input with { Values = [.. input.Values.Where(other => other.Alias != alias), new ValueInput(alias, value)] }, null, User);
    }

    public async Task RenameAsync(Guid key, string name) => await Documents.SaveAsync(key, await OpenAsync(key) with { Name = name }, null, User);

    public async Task<Guid> CreateAsync(string type, Guid? parent, string name, params ValueInput[] values)
    {
        var key = Guid.NewGuid();
        await Documents.CreateAsync(key, TypeKey(type), parent, new DocumentInput(name, values, null), User);
        return key;
    }

    public Task PublishAsync(Guid key) => Documents.PublishAsync(key, null, User);

    /// <summary>A change that must be refused, and must leave everything as it was.</summary>
    public async Task<EditRefusalException> RefusedAsync(Func<Task> change)
    {
        var before = await StateAsync();
        var snapshot = Readers;
        Raised.Clear();
        var refusal = await Assert.CatchAsync<EditRefusalException>(change);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await StateAsync(), Is.EqualTo(before));
            Assert.That(Readers, Is.SameAs(snapshot));
            Assert.That(Raised, Is.Empty);
        }

        return refusal!;
    }

    public async ValueTask DisposeAsync()
    {
        await Cms.DisposeAsync();
        files?.Dispose();
    }
}
