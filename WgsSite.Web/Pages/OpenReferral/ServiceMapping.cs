using System.Net.Mail;
using WgsSite.Cms.Publishing;
using WgsSite.Core.Contacts;
using WgsSite.Core.Coverage;
using WgsSite.Core.Offers;
using WgsSite.Core.Places;
using WgsSite.Web.Content;
using WgsSite.Web.Hosting;
using WgsSite.Web.Pages.Shared;

namespace WgsSite.Web.Pages.OpenReferral;

/// <summary>
/// Says in HSDS what the pages say of a service (<c>docs/decisions/0019-open-referral.md</c>). What is not known is left out, and so
/// is sample data. Keys of documents are the ids; what has no document gets one made from the key of what it belongs to.
/// </summary>
internal sealed class ServiceMapping(SiteContent site, SiteAddress address)
{
    private const string German = "de", Germany = "DE", Voice = "voice", Physical = "physical";

    public HsdsService Of(Service service) => new(
        service.Key,
        service.Partner.Key,
        service.Name,
        Other(service.ShortName, service.Name),
        service.Summary.Length > 0 ? service.Summary : service.Tagline,
        Url(address.Of(service.Path)),
        Some(Urls(service)),
        Email(service.Partner.Contact.Email),
        service.Status.State == OfferState.Paused ? "temporarily closed" : "active",
        Lines(service.HowToStart.Select((step, index) => $"{index + 1}. {step.Title}: {step.Text}")),
        service.CostText,
        Lines(service.Audience),
        service.Status.State == OfferState.Paused ? service.Status.Notice ?? site.Words["Status.PausedShort"] : null,
        LastModified(service),
        Phones(service.Partner.Key, service.Partner.Contact.Phone, null),
        Some(Areas(service, Availability.Available).Select(area => ServiceArea(service, area))),
        service.Place is { } place ? [new HsdsServiceAtLocation(NameBasedUuid.Of(service.Key, "service_at_location"), Location(service.Key, place.Municipality?.Name, place.Address, place.Municipality))] : null,
        Some(service.Partner.Contact.Languages.Select(language => new HsdsLanguage(NameBasedUuid.Of(service.Key, $"language {language}"), language))),
        Organization(service.Partner),
        Contact is { } contact ? [OfPerson(contact)] : null,
        Some(NeedsOf(service).Select(need => OfNeed(service, need)).OfType<HsdsAttribute>().Concat(Areas(service, Availability.OnRequest).Select(area => OnRequest(service, area)))));

    /// <summary>Whom the service's page names; null while there is sample data only.</summary>
    private ContactPerson? Contact => site.Settings.Contact is { IsPlaceholder: false } contact ? contact : null;

    private IEnumerable<Need> NeedsOf(Service service) => site.Needs.Select(link => link.Need).Where(need => service.NeedKeys.Contains(need.Key));

    private HsdsOrganization Organization(Partner partner) => new(
        partner.Key,
        partner.FullName,
        Other(partner.Name, partner.FullName),
        partner.Summary,
        Email(partner.Contact.Email),
        Url(partner.Contact.Website),
        Phones(partner.Key, partner.Contact.Phone, null),
        partner.Location is null && partner.Contact.Address is null ? null : [Location(partner.Key, partner.Location, partner.Contact.Address, null)]);

    private static List<HsdsPhone>? Phones(Guid owner, string? number, string? hours) =>
        number?.Any(char.IsAsciiDigit) == true ? [new HsdsPhone(NameBasedUuid.Of(owner, "phone"), PhoneNumber.Href(number)["tel:".Length..], Voice, hours)] : null;

    private static HsdsContact OfPerson(ContactPerson person) => new(person.Key, person.Name, person.Function, Email(person.Email), Phones(person.Key, person.Phone, person.Hours));

    private IEnumerable<HsdsUrl> Urls(Service service)
    {
        if (Url(service.Partner.Contact.BookingUrl) is { } booking) yield return new HsdsUrl(NameBasedUuid.Of(service.Key, "booking"), site.Words["Partner.Booking"], booking);
        if (Url(site.PageOf(service).Meta.PlainPath is { } plain ? address.Of(plain) : null) is { } url) yield return new HsdsUrl(NameBasedUuid.Of(service.Key, "plain language"), site.Words["Plain.Link"], url);
    }

    private HsdsLocation Location(Guid owner, string? name, string? text, Municipality? municipality)
    {
        var id = NameBasedUuid.Of(owner, "location");
        var known = text is null ? null : PostalAddress(id, text, municipality);
        return new HsdsLocation(id, Physical, name, known is null ? text : null, known is null ? null : [known]);
    }

    /// <summary>Of „Street 1“, „12345 Town“ in two lines; null for any other text, and where the Land is not known.</summary>
    private HsdsAddress? PostalAddress(Guid location, string text, Municipality? municipality)
    {
        if (text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is not [var street, var town]) return null;
        if (town.Split(' ', 2, StringSplitOptions.TrimEntries) is not [{ Length: 5 } code, { Length: > 0 } city] || !code.All(char.IsAsciiDigit)) return null;
        municipality ??= site.Municipalities.FirstOrDefault(place => place.PostalCodes.Contains(code));
        return municipality is not null && FederalStates.NameOf(municipality) is { } state ? new HsdsAddress(NameBasedUuid.Of(location, "address"), street, city, state, code, Germany, Physical) : null;
    }

    /// <summary>
    /// Where a service can be had so: municipalities, and postal codes of those that are not alike. A paused service can be had nowhere,
    /// whatever its coverage says.
    /// </summary>
    private IEnumerable<Area> Areas(Service service, Availability status)
    {
        if (service.Status.State != OfferState.Active) yield break;
        foreach (var place in PlacesByAvailability.InOrder(site.Municipalities))
        {
            var coverage = service.Coverage.In(place);
            if (coverage.Exceptions.Count > 0)
            {
                foreach (var code in place.PostalCodes.Where(code => service.Coverage.At(code, place.Ags) == status))
                    yield return new Area(place, code, service.Coverage.Deciding(CoverageArea.OfPostalCode(code, place.Ags))?.Note);
            }
            else if (coverage.General == status)
            {
                yield return new Area(place, null, coverage.Note);
            }
        }
    }

    private HsdsServiceArea ServiceArea(Service service, Area area)
    {
        var id = NameBasedUuid.Of(service.Key, $"service_area {area}");
        var codes = area.PostalCode is { } only ? [only] : area.Place.PostalCodes;
        return new HsdsServiceArea(
            id,
            area.Name,
            area.Note,
            [
                Value(id, area.PostalCode is null ? "municipality" : "part_of_municipality", site.Words["OpenReferral.MunicipalityKey"], area.Place.Ags),
                .. codes.Select(code => Value(id, "postal_code", site.Words["OpenReferral.PostalCode"], code)),
            ]);
    }

    private static HsdsAttribute Value(Guid area, string type, string label, string value) => new(NameBasedUuid.Of(area, $"{type} {value}"), area, type, "service_area", value, label, null, null);

    /// <summary>No area of service: who reads no attributes would take it for certain.</summary>
    private HsdsAttribute OnRequest(Service service, Area area) =>
        new(NameBasedUuid.Of(service.Key, $"on request {area}"), service.Key, "availability", "service", area.ToString(), area.Note is null ? area.Name : $"{area.Name} ({area.Note})", OnRequestTerm.Id, OnRequestTerm);

    private HsdsTaxonomyTerm OnRequestTerm => field ??= Term(
        NameBasedUuid.Of(Availabilities.Id, "onRequest"), "onRequest", site.Words["Status.OnRequest"], site.Words["Status.OnRequestText"], Availabilities);

    /// <summary>Beneath the site's first page, which every site keeps.</summary>
    private HsdsTaxonomy Availabilities => field ??= new HsdsTaxonomy(
        NameBasedUuid.Of(site.Snapshot.Roots[0].Key, "availability"), site.Words["OpenReferral.Availability"], site.Words["OpenReferral.AvailabilityText"]);

    /// <returns>Null for a need that stands in no list, and so belongs to no taxonomy.</returns>
    private HsdsAttribute? OfNeed(Service service, Need need)
    {
        if (site.Snapshot.Find(need.Key)?.Parent is not { } list) return null;
        var taxonomy = new HsdsTaxonomy(list.Key, list.Name, site.Words["OpenReferral.NeedsText"]);
        return new HsdsAttribute(NameBasedUuid.Of(service.Key, $"need {need.Key}"), service.Key, "need", "service", null, null, need.Key, Term(need.Key, need.Slug, need.Name, need.Sentence, taxonomy));
    }

    private static HsdsTaxonomyTerm Term(Guid id, string code, string name, string description, HsdsTaxonomy taxonomy) => new(id, code, name, description, taxonomy.Name, taxonomy, German, taxonomy.Id);

    /// <summary>When the youngest of the documents was published that the answer is made of: places and settings are part of every one.</summary>
    private DateTime LastModified(Service service)
    {
        var keys = NeedsOf(service).Select(need => need.Key).Append(service.Key).Append(service.Partner.Key).Concat(site.Municipalities.Select(place => place.Key));
        var latest = (Contact is { } contact ? keys.Append(contact.Key) : keys).Select(key => site.Snapshot.Find(key)).OfType<PublishedDocument>()
            .Concat(site.Snapshot.OfType("settings")).Max(document => document.UpdatedAt);
        return new DateTime(latest.Ticks - (latest.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
    }

    private static string? Other(string name, string than) => name == than ? null : name;

    private static string? Lines(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } text ? text : null;

    private static string? Email(string? text) => MailAddress.TryCreate(text, out var mail) && mail.Address == text ? text : null;

    /// <summary>As a URI is written (RFC 3986), whatever letters editors used.</summary>
    private static string? Url(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) ? new UriBuilder(uri) { Host = uri.IdnHost }.Uri.AbsoluteUri : null;

    private static List<T>? Some<T>(IEnumerable<T> items) => items.ToList() is { Count: > 0 } list ? list : null;

    /// <param name="PostalCode">The part of the municipality that is meant; null for all of it.</param>
    private sealed record Area(Municipality Place, string? PostalCode, string? Note)
    {
        public string Name => PostalCode is null ? Place.Name : $"{PostalCode} {Place.Name}";

        /// <summary>„05970024“, or „57080@05970040“ for a part.</summary>
        public override string ToString() => PostalCode is null ? Place.Ags : $"{PostalCode}@{Place.Ags}";
    }
}
