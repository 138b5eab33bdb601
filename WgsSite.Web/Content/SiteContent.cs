using WgsSite.Cms.Publishing;
using WgsSite.Core.Contacts;
using WgsSite.Core.Coverage;
using WgsSite.Core.Inquiries;
using WgsSite.Core.Offers;
using WgsSite.Core.Places;

namespace WgsSite.Web.Content;

/// <summary>
/// Everything the pages show, read from one published snapshot. Made once per publish; immutable. Lists are in the
/// editors' order and hold what is published.
/// </summary>
public sealed record SiteContent
{
    public required PublishedSnapshot Snapshot { get; init; }
    public required SiteSettings Settings { get; init; }
    public required Words Words { get; init; }

    public required IReadOnlyList<Partner> Partners { get; init; }

    /// <summary>All services with a page, ended ones too; <see cref="ListedServices"/> is what lists show.</summary>
    public required IReadOnlyList<Service> Services { get; init; }
    public required IReadOnlyList<NeedLink> Needs { get; init; }
    public required IReadOnlyList<Municipality> Municipalities { get; init; }
    public required IReadOnlyList<ContactPerson> Persons { get; init; }
    public required IReadOnlyList<ContactTopic> Topics { get; init; }

    /// <summary>Finds municipalities and districts by what tenants enter.</summary>
    public required PlaceFinder Places { get; init; }
    public required IReadOnlyList<QuestionCategory> Questions { get; init; }

    /// <summary>What tenants say instead of a service's name.</summary>
    public required IReadOnlyList<Synonym> Synonyms { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<NewsItem> News { get; init; }

    /// <summary>Pages by the key of their document; which record it is follows from the document's type.</summary>
    public required IReadOnlyDictionary<Guid, object> Pages { get; init; }

    /// <summary>Texts in Leichte Sprache by the key of their document.</summary>
    public required IReadOnlyDictionary<Guid, PlainPage> PlainPages { get; init; }

    public IEnumerable<Service> ListedServices => Services.Where(service => service.IsListed);

    public IEnumerable<Service> ServicesOf(Partner partner) => ListedServices.Where(service => service.Partner.Key == partner.Key);

    public IEnumerable<Service> ServicesOf(SupportLevel level) => ListedServices.Where(service => service.Level == level);

    public ServicePage PageOf(Service service) => (ServicePage)Pages[service.Key];

    /// <summary>Needs that a service answers; one that only leads elsewhere cannot narrow a list.</summary>
    public IEnumerable<NeedLink> AnsweredNeeds => Needs.Where(need => ListedServices.Any(service => service.NeedKeys.Contains(need.Need.Key)));

    /// <summary>How some services can be had in each municipality; where most flats are comes first.</summary>
    public IReadOnlyList<PlaceServices> InEachPlace(IReadOnlyList<Service> services) =>
        [.. PlacesByAvailability.InOrder(Municipalities).Select(place => PlaceServices.Of(place, null, services))];

    /// <summary>How many flats are certainly covered by all listed services together; null when there is nothing to say.</summary>
    public required FlatShare? ShareOfAll { get; init; }

    /// <summary>The same for each listed service.</summary>
    public IReadOnlyList<(Service Service, FlatShare Share)> Shares => field ??=
    [
        .. ListedServices.Select(service => (Service: service, Share: FlatShare.Of([service], Municipalities, Settings.TotalFlats)))
            .Where(item => item.Share is not null).Select(item => (item.Service, item.Share!)),
    ];

    /// <summary>Whom a tenant of a place calls: by the general topic's rules, or the site's contact.</summary>
    public ContactPerson? ResponsibleFor(Municipality? municipality) =>
        Topics.FirstOrDefault(topic => topic.Key == Settings.GeneralTopicKey)?.Responsible(null, municipality) ?? Settings.Contact;

    /// <summary>The topic of questions that fit nowhere else.</summary>
    public ContactTopic? GeneralTopic => Topics.FirstOrDefault(topic => topic.Key == Settings.GeneralTopicKey) ?? (Topics.Count > 0 ? Topics[0] : null);

    /// <summary>Decides who gets an inquiry.</summary>
    public InquiryRouter Router => field ??= new InquiryRouter(Persons, Settings.Contact);

    /// <summary>The page with the form; null when editors have not published one.</summary>
    public FormPage? ContactPage => field ??= Only<FormPage>("contactPage");

    /// <summary>The page where tenants ask to be called.</summary>
    public FormPage? CallBackPage => field ??= Only<FormPage>("callBackPage");

    /// <summary>The one page of a type, such as the contact page; null when editors have not published one.</summary>
    public T? Only<T>(string typeAlias)
        where T : class =>
        Snapshot.OfType(typeAlias).Select(document => Pages.GetValueOrDefault(document.Key)).OfType<T>().FirstOrDefault();
}

/// <summary>What editors set for the whole site.</summary>
/// <param name="TotalFlats">All flats of the cooperative; null when it is not set.</param>
/// <param name="FlatsAsOf">How old the numbers of flats are: „2018“.</param>
/// <param name="ResponseDays">Working days within which the cooperative answers.</param>
/// <param name="Contact">Whom to call when no better contact is known; its number stands on every page.</param>
/// <param name="GeneralTopicKey">The topic whose rules say who answers general questions from a place.</param>
public sealed record SiteSettings(
    string SiteName,
    string Organisation,
    string? OrganisationPlace,
    string? SenderAddress,
    int? TotalFlats,
    string? FlatsAsOf,
    int? ResponseDays,
    int? RetentionDays,
    string? OpeningHours,
    ContactPerson? Contact,
    Guid? GeneralTopicKey,
    IReadOnlyList<PublishedLink> MainNavigation,
    IReadOnlyList<PublishedLink> FooterLinks)
{
    /// <summary>Working days to answer in, while editors have not said.</summary>
    public const int DefaultResponseDays = 3;
}
