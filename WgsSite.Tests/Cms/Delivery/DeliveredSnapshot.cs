using System.Text.Json.Nodes;
using Umbraco.Cms.Core.Configuration.Models;
using WgsSite.Cms.Delivery;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;

namespace WgsSite.Tests.Cms.Delivery;

/// <summary>A published state of a few documents and a picture, made by hand, with one property of the editor that is looked at.</summary>
internal static class DeliveredSnapshot
{
    public static readonly Guid Home = new("11111111-1111-1111-1111-111111111111");
    public static readonly Guid Page = new("22222222-2222-2222-2222-222222222222");
    public static readonly Guid Other = new("33333333-3333-3333-3333-333333333333");
    public static readonly Guid Secret = new("44444444-4444-4444-4444-444444444444");
    public static readonly Guid Picture = new("55555555-5555-5555-5555-555555555555");
    public static readonly Guid BlockType = new("66666666-6666-6666-6666-666666666666");
    public static readonly Guid SettingsType = new("77777777-7777-7777-7777-777777777777");

    private static readonly Guid PageType = new("88888888-8888-8888-8888-888888888888");
    private static readonly Guid SecretType = new("99999999-9999-9999-9999-999999999999");
    private static readonly Guid PictureType = new("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa");
    private static readonly Guid DataTypeKey = new("bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb");
    private static readonly DateTime Moment = new(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc);

    /// <param name="editorAlias">Of the property <c>value</c> that pages, blocks and settings have.</param>
    /// <param name="raw">What the page „Page“ has stored there.</param>
    /// <param name="more">What else pages have stored there, by key.</param>
    public static PublishedSnapshot Of(string editorAlias, string raw, string configuration = "{}", IReadOnlyDictionary<Guid, string>? more = null) =>
        Of(editorAlias, new Dictionary<Guid, string>(more ?? new Dictionary<Guid, string>()) { [Page] = raw }, new Dictionary<Guid, string>(), configuration);

    /// <summary>As <see cref="Of(string, string, string, IReadOnlyDictionary{Guid, string}?)"/>, where the page has blocks with the property in them.</summary>
    public static PublishedSnapshot OfBlocks(string editorAlias, string blocks, IReadOnlyDictionary<Guid, string> values) =>
        Of(editorAlias, values, new Dictionary<Guid, string> { [Page] = blocks }, "{}");

    private static PublishedSnapshot Of(string editorAlias, IReadOnlyDictionary<Guid, string> values, Dictionary<Guid, string> blockLists, string configuration)
    {
        var value = new PropertyType(Guid.NewGuid(), "value", "Value", "", DataTypeKey, editorAlias, false, null, null, null, 0, null, false, false);
        var blocks = value with { Alias = "blocks", EditorAlias = "Umbraco.BlockList" };
        var alternative = value with { Alias = "alternativeText", EditorAlias = "Umbraco.TextBox" };
        var schema = new ContentSchema(
            [Type(PageType, "page", blockLists.Count > 0 ? [value, blocks] : [value]), Type(SecretType, "secret", [value]), Type(BlockType, "block", [value], isElement: true), Type(SettingsType, "settings", [value], isElement: true)],
            [Type(PictureType, "Image", [alternative])],
            [new DataType(DataTypeKey, "Data type", editorAlias, "Ui", configuration)],
            [],
            [new Language(Guid.NewGuid(), "de-DE", "Deutsch", true, true)]);
        var file = """{"src":"/media/x/bild.jpg","focalPoint":{"left":0.25,"top":0.75},"crops":[]}""";
        return new PublishedSnapshot(
            schema,
            [Row(Home, null, PageType, "Startseite"), Row(Page, Home, PageType, "Seite"), Row(Other, Home, PageType, "Andere"), Row(Secret, Home, SecretType, "Geheim")],
            new UrlSegments(),
            new Dictionary<string, Guid>(),
            new Dictionary<string, string>(),
            new Dictionary<Guid, PublishedMedia>
            {
                [Picture] = new(Picture, "Bild.jpg", "Image", "/media/x/bild.jpg", 1200, 800, "Ein Haus", new WgsSite.Cms.Media.FocalPoint(0.25, 0.75), 4321)
                {
                    CreatedAt = Moment,
                    UpdatedAt = Moment,
                    Values = new Dictionary<string, string> { ["umbracoFile"] = file, ["alternativeText"] = "Ein Haus" },
                },
            });

        PublishedRow Row(Guid key, Guid? parent, Guid type, string name)
        {
            var stored = new Dictionary<string, string>();
            if (values.TryGetValue(key, out var text)) stored["value"] = text;
            if (blockLists.TryGetValue(key, out var list)) stored["blocks"] = list;
            return new PublishedRow(key, parent, type, 0, Moment, Moment, name, null, "", PropertyValues.ToJson(stored));
        }

        static ContentType Type(Guid key, string alias, IReadOnlyList<PropertyType> properties, bool isElement = false) =>
            new(key, alias, alias, "", "", true, null, isElement, false, [], [], null, properties, []);
    }

    /// <summary>What other channels get of the property <c>value</c> of the page; „secret“ documents are denied.</summary>
    public static JsonNode? Value(PublishedSnapshot snapshot, string expand = "", string fields = "$all", bool asJson = false) =>
        Item(snapshot, expand, fields, asJson)["properties"]!["value"];

    public static JsonNode Item(PublishedSnapshot snapshot, string expand = "", string fields = "$all", bool asJson = false)
    {
        var access = new DeliveryAccess(new DeliveryApiSettings { Enabled = true, RichTextOutputAsJson = asJson }, ["secret"]);
        var models = new DeliveryModels(snapshot, snapshot, access, new UrlSegments(), PropertySelection.Parse(expand, "expand"), PropertySelection.Parse(fields, "fields"));
        return System.Text.Json.JsonSerializer.SerializeToNode(models.Response(snapshot.Find(Page)!), DeliveryJson.Options)!;
    }

    public static string Udi(Guid key, string kind = "document") => $"umb://{kind}/{key:N}";
}
