using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Media;

/// <summary>
/// All that editors do with pictures, files and folders. Each method is one change: it is done, and what readers see is
/// changed with it before it returns, or it is refused with <see cref="EditRefusalException"/> and nothing has happened.
/// Media have no drafts: what is saved, readers see.
/// </summary>
public sealed partial class MediaEditor(PublishedContent content, MediaFiles files, PictureSizes sizes, UploadedFiles uploads, UrlSegments segments, IEnumerable<ValueRule> rules, EditorEvents events, StartFoldersOf startFolders, TimeProvider clock)
{
    private const string Gone = "Diese Datei gibt es nicht mehr.";

    /// <param name="key">Chosen by the client, so that a request sent twice makes one item.</param>
    /// <param name="parent">Null for the root.</param>
    public Task CreateAsync(Guid key, Guid typeKey, Guid? parent, DocumentInput input, Guid user, CancellationToken cancel = default) =>
        WithFileAsync(
            (edit, placed) => CreateAsync(edit, placed, key, typeKey, parent, input, cancel),
            UploadIn(input),
            user,
            cancel);

    /// <summary>Changes name, values, focal point or file.</summary>
    /// <param name="expected">The revision the editor began from; null to write in any case.</param>
    /// <param name="mayChangePages">False for who writes drafts only: what readers see on a page stays as it is then.</param>
    /// <returns>The revision it has now.</returns>
    public async Task<int> SaveAsync(Guid key, DocumentInput input, int? expected, bool mayChangePages, Guid user, CancellationToken cancel = default)
    {
        MediaRow row = null!;
        await WithFileAsync(
            async (edit, placed) =>
            {
                row = await edit.RowAsync(key, cancel);
                if (row.Trashed) throw Refused(RefusalKind.NotAllowed, "Die Datei liegt im Papierkorb.", "Holen Sie sie zurück, dann können Sie sie bearbeiten.");
                var type = edit.TypeOf(row);
                var old = PropertyValues.FromJson(row.Values);
                var values = MediaInput.Apply(input, type, edit.Schema, old, placed);
                var isSame = row.Name == input.StoredName && PropertyValues.ToJson(values) == PropertyValues.ToJson(old);
                if (isSame) return;
                if (expected is not null && expected != row.Revision) throw new OutdatedException(await edit.LastUserAsync(key, cancel), row.UpdatedAt, OutdatedItem.File);
                if (!mayChangePages && await edit.IsPublishedAsync(key, cancel))
                    throw Refused(RefusalKind.Forbidden, "Das steht schon auf einer Seite der Website.", "Ändern kann es nur, wer veröffentlichen darf.");
                await RequireSoundAsync(edit, type, input, values, key, cancel);
                row.Name = input.StoredName;
                row.Values = PropertyValues.ToJson(values);
                edit.Changed(row, "Save", EditorEventKind.Updated, row.ParentKey);
            },
            UploadIn(input),
            user,
            cancel);
        return row.Revision;
    }

    /// <summary>What is wrong with values that were not sent to be stored yet.</summary>
    public IReadOnlyList<ValueFault> Check(ContentSchema schema, ContentType type, DocumentInput input, IReadOnlyDictionary<string, string> old)
    {
        try
        {
            var upload = UploadIn(input) is { } key ? uploads.Find(key) : null;
            var values = MediaInput.Apply(input, type, schema, old, upload is null ? null : new PlacedFile($"/media/{upload.Name}", upload));
            return [.. DocumentCheck.Name(input.StoredName), .. new DocumentCheck(schema, _ => null, _ => null, rules).Publishing(type, values)];
        }
        catch (EditRefusalException refusal)
        {
            return refusal.Faults;
        }
    }

    private async Task CreateAsync(MediaEdit edit, PlacedFile? placed, Guid key, Guid typeKey, Guid? parent, DocumentInput input, CancellationToken cancel)
    {
        if (key == Guid.Empty) throw Refused(RefusalKind.NotAllowed, "Der Schlüssel der Datei fehlt.");
        if (await edit.Db.Media.AnyAsync(row => row.Key == key, cancel)) throw Refused(RefusalKind.NotAllowed, "Diese Datei gibt es schon.");
        var type = edit.Schema.MediaType(typeKey) ?? throw Refused(RefusalKind.NotFound, "Diese Art von Datei gibt es nicht.");
        await edit.RequirePlaceAsync(type, parent, cancel);
        var values = MediaInput.Apply(input, type, edit.Schema, new Dictionary<string, string>(), placed);
        await RequireSoundAsync(edit, type, input, values, key, cancel);
        var row = new MediaRow
        {
            Key = key,
            ParentKey = parent,
            TypeKey = typeKey,
            Name = input.StoredName,
            SortOrder = await edit.NextOrderAsync(parent, cancel),
            CreatedAt = edit.Now,
            Values = PropertyValues.ToJson(values),
        };
        edit.Db.Media.Add(row);
        edit.Changed(row, "New", EditorEventKind.Created);
    }

    private async Task RequireSoundAsync(MediaEdit edit, ContentType type, DocumentInput input, IReadOnlyDictionary<string, string> values, Guid key, CancellationToken cancel)
    {
        List<ValueFault> faults = [.. DocumentCheck.Name(input.StoredName), .. new DocumentCheck(edit.Schema, _ => null, _ => null, rules).Publishing(type, values)];
        // A picture that stands on pages must go on saying what it shows.
        if (string.IsNullOrWhiteSpace(values.GetValueOrDefault(MediaValues.AlternativeText))
            && edit.Schema.PropertiesOf(type).Any(property => property.Alias == MediaValues.AlternativeText)
            && await edit.IsUsedAsync(key, cancel))
            faults.Add(new ValueFault(ValuePath.Of(MediaValues.AlternativeText), "Dieses Bild steht auf Seiten. Bitte beschreiben Sie, was zu sehen ist."));
        if (faults.Count > 0) throw new EditRefusalException(RefusalKind.Invalid, "Die Datei wurde nicht gespeichert.", "Bitte sehen Sie sich die markierten Felder an.", faults);
    }

    /// <summary>The file that was sent for this item; null when its file stays.</summary>
    private static Guid? UploadIn(DocumentInput input) => input.Values.FirstOrDefault(value => value.Alias == MediaValues.File)?.Value is { } sent ? MediaInput.UploadOf(sent) : null;

    /// <summary>
    /// Puts an uploaded file in its place before the change is made, and takes it away again when the change fails. Its
    /// folder is new, so that an address always means the same bytes.
    /// </summary>
    private async Task WithFileAsync(Func<MediaEdit, PlacedFile?, Task> change, Guid? upload, Guid user, CancellationToken cancel)
    {
        PlacedFile? placed = null;
        if (upload is { } key)
        {
            var file = uploads.Find(key) ?? throw Refused(RefusalKind.NotAllowed, "Die hochgeladene Datei ist nicht mehr da.", "Bitte laden Sie sie noch einmal hoch.");
            var name = segments.Of(Path.GetFileNameWithoutExtension(file.Name));
            placed = new PlacedFile($"/media/{Guid.NewGuid().ToString("N")[..8]}/{name[..Math.Min(name.Length, 80)]}.{file.Extension}", file);
        }

        try
        {
            if (placed is not null)
            {
                var target = files.FileOf(placed.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(uploads.FileOf(upload!.Value), target);
            }

            await ChangeAsync(edit => change(edit, placed), user, cancel);
        }
        catch
        {
            if (placed is not null) files.Delete(placed.Path);
            throw;
        }

        if (upload is { } used) uploads.Drop(used);
    }

    private async Task ChangeAsync(Func<MediaEdit, Task> change, Guid user, CancellationToken cancel)
    {
        var starts = await startFolders(user, cancel);
        var made = await content.ChangeAsync(
            async db =>
            {
                var (schema, _) = await SchemaStore.LoadAsync(db, cancel);
                var edit = new MediaEdit(db, schema, clock.GetUtcNow().UtcDateTime, user, new MediaArea(db, starts));
                await change(edit);
                return edit.Events;
            },
            readersSee: true,
            cancel);
        foreach (var told in made) await events.RaiseAsync(told);
    }

    private static EditRefusalException Refused(RefusalKind kind, string title, string? detail = null) => new(kind, title, detail);
}

/// <summary>An uploaded file in its place.</summary>
/// <param name="Path">Path readers will find it at.</param>
internal sealed record PlacedFile(string Path, UploadedFile File);
