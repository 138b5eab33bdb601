using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Media;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Types;

/// <summary>
/// Document types and data types, as far as editing needs them. They are changed in files and imported, so there is
/// nothing here to change them with.
/// </summary>
internal static class TypeEndpoints
{
    public static void MapTypes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/document-type/{id:guid}", (Guid id, ContentSchema schema) => schema.DocumentType(id) is { } type ? Results.Ok(Model(type, schema)) : Problem.NotFound("Diese Art von Dokument gibt es nicht.")).Needs(Right.ReadDocuments);
        routes.MapGet("/document-type/allowed-at-root", (Paging page, ContentSchema schema) => Allowed(schema.DocumentTypes.Where(type => type.AllowedAtRoot && !type.IsElement).OrderBy(type => type.Name, StringComparer.CurrentCulture), page)).Needs(Right.ReadDocuments);
        routes.MapGet("/document-type/{id:guid}/allowed-children", AllowedChildren).Needs(Right.ReadDocuments);
        routes.MapGet("/document-type/{id:guid}/blueprint", () => new PagedModel<object>(0, [])).Needs(Right.ReadDocuments);
        routes.MapGet("/document-type/configuration", () => new { DataTypesCanBeChanged = "False", DisableTemplates = true, UseSegments = false, ReservedFieldNames = Array.Empty<string>() }).Needs(Right.ReadDocuments);
        routes.MapGet("/item/document-type", (Guid[] id, ContentSchema schema) => id.Select(schema.DocumentType).OfType<ContentType>().Select(Item)).Needs(Right.ReadDocuments);
        routes.MapGet("/media-type/{id:guid}", (Guid id, ContentSchema schema) => schema.MediaType(id) is { } type ? Results.Ok(MediaModel(type, schema)) : Problem.NotFound("Diese Art von Datei gibt es nicht.")).Needs(Right.ReadMedia);
        routes.MapGet("/media-type/allowed-at-root", (Paging page, ContentSchema schema) => Allowed(schema.MediaTypes.Where(type => type.AllowedAtRoot).OrderBy(type => type.Name, StringComparer.CurrentCulture), page)).Needs(Right.ReadMedia);
        routes.MapGet("/media-type/{id:guid}/allowed-children", (Guid id, Paging page, ContentSchema schema) => schema.MediaType(id) is { } type ? Results.Ok(Allowed(type.AllowedChildKeys.Select(schema.MediaType).OfType<ContentType>(), page)) : Problem.NotFound("Diese Art von Datei gibt es nicht.")).Needs(Right.ReadMedia);
        routes.MapGet("/media-type/configuration", () => new { ReservedFieldNames = Array.Empty<string>() }).Needs(Right.ReadMedia);
        routes.MapGet("/item/media-type", (Guid[] id, ContentSchema schema) => id.Select(schema.MediaType).OfType<ContentType>().Select(MediaItem)).Needs(Right.ReadMedia);
        routes.MapGet("/item/media-type/allowed", (string? fileExtension, Paging page, ContentSchema schema) => PagedModel<object>.Of([.. OfFiles(fileExtension ?? "", schema).Select(MediaItem)], page.Skip, page.Take)).Needs(Right.ReadMedia);
        routes.MapGet("/item/media-type/folders", (Paging page, ContentSchema schema) => PagedModel<object>.Of([.. schema.MediaTypes.Where(IsFolder).Select(MediaItem)], page.Skip, page.Take)).Needs(Right.ReadMedia);
        routes.MapGet("/data-type/{id:guid}", (Guid id, ContentSchema schema) => schema.DataTypes.GetValueOrDefault(id) is { } type ? Results.Ok(Model(type)) : Problem.NotFound("Diesen Datentyp gibt es nicht.")).Needs(Right.ReadDocuments);
        routes.MapGet("/item/data-type", (Guid[] id, ContentSchema schema) => id.Select(key => schema.DataTypes.GetValueOrDefault(key)).OfType<DataType>()
            .Select(type => new { Id = type.Key, Flags = Array.Empty<Flag>(), type.Name, EditorUiAlias = type.EditorUiAlias, type.EditorAlias, IsDeletable = false })).Needs(Right.ReadDocuments);
    }

    private static async Task<IResult> AllowedChildren(Guid id, Guid? parentContentKey, Paging page, ContentSchema schema, CmsDbContext db, CancellationToken cancel)
    {
        var type = schema.DocumentType(id);
        // The client may name the document instead of its type.
        type ??= await db.Documents.Where(row => row.Key == id).Select(row => (Guid?)row.TypeKey).SingleOrDefaultAsync(cancel) is { } key ? schema.DocumentType(key) : null;
        return type is null ? Problem.NotFound("Diese Art von Dokument gibt es nicht.") : Results.Ok(Allowed(type.AllowedChildKeys.Select(schema.DocumentType).OfType<ContentType>(), page));
    }

    private static PagedModel<object> Allowed(IEnumerable<ContentType> types, Paging page) =>
        PagedModel<object>.Of([.. types.Select(type => new { Id = type.Key, type.Name, Description = type.Description is "" ? null : type.Description, Icon = IconOf(type) })], page.Skip, page.Take);

    private static object Item(ContentType type) => new { Id = type.Key, Flags = Array.Empty<Flag>(), type.Name, type.IsElement, Icon = IconOf(type), type.Description };

    private static object MediaItem(ContentType type) => new { Id = type.Key, Flags = Array.Empty<Flag>(), type.Name, Icon = IconOf(type) };

    /// <summary>Types of media whose files end so.</summary>
    private static IEnumerable<ContentType> OfFiles(string extension, ContentSchema schema) =>
        FileKind.OfExtension(extension) is { } kind && schema.MediaType(kind.MediaTypeAlias) is { } type ? [type] : [];

    private static bool IsFolder(ContentType type) => type.Alias == Umbraco.Cms.Core.Constants.Conventions.MediaTypes.Folder;

    private static string IconOf(ContentType type) => type.Icon is { Length: > 0 } icon ? icon : "icon-document";

    /// <summary>Own properties and groups only: the client reads the compositions by themselves.</summary>
    private static object Model(ContentType type, ContentSchema schema) => new
    {
        Id = type.Key,
        type.Alias,
        type.Name,
        Description = type.Description is "" ? null : type.Description,
        Icon = IconOf(type),
        AllowedAsRoot = type.AllowedAtRoot,
        type.VariesByCulture,
        VariesBySegment = false,
        Collection = type.ListViewKey is { } list ? new Reference(list) : null,
        type.IsElement,
        Properties = Properties(type, schema),
        Containers = Containers(type),
        AllowedTemplates = type.TemplateKey is { } template ? new[] { new Reference(template) } : [],
        DefaultTemplate = type.TemplateKey is { } first ? new Reference(first) : null,
        Cleanup = new { PreventCleanup = false, KeepAllVersionsNewerThanDays = (int?)null, KeepLatestVersionPerDayForDays = (int?)null },
        AllowedDocumentTypes = type.AllowedChildKeys.Select((key, index) => new { DocumentType = new Reference(key), SortOrder = index }),
        Compositions = type.CompositionKeys.Select(key => new { DocumentType = new Reference(key), CompositionType = "Composition" }),
    };

    private static IEnumerable<object> Properties(ContentType type, ContentSchema schema) => type.Properties.Select(property => new
    {
        Id = property.Key,
        Container = ContainerOf(type, property, schema) is { } group ? new Reference(group) : null,
        property.SortOrder,
        property.Alias,
        property.Name,
        Description = property.Description is "" ? null : property.Description,
        DataType = new Reference(property.DataTypeKey),
        property.VariesByCulture,
        VariesBySegment = false,
        Validation = new { property.Mandatory, property.MandatoryMessage, RegEx = property.Pattern, RegExMessage = property.PatternMessage },
        Appearance = new { property.LabelOnTop },
    });

    private static IEnumerable<object> Containers(ContentType type) => type.Groups.Select(group => new
    {
        Id = group.Key,
        Parent = group.Alias.LastIndexOf('/') is > 0 and var slash && type.Groups.FirstOrDefault(other => other.Alias == group.Alias[..slash]) is { } tab ? new Reference(tab.Key) : null,
        group.Name,
        Type = group.Kind,
        group.SortOrder,
    });

    private static object MediaModel(ContentType type, ContentSchema schema) => new
    {
        Id = type.Key,
        type.Alias,
        type.Name,
        Description = type.Description is "" ? null : type.Description,
        Icon = IconOf(type),
        AllowedAsRoot = type.AllowedAtRoot,
        type.VariesByCulture,
        VariesBySegment = false,
        Collection = IsFolder(type) ? new Reference(Umbraco.Cms.Core.Constants.DataTypes.Guids.ListViewMediaGuid) : null,
        type.IsElement,
        Properties = Properties(type, schema),
        Containers = Containers(type),
        AllowedMediaTypes = type.AllowedChildKeys.Select((key, index) => new { MediaType = new Reference(key), SortOrder = index }),
        Compositions = type.CompositionKeys.Select(key => new { MediaType = new Reference(key), CompositionType = "Composition" }),
        IsDeletable = false,
        AliasCanBeChanged = false,
    };

    private static Guid? ContainerOf(ContentType type, PropertyType property, ContentSchema schema) =>
        property.GroupAlias is not { } alias ? null
        : type.Groups.FirstOrDefault(group => group.Alias == alias)?.Key
            ?? type.CompositionKeys.Select(schema.DocumentType).OfType<ContentType>().SelectMany(part => part.Groups).FirstOrDefault(group => group.Alias == alias)?.Key;

    private static object Model(DataType type) => new
    {
        Id = type.Key,
        type.Name,
        type.EditorAlias,
        type.EditorUiAlias,
        Values = (JsonNode.Parse(type.ConfigurationJson) as JsonObject ?? []).Select(pair => new { Alias = pair.Key, Value = pair.Value }),
        IsDeletable = false,
        CanIgnoreStartNodes = false,
    };
}
