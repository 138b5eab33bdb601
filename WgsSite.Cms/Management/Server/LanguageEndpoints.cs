using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Server;

/// <summary>The languages of the content.</summary>
internal static class LanguageEndpoints
{
    public static void MapLanguages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/language", (Paging page, ContentSchema schema) => PagedModel<LanguageModel>.Of([.. All(schema)], page.Skip, page.Take)).Needs(Right.SignedIn);
        routes.MapGet("/language/{isoCode}", (string isoCode, ContentSchema schema) =>
            All(schema).FirstOrDefault(language => language.IsoCode.Equals(isoCode, StringComparison.OrdinalIgnoreCase)) is { } found ? Results.Ok(found) : Problem.NotFound("Diese Sprache gibt es nicht.")).Needs(Right.SignedIn);
        routes.MapGet("/item/language", (string[] isoCode, ContentSchema schema) => All(schema).Where(language => isoCode.Contains(language.IsoCode)).Select(language => new { language.Name, language.IsoCode })).Needs(Right.SignedIn);
        routes.MapGet("/item/language/default", (ContentSchema schema) => All(schema).Where(language => language.IsDefault).Select(language => new { language.Name, language.IsoCode }).First()).Needs(Right.SignedIn);
    }

    private static IEnumerable<LanguageModel> All(ContentSchema schema) =>
        schema.Languages.Select(language => new LanguageModel(language.Name, language.IsDefault, language.IsMandatory, null, language.IsoCode));

    private sealed record LanguageModel(string Name, bool IsDefault, bool IsMandatory, string? FallbackIsoCode, string IsoCode);
}
