using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Editing;

/// <summary>What documents said before.</summary>
public sealed partial class DocumentEditor
{
    /// <summary>Makes an earlier version the draft again, as a new version: nothing that was written since is lost.</summary>
    public Task RollBackAsync(long version, Guid user, CancellationToken cancel = default) =>
        ChangeAsync(
            async edit =>
            {
                var old = await VersionAsync(edit, version, cancel);
                var row = await edit.DocumentAsync(old.DocumentKey, cancel);
                if (row.Trashed) throw Refused(RefusalKind.NotAllowed, "Das Dokument liegt im Papierkorb.", "Holen Sie es zurück, dann können Sie eine frühere Version wiederherstellen.");
                var draft = row.DraftVersion!;
                if (draft.Name == old.Name && draft.TemplateKey == old.TemplateKey && draft.Values == old.Values && draft.CultureNames == old.CultureNames) return;
                row.DraftVersion = new DocumentVersionRow
                {
                    DocumentKey = row.Key,
                    Name = old.Name,
                    CultureNames = old.CultureNames,
                    TemplateKey = old.TemplateKey,
                    Values = old.Values,
                    CreatedAt = edit.Now,
                    CreatedBy = user,
                };
                edit.Changed(row, AuditAction.RollBack, EditorEventKind.Updated, row.ParentKey, $"Version vom {InWords(old.CreatedAt)}");
            },
            readersSee: false,
            user,
            cancel);

    /// <summary>Keeps a version from being cleaned up, or no longer.</summary>
    public Task PinAsync(long version, bool pinned, Guid user, CancellationToken cancel = default) =>
        ChangeAsync(
            async edit =>
            {
                var row = await VersionAsync(edit, version, cancel);
                await edit.DocumentAsync(row.DocumentKey, cancel);
                if (row.Pinned == pinned) return;
                row.Pinned = pinned;
                edit.Log(row.DocumentKey, AuditAction.Pin, pinned ? $"Die Version vom {InWords(row.CreatedAt)} wird dauerhaft aufgehoben" : $"Die Version vom {InWords(row.CreatedAt)} wird nicht mehr dauerhaft aufgehoben");
            },
            readersSee: false,
            user,
            cancel);

    private static async Task<DocumentVersionRow> VersionAsync(Edit edit, long version, CancellationToken cancel) =>
        await edit.Db.DocumentVersions.SingleOrDefaultAsync(row => row.Id == version, cancel) ?? throw Refused(RefusalKind.NotFound, "Diese Version gibt es nicht mehr.", "Sie wurde inzwischen aufgeräumt.");
}
