using Microsoft.AspNetCore.Mvc;
using WgsSite.Cms.Search;
using WgsSite.Web.Content;
using WgsSite.Web.Security;

namespace WgsSite.Web.Pages.Search;

/// <summary>The search: <c>/suche/?q=</c>. What is asked may be about one's health, so that nobody keeps the answer.</summary>
[ResponseCache(NoStore = true)]
public sealed class SearchModel(SiteSearch search) : SitePageModel
{
    /// <summary>The page's own address; no document has it.</summary>
    public const string Segment = "suche", Path = $"/{Segment}/", Parameter = "q";

    private const int MostInGroup = 6, SnippetLength = 170;

    /// <summary>As sent; null when nothing was asked yet.</summary>
    [BindProperty(SupportsGet = true, Name = Parameter)]
    public string? Query { get; set; }

    /// <summary>The group that is shown to its end.</summary>
    [BindProperty(SupportsGet = true, Name = "alle")]
    public string? Whole { get; set; }

    public SearchAnswer? Answer { get; private set; }

    public override PageMeta Meta => new(
        Answer is null ? Words["Search.Heading"] : Words.Fill("Search.For", Answer.Query), Words["Search.Description"], Path, [new Crumb(Words["Crumbs.Home"], "/")], DateTime.UnixEpoch, NoIndex: true);

    public IActionResult OnGet()
    {
        if (!Request.Path.Value!.EndsWith('/')) return RedirectPermanent(Path + Request.QueryString);
        Response.Headers.ContentSecurityPolicy = SecurityHeaders.PolicyWithScript;
        if (!string.IsNullOrWhiteSpace(Query)) Answer = search.Find(Site, Query);
        return Page();
    }

    public static string AnchorOf(FindableKind kind) => kind switch
    {
        FindableKind.Service => "leistungen",
        FindableKind.Question => "fragen",
        FindableKind.Partner => "partner",
        _ => "seiten",
    };

    public IEnumerable<Found> Shown(FindableKind kind, IReadOnlyList<Found> items) => Whole == AnchorOf(kind) ? items : items.Take(MostInGroup);

    /// <summary>Where the rest of a group is shown; null when all of it is.</summary>
    public string? RestOf(FindableKind kind, IReadOnlyList<Found> items) =>
        items.Count > MostInGroup && Whole != AnchorOf(kind) ? $"{Path}?{Parameter}={Uri.EscapeDataString(Answer!.Query)}&alle={AnchorOf(kind)}#{AnchorOf(kind)}" : null;

    /// <summary>
    /// The place in a text where the words stand; of several texts the first that has one. What is called so says what it is: its
    /// summary tells more than the first place of its text that names it.
    /// </summary>
    public IReadOnlyList<MarkedText> Snippet(Findable item)
    {
        var (summary, body) = (item.Entry.Summary, item.Entry.Body);
        if (SearchMarks.Snippet(summary, Answer!.Words, SnippetLength) is { } place) return place;
        if (summary.Length > 0 && Marked(item.Entry.Title).Any(part => part.IsMarked)) return Beginning(summary);
        return SearchMarks.Snippet(body, Answer.Words, SnippetLength) ?? Beginning(summary.Length > 0 ? summary : body);
    }

    public IReadOnlyList<MarkedText> Marked(string text) => SearchMarks.Mark(text, Answer!.Words);

    private static List<MarkedText> Beginning(string text)
    {
        if (text.Length <= SnippetLength) return [new MarkedText(text, false)];
        var end = text.LastIndexOf(' ', SnippetLength);
        return [new MarkedText(text[..(end > 0 ? end : SnippetLength)] + " …", false)];
    }
}
