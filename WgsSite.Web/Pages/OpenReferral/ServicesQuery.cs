using System.Globalization;

namespace WgsSite.Web.Pages.OpenReferral;

/// <summary>What <c>GET /api/services</c> was asked. Conditions hold together, as HSDS says („cumulative“).</summary>
/// <param name="Page">From 1.</param>
/// <param name="IsFull">With everything beneath a service, as its own address answers.</param>
/// <param name="ModifiedAfter">UTC; this moment counts too.</param>
/// <param name="PostalCode">Five digits.</param>
/// <param name="Municipality">Amtlicher Gemeindeschlüssel, eight digits.</param>
/// <param name="WithOnRequest">Also what is on request there.</param>
internal sealed record ServicesQuery(
    int Page, int PerPage, bool IsFull, Guid? OrganizationId, Guid? TaxonomyId, Guid? TaxonomyTermId, DateTime? ModifiedAfter, string? PostalCode, string? Municipality, bool WithOnRequest)
{
    public const int DefaultPerPage = 50;

    private const int MostPerPage = 100;

    private static readonly string[] Moments = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private static readonly string[] Known =
        ["page", "per_page", "full", "organization_id", "taxonomy_id", "taxonomy_term_id", "modified_after", "postal_code", "municipality", "on_request", "format"];

    /// <exception cref="FormatException">What is wrong with it, for whoever asked.</exception>
    public static ServicesQuery Read(IQueryCollection query)
    {
        // A filter that is misspelt would answer with everything.
        if (query.Keys.FirstOrDefault(name => !Known.Contains(name)) is { } unknown) throw new FormatException($"There is no parameter '{Shorten(unknown)}'. There are: {string.Join(", ", Known)}.");
        if (Text("format") is { } format && format != "json") throw new FormatException("'format' is 'json'; there is no other.");
        if (Text("on_request") is not null && Text("postal_code") is null && Text("municipality") is null) throw new FormatException("'on_request' needs 'postal_code' or 'municipality'.");
        return new ServicesQuery(
            Number("page", 1, int.MaxValue) ?? 1,
            Number("per_page", 1, MostPerPage) ?? DefaultPerPage,
            Flag("full"),
            Id("organization_id"),
            Id("taxonomy_id"),
            Id("taxonomy_term_id"),
            Moment("modified_after"),
            Digits("postal_code", 5),
            Digits("municipality", 8),
            Flag("on_request"));

        string? Text(string name) => query[name] switch
        {
            [] => null,
            [{ Length: > 0 } only] => only,
            [_] => throw new FormatException($"'{name}' is empty."),
            _ => throw new FormatException($"'{name}' is given more than once."),
        };

        int? Number(string name, int from, int to) => Text(name) switch
        {
            null => null,
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to => number,
            _ => throw new FormatException(to == int.MaxValue ? $"'{name}' is a number from {from}." : $"'{name}' is a number from {from} to {to}."),
        };

        bool Flag(string name) => Text(name) switch
        {
            null or "false" => false,
            "true" => true,
            _ => throw new FormatException($"'{name}' is 'true' or 'false'."),
        };

        Guid? Id(string name) => Text(name) switch
        {
            null => null,
            var text when Guid.TryParseExact(text, "D", out var id) => id,
            _ => throw new FormatException($"'{name}' is a UUID, as in 'd9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610'."),
        };

        // A plus sign that nobody escaped arrives as a space.
        DateTime? Moment(string name) => Text(name)?.Replace(' ', '+') switch
        {
            null => null,
            var text when DateTimeOffset.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) => moment.UtcDateTime,
            _ => throw new FormatException($"'{name}' is a date or a moment of RFC 3339, as in '2026-11-01' or '2026-11-01T08:00:00Z'."),
        };

        string? Digits(string name, int length) => Text(name) switch
        {
            null => null,
            var text when text.Length == length && text.All(char.IsAsciiDigit) => text,
            _ => throw new FormatException($"'{name}' has {length} digits."),
        };
    }

    private static string Shorten(string name) => name.Length <= 40 ? name : name[..40] + "…";
}
