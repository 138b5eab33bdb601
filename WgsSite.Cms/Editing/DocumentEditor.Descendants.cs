using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Editing;

/// <summary>Publishing a document with what hangs beneath it.</summary>
public sealed partial class DocumentEditor
{
    /// <summary>
    /// Shows readers the drafts of a document and of all that hangs beneath it: all of them, or, when one cannot be
    /// published, none, and each that cannot is named.
    /// </summary>
    /// <param name="withUnpublished">Also what readers do not see yet; otherwise that is left out, with what is beneath it.</param>
    public Task PublishWithDescendantsAsync(Guid key, bool withUnpublished, Guid user, CancellationToken cancel = default) =>
        ChangeAsync(
            async edit =>
            {
                const int named = 10;
                var row = await edit.DocumentAsync(key, cancel);
                var below = (await edit.WithDescendantsAsync(row, withDrafts: true, cancel)).Where(other => !other.Trashed).ToLookup(other => other.ParentKey);
                var refused = new List<string>();
                var published = new List<Guid>();
                await PublishAsync(row);
                if (refused.Count > 0)
                    throw Refused(RefusalKind.NotAllowed, "Es wurde nichts veröffentlicht.", $"Bei diesen Dokumenten fehlt etwas, oder ein Wert passt nicht: {string.Join(", ", refused.Take(named))}{(refused.Count > named ? $" und {refused.Count - named} weitere" : "")}.");
                await DropSchedulesAsync(edit, published, ScheduleAction.Publish, cancel);

                async Task PublishAsync(DocumentRow next)
                {
                    if (next == row)
                    {
                        if (row.Trashed) throw Refused(RefusalKind.NotAllowed, "Was im Papierkorb liegt, lässt sich nicht veröffentlichen.");
                        if (await HiddenAboveAsync(edit, row, cancel) is { } hidden)
                            throw Refused(RefusalKind.NotAllowed, "Es wurde nichts veröffentlicht.", $"„{hidden.DraftVersion!.Name}“ steht darüber und ist nicht veröffentlicht. Veröffentlichen Sie das zuerst.");
                    }
                    else if (next.PublishedVersionId is null && !withUnpublished)
                    {
                        return;
                    }

                    // What readers see already is left alone, and says nothing new in its history.
                    if (next.PublishedVersionId != next.DraftVersionId)
                    {
                        if (FaultsOf(edit, next).Count > 0)
                        {
                            refused.Add($"„{next.DraftVersion!.Name}“");
                        }
                        else
                        {
                            Publish(edit, next, next == row ? null : $"zusammen mit „{row.DraftVersion!.Name}“");
                            published.Add(next.Key);
                        }
                    }

                    foreach (var child in below[next.Key].Where(child => child != row)) await PublishAsync(child);
                }
            },
            readersSee: true,
            user,
            cancel);
}
