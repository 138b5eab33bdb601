using WgsSite.Core.Coverage;
using WgsSite.Core.Offers;
using WgsSite.Core.Places;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Coverage;

public sealed class CoverageModel : DocumentPageModel<ListPage>
{
    public override PageMeta Meta => Item.Meta;

    /// <summary>The region's municipalities by Kreis; where most tenants live stands first.</summary>
    public IEnumerable<IGrouping<string, Municipality>> Kreise => PlacesByAvailability.InOrder(Site.Municipalities).GroupBy(place => place.KreisName);

    /// <summary>How all listed services together can be had in a place.</summary>
    public PlaceSummary Summary(Municipality place)
    {
        var listed = Site.ListedServices.ToList();
        var byState = listed.ToLookup(service => service.CoverageIn(place).Worst);
        return new PlaceSummary([.. byState[Availability.Available]], [.. byState[Availability.OnRequest]], [.. byState[Availability.NotAvailable]]);
    }
}

/// <summary>The services of one place by how they can be had there.</summary>
public sealed record PlaceSummary(IReadOnlyList<Service> Available, IReadOnlyList<Service> OnRequest, IReadOnlyList<Service> NotAvailable)
{
    public string Sign => NotAvailable.Count == 0 && OnRequest.Count == 0 ? "yes" : Available.Count == 0 && OnRequest.Count == 0 ? "no" : "ask";

    public string Text(Words words)
    {
        if (OnRequest.Count + NotAvailable.Count == 0) return words["Coverage.AllAvailable"];
        if (Available.Count + NotAvailable.Count == 0) return words["Coverage.AllOnRequest"];
        if (Available.Count + OnRequest.Count == 0) return words["Coverage.AllNotAvailable"];
        return string.Join("; ", new[] { (Available, "Status.Available"), (OnRequest, "Status.OnRequest"), (NotAvailable, "Status.NotAvailable") }
            .Where(part => part.Item1.Count > 0)
            .Select(part => $"{words[part.Item2]}: {string.Join(", ", part.Item1.Select(service => service.ShortName))}"));
    }
}
