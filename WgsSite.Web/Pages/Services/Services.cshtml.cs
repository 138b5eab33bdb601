using Microsoft.AspNetCore.Mvc;
using WgsSite.Core.Offers;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Services;

public sealed class ServicesModel : DocumentPageModel<ListPage>
{
    public override PageMeta Meta => Item.Meta;

    /// <summary>Slug of the need the list is narrowed to.</summary>
    [BindProperty(SupportsGet = true, Name = "bedarf")]
    public string? NeedSlug { get; set; }

    public NeedLink? Chosen => Site.AnsweredNeeds.FirstOrDefault(need => need.Need.Slug == NeedSlug);

    /// <summary>True when the address names a need that does not exist (any more); everything is shown then.</summary>
    public bool IsUnknownNeed => !string.IsNullOrEmpty(NeedSlug) && Chosen is null;

    public IEnumerable<(SupportLevel Level, List<Service> Services)> Levels => Enum.GetValues<SupportLevel>()
        .Select(level => (level, Site.ServicesOf(level).Where(service => Chosen is null || service.NeedKeys.Contains(Chosen.Need.Key)).ToList()))
        .Where(step => step.Item2.Count > 0);
}
