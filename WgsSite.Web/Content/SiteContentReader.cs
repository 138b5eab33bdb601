using System.Diagnostics.CodeAnalysis;
using WgsSite.Cms.Publishing;
using WgsSite.Core.Contacts;
using WgsSite.Core.Coverage;
using WgsSite.Core.Inquiries;
using WgsSite.Core.Offers;
using WgsSite.Core.Places;

namespace WgsSite.Web.Content;

/// <summary>
/// Reads the typed content out of a published snapshot. A document that lacks what its page cannot do without (a
/// service without a partner, say) is left out; the backoffice refuses to publish one.
/// </summary>
internal sealed partial class SiteContentReader
{
    private readonly PublishedSnapshot snapshot;
    private readonly Words words;
    private readonly UrlSegments segments = new();
    private readonly Dictionary<Guid, object> pages = [];
    private readonly Dictionary<Guid, PlainPage> plainPages = [];
    private readonly Dictionary<Guid, Partner> partners;
    private readonly Dictionary<Guid, Municipality> municipalities;
    private readonly Dictionary<Guid, Service> services;
    private readonly Dictionary<Guid, ContactPerson> persons;
    private readonly SiteSettings settings;
    private readonly FlatShare? shareOfAll;
    private readonly List<(PublishedDocument Document, Need Need)> needs;

    private readonly Country country;

    private SiteContentReader(PublishedSnapshot snapshot, Country country)
    {
        this.snapshot = snapshot;
        this.country = country;
        words = new Words(snapshot);
        persons = snapshot.OfType("contactPerson").Select(Person).ToDictionary(person => person.Key);
        municipalities = snapshot.OfType("municipality").Select(Municipality).OfType<Municipality>().ToDictionary(place => place.Key);
        partners = snapshot.OfType("partner").Select(Partner).ToDictionary(partner => partner.Key);
        services = snapshot.OfType("service").Select(Service).OfType<Service>().ToDictionary(service => service.Key);
        settings = Settings();
        shareOfAll = FlatShare.Of(services.Values, municipalities.Values, settings.TotalFlats);
        needs = [.. snapshot.OfType("need").Select(document => (document, Need(document)))];
    }

    public static SiteContent Read(PublishedSnapshot snapshot, Country country) => new SiteContentReader(snapshot, country).Read();

    private SiteContent Read()
    {
        var needLinks = needs.Select(NeedLink).OfType<NeedLink>().ToList();
        var questions = snapshot.OfType("faqCategory").Select(Category).Where(category => category.Questions.Count > 0).ToList();
        foreach (var document in snapshot.OfType("newsItem")) pages[document.Key] = NewsItem(document);
        foreach (var document in snapshot.OfType("partner")) pages[document.Key] = PartnerPage(document);
        foreach (var document in snapshot.OfType("service").Where(document => services.ContainsKey(document.Key))) pages[document.Key] = ServicePage(document);
        foreach (var document in snapshot.OfType("municipality").Where(document => municipalities.ContainsKey(document.Key))) pages[document.Key] = PlacePage(document);
        foreach (var document in snapshot.OfType("page")) pages[document.Key] = TextPage(document);
        foreach (var alias in (string[])["partnerList", "serviceList", "coveragePage", "faqList", "contactList", "newsList"])
            foreach (var document in snapshot.OfType(alias)) pages[document.Key] = ListPage(document);
        foreach (var alias in (string[])["contactPage", "callBackPage"])
            foreach (var document in snapshot.OfType(alias)) pages[document.Key] = FormPage(document);
        foreach (var document in snapshot.OfType("home")) pages[document.Key] = HomePage(document, needLinks, questions);

        return new SiteContent
        {
            Snapshot = snapshot,
            Words = words,
            Settings = settings,
            ShareOfAll = shareOfAll,
            Partners = [.. snapshot.OfType("partner").Select(document => partners[document.Key])],
            Services = [.. snapshot.OfType("service").Select(document => services.GetValueOrDefault(document.Key)).OfType<Service>()],
            Needs = needLinks,
            Municipalities = [.. snapshot.OfType("municipality").Select(document => municipalities.GetValueOrDefault(document.Key)).OfType<Municipality>()],
            Topics = [.. snapshot.OfType("contactTopic").Select(Topic)],
            Places = new PlaceFinder(municipalities.Values, country),
            Persons = [.. snapshot.OfType("contactPerson").Select(document => persons[document.Key])],
            Questions = questions,
            Synonyms = [.. snapshot.OfType("synonymList").SelectMany(list => list.Blocks("synonyms")).Select(Synonym).OfType<Synonym>()],
            News = [.. pages.Values.OfType<NewsItem>().OrderByDescending(item => item.Date)],
            Pages = pages,
            PlainPages = plainPages,
        };
    }

    private SiteSettings Settings()
    {
        var document = snapshot.OfType("settings").FirstOrDefault();
        return new SiteSettings(
            document?.Text("siteName") ?? words["Site.Name"],
            document?.Text("organisation") ?? words["Site.Organisation"],
            document?.Text("organisationPlace"),
            document?.Text("senderAddress"),
            document?.Number("totalFlats"),
            document?.Text("flatsAsOf"),
            Within(document?.Number("responseDays"), 1, 60),
            Within(document?.Number("retentionDays"), 1, InquiryRetention.LongestAfterClosing),
            document?.Text("openingHours"),
            Find(persons, document?.Reference("siteContact")) ?? persons.Values.FirstOrDefault(person => person.Phone is not null),
            document?.Reference("generalTopic")?.Key,
            document?.Links("mainNavigation") ?? [],
            document?.Links("footerLinks") ?? []);
    }

    /// <summary>A number that makes sense; null, and so the default, for any other.</summary>
    private static int? Within(int? number, int from, int to) => number >= from && number <= to ? number : null;

    private static ContactPerson Person(PublishedDocument document) => new(
        document.Key,
        document.Name,
        document.Text("function"),
        document.Text("phone"),
        document.Text("email"),
        document.Text("hours"),
        document.Flag("isPlaceholder"),
        [.. document.References("deputies").Select(deputy => deputy.Key)],
        document.Date("absentFrom"),
        document.Date("absentTo"));

    private ContactTopic Topic(PublishedDocument document) => new(
        document.Key,
        segments.Of(document.Name),
        document.Name,
        document.Text("hint"),
        [.. document.References("services").Select(service => service.Key)],
        [.. document.Blocks("rules").Select(Rule).OfType<ContactRule>()],
        Find(persons, document.Reference("fallbackPerson")),
        document.Flag("isUrgent"));

    private Synonym? Synonym(PublishedBlock block) => block.Text("word") is { } word && Find(services, block.Reference("service")) is { } service ? new Synonym(word, service, block.Text("note")) : null;

    /// <summary>A rule that names nobody, or a service or place that is gone, is no rule any more.</summary>
    private ContactRule? Rule(PublishedBlock block)
    {
        var (service, municipality) = (Find(services, block.Reference("service")), Find(municipalities, block.Reference("municipality")));
        if (Find(persons, block.Reference("person")) is not { } person
            || (service is null && block.Raw("service") is not null) || (municipality is null && block.Raw("municipality") is not null)) return null;
        return new ContactRule(service?.Key, municipality?.Key, block.Text("kreis"), person);
    }

    private static Municipality? Municipality(PublishedDocument document) => document.Text("ags") is { Length: 8 } ags
        ? new Municipality(
            document.Key,
            ags,
            document.Name,
            document.Text("kreis") ?? "",
            document.Choices("postalCodes"),
            document.Number("flats"),
            document.Lines("districts"),
            document.Path)
        : null;

    private static Partner Partner(PublishedDocument document) => new(
        document.Key,
        document.Name,
        document.Text("fullName") ?? document.Name,
        document.Text("location"),
        document.Path,
        document.Text("summary") ?? "",
        Status(document),
        new PartnerContact(
            document.Text("phone"),
            document.Text("email"),
            WebAddress(document, "website"),
            WebAddress(document, "bookingUrl"),
            document.Text("address"),
            document.Choices("languages")));

    private Service? Service(PublishedDocument document)
    {
        if (Find(partners, document.Reference("partner")) is not { } partner || Level(document) is not { } level) return null;
        var municipality = Find(municipalities, document.Reference("placeMunicipality"));
        var address = document.Text("placeAddress");
        // The store only takes a valid value; should one be invalid all the same, nothing is promised.
        var coverage = CoverageJson.Read(document.Raw("coverage")).Coverage ?? ServiceCoverage.Unknown;
        return new Service(
            document.Key,
            document.Name,
            document.Text("shortName") ?? document.Name,
            document.Path,
            document.Text("tagline") ?? "",
            document.Text("summary") ?? "",
            partner,
            level,
            [.. document.References("needs").Select(need => need.Key)],
            document.Lines("audience"),
            [.. document.Blocks("howToStart").Select(step => new Step(step.Text("title") ?? "", step.Text("text") ?? ""))],
            document.Text("costText"),
            municipality is null && address is null ? null : new ServicePlace(address, municipality),
            OfferStatus.Worse(Status(document), partner.Status),
            coverage);
    }

    private Need Need(PublishedDocument document) =>
        new(document.Key, segments.Of(document.Name), document.Name, document.Text("sentence") ?? document.Name);

    /// <summary>
    /// A need leads to the editors' own link; else to its one service; else to the services filtered by it. A need that
    /// nothing answers is not shown.
    /// </summary>
    private NeedLink? NeedLink((PublishedDocument Document, Need Need) item)
    {
        var (document, need) = item;
        var icon = WindowDrawings.Of(document) ?? WindowDrawings.Question;
        var answers = services.Values.Where(service => service.IsListed && service.NeedKeys.Contains(need.Key)).ToList();
        if (document.Links("link") is [var link, ..])
            return new NeedLink(need, icon, document.Text("linkLabel") ?? link.Name, link.Url);
        var list = snapshot.OfType("serviceList").FirstOrDefault();
        return answers switch
        {
            [] => null,
            [var only] => new NeedLink(need, icon, document.Text("linkLabel") ?? only.Name, only.Path),
            _ when list is not null => new NeedLink(
                need, icon, document.Text("linkLabel") ?? string.Join(", ", answers.Select(service => service.ShortName)), $"{list.Path}?bedarf={need.Slug}"),
            _ => null,
        };
    }

    private static OfferStatus Status(PublishedDocument document) => new(
        document.Choice("status") switch
        {
            "pausiert" => OfferState.Paused,
            "beendet" => OfferState.Ended,
            _ => OfferState.Active,
        },
        document.Text("statusNotice"));

    private static SupportLevel? Level(PublishedDocument document) =>
        document.Choice("supportLevel") is [>= '1' and <= '4', ..] text ? (SupportLevel)(text[0] - '0') : null;

    private static string? WebAddress(PublishedDocument document, string alias) =>
        document.Text(alias) is { } url && url.StartsWith("http", StringComparison.OrdinalIgnoreCase) && PublishedValues.IsSafe(url) ? url : null;

    private static T? Find<T>(Dictionary<Guid, T> items, PublishedDocument? document)
        where T : class =>
        document is not null && items.TryGetValue(document.Key, out var item) ? item : null;

    [return: NotNullIfNotNull(nameof(text))]
    private static string? Shorten(string? text, int length)
    {
        if (text is null || text.Length <= length) return text;
        var end = text.LastIndexOf(' ', length);
        return text[..(end > 0 ? end : length)] + " …";
    }
}
