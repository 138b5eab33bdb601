using Umbraco.Cms.Core;
using WgsSite.Cms.Publishing;

namespace WgsSite.Cms.Webhooks;

/// <summary>Something webhooks can be told of, under Umbraco's name (Umbraco.Cms.Core, Constants.WebhookEvents).</summary>
/// <param name="Name">As administrators read it.</param>
/// <param name="Type"><c>Content</c> or <c>Media</c>: of which of them the types are chosen.</param>
internal sealed record WebhookEvent(string Alias, string Name, string Type);

/// <summary>Something that happened, to one document or media item.</summary>
/// <param name="Document">What readers get from now on; null when they get nothing.</param>
/// <param name="Media">As for documents.</param>
public sealed record ContentEvent(string Alias, Guid Key, Guid TypeKey, PublishedDocument? Document = null, PublishedMedia? Media = null);

/// <summary>
/// What there is to be told of, and what of it happened. About documents the rule is what readers get, whatever was done for
/// it: a parent that is withdrawn takes along what stands beneath it, the bin withdraws, and a new address is news.
/// </summary>
internal static class WebhookEvents
{
    /// <summary>Alias of a trial call; nothing has happened.</summary>
    public const string Test = "Host.Test";

    public static IReadOnlyList<WebhookEvent> All { get; } =
    [
        new(Constants.WebhookEvents.Aliases.ContentPublish, "Inhalt veröffentlicht oder geändert", Constants.WebhookEvents.Types.Content),
        new(Constants.WebhookEvents.Aliases.ContentUnpublish, "Inhalt nicht mehr veröffentlicht", Constants.WebhookEvents.Types.Content),
        new(Constants.WebhookEvents.Aliases.ContentDelete, "Inhalt endgültig gelöscht", Constants.WebhookEvents.Types.Content),
        new(Constants.WebhookEvents.Aliases.MediaSave, "Datei hochgeladen oder geändert", Constants.WebhookEvents.Types.Media),
        new(Constants.WebhookEvents.Aliases.MediaDelete, "Datei endgültig gelöscht", Constants.WebhookEvents.Types.Media),
    ];

    public static WebhookEvent? Find(string alias) => All.FirstOrDefault(known => known.Alias == alias);

    /// <summary>In an order that suits a receiver: what documents show comes before them and goes after them, parents come before their children and go after them.</summary>
    public static IEnumerable<ContentEvent> Between(PublishedSnapshot before, PublishedSnapshot after, ChangedRows rows)
    {
        foreach (var (key, type) in rows.SavedMedia) yield return new ContentEvent(Constants.WebhookEvents.Aliases.MediaSave, key, type, Media: after.FindMedia(key));
        if (!ReferenceEquals(before, after))
            foreach (var gone in InOrder(before.Roots).Reverse().Where(old => after.Find(old.Key) is null))
                yield return new ContentEvent(Constants.WebhookEvents.Aliases.ContentUnpublish, gone.Key, gone.Type.Key);
        foreach (var (key, type) in rows.DeletedDocuments) yield return new ContentEvent(Constants.WebhookEvents.Aliases.ContentDelete, key, type);
        if (!ReferenceEquals(before, after))
            foreach (var document in InOrder(after.Roots).Where(document => before.Find(document.Key) is not { } old || IsNews(old, document)))
                yield return new ContentEvent(Constants.WebhookEvents.Aliases.ContentPublish, document.Key, document.Type.Key, document);
        foreach (var (key, type) in rows.DeletedMedia) yield return new ContentEvent(Constants.WebhookEvents.Aliases.MediaDelete, key, type);
    }

    private static bool IsNews(PublishedDocument old, PublishedDocument now) =>
        !now.SaysTheSameAs(old) || now.UpdatedAt != old.UpdatedAt || now.Path != old.Path || now.Type.Key != old.Type.Key;

    private static IEnumerable<PublishedDocument> InOrder(IEnumerable<PublishedDocument> siblings) =>
        siblings.SelectMany(document => InOrder(document.Children).Prepend(document));
}
