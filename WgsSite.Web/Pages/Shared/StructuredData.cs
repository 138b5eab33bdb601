using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using WgsSite.Web.Content;
using WgsSite.Web.Hosting;

namespace WgsSite.Web.Pages.Shared;

/// <summary>JSON-LD for search engines, in the words of schema.org. Only what the page itself says.</summary>
public sealed class StructuredData(SiteAddress address)
{
    // The encoder keeps umlauts and escapes what could end the script element.
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public HtmlString Script(IEnumerable<object> items) => new(JsonSerializer.Serialize(
        new Dictionary<string, object> { ["@context"] = "https://schema.org", ["@graph"] = items.ToList() }, Options));

    public object Organisation(SiteContent site) => new Dictionary<string, object?>
    {
        ["@type"] = "Organization",
        ["name"] = site.Settings.Organisation,
        ["url"] = address.Of("/"),
        ["telephone"] = site.Settings.Contact is { IsPlaceholder: false, Phone: { } phone } ? PhoneNumber.Href(phone)["tel:".Length..] : null,
        ["address"] = site.Settings.OrganisationPlace is { } place
            ? new Dictionary<string, object?> { ["@type"] = "PostalAddress", ["addressLocality"] = place, ["addressCountry"] = "DE" }
            : null,
    };

    /// <returns>Null on the home page, which has no way to it.</returns>
    public object? Breadcrumb(PageMeta meta, string name)
    {
        if (meta.Crumbs.Count == 0) return null;
        return new Dictionary<string, object?>
        {
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = meta.Crumbs.Append(new Crumb(name, meta.Path)).Select((crumb, index) => new Dictionary<string, object?>
            {
                ["@type"] = "ListItem",
                ["position"] = index + 1,
                ["name"] = crumb.Name,
                ["item"] = address.Of(crumb.Path),
            }).ToList(),
        };
    }
}
