using Microsoft.AspNetCore.Mvc;
using WgsSite.Core.Coverage;
using WgsSite.Web.Content;
using WgsSite.Web.Pages.Coverage.Map;

namespace WgsSite.Web.Pages.Coverage;

/// <summary>Which service where: for one's own place, on a map, and in a table.</summary>
public sealed class CoverageModel(RegionDrawing drawing) : DocumentPageModel<ListPage>
{
    [BindProperty(SupportsGet = true, Name = PlaceCheck.Parameter)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true, Name = "leistung")]
    public string? ServiceSlug { get; set; }

    [BindProperty(SupportsGet = true, Name = "partner")]
    public string? PartnerSlug { get; set; }

    [BindProperty(SupportsGet = true, Name = "bedarf")]
    public string? NeedSlug { get; set; }

    public override PageMeta Meta => Check.Heading is { } answer ? Item.Meta with { Title = $"{answer} – {Item.Meta.Title}", NoIndex = true } : Item.Meta;

    public ServiceFilter Filter => field ??= ServiceFilter.Of(Site, ServiceSlug, PartnerSlug, NeedSlug);

    public PlaceCheck Check => field ??= new PlaceCheck(Site, Item.Meta.Path, Sent(PlaceCheck.Parameter) ? Place ?? "" : null, Filter.Services, Filter.Parameters, Filter.Name);

    public MapFigure Map => field ??= new MapFigure(
        drawing.Large, MapView.Of(Words, Rows, Check.ChosenAgs, Filter.Name ?? Words["Map.AllServices"]), Words);

    /// <summary>One row per place; the same answers as the map's.</summary>
    public IReadOnlyList<PlaceServices> Rows => field ??= Site.InEachPlace(Filter.Services);

    /// <summary>How many flats are certainly covered, for all services together and for each.</summary>
    public IEnumerable<(string Name, FlatShare Share)> Shares => (Site.ShareOfAll is { } all ? new[] { (Words["Map.AllServices"], all) } : [])
        .Concat(Site.Shares.Select(item => (item.Service.Name, item.Share)));

    /// <summary>Each service covers as many flats as all together: once is enough to say it.</summary>
    public bool SharesAreEqual => Site.ShareOfAll is { } all && Site.Shares.Count > 1 && Site.Shares.All(item => item.Share.Covered == all.Covered && item.Share.Paused.Count == 0) && all.Paused.Count == 0;

    /// <summary>All services of a row in a word, for screens with room for one column.</summary>
    public string Summary(PlaceServices row) => row.Services is [var only] ? PlaceSigns.Word(only, Words)
        : row.Together == Availability.OnRequest && !row.IsUniform
            ? Words.Fill("Coverage.Some", row.With(Availability.Available).Count(), row.Services.Count)
        : Words[row.Together == Availability.Available ? "Coverage.AllAvailableShort" : $"Status.{row.Together}"];

    private bool Sent(string parameter) => Request.Query.ContainsKey(parameter);
}
