using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.DeliveryApi;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;
using static Umbraco.Cms.Core.Constants.PropertyEditors;

namespace WgsSite.Cms.Delivery;

/// <content>
/// The value of a property, in the shape Umbraco's converters give it for the Delivery API (umbraco/Umbraco-CMS,
/// <c>PropertyEditors/ValueConverters</c>, the members named <c>…DeliveryApi…</c>). A property without a value is <c>null</c>.
/// </content>
internal sealed partial class DeliveryModels
{
    /// <summary>What Umbraco says in place of values of editors whose content must not get out.</summary>
    private const string Unsupported = "(unsupported)";

    private static readonly string[] MomentFormats = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd"];

    private object? Value(PublishedElement element, PropertyType property, PropertySelection? expand, PropertySelection? fields)
    {
        if (element.Raw(property.Alias) is not { } raw) return null;
        return property.EditorAlias switch
        {
            Aliases.Boolean => element.Flag(property.Alias),
            Aliases.Integer or Aliases.PlainInteger => Whole(raw),
            Aliases.Decimal or Aliases.PlainDecimal => Fraction(raw),
            Aliases.DateTime or Aliases.PlainDateTime => Moment(raw),
            Aliases.Label => Labelled(raw, snapshot.Schema.Setting(property, "umbracoDataValueType")),
            Aliases.DropDownListFlexible => snapshot.Schema.IsSet(property, "multiple") ? element.Choices(property.Alias) : element.Choice(property.Alias),
            Aliases.RadioButtonList => element.Choice(property.Alias),
            Aliases.CheckBoxList or Aliases.Tags => element.Choices(property.Alias),
            Aliases.MultipleTextstring => element.Lines(property.Alias),
            Aliases.ColorPicker => Colour(raw, snapshot.Schema.IsSet(property, "useLabel")),
            Aliases.Slider => Range(raw, snapshot.Schema.IsSet(property, "enableRange")),
            Aliases.PlainJson => Json(raw),
            Aliases.ContentPicker => PublishedValues.KeyOf(raw) is { } key && Find(key) is { } document ? Picked(document, expand, fields) : null,
            Aliases.MultiNodeTreePicker => Picked(raw, expand, fields),
            Aliases.MediaPicker3 => PickedMedia(raw, expand, fields),
            Aliases.MultiUrlPicker => Links(raw),
            Aliases.BlockList => new ApiBlockListModel(Items(element.Blocks(property.Alias), expand, fields)),
            Aliases.RichText => RichText(element, property.Alias, expand, fields),
            Aliases.MemberPicker or Aliases.MemberGroupPicker or Aliases.UserPicker => Unsupported,
            Aliases.ListView => null,
            _ => raw,
        };
    }

    private object? RichText(PublishedElement element, string alias, PropertySelection? expand, PropertySelection? fields)
    {
        var blocks = Items(element.BlocksInText(alias), expand, fields);
        var text = new RichTextOutput(this, snapshot, element.Markup(alias) ?? "");
        return access.Settings.RichTextOutputAsJson ? text.AsElements(blocks) : new RichTextModel { Markup = text.AsMarkup(), Blocks = blocks };
    }

    private ApiBlockItem[] Items(IReadOnlyList<PublishedBlock> blocks, PropertySelection? expand, PropertySelection? fields) =>
    [
        .. blocks.Where(block => access.Allows(block.Type)).Select(block => new ApiBlockItem(
            Block(block, expand, fields),
            block.Settings is { } settings && access.Allows(settings.Type) ? Block(settings, expand, fields) : null)),
    ];

    /// <summary>A list of documents or of media, by what the picker's first entry is; entries that are not there for readers are left out.</summary>
    private object Picked(string raw, PropertySelection? expand, PropertySelection? fields)
    {
        List<Udi> picked = [.. raw.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => UdiParser.TryParse(text, out Udi? udi) ? udi : null).OfType<Udi>()];
        var keys = picked.OfType<GuidUdi>().Select(udi => udi.Guid);
        return picked.FirstOrDefault()?.EntityType switch
        {
            Constants.UdiEntityType.Media => keys.Select(snapshot.FindMedia).OfType<PublishedMedia>().Select(media => Picked(media, expand, fields, PictureCut.None)).ToArray(),
            Constants.UdiEntityType.Member => Unsupported,
            _ => keys.Select(Find).OfType<PublishedDocument>().Select(document => Picked(document, expand, fields)).ToArray(),
        };
    }

    private DeliveredMedia[] PickedMedia(string raw, PropertySelection? expand, PropertySelection? fields) => PublishedValues.ReadJson(
        raw,
        json => json.EnumerateArray()
            .Select(item => item.TryGetProperty("mediaKey", out var key) && key.TryGetGuid(out var guid) && snapshot.FindMedia(guid) is { } media ? Picked(media, expand, fields, PictureCut.Read(item)) : null)
            .OfType<DeliveredMedia>()
            .ToArray()) ?? [];

    private ApiLink[] Links(string raw) => PublishedValues.ReadJson(raw, json => json.EnumerateArray().Select(Link).OfType<ApiLink>().ToArray()) ?? [];

    private ApiLink? Link(JsonElement item)
    {
        var (title, target, query) = (Text("name"), Text("target"), Text("queryString"));
        if (Text("udi") is { } udi)
        {
            if (PublishedValues.KeyOf(udi) is not { } key) return null;
            if (Find(key) is { } document) return ApiLink.Content(title ?? document.Name, query, target, document.Key, document.Type.Alias, Route(document), culture: null);
            return snapshot.FindMedia(key) is { Url: { } file } media ? ApiLink.Media(title ?? media.Name, file, query, target, media.Key, media.TypeAlias) : null;
        }

        var url = Text("url") ?? "";
        return PublishedValues.IsSafe(url + query) ? ApiLink.External(title ?? url, url, query, target) : null;

        string? Text(string property) =>
            item.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
    }

    private static object? Labelled(string raw, string? kind) => kind switch
    {
        "INT" => Whole(raw),
        "BIGINT" => long.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
        "DECIMAL" => Fraction(raw),
        "DATETIME" or "DATE" => Moment(raw),
        _ => raw,
    };

    private static int? Whole(string raw) => int.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static decimal? Fraction(string raw) => decimal.TryParse(raw, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Dates are stored without a zone and given away as they were typed in.</summary>
    private static DateTime? Moment(string raw) =>
        DateTime.TryParseExact(raw, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) || DateTime.TryParse(raw, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out moment)
            ? Utc(moment)
            : null;

    private static object Colour(string raw, bool withLabel)
    {
        var stored = raw.StartsWith('{') ? Json(raw) as JsonObject : null;
        var colour = stored?["value"]?.ToString() ?? raw;
        if (withLabel) return new LabelledColor(colour, stored?["label"]?.ToString() ?? colour);
        return colour;
    }

    private static object? Range(string raw, bool isRange)
    {
        // Stored as „3“, „3,8“ or an object with „from“ and „to“.
        var stored = raw.StartsWith('{') ? Json(raw) as JsonObject : null;
        var ends = stored is null ? raw.Split(',').Select(Fraction).ToArray() : [Fraction(stored["from"]?.ToString() ?? ""), Fraction(stored["to"]?.ToString() ?? "")];
        if (ends is not [{ } first, ..]) return null;
        if (isRange) return new SliderRange(first, ends[^1] ?? first);
        return first;
    }

    private static JsonNode? Json(string raw)
    {
        try
        {
            return JsonNode.Parse(raw);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record LabelledColor(string Color, string Label);

    private sealed record SliderRange(decimal Minimum, decimal Maximum);
}
