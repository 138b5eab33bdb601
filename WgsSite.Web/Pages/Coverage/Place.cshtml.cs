using WgsSite.Core.Coverage;
using WgsSite.Core.Offers;
using WgsSite.Web.Content;
using WgsSite.Web.Pages.Contact;
using WgsSite.Web.Pages.Coverage.Map;

namespace WgsSite.Web.Pages.Coverage;

/// <summary>All there is in one municipality, on one sheet of paper.</summary>
public sealed class PlaceModel(RegionDrawing drawing, Hosting.SiteAddress address) : DocumentPageModel<PlacePage>
{
    public override PageMeta Meta => Item.Meta;

    public override ContactPreset Preset => new(Site.GeneralTopic, Place: Item.Municipality.Name);

    public PlaceServices Here => field ??= PlaceServices.Of(Item.Municipality, null, Site.ListedServices);

    public MapFigure Map => field ??= new MapFigure(drawing.Small, MapView.Of(Words, Site.InEachPlace([.. Site.ListedServices]), Item.Municipality.Ags, Words["Map.AllServices"]), Words);

    /// <summary>Services one goes to, the nearest house first; the distance in kilometres as the crow flies.</summary>
    public IEnumerable<(Service Service, int? Kilometres)> Houses => Site.ListedServices
        .Where(service => service.Place?.Municipality is not null)
        .Select(service => (service, DistanceTo(service.Place!.Municipality!.Ags)))
        .OrderBy(item => item.Item2 ?? int.MaxValue);

    public override IEnumerable<object> StructuredData =>
    [
        new Dictionary<string, object?>
        {
            ["@type"] = "ItemList",
            ["name"] = Item.Headline,
            ["itemListElement"] = Here.With(Availability.Available).Select((item, index) => new Dictionary<string, object?>
            {
                ["@type"] = "ListItem",
                ["position"] = index + 1,
                ["name"] = item.Service.Name,
                ["url"] = address.Of(item.Service.Path),
            }).ToList(),
        },
    ];

    private int? DistanceTo(string ags) =>
        drawing.Region.CenterOf(Item.Municipality.Ags) is { } here && drawing.Region.CenterOf(ags) is { } there ? (int)Math.Round(here.DistanceTo(there)) : null;
}
