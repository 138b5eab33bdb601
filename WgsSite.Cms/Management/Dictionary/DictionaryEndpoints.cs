using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Management.Users;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Dictionary;

/// <summary>The words of the site's pages. Their names belong to the code; their texts belong to the editors.</summary>
internal static class DictionaryEndpoints
{
    public static void MapDictionary(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tree/dictionary/root", async (Paging page, DictionaryEditor dictionary, CancellationToken cancel) => Tree(await dictionary.AllAsync(cancel), null, page)).Needs(Right.EditDictionary);
        routes.MapGet("/tree/dictionary/children", async (Guid parentId, Paging page, DictionaryEditor dictionary, CancellationToken cancel) => Tree(await dictionary.AllAsync(cancel), parentId, page)).Needs(Right.EditDictionary);
        routes.MapGet("/tree/dictionary/ancestors", async (Guid descendantId, DictionaryEditor dictionary, CancellationToken cancel) => Ancestors(await dictionary.AllAsync(cancel), descendantId)).Needs(Right.EditDictionary);
        routes.MapGet("/item/dictionary", async (Guid[] id, DictionaryEditor dictionary, CancellationToken cancel) =>
            (await dictionary.AllAsync(cancel)).Where(item => id.Contains(item.Key)).Select(item => new { Id = item.Key, Flags = Array.Empty<Flag>(), Name = Label(item) })).Needs(Right.EditDictionary);
        routes.MapGet("/dictionary", List).Needs(Right.EditDictionary);
        routes.MapGet("/dictionary/{id:guid}", Read).Needs(Right.EditDictionary);
        routes.MapPut("/dictionary/{id:guid}", Save).Needs(Right.EditDictionary);
    }

    private static async Task<IResult> List(string? filter, Paging page, DictionaryEditor dictionary, CancellationToken cancel)
    {
        var all = await dictionary.AllAsync(cancel);
        var found = all
            .Where(item => string.IsNullOrWhiteSpace(filter) || item.Name.Contains(filter, StringComparison.CurrentCultureIgnoreCase) || item.Translations.Values.Any(text => text.Contains(filter, StringComparison.CurrentCultureIgnoreCase)))
            .OrderBy(item => item.Name, StringComparer.Ordinal)
            .Select(item => new { Name = Label(item), Id = item.Key, Parent = item.ParentKey is { } parent ? new Reference(parent) : null, TranslatedIsoCodes = item.Translations.Where(pair => pair.Value.Length > 0).Select(pair => pair.Key) });
        return Results.Ok(PagedModel<object>.Of([.. found], page.Skip, page.Take));
    }

    private static async Task<IResult> Read(Guid id, HttpContext context, DictionaryEditor dictionary, CancellationToken cancel)
    {
        if ((await dictionary.AllAsync(cancel)).FirstOrDefault(item => item.Key == id) is not { } found) return Problem.NotFound("Diesen Text gibt es nicht mehr.");
        DraftTag.Write(context, DictionaryEditor.TagOf(found.Translations));
        return Results.Ok(Model(found));
    }

    /// <summary>Changes what a word says. The client also sends what it calls the word; a word keeps its name in code.</summary>
    private static async Task<IResult> Save(Guid id, DictionaryRequest body, HttpContext context, ClaimsPrincipal user, DictionaryEditor dictionary, CancellationToken cancel)
    {
        if (body.Translations is not { } translations) return Problem.BadRequest("Nicht gespeichert: Der Text fehlt.");
        var texts = translations.OfType<TranslationRequest>().Where(text => text.IsoCode is not null).DistinctBy(text => text.IsoCode).ToDictionary(text => text.IsoCode!, text => text.Translation ?? "");
        DraftTag.Write(context, await dictionary.SaveAsync(id, texts, user.Key(), DraftTag.Expected(context), cancel));
        return Results.Ok();
    }

    private static PagedModel<object> Tree(IReadOnlyList<DictionaryItem> all, Guid? parent, Paging page) => PagedModel<object>.Of(
        [.. all.Where(item => item.ParentKey == parent).OrderBy(Label, StringComparer.CurrentCulture).Select(item => Node(item, all))], page.Skip, page.Take);

    private static IEnumerable<object> Ancestors(IReadOnlyList<DictionaryItem> all, Guid key)
    {
        var byKey = all.ToDictionary(item => item.Key);
        var path = new List<DictionaryItem>();
        for (Guid? step = key; step is { } at && byKey.TryGetValue(at, out var item) && !path.Contains(item); step = item.ParentKey) path.Insert(0, item);
        return path.Select(item => Node(item, all));
    }

    private static object Node(DictionaryItem item, IReadOnlyList<DictionaryItem> all) => new
    {
        HasChildren = all.Any(other => other.ParentKey == item.Key),
        Id = item.Key,
        Parent = item.ParentKey is { } parent ? new Reference(parent) : null,
        Flags = Array.Empty<Flag>(),
        Name = Label(item),
    };

    /// <summary>
    /// What a word is called: its text, since that is what an editor saw on a page. Its name in code tells only who wrote
    /// the page something.
    /// </summary>
    private static string Label(DictionaryItem item)
    {
        const int longest = 80;
        var text = item.Translations.Values.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))?.ReplaceLineEndings(" ").Trim();
        return text is null ? item.Name : text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest), "…");
    }

    private static object Model(DictionaryItem item) => new
    {
        Name = Label(item),
        Id = item.Key,
        Translations = item.Translations.Select(pair => new { IsoCode = pair.Key, Translation = pair.Value }),
    };

    private sealed record DictionaryRequest(IReadOnlyList<TranslationRequest?>? Translations);

    private sealed record TranslationRequest(string? IsoCode, string? Translation);
}
