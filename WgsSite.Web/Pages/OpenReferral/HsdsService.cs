using System.Text.Json.Serialization;

namespace WgsSite.Web.Pages.OpenReferral;

// The objects of the Human Services Data Specification 3.1 (Open Referral, https://docs.openreferral.org, schema reference), as far
// as this site knows something to say in them. Written in snake_case; what is null is not written.

/// <summary>HSDS <c>service</c>.</summary>
/// <param name="Status"><c>active</c> or <c>temporarily closed</c>.</param>
/// <param name="LastModified">UTC, to the millisecond.</param>
internal sealed record HsdsService(
    Guid Id,
    Guid OrganizationId,
    string Name,
    string? AlternateName,
    string Description,
    string? Url,
    IReadOnlyList<HsdsUrl>? AdditionalUrls,
    string? Email,
    string Status,
    string? ApplicationProcess,
    string? FeesDescription,
    string? EligibilityDescription,
    string? Alert,
    DateTime LastModified,
    IReadOnlyList<HsdsPhone>? Phones,
    IReadOnlyList<HsdsServiceArea>? ServiceAreas,
    IReadOnlyList<HsdsServiceAtLocation>? ServiceAtLocations,
    IReadOnlyList<HsdsLanguage>? Languages,
    HsdsOrganization Organization,
    IReadOnlyList<HsdsContact>? Contacts,
    IReadOnlyList<HsdsAttribute>? Attributes)
{
    /// <summary>As it stands in a page of services: what there is one of, without lists (HSDS <c>service_list</c>).</summary>
    public HsdsService Listed() => this with
    {
        AdditionalUrls = null,
        Phones = null,
        ServiceAreas = null,
        ServiceAtLocations = null,
        Languages = null,
        Contacts = null,
        Attributes = null,
        Organization = Organization with { Phones = null, Locations = null },
    };
}

/// <summary>HSDS <c>organization</c>: the partner that gives the service.</summary>
internal sealed record HsdsOrganization(
    Guid Id, string Name, string? AlternateName, string Description, string? Email, string? Website, IReadOnlyList<HsdsPhone>? Phones, IReadOnlyList<HsdsLocation>? Locations);

/// <summary>HSDS <c>service_area</c>: where the service can certainly be had.</summary>
/// <param name="Description">What editors remark about this area.</param>
internal sealed record HsdsServiceArea(Guid Id, string Name, string? Description, IReadOnlyList<HsdsAttribute> Attributes);

/// <summary>HSDS <c>service_at_location</c>, for services one goes to.</summary>
internal sealed record HsdsServiceAtLocation(Guid Id, HsdsLocation Location);

/// <summary>HSDS <c>location</c>.</summary>
/// <param name="LocationType"><c>physical</c>.</param>
/// <param name="Name">Name of the town.</param>
/// <param name="Description">The address as editors wrote it, when it is not of a form that <paramref name="Addresses"/> could say.</param>
internal sealed record HsdsLocation(Guid Id, string LocationType, string? Name, string? Description, IReadOnlyList<HsdsAddress>? Addresses);

/// <summary>HSDS <c>address</c>.</summary>
/// <param name="Country">ISO 3166-1, two letters.</param>
/// <param name="AddressType"><c>physical</c>.</param>
internal sealed record HsdsAddress(
    Guid Id,
    [property: JsonPropertyName("address_1")] string Address1,
    string City,
    string StateProvince,
    string PostalCode,
    string Country,
    string AddressType);

/// <summary>HSDS <c>phone</c>.</summary>
/// <param name="Number">With the country's code (E.164).</param>
/// <param name="Type"><c>voice</c>.</param>
/// <param name="Description">When somebody answers.</param>
internal sealed record HsdsPhone(Guid Id, string Number, string Type, string? Description);

/// <summary>HSDS <c>contact</c>: whom at the cooperative to ask.</summary>
/// <param name="Title">What the person or office is there for.</param>
internal sealed record HsdsContact(Guid Id, string Name, string? Title, string? Email, IReadOnlyList<HsdsPhone>? Phones);

/// <summary>HSDS <c>language</c>: one that the partner's people speak.</summary>
internal sealed record HsdsLanguage(Guid Id, string Name);

/// <summary>HSDS <c>url</c>.</summary>
internal sealed record HsdsUrl(Guid Id, string Label, string Url);

/// <summary>HSDS <c>attribute</c>: a term of a taxonomy or a value that belongs to something.</summary>
/// <param name="LinkId">What it belongs to.</param>
/// <param name="LinkType">What it says about it; see <c>docs/api-services.md</c>.</param>
/// <param name="LinkEntity">Of what kind that is: <c>service</c> or <c>service_area</c>.</param>
internal sealed record HsdsAttribute(Guid Id, Guid LinkId, string LinkType, string LinkEntity, string? Value, string? Label, Guid? TaxonomyTermId, HsdsTaxonomyTerm? TaxonomyTerm);

/// <summary>HSDS <c>taxonomy_term</c>.</summary>
/// <param name="Language">ISO 639-1.</param>
internal sealed record HsdsTaxonomyTerm(Guid Id, string Code, string Name, string Description, string Taxonomy, HsdsTaxonomy TaxonomyDetail, string Language, Guid TaxonomyId);

/// <summary>HSDS <c>taxonomy</c>.</summary>
internal sealed record HsdsTaxonomy(Guid Id, string Name, string Description);

/// <summary>A page of a list (HSDS API reference, „Lists“).</summary>
/// <param name="TotalItems">How many there are on all pages.</param>
/// <param name="PageNumber">From 1.</param>
/// <param name="Size">How many there are on this page.</param>
internal sealed record HsdsPage(int TotalItems, int TotalPages, int PageNumber, int Size, bool FirstPage, bool LastPage, bool Empty, IReadOnlyList<HsdsService> Contents)
{
    public static HsdsPage Of(IReadOnlyList<HsdsService> all, int number, int perPage)
    {
        var pages = (all.Count + perPage - 1) / perPage;
        // Beyond the end there is nothing, however far.
        var contents = number > pages ? [] : all.Skip((number - 1) * perPage).Take(perPage).ToList();
        return new HsdsPage(all.Count, pages, number, contents.Count, number == 1, number >= pages, contents.Count == 0, contents);
    }
}

/// <summary>What the API says about itself at its root.</summary>
/// <param name="Version">Version of HSDS.</param>
/// <param name="Profile">Where the profile of HSDS is explained; the specification itself, since this is none of its own.</param>
internal sealed record HsdsApi(string Version, string Profile, HsdsPublisher Publisher);

internal sealed record HsdsPublisher(string Name, string? Website);
