using WgsSite.Core.Offers;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Home;

public sealed class HomeModel : DocumentPageModel<HomePage>
{
    public override PageMeta Meta => Item.Meta;

    /// <summary>The staircase: each degree of support with its services, those without any left out.</summary>
    public IEnumerable<(SupportLevel Level, List<Service> Services)> Stairs =>
        Enum.GetValues<SupportLevel>().Select(level => (level, Site.ServicesOf(level).ToList())).Where(step => step.Item2.Count > 0);
}
