using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using WgsSite.Cms.Schema;
using static Umbraco.Cms.Core.Constants.PropertyEditors;

namespace WgsSite.Cms.Delivery;

/// <summary>What answers of the Delivery API look like, type by type, for its OpenAPI document.</summary>
internal sealed class DeliverySchemas(ContentSchema schema, DeliveryAccess access, OpenApiDocument document)
{
    public const string Content = "ContentResponse";
    public const string Media = "MediaWithCropsResponse";
    public const string Problem = "ProblemDetails";

    private const string PickedContent = "Content";
    private const string PickedMedia = "MediaWithCrops";
    private const string Element = "Element";
    private const string Link = "Link";
    private const string RichText = "RichText";
    private const string Route = "ContentRoute";

    /// <summary>Adds all of them to the document.</summary>
    public void Add()
    {
        document.AddComponent(Problem, Object(("type", Text(isNullable: true)), ("title", Text(isNullable: true)), ("status", Whole(isNullable: true)), ("detail", Text(isNullable: true))));
        document.AddComponent(Route, Object(("path", Text()), ("queryString", Text(isNullable: true)), ("startItem", Object(("id", Key()), ("path", Text())))));
        document.AddComponent(Element, Object(("contentType", Text()), ("id", Key()), ("properties", AnyProperties())));
        document.AddComponent(PickedContent, Item(AnyProperties()));
        document.AddComponent(PickedMedia, Object(MediaMembers()));
        document.AddComponent(Media, Object([("path", Text()), ("createDate", Moment()), ("updateDate", Moment()), .. MediaMembers()]));
        document.AddComponent(Link, Object(
            ("url", Text(isNullable: true)), ("queryString", Text(isNullable: true)), ("title", Text(isNullable: true)), ("target", Text(isNullable: true)), ("destinationId", Key(isNullable: true)),
            ("destinationType", Text(isNullable: true)), ("route", Nullable(Reference(Route))), ("linkType", Choice("Content", "Media", "External"))));
        document.AddComponent(RichText, access.Settings.RichTextOutputAsJson
            ? Object(("tag", Text()), ("attributes", new OpenApiSchema { Type = JsonSchemaType.Object }), ("elements", List(new OpenApiSchema { Type = JsonSchemaType.Object })), ("blocks", List(BlockItem())))
            : Object(("markup", Text()), ("blocks", List(BlockItem()))));

        var types = schema.DocumentTypes.Where(type => !type.IsElement && !schema.IsOnlyComposition(type) && access.Allows(type)).OrderBy(type => type.Alias, StringComparer.Ordinal).ToList();
        foreach (var type in types) document.AddComponent(NameOf(type), Typed(type));
        document.AddComponent(Content, new OpenApiSchema { OneOf = [.. types.Select(type => Reference(NameOf(type)))] });
    }

    public OpenApiSchemaReference Reference(string name) => new(name, document);

    public static OpenApiSchema Text(bool isNullable = false) => new() { Type = Of(JsonSchemaType.String, isNullable) };

    public static OpenApiSchema Whole(bool isNullable = false) => new() { Type = Of(JsonSchemaType.Integer, isNullable) };

    public static OpenApiSchema Key(bool isNullable = false) => new() { Type = Of(JsonSchemaType.String, isNullable), Format = "uuid" };

    public static OpenApiSchema List(IOpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items };

    public static OpenApiSchema Object(params IEnumerable<(string Name, IOpenApiSchema Schema)> members)
    {
        var all = members.ToList();
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = all.ToDictionary(member => member.Name, member => member.Schema),
            Required = all.Select(member => member.Name).ToHashSet(),
        };
    }

    private OpenApiSchema Typed(ContentType type)
    {
        var item = Item(new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = access.PropertiesOf(type, schema).ToDictionary(property => property.Alias, Value),
        });
        item.Properties!["contentType"] = Choice(type.Alias);
        item.Properties["cultures"] = new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = Reference(Route) };
        item.Required!.Add("cultures");
        item.Description = type.Name;
        return item;
    }

    private OpenApiSchema Item(IOpenApiSchema properties) => Object(
        ("contentType", Text()), ("name", Text(isNullable: true)), ("createDate", Moment()), ("updateDate", Moment()), ("route", Reference(Route)), ("id", Key()), ("properties", properties));

    private IOpenApiSchema Value(PropertyType property)
    {
        var value = Nullable(property.EditorAlias switch
        {
            Aliases.Boolean => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            Aliases.Integer or Aliases.PlainInteger => Whole(),
            Aliases.Decimal or Aliases.PlainDecimal => new OpenApiSchema { Type = JsonSchemaType.Number },
            Aliases.DateTime or Aliases.PlainDateTime => Moment(),
            Aliases.Label or Aliases.PlainJson or Aliases.ColorPicker or Aliases.Slider => new OpenApiSchema(),
            Aliases.DropDownListFlexible => schema.IsSet(property, "multiple") ? List(Text()) : Text(),
            Aliases.CheckBoxList or Aliases.Tags or Aliases.MultipleTextstring => List(Text()),
            Aliases.ContentPicker => Reference(PickedContent),
            Aliases.MultiNodeTreePicker => new OpenApiSchema { AnyOf = [List(Reference(PickedContent)), List(Reference(PickedMedia)), Text()] },
            Aliases.MediaPicker3 => List(Reference(PickedMedia)),
            Aliases.MultiUrlPicker => List(Reference(Link)),
            Aliases.BlockList => Object(("items", List(BlockItem()))),
            Aliases.RichText => Reference(RichText),
            _ => Text(),
        });
        return value;
    }

    private OpenApiSchema BlockItem() => Object(("content", Reference(Element)), ("settings", Nullable(Reference(Element))));

    private static (string, IOpenApiSchema)[] MediaMembers() =>
    [
        ("id", Key()), ("name", Text()), ("mediaType", Text()), ("url", Text()), ("extension", Text(isNullable: true)), ("width", Whole(isNullable: true)), ("height", Whole(isNullable: true)),
        ("bytes", Whole(isNullable: true)), ("properties", AnyProperties()), ("focalPoint", Nullable(Object(("left", Share()), ("top", Share())))), ("crops", List(new OpenApiSchema { Type = JsonSchemaType.Object })),
    ];

    private static OpenApiSchema AnyProperties() => new() { Type = JsonSchemaType.Object, AdditionalProperties = new OpenApiSchema() };

    private static OpenApiSchema Share() => new() { Type = JsonSchemaType.Number };

    private static OpenApiSchema Moment() => new() { Type = JsonSchemaType.String, Format = "date-time" };

    private static OpenApiSchema Choice(params string[] values) => new() { Type = JsonSchemaType.String, Enum = [.. values.Select(value => (JsonNode)value)] };

    private static IOpenApiSchema Nullable(IOpenApiSchema inner) => inner switch
    {
        OpenApiSchema { Type: { } type } own => Loosened(own, type),
        // Anything at all may be nothing, too.
        OpenApiSchema { AnyOf: null } => inner,
        _ => new OpenApiSchema { AnyOf = [inner, new OpenApiSchema { Type = JsonSchemaType.Null }] },
    };

    private static OpenApiSchema Loosened(OpenApiSchema own, JsonSchemaType type)
    {
        own.Type = type | JsonSchemaType.Null;
        return own;
    }

    private static JsonSchemaType Of(JsonSchemaType type, bool isNullable) => isNullable ? type | JsonSchemaType.Null : type;

    private static string NameOf(ContentType type) => char.ToUpperInvariant(type.Alias[0]) + type.Alias[1..] + Content;
}
