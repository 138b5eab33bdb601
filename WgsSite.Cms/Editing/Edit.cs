using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Editing;

/// <summary>One change while it is being made: the store as it is, and what is to be told of it afterwards.</summary>
/// <param name="area">What the editor works on.</param>
internal sealed class Edit(CmsDbContext db, ContentSchema schema, DateTime now, Guid user, DocumentArea area)
{
    public CmsDbContext Db { get; } = db;
    public ContentSchema Schema { get; } = schema;
    public DateTime Now { get; } = now;
    public List<EditorEvent> Events { get; } = [];

    public DocumentCheck Check(IEnumerable<ValueRule> rules) => DocumentCheck.For(Db, Schema, rules);

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

    /// <summary>A document and all that hangs beneath it, in the bin or not.</summary>
    public async Task<List<DocumentRow>> WithDescendantsAsync(DocumentRow row, bool withDrafts, CancellationToken cancel)
    {
        var found = new List<DocumentRow> { row };
        // What stands beneath itself is no tree, but must not hold the server either.
        var seen = new HashSet<Guid> { row.Key };
        var rows = withDrafts ? Db.Documents.Include(below => below.DraftVersion) : Db.Documents.AsQueryable();
        for (List<Guid?> level = [row.Key]; level.Count > 0;)
        {
            var below = new List<DocumentRow>();
            foreach (var parents in level.Chunk(500)) below.AddRange((await rows.Where(child => parents.Contains(child.ParentKey)).ToListAsync(cancel)).Where(child => seen.Add(child.Key)));
            found.AddRange(below);
            level = [.. below.Select(child => (Guid?)child.Key)];
        }

        return found;
    }

    /// <summary>A writer who began from another draft is told who was faster; what they typed stays with them.</summary>
    public static void RequireDraft(DocumentRow row, long? expected)
    {
        if (expected is not null && expected != row.DraftVersionId) throw new OutdatedException(row.DraftVersion!.CreatedBy, row.DraftVersion.CreatedAt);
    }

    /// <param name="action">Umbraco's name for what happened, for the audit log.</param>
    /// <param name="from">Where it stood before, when it stands elsewhere now.</param>
    /// <param name="comment">What editors read beside it in the audit log.</param>
    public void Changed(DocumentRow row, string action, EditorEventKind kind, Guid? from = null, string? comment = null)
    {
        row.Revision++;
        Log(row.Key, action, comment);
        Tell(row, kind, from, textChanged: action is "Save" or AuditAction.RollBack);
    }

    public void Tell(DocumentRow row, EditorEventKind kind, Guid? from = null, bool textChanged = false) =>
        Events.Add(new EditorEvent(EditorEventSource.Document, row.Key, kind, row.ParentKey == from || kind is EditorEventKind.Created ? [row.ParentKey] : [row.ParentKey, from], textChanged));

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

    /// <summary>What was sent may become a draft.</summary>
    /// <param name="read">What was sent, as <see cref="Read"/> reads it.</param>
    /// <exception cref="EditRefusalException">The name or a value cannot be stored.</exception>
    public void RequireStorable(ContentType type, DocumentInput input, SentValues read, IReadOnlyDictionary<string, string> old, IEnumerable<ValueRule> rules)
    {
        List<ValueFault> faults = [.. DocumentCheck.Name(input.StoredName), .. read.Faults, .. Check(rules).Storing(type, read.Values, old)];
        if (faults.Count > 0) throw new EditRefusalException(RefusalKind.Invalid, "Das Dokument wurde nicht gespeichert.", "Bitte sehen Sie sich die markierten Felder an.", faults);
    }

    /// <exception cref="EditRefusalException">A document of this type has texts in several languages.</exception>
    public SentValues Read(ContentType type, DocumentInput input, IReadOnlyDictionary<string, string> old) => SentValues.Read(Schema, type, input, old);

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
}

/// <summary>Somebody was faster.</summary>
/// <param name="what">What was opened; null for a document.</param>
internal sealed class OutdatedException(Guid? by, DateTime? at, OutdatedItem? what = null)
    : EditRefusalException(RefusalKind.Outdated, $"Nicht gespeichert: {(what ?? OutdatedItem.Document).Subject} wurde inzwischen geändert.")
{
    public OutdatedItem What { get; } = what ?? OutdatedItem.Document;

    /// <summary>Who changed it last.</summary>
    public Guid? By { get; } = by;

    /// <summary>UTC.</summary>
    public DateTime? At { get; } = at;
}

/// <summary>What a change came too late for, as German sentences name it.</summary>
internal sealed record OutdatedItem(string Subject, string Pronoun, string Object)
{
    public static OutdatedItem Document { get; } = new("Das Dokument", "Es", "das Dokument");
    public static OutdatedItem File { get; } = new("Die Datei", "Sie", "die Datei");
    public static OutdatedItem Word { get; } = new("Der Text", "Er", "den Text");
}
