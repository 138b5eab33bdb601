using WgsSite.Core.Offers;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Coverage;

/// <summary>
/// Narrows map and table to a service, a partner's services, or those that answer a need; several of these together to what
/// fits all of them.
/// </summary>
/// <param name="Name">What was chosen, in words; null for all services.</param>
/// <param name="Parameters">The query parameters that chose; empty for all services.</param>
/// <param name="IsUnknown">What the address names does not exist, or no service fits all of it; everything is shown then.</param>
public sealed record ServiceFilter(IReadOnlyList<Service> Services, string? Name, IReadOnlyList<(string Name, string Value)> Parameters, bool IsUnknown)
{
    public static ServiceFilter Of(SiteContent site, string? service, string? partner, string? need)
    {
        var all = site.ListedServices.ToList();
        var choices = new List<(string Parameter, string Value, string? Name, Func<Service, bool> Fits)>();
        if (!string.IsNullOrEmpty(service))
            choices.Add(("leistung", service, all.Find(item => item.Slug == service)?.Name, item => item.Slug == service));
        if (!string.IsNullOrEmpty(partner))
            choices.Add(("partner", partner, site.Partners.FirstOrDefault(item => item.Slug == partner)?.Name, item => item.Partner.Slug == partner));
        if (!string.IsNullOrEmpty(need) && site.Needs.FirstOrDefault(item => item.Need.Slug == need)?.Need is var wish)
            choices.Add(("bedarf", need, wish is null ? null : $"„{wish.Sentence}“", item => wish is not null && item.NeedKeys.Contains(wish.Key)));

        var fitting = all.Where(item => choices.All(choice => choice.Fits(item))).ToList();
        return choices.Count == 0 || fitting.Count == 0
            ? new ServiceFilter(all, null, [], IsUnknown: choices.Count > 0)
            : new ServiceFilter(fitting, string.Join(", ", choices.Select(choice => choice.Name)), [.. choices.Select(choice => (choice.Parameter, choice.Value))], IsUnknown: false);
    }
}
