using WgsSite.Core.Offers;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Coverage;

/// <summary>Narrows map and table to a service, a partner's services, or those that answer a need.</summary>
/// <param name="Name">What was chosen, in words; null for all services.</param>
/// <param name="Parameter">The query parameter that chose; null for all services.</param>
/// <param name="IsUnknown">The address names something that does not exist; everything is shown then.</param>
public sealed record ServiceFilter(IReadOnlyList<Service> Services, string? Name, (string Name, string Value)? Parameter, bool IsUnknown)
{
    public static ServiceFilter Of(SiteContent site, string? service, string? partner, string? need)
    {
        var all = site.ListedServices.ToList();
        if (all.Find(item => item.Slug == service) is { } one) return new ServiceFilter([one], one.Name, ("leistung", one.Slug), false);
        if (site.Partners.FirstOrDefault(item => item.Slug == partner) is { } offering && all.Where(item => item.Partner.Key == offering.Key).ToList() is { Count: > 0 } offered)
            return new ServiceFilter(offered, offering.Name, ("partner", offering.Slug), false);
        if (site.Needs.FirstOrDefault(item => item.Need.Slug == need) is { } wish && all.Where(item => item.NeedKeys.Contains(wish.Need.Key)).ToList() is { Count: > 0 } answers)
            return new ServiceFilter(answers, $"„{wish.Need.Sentence}“", ("bedarf", wish.Need.Slug), false);
        return new ServiceFilter(all, null, null, !string.IsNullOrEmpty(service) || !string.IsNullOrEmpty(partner) || !string.IsNullOrEmpty(need));
    }
}
