using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Editing;

/// <summary>One change while it is being made: the store as it is, and what is to be told of it afterwards.</summary>
/// <param name="area">What the editor works on.</param>
internal sealed class Edit(CmsDbContext db, ContentSchema schema, DateTime now, Guid user, DocumentArea area)
{
    private readonly Dictionary<Guid, Guid?> types = [];

    public CmsDbContext Db { get; } = db;
    public ContentSchema Schema { get; } = schema;
    public DateTime Now { get; } = now;
    public List<EditorEvent> Events { get; } = [];

    public DocumentCheck Check(IEnumerable<ValueRule> rules) => new(Schema, TypeOfDocument, rules);

    public ContentType TypeOf(DocumentRow row) =>
        Schema.DocumentType(row.TypeKey) ?? throw new EditRefusalException(RefusalKind.NotAllowed, "Die Art dieses Dokuments gibt es nicht mehr.");

    /// <summary>A document the editor works on.</summary>
    /// <exception cref="EditRefusalException">There is none, or not for this editor.</exception>
    public async Task<DocumentRow> DocumentAsync(Guid key, CancellationToken cancel)
    {
        var row = await AnyDocumentAsync(key, cancel);
        await area.RequireAsync(key, cancel);
        return row;
    }

    /// <summary>Also one outside of what the editor works on.</summary>
    public async Task<DocumentRow> AnyDocumentAsync(Guid key, CancellationToken cancel) =>
        await Db.Documents.Include(row => row.DraftVersion).SingleOrDefaultAsync(row => row.Key == key, cancel)
        ?? throw new EditRefusalException(RefusalKind.NotFound, "Das Dokument gibt es nicht mehr.", "Jemand hat es inzwischen gelöscht.");

    /// <param name="parent">Null for the root.</param>
    public Task RequireInAreaAsync(Guid? parent, CancellationToken cancel) => area.RequireAsync(parent, cancel);

    /// <summary>A writer who began from another draft is told who was faster; what they typed stays with them.</summary>
    public static void RequireDraft(DocumentRow row, long? expected)
    {
        if (expected is not null && expected != row.DraftVersionId) throw new OutdatedException(row.DraftVersion!.CreatedBy, row.DraftVersion.CreatedAt);
    }

    /// <param name="action">Umbraco's name for what happened, for the audit log.</param>
    /// <param name="from">Where it stood before, when it stands elsewhere now.</param>
    public void Changed(DocumentRow row, string action, EditorEventKind kind, Guid? from = null)
    {
        row.Revision++;
        Log(row.Key, action);
        Tell(row, kind, from);
    }

    public void Tell(DocumentRow row, EditorEventKind kind, Guid? from = null) =>
        Events.Add(new EditorEvent(EditorEventSource.Document, row.Key, kind, row.ParentKey == from || kind is EditorEventKind.Created ? [row.ParentKey] : [row.ParentKey, from]));

    public void Log(Guid key, string action, string? comment = null) =>
        Db.Audit.Add(new AuditRow { At = Now, UserKey = user, ItemKind = "document", ItemKey = key, Action = action, Comment = comment });

    public DocumentVersionRow Version(Guid key, DocumentInput input, IReadOnlyDictionary<string, string> values, Guid? template, Guid author) => new()
    {
        DocumentKey = key,
        Name = input.StoredName,
        TemplateKey = input.TemplateKey is { } chosen && Schema.Template(chosen) is not null ? chosen : template,
        Values = PropertyValues.ToJson(values),
        CreatedAt = Now,
        CreatedBy = author,
    };

    /// <summary>The values as they are to be stored.</summary>
    /// <exception cref="EditRefusalException">A value cannot be stored.</exception>
    public Task<Dictionary<string, string>> StoredAsync(
        ContentType type, DocumentInput input, IReadOnlyDictionary<string, string> old, IEnumerable<ValueRule> rules, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var (values, faults) = Read(type, input, old);
        List<ValueFault> all = [.. DocumentCheck.Name(input.StoredName), .. faults, .. Check(rules).Storing(type, values)];
        return all.Count == 0
            ? Task.FromResult(values)
            : throw new EditRefusalException(RefusalKind.Invalid, "Das Dokument wurde nicht gespeichert.", "Bitte sehen Sie sich die markierten Felder an.", all);
    }

    /// <summary>Values from the client on top of what is stored; what the client does not name is empty, what the type does not know stays.</summary>
    public (Dictionary<string, string> Values, List<ValueFault> Faults) Read(ContentType type, DocumentInput input, IReadOnlyDictionary<string, string> old)
    {
        var context = new EditorContext(Schema, new Dictionary<Guid, LinkedItem>());
        var properties = Schema.PropertiesOf(type).ToDictionary(property => property.Alias, StringComparer.OrdinalIgnoreCase);
        var faults = new List<ValueFault>();
        var values = old.Where(pair => !properties.ContainsKey(PropertyValues.Parts(pair.Key).Alias)).ToDictionary();
        foreach (var sent in input.Values)
        {
            if (!properties.TryGetValue(sent.Alias, out var property)) continue;
            var name = PropertyValues.Name(property.Alias, sent.Culture, sent.Segment);
            try
            {
                // What the editor did not touch stays as it is written, or unwritten, so that files and versions differ only where something changed.
                var stored = old.GetValueOrDefault(name);
                if (IsSame(sent.Value, stored, property.EditorAlias, context))
                {
                    if (stored is not null) values[name] = stored;
                }
                else if (EditorValues.FromEditor(sent.Value, property.EditorAlias, context) is { } value) values[name] = value;
            }
            catch (FormatException e)
            {
                faults.Add(new ValueFault(ValuePath.Of(property.Alias, sent.Culture, sent.Segment), e.Message));
            }
        }

        return (values, faults);
    }

    /// <summary>A document of this type may stand beneath that one.</summary>
    public async Task RequirePlaceAsync(ContentType type, Guid? parent, CancellationToken cancel)
    {
        if (type.IsElement) throw new EditRefusalException(RefusalKind.NotAllowed, $"„{type.Name}“ kann nur innerhalb einer Seite stehen.");
        if (parent is null)
        {
            await area.RequireAsync(null, cancel);
            if (!type.AllowedAtRoot) throw new EditRefusalException(RefusalKind.NotAllowed, $"„{type.Name}“ darf nicht ganz oben stehen.");
            return;
        }

        var above = await DocumentAsync(parent.Value, cancel);
        if (above.Trashed) throw new EditRefusalException(RefusalKind.NotAllowed, $"„{above.DraftVersion!.Name}“ liegt im Papierkorb.");
        if (!TypeOf(above).AllowedChildKeys.Contains(type.Key))
            throw new EditRefusalException(RefusalKind.NotAllowed, $"„{type.Name}“ darf nicht unter „{above.DraftVersion!.Name}“ stehen.");
    }

    private Guid? TypeOfDocument(Guid key)
    {
        if (!types.TryGetValue(key, out var type)) types[key] = type = Db.Documents.Where(row => row.Key == key).Select(row => (Guid?)row.TypeKey).SingleOrDefault();
        return type;
    }

    /// <summary>Links show where their targets are now; that is nothing an editor changed.</summary>
    private static bool IsSame(JsonNode? sent, string? stored, string editorAlias, EditorContext context)
    {
        try
        {
            // Both ways through the same reading, so that only the meaning is compared.
            var now = EditorValues.FromEditor(sent, editorAlias, context);
            var before = EditorValues.FromEditor(EditorValues.ToEditor(stored, editorAlias, context), editorAlias, context);
            return now == before;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

/// <summary>Somebody was faster.</summary>
internal sealed class OutdatedException(Guid? by, DateTime? at) : EditRefusalException(RefusalKind.Outdated, "Nicht gespeichert: Das Dokument wurde inzwischen geändert.")
{
    /// <summary>Who changed it last.</summary>
    public Guid? By { get; } = by;

    /// <summary>UTC.</summary>
    public DateTime? At { get; } = at;
}
