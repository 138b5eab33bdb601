using WgsSite.Cms.Search;
using WgsSite.Core.Offers;
using WgsSite.Core.Places;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Search;

/// <summary>How found things are grouped.</summary>
public enum FindableKind
{
    Service,
    Question,
    Partner,
    Page,
}

/// <summary>Something of the site that a search can find.</summary>
/// <param name="Path">Where it is shown, with the anchor of a question.</param>
/// <param name="Service">The service it is, for services.</param>
/// <param name="IsPlain">It is in Leichte Sprache.</param>
public sealed record Findable(FindableKind Kind, SearchEntry Entry, string Path, Service? Service = null, bool IsPlain = false)
{
    private const double ServiceWeight = 1.3, QuestionWeight = 1.15, PartnerWeight = 1.1, PlainWeight = 0.8;

    /// <summary>All that readers can find, by the id of its entry.</summary>
    public static IReadOnlyDictionary<string, Findable> Of(SiteContent site)
    {
        IEnumerable<Findable> all =
        [
            .. site.ListedServices.Select(service => OfService(site, service)),
            .. site.Only<ListPage>("faqList") is { } faq ? site.Questions.SelectMany(category => category.Questions.Select(question => OfQuestion(site, faq, category, question))) : [],
            .. site.Pages.Values.OfType<PartnerPage>().Where(page => page.Partner.Status.State != OfferState.Ended).Select(page => OfPartner(site, page)),
            .. site.Pages.Select(pair => OfPage(pair.Value, site.Snapshot.Find(pair.Key)?.Name ?? "")).OfType<Findable>(),
            .. site.Only<ListPage>("contactList") is { } people ? site.Persons.Select(person => Make(FindableKind.Page, $"person:{person.Key}", person.Name, person.Function ?? "", person.Function ?? "", person.Hours ?? "", people.Meta.Path)) : [],
            .. site.PlainPages.Values.Select(OfPlainPage),
        ];
        return all.ToDictionary(item => item.Entry.Id);
    }

    private static Findable OfService(SiteContent site, Service service)
    {
        var page = site.PageOf(service);
        var needs = site.Needs.Where(need => service.NeedKeys.Contains(need.Need.Key)).Select(need => need.Need.Sentence);
        var synonyms = site.Synonyms.Where(synonym => synonym.Service.Key == service.Key).Select(synonym => synonym.Word);
        var body = service.HowToStart.Select(step => $"{step.Title}: {step.Text}")
            .Concat(page.Complements.Select(other => $"{other.Service.Name}: {other.Reason}"))
            .Append(service.CostText).Append(service.Place?.Address).Append(service.Place?.Municipality?.Name).Append(Text(page.Body));
        return Make(FindableKind.Service, $"service:{service.Key}", service.Name, Join([service.ShortName, service.Tagline, service.Partner.Name, .. synonyms, .. needs, .. service.Audience]), service.Summary, Join(body), service.Path, ServiceWeight) with { Service = service };
    }

    private static Findable OfQuestion(SiteContent site, ListPage faq, QuestionCategory category, Question question) => Make(
        FindableKind.Question,
        $"question:{question.Key}",
        question.Text,
        Join([category.Name, .. site.ListedServices.Where(service => question.ServiceKeys.Contains(service.Key)).Select(service => service.Name)]),
        "",
        PlainText.Of(question.AnswerHtml),
        $"{faq.Meta.Path}#{question.Anchor}",
        QuestionWeight);

    private static Findable OfPartner(SiteContent site, PartnerPage page) => Make(
        FindableKind.Partner,
        $"partner:{page.Partner.Key}",
        page.Partner.Name,
        Join([page.Partner.FullName, page.Partner.Location, .. site.ServicesOf(page.Partner).Select(service => service.Name)]),
        page.Partner.Summary,
        Text(page.Body),
        page.Partner.Path,
        PartnerWeight);

    private static Findable OfPlainPage(PlainPage page) => Make(
        FindableKind.Page,
        $"plain:{page.DocumentKey}",
        page.Title,
        "Leichte Sprache",
        "",
        Join(page.Sections.SelectMany(section => section.Paragraphs.SelectMany(lines => lines).Prepend(section.Heading ?? ""))),
        page.Meta.Path,
        PlainWeight) with
    { IsPlain = true };

    /// <param name="name">The page's short name, which need not be its title.</param>
    private static Findable? OfPage(object page, string name) => page switch
    {
        PlacePage place => Page(place.Meta, place.Municipality.Name, Words(place.Municipality), place.Headline, []),
        TextPage text => Page(text.Meta, text.Headline, name, text.Intro, text.Body),
        ListPage list => Page(list.Meta, list.Headline, name, list.Intro, list.Body),
        FormPage form => Page(form.Meta, form.Headline, name, form.Intro, form.Body),
        NewsItem item => Page(item.Meta, item.Title, name, item.Teaser, item.Body),
        _ => null,
    };

    private static Findable Page(PageMeta meta, string title, string keywords, string? intro, IReadOnlyList<BodyBlock> body) =>
        Make(FindableKind.Page, $"page:{meta.Path}", title, keywords, intro ?? "", Text(body), meta.Path);

    private static Findable Make(FindableKind kind, string id, string title, string keywords, string summary, string body, string path, double weight = 1) =>
        new(kind, new SearchEntry(id, title, keywords, summary, body, weight), path);

    private static string Words(Municipality place) => Join([.. place.PostalCodes, .. place.Districts, place.KreisName]);

    private static string Text(IReadOnlyList<BodyBlock> body) => Join(body.SelectMany(block => block switch
    {
        TextBlock text => [text.Heading, PlainText.Of(text.Html)],
        FactBox box => [box.Heading, .. box.Facts],
        LinkList list => [list.Heading, .. list.Links.Select(link => link.Name)],
        ImageBlock image => [image.Caption],
        _ => (IEnumerable<string?>)[block.Heading],
    }));

    private static string Join(IEnumerable<string?> parts) => string.Join(" ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
}
