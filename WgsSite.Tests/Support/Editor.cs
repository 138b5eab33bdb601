using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Storage;

namespace WgsSite.Tests.Support;

/// <summary>What an editor does to documents, also where the small site would not let them: moved anywhere, published as they are.</summary>
internal sealed class Editor(PublishedContent content)
{
    private readonly DocumentEditor documents = new(content, [], new EditorEvents(NullLogger<EditorEvents>.Instance), (_, _) => Task.FromResult<IReadOnlyCollection<Guid>?>(null), TimeProvider.System);

    public Task RenameAsync(Guid key, string name) => ChangeAsync(key, row =>
    {
        var old = row.DraftVersion!;
        row.DraftVersion = new DocumentVersionRow { DocumentKey = key, Name = name, TemplateKey = old.TemplateKey, Values = old.Values, CreatedAt = DateTime.UtcNow };
        row.PublishedVersion = row.DraftVersion;
    });

    /// <summary>A new draft; readers go on seeing what they saw.</summary>
    public Task SaveAsync(Guid key, string alias, string value) => ChangeAsync(key, row =>
    {
        var old = row.DraftVersion!;
        var values = PropertyValues.FromJson(old.Values).ToDictionary();
        values[alias] = value;
        row.DraftVersion = new DocumentVersionRow { DocumentKey = key, Name = old.Name, TemplateKey = old.TemplateKey, Values = PropertyValues.ToJson(values), CreatedAt = DateTime.UtcNow };
    });

    public Task UnpublishAsync(Guid key) => documents.UnpublishAsync(key, Guid.Empty);

    public Task MoveAsync(Guid key, Guid? parent) => ChangeAsync(key, row => row.ParentKey = parent);

    public Task BinAsync(Guid key) => documents.MoveToBinAsync(key, Guid.Empty);

    public Task DeleteAsync(Guid key) => content.ChangeAsync(async db =>
    {
        db.Documents.Remove(await db.Documents.SingleAsync(row => row.Key == key));
        return true;
    });

    /// <summary>A document of the type of another one, at the root.</summary>
    public Task<Guid> CreateAsync(string name, Guid like) => content.ChangeAsync(async db =>
    {
        var key = Guid.NewGuid();
        var version = new DocumentVersionRow { DocumentKey = key, Name = name, Values = "{}", CreatedAt = DateTime.UtcNow };
        db.Documents.Add(new DocumentRow
        {
            Key = key,
            TypeKey = (await db.Documents.SingleAsync(row => row.Key == like)).TypeKey,
            CreatedAt = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc),
            DraftVersion = version,
            PublishedVersion = version,
            Revision = 1,
        });
        return key;
    });

    private Task<bool> ChangeAsync(Guid key, Action<DocumentRow> change) => content.ChangeAsync(async db =>
    {
        var row = await db.Documents.Include(document => document.DraftVersion).SingleAsync(document => document.Key == key);
        change(row);
        row.Revision++;
        return true;
    });
}
