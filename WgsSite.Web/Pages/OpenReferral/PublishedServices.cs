using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using WgsSite.Cms.Caching;
using WgsSite.Core.Coverage;
using WgsSite.Core.Offers;
using WgsSite.Web.Content;
using WgsSite.Web.Hosting;

namespace WgsSite.Web.Pages.OpenReferral;

/// <summary>The services of each published state in HSDS, read once, and the answers without a query as they are sent.</summary>
internal sealed class PublishedServices(SiteAddress address)
{
    private readonly ConditionalWeakTable<SiteContent, ServiceList> read = [];

    public ServiceList Of(SiteContent site) => read.GetValue(site, fresh =>
    {
        var mapping = new ServiceMapping(fresh, address);
        return new ServiceList(fresh, [.. fresh.ListedServices.Select(service => new ListedService(service, mapping.Of(service)))]);
    });
}

internal sealed record ListedService(Service Service, HsdsService Hsds);

/// <param name="All">In the editors' order; what has ended is not among them.</param>
internal sealed record ServiceList(SiteContent Site, IReadOnlyList<ListedService> All)
{
    public const string ContentType = "application/json; charset=utf-8";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new MillisecondsConverter(), new PlainTextConverter() },
    };

    private readonly ConcurrentDictionary<string, CachedAnswer> kept = new(StringComparer.Ordinal);

    public static byte[] Write(object answer) => JsonSerializer.SerializeToUtf8Bytes(answer, Json);

    /// <summary>An answer as it was first made from this state.</summary>
    /// <param name="name">Of finitely many: nobody can fill the memory by asking.</param>
    public CachedAnswer Kept(string name, Func<object> answer) => kept.GetOrAdd(name, _ => new CachedAnswer(Write(answer()), ContentType));

    public IEnumerable<HsdsService> Find(ServicesQuery query) => All.Where(item => Fits(item, query)).Select(item => query.IsFull ? item.Hsds : item.Hsds.Listed());

    private bool Fits(ListedService item, ServicesQuery query) =>
        (query.OrganizationId is not { } organization || item.Hsds.OrganizationId == organization)
        && (query.TaxonomyTermId is not { } term || Terms(item).Any(own => own.Id == term))
        && (query.TaxonomyId is not { } taxonomy || Terms(item).Any(own => own.TaxonomyId == taxonomy))
        && (query.ModifiedAfter is not { } moment || item.Hsds.LastModified >= moment)
        && ((query.PostalCode is null && query.Municipality is null) || CanBeHad(item.Service, query));

    private static IEnumerable<HsdsTaxonomyTerm> Terms(ListedService item) => item.Hsds.Attributes?.Select(attribute => attribute.TaxonomyTerm).OfType<HsdsTaxonomyTerm>() ?? [];

    /// <summary>In every municipality that is meant: a postal code may belong to several.</summary>
    private bool CanBeHad(Service service, ServicesQuery query)
    {
        var places = Site.Municipalities.Where(place => (query.Municipality is null || place.Ags == query.Municipality) && (query.PostalCode is null || place.PostalCodes.Contains(query.PostalCode))).ToList();
        var least = query.WithOnRequest ? Availability.OnRequest : Availability.Available;
        return places.Count > 0 && places.All(place => PlaceServices.Of(place, query.PostalCode, [service]).Services[0].Status >= least);
    }

    /// <summary>RFC 3339 in UTC to the millisecond, as HSDS asks of <c>last_modified</c>.</summary>
    private sealed class MillisecondsConverter : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Texts without what is there for the look of a page: blanks that hold words together, and places where a word may be broken.</summary>
    private sealed class PlainTextConverter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace("\u00AD", "", StringComparison.Ordinal));
    }
}
