using Microsoft.AspNetCore.Mvc;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Users;
using WgsSite.Core.Coverage;
using WgsSite.Web.Content;
using WgsSite.Web.Pages.Coverage.Map;

namespace WgsSite.Web.Backoffice.Coverage;

/// <summary>The server's half of the coverage editor (<c>App_Plugins/Wgs/coverage/</c>).</summary>
public static class CoverageEditor
{
    /// <summary>Alias of the editor in the extension's manifest and in the data type.</summary>
    public const string UiAlias = "Wgs.PropertyEditorUi.Coverage";

    private const string Root = BackofficePaths.Root + "/wgs/api/v1/coverage";

    // The largest sound value names each place and each of its postal codes, with a note: far below this.
    private const int LargestBody = 512 * 1024;

    public static IServiceCollection AddCoverageEditor(this IServiceCollection services) =>
        services.AddSingleton(provider => new ValueRule(UiAlias, value => FirstFaults(Check(provider.GetRequiredService<SiteContentSource>().Current, provider.GetRequiredService<RegionDrawing>()).Faults(value))));

    public static void MapCoverageEditor(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).RequireAuthorization(BackofficeAccess.Policy).DisableAntiforgery();
        api.MapGet("/region", (SiteContentSource source, RegionDrawing drawing) => RegionAnswer.Of(source.Current, drawing)).Needs(Right.ReadDocuments);
        api.MapPost("/preview", Preview).WithMetadata(new RequestSizeLimitAttribute(LargestBody)).Needs(Right.ReadDocuments);
        // Else the client's own page would answer, and a program that asked for data would get one.
        api.Map("/{**path}", () => Results.Problem(title: "Diesen Teil der Redaktion gibt es hier nicht.", statusCode: StatusCodes.Status404NotFound)).Needs(Right.SignedIn);
    }

    private static PreviewAnswer Preview(PreviewRequest request, SiteContentSource source, RegionDrawing drawing)
    {
        var site = source.Current;
        return PreviewAnswer.Of(site, Check(site, drawing), request.ServiceKey, request.Coverage?.GetRawText());
    }

    private static CoverageCheck Check(SiteContent site, RegionDrawing drawing) => new(site.Municipalities, drawing.Region);

    /// <summary>A message beside a field: the first fault of each entry, and not more than can be read.</summary>
    private static string? FirstFaults(IReadOnlyList<CoverageFault> all)
    {
        const int Most = 3;
        var faults = all.DistinctBy(fault => fault.Entry).ToList();
        if (faults.Count == 0) return null;
        var more = faults.Count > Most ? $" Und {faults.Count - Most} weitere." : "";
        return string.Join(' ', faults.Take(Most)) + more;
    }
}
