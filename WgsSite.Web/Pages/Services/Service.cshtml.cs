using Microsoft.AspNetCore.Mvc;
using WgsSite.Core.Coverage;
using WgsSite.Core.Offers;
using WgsSite.Web.Content;
using WgsSite.Web.Pages.Contact;
using WgsSite.Web.Pages.Coverage;
using WgsSite.Web.Pages.Coverage.Map;
using WgsSite.Web.Pages.Shared;

namespace WgsSite.Web.Pages.Services;

public sealed class ServiceModel(Hosting.SiteAddress address, RegionDrawing drawing) : DocumentPageModel<ServicePage>
{
    [BindProperty(SupportsGet = true, Name = PlaceCheck.Parameter)]
    public string? Place { get; set; }

    public override PageMeta Meta => Check.Heading is { } answer ? Item.Meta with { Title = answer, NoIndex = true } : Item.Meta;

    public PlaceCheck Check => field ??= new PlaceCheck(Site, Item.Meta.Path, Request.Query.ContainsKey(PlaceCheck.Parameter) ? Place ?? "" : null, [Service]);

    public MapFigure Map => field ??= new MapFigure(drawing.Small, MapView.Of(Words, Site.InEachPlace([Service]), Check.ChosenAgs, Service.Name), Words);

    public Service Service => Item.Service;

    public override ContactPreset Preset => ContactPreset.Of(Site, Service, Check.Found is null ? null : Place);

    public PlacesByAvailability Places => PlacesByAvailability.Of(Service, Site.Municipalities);

    public StatusNotice? Notice => StatusNotice.Of(Service.Name, Service.Status, Words);

    public string Scene => Service.Status.State == OfferState.Active ? Scenes.Of(Item) : Scenes.Paused;

    /// <summary>„Siegen und Kreuztal“, or what to say when it is certain nowhere.</summary>
    public string AvailableIn => Service.Status.State != OfferState.Active ? Words["Status.Nowhere"]
        : Places.Available.Count == 0 ? Words["Status.OnRequest"]
        : (Service.Place is null ? AvailablePlaces : Words.Fill("Service.PeopleFrom", AvailablePlaces)) + (Places.OnRequest.Count > 0 ? Words["Service.OthersOnRequest"] : "");

    private string AvailablePlaces => Words.List(Places.Available.Select(place => PlaceNames.Of(place, Words)));

    public override IEnumerable<object> StructuredData =>
    [
        new Dictionary<string, object?>
        {
            ["@type"] = "Service",
            ["name"] = Service.Name,
            ["description"] = Item.Meta.Description,
            ["url"] = address.Of(Service.Path),
            ["serviceType"] = Words[$"Level.{(int)Service.Level}"],
            ["provider"] = new Dictionary<string, object?> { ["@type"] = "Organization", ["name"] = Service.Partner.FullName },
            ["areaServed"] = Places.Available.Select(place => new Dictionary<string, object?> { ["@type"] = "City", ["name"] = place.Municipality.Name }).ToList(),
        },
    ];
}
