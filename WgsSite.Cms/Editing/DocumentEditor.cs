using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Editing;

/// <summary>
/// All that editors do with documents. Each method is one change: it is done, and what readers see is changed with it
/// before it returns, or it is refused with <see cref="EditRefusalException"/> and nothing has happened.
/// </summary>
public sealed partial class DocumentEditor(PublishedContent content, IEnumerable<ValueRule> rules, EditorEvents events, StartNodesOf startNodes, TimeProvider clock)
{
    private const string NotPublished = "Das Dokument wurde nicht veröffentlicht.";

    /// <summary>Makes a draft.</summary>
    /// <param name="key">Chosen by the client, so that a request sent twice makes one document.</param>
    /// <param name="parent">Null for the root.</param>
    public Task CreateAsync(Guid key, Guid typeKey, Guid? parent, DocumentInput input, Guid user, CancellationToken cancel = default) =>
        ChangeAsync(
            async edit =>
            {
                if (key == Guid.Empty) throw Refused(RefusalKind.NotAllowed, "Der Schlüssel des Dokuments fehlt.");
                if (await edit.Db.Documents.AnyAsync(row => row.Key == key, cancel)) throw Refused(RefusalKind.NotAllowed, "Dieses Dokument gibt es schon.");
                var type = edit.Schema.DocumentType(typeKey) ?? throw Refused(RefusalKind.NotFound, "Diese Art von Dokument gibt es nicht.");
                await edit.RequirePlaceAsync(type, parent, cancel);
                var nothing = new Dictionary<string, string>();
                var read = edit.Read(type, input, nothing);
                edit.RequireStorable(type, input, read, nothing, rules);
                var row = new DocumentRow
                {
                    Key = key,
                    ParentKey = parent,
                    TypeKey = typeKey,
                    SortOrder = await NextOrderAsync(edit, parent, cancel),
                    CreatedAt = edit.Now,
                    CreatedBy = user,
                    DraftVersion = edit.Version(key, input, read.Values, type.TemplateKey, user),
                };
                edit.Db.Documents.Add(row);
                edit.Changed(row, "New", EditorEventKind.Created);
            },
            readersSee: false,
            user,
            cancel);

    /// <summary>Writes a new draft; readers go on seeing what is published.</summary>
    /// <param name="expectedDraft">The draft the editor began from; null to write in any case.</param>
    /// <returns>The draft as it is now.</returns>
    public async Task<long> SaveAsync(Guid key, DocumentInput input, long? expectedDraft, Guid user, CancellationToken cancel = default)
    {
        DocumentRow row = null!;
        await ChangeAsync(
            async edit =>
            {
                row = await edit.DocumentAsync(key, cancel);
                if (row.Trashed) throw Refused(RefusalKind.NotAllowed, "Das Dokument liegt im Papierkorb.", "Holen Sie es zurück, dann können Sie es bearbeiten.");
                var type = edit.TypeOf(row);
                var old = row.DraftVersion!;
                var oldValues = PropertyValues.FromJson(old.Values);
                var read = edit.Read(type, input, oldValues);
                var version = edit.Version(key, input, read.Values, old.TemplateKey, user);
                // Saving twice makes no second version. Whose first answer was lost sends it again with the draft before it,
                // and did not overwrite anybody.
                if (read.Faults.Count == 0 && old.Name == version.Name && old.TemplateKey == version.TemplateKey && IsSame(read.Values, oldValues)) return;
                Edit.RequireDraft(row, expectedDraft);
                edit.RequireStorable(type, input, read, oldValues, rules);
                row.DraftVersion = version;
                row.DraftVersion.CultureNames = old.CultureNames;
                edit.Changed(row, "Save", EditorEventKind.Updated, row.ParentKey);
            },
            readersSee: false,
            user,
            cancel);
        return row.DraftVersionId!.Value;
    }

    /// <summary>Shows readers the draft.</summary>
    /// <param name="expectedDraft">The draft the editor saw; null for whatever it is.</param>
    public Task PublishAsync(Guid key, long? expectedDraft, Guid user, CancellationToken cancel = default) =>
        ChangeAsync(
            async edit =>
            {
                var row = await edit.DocumentAsync(key, cancel);
                Edit.RequireDraft(row, expectedDraft);
                await PublishAsync(edit, row, null, cancel);
                // What was to happen later has happened now.
                await DropSchedulesAsync(edit, [key], ScheduleAction.Publish, cancel);
            },
            readersSee: true,
            user,
            cancel);

    /// <summary>Takes a document, and with it all that hangs beneath it, away from readers. The draft stays.</summary>
    public Task UnpublishAsync(Guid key, Guid user, CancellationToken cancel = default) =>
        ChangeAsync(
            async edit =>
            {
                var row = await edit.DocumentAsync(key, cancel);
                await DropSchedulesAsync(edit, [key], null, cancel);
                if (row.PublishedVersionId is not null) Withdraw(edit, row, null);
            },
            readersSee: true,
            user,
            cancel);

    private async Task PublishAsync(Edit edit, DocumentRow row, string? comment, CancellationToken cancel)
    {
        if (row.Trashed) throw Refused(RefusalKind.NotAllowed, "Was im Papierkorb liegt, lässt sich nicht veröffentlichen.");
        if (await HiddenAboveAsync(edit, row, cancel) is { } hidden)
            throw Refused(RefusalKind.NotAllowed, NotPublished, $"„{hidden.DraftVersion!.Name}“ steht darüber und ist nicht veröffentlicht. Veröffentlichen Sie das zuerst.");
        RequirePublishable(edit, row, NotPublished);
        Publish(edit, row, comment);
    }

    private static void Publish(Edit edit, DocumentRow row, string? comment)
    {
        row.PublishedVersionId = row.DraftVersionId;
        row.PublishedAt = edit.Now;
        edit.Changed(row, "Publish", EditorEventKind.Updated, row.ParentKey, comment);
    }

    private static void Withdraw(Edit edit, DocumentRow row, string? comment)
    {
        row.PublishedVersionId = null;
        row.PublishedAt = null;
        edit.Changed(row, "Unpublish", EditorEventKind.Updated, row.ParentKey, comment);
    }

    private IReadOnlyList<ValueFault> FaultsOf(Edit edit, DocumentRow row) =>
        edit.Check(rules).Publishing(edit.TypeOf(row), PropertyValues.FromJson(row.DraftVersion!.Values));

    private void RequirePublishable(Edit edit, DocumentRow row, string otherwise)
    {
        var faults = FaultsOf(edit, row);
        if (faults.Count > 0) throw new EditRefusalException(RefusalKind.Invalid, otherwise, "Bitte sehen Sie sich die markierten Felder an.", faults);
    }

    /// <summary>The nearest document above that readers do not see, and with it nothing beneath; null when there is none.</summary>
    private static async Task<DocumentRow?> HiddenAboveAsync(Edit edit, DocumentRow row, CancellationToken cancel)
    {
        var seen = new HashSet<Guid>();
        for (var key = row.ParentKey; key is { } parent && seen.Add(parent);)
        {
            var above = await edit.AnyDocumentAsync(parent, cancel);
            if (above.PublishedVersionId is null) return above;
            key = above.ParentKey;
        }

        return null;
    }

    private static bool IsSame(Dictionary<string, string> values, Dictionary<string, string> old) =>
        values.Count == old.Count && values.All(pair => old.TryGetValue(pair.Key, out var value) && value == pair.Value);

    private async Task ChangeAsync(Func<Edit, Task> change, bool readersSee, Guid user, CancellationToken cancel)
    {
        var starts = await startNodes(user, cancel);
        var made = await content.ChangeAsync(
            async db =>
            {
                var (schema, _) = await SchemaStore.LoadAsync(db, cancel);
                var edit = new Edit(db, schema, clock.GetUtcNow().UtcDateTime, user, new DocumentArea(db, starts));
                await change(edit);
                return edit.Events;
            },
            readersSee,
            cancel);
        // Told once it is sure.
        foreach (var told in made) await events.RaiseAsync(told);
    }

    private static EditRefusalException Refused(RefusalKind kind, string title, string? detail = null) => new(kind, title, detail);
}
