using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;
using Aliases = Umbraco.Cms.Core.Constants.PropertyEditors.Aliases;

namespace WgsSite.Cms.Editing;

/// <summary>
/// Property values on their way between the store, which holds them as Umbraco's property editors store them, and the
/// client, whose editors want them as JSON of other shapes (<c>@umbraco-cms/backoffice</c> 17.1.0, packages/property-editors,
/// multi-url-picker, tags, rte, block).
/// </summary>
internal static class EditorValues
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Block lists are large; with a line for each part, two versions of a file can be compared.</summary>
    private static readonly JsonSerializerOptions Lines = new(Compact) { WriteIndented = true, NewLine = "\n" };

    public const string WrongShape = "Dieser Wert passt nicht zu dem Feld.";
    public const string NoWholeNumber = "Bitte geben Sie eine ganze Zahl ein.";
    public const string NoNumber = "Bitte geben Sie eine Zahl ein.";
    public const string NoDate = "Das ist kein Datum.";

    /// <summary>Followed by the line of the fault.</summary>
    public const string NoJson = "Das ist kein lesbares JSON";

    /// <summary>A stored value as the client's editor reads it; null when there is none or it cannot be read.</summary>
    public static JsonNode? ToEditor(string? stored, string editorAlias, EditorContext context)
    {
        if (string.IsNullOrEmpty(stored)) return editorAlias == Aliases.Boolean ? JsonValue.Create(false) : null;
        try
        {
            return editorAlias switch
            {
                Aliases.Boolean => JsonValue.Create(stored is "1" or "true" or "True"),
                Aliases.Integer => int.TryParse(stored, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null,
                Aliases.Decimal => decimal.TryParse(stored, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null,
                Aliases.DateTime => DateTime.TryParse(stored, CultureInfo.InvariantCulture, out var date) ? JsonValue.Create(date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)) : null,
                Aliases.DropDownListFlexible or Aliases.CheckBoxList or Aliases.Tags => stored.TrimStart().StartsWith('[') ? JsonNode.Parse(stored) : new JsonArray(JsonValue.Create(stored)),
                Aliases.MultipleTextstring => new JsonArray([.. stored.Split('\n').Select(line => (JsonNode?)JsonValue.Create(line.TrimEnd('\r')))]),
                Aliases.MultiNodeTreePicker => new JsonArray([.. Keys(stored).Select(found => (JsonNode?)new JsonObject { ["type"] = found.EntityType, ["unique"] = found.Guid.ToString() })]),
                Aliases.ContentPicker => Keys(stored).FirstOrDefault() is { } found ? JsonValue.Create(found.Guid.ToString()) : null,
                Aliases.MultiUrlPicker => LinksToEditor(JsonNode.Parse(stored)!.AsArray(), context),
                Aliases.BlockList => BlocksToEditor(JsonNode.Parse(stored)!.AsObject(), context),
                Aliases.RichText => RichTextToEditor(stored, context),
                Aliases.MediaPicker3 or Aliases.ColorPicker or Aliases.ImageCropper or Aliases.UploadField or Aliases.PlainJson => stored.TrimStart() is ['{' or '[', ..] ? JsonNode.Parse(stored) : JsonValue.Create(stored),
                Aliases.Label when int.TryParse(stored, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
                _ => JsonValue.Create(stored),
            };
        }
        catch (Exception e) when (IsWrongShape(e))
        {
            // What a file brought in and no editor can read; the page shows nothing of it either.
            return null;
        }
    }

    /// <summary>What the client's editor sends, as it is stored; null for empty.</summary>
    /// <exception cref="FormatException">The value has not the shape this editor sends; the message is for the editor.</exception>
    public static string? FromEditor(JsonNode? value, string editorAlias, EditorContext context)
    {
        if (value is null) return null;
        try
        {
            return editorAlias switch
            {
                Aliases.Boolean => value.GetValue<bool>() ? "1" : "0",
                Aliases.Integer => Number(value),
                Aliases.Decimal => Decimal(value),
                Aliases.DateTime => Date(Text(value)),
                Aliases.DropDownListFlexible or Aliases.CheckBoxList or Aliases.Tags => Strings(value) is { Count: > 0 } items ? JsonSerializer.Serialize(items, Compact) : null,
                Aliases.MultipleTextstring => Empty(string.Join('\n', Strings(value).Select(line => line.ReplaceLineEndings(" ").Trim()).Where(line => line.Length > 0))),
                Aliases.MultiNodeTreePicker => Empty(string.Join(',', value.AsArray().Select(item => UdiOf(item!["type"]?.GetValue<string>() ?? "document", item["unique"]!.GetValue<string>())))),
                Aliases.ContentPicker => Text(value) is { Length: > 0 } key ? UdiOf("document", key) : null,
                Aliases.MultiUrlPicker => value.AsArray() is { Count: > 0 } links ? new JsonArray([.. links.Select(link => (JsonNode?)LinkFromEditor(link!.AsObject()))]).ToJsonString(Compact) : null,
                Aliases.BlockList => BlocksFromEditor(value.AsObject(), context),
                Aliases.RichText => RichTextFromEditor(value, context),
                Aliases.MediaPicker3 => value.AsArray().Count > 0 ? value.ToJsonString(Compact) : null,
                Aliases.ColorPicker or Aliases.ImageCropper or Aliases.UploadField or Aliases.PlainJson => value.GetValueKind() == JsonValueKind.String ? TextOrJson(Text(value)) : value.ToJsonString(Compact),
                Aliases.Label => value.GetValueKind() == JsonValueKind.String ? Empty(Text(value)) : value.ToJsonString(Compact),
                _ => Empty(Text(value)),
            };
        }
        catch (Exception e) when (IsWrongShape(e))
        {
            throw new FormatException(WrongShape, e);
        }
    }

    /// <summary>Blocks of a block list or of a rich text as they are stored: their type, key and values.</summary>
    public static IEnumerable<(Guid Key, ContentType Type, Dictionary<string, string> Values)> StoredBlocks(string? stored, ContentSchema schema)
    {
        if (Object(stored) is not { } root) yield break;
        var blocks = root["blocks"] as JsonObject ?? root;
        foreach (var block in (blocks["contentData"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (!Guid.TryParse(Word(block["key"]), out var key) || !Guid.TryParse(Word(block["contentTypeKey"]), out var typeKey) || schema.DocumentType(typeKey) is not { } type) continue;
            var values = new Dictionary<string, string>();
            foreach (var value in (block["values"] as JsonArray ?? []).OfType<JsonObject>())
                if (Word(value["alias"]) is { } alias && value["value"] is { } content)
                    values[PropertyValues.Name(alias, Word(value["culture"]), Word(value["segment"]))] = content is JsonValue ? content.ToString() : content.ToJsonString(Compact);
            yield return (key, type, values);
        }

        // A file may have brought in what no editor sends.
        static string? Word(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
    }

    private static JsonObject? Object(string? stored)
    {
        if (stored?.TrimStart() is not ['{', ..]) return null;
        try
        {
            return JsonNode.Parse(stored, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What reading JSON throws where it is of another shape than expected. Messages of <see cref="FormatException"/> are for the editor, so it is none of them.</summary>
    private static bool IsWrongShape(Exception e) => e is InvalidOperationException or NullReferenceException or JsonException or ArgumentException or OverflowException;

    private static string? Number(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.Number
            ? TryNumber(value, out var number) && number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue
                ? ((int)number).ToString(CultureInfo.InvariantCulture)
                : throw new FormatException(NoWholeNumber)
        : Empty(Text(value)) is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) ? parsed.ToString(CultureInfo.InvariantCulture)
        : throw new FormatException(NoWholeNumber);

    private static string? Decimal(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.Number
            ? TryNumber(value, out var number) ? number.ToString(CultureInfo.InvariantCulture) : throw new FormatException(NoNumber)
        : Empty(Text(value)) is not { } text ? null
        : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var parsed) ? parsed.ToString(CultureInfo.InvariantCulture)
        : throw new FormatException(NoNumber);

    /// <summary>From its text, since a number knows only the type it was made of.</summary>
    private static bool TryNumber(JsonNode value, out decimal number) => decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static string? Date(string text) =>
        text.Length == 0 ? null
        : DateTime.TryParse(text, CultureInfo.InvariantCulture, out var date) ? date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        : throw new FormatException(NoDate);

    /// <summary>A text that begins like JSON is read as JSON, so it must be some.</summary>
    private static string? TextOrJson(string text)
    {
        try
        {
            if (text.TrimStart() is ['{' or '[', ..]) JsonNode.Parse(text);
        }
        catch (JsonException e)
        {
            throw new FormatException($"{NoJson} (Zeile {e.LineNumber + 1}).", e);
        }

        return Empty(text);
    }

    private static string Text(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? EditorText.Clean(value.GetValue<string>()) : throw new InvalidOperationException("No text.");

    private static string? Empty(string text) => text.Length == 0 ? null : text;

    private static List<string> Strings(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.String
            ? Text(value) is { Length: > 0 } one ? [one] : []
            : [.. value.AsArray().Select(item => item is null ? "" : Text(item)).Where(item => item.Length > 0)];

    private static IEnumerable<GuidUdi> Keys(string stored) => stored
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(text => UdiParser.TryParse(text, out Udi? udi) ? udi as GuidUdi : null)
        .OfType<GuidUdi>();

    private static string UdiOf(string entityType, string unique) =>
        new GuidUdi(entityType is "media" or "member" ? entityType : "document", Guid.TryParse(unique, out var key) ? key : throw new InvalidOperationException("No key.")).ToString();

    private static JsonArray LinksToEditor(JsonArray stored, EditorContext context)
    {
        var links = new JsonArray();
        foreach (var link in stored.OfType<JsonObject>())
        {
            var udi = (string?)link["udi"] is { } text && UdiParser.TryParse(text, out Udi? parsed) ? parsed as GuidUdi : null;
            links.Add(new JsonObject
            {
                ["icon"] = udi is null ? "icon-link" : context.IconOf(udi.Guid) ?? "icon-link",
                ["name"] = link["name"]?.DeepClone(),
                ["published"] = udi is null || context.IsPublished(udi.Guid),
                ["queryString"] = link["queryString"]?.DeepClone(),
                ["target"] = link["target"]?.DeepClone(),
                ["trashed"] = udi is not null && context.IsTrashed(udi.Guid),
                ["type"] = udi is null ? "external" : udi.EntityType,
                ["unique"] = udi?.Guid.ToString(),
                ["url"] = udi is null ? link["url"]?.DeepClone() : context.UrlOf(udi.Guid),
            });
        }

        return links;
    }

    private static JsonObject LinkFromEditor(JsonObject link)
    {
        var type = (string?)link["type"];
        var unique = (string?)link["unique"];
        var isItem = type is "document" or "media" && !string.IsNullOrEmpty(unique);
        return new JsonObject
        {
            ["name"] = link["name"]?.DeepClone(),
            ["target"] = link["target"]?.DeepClone(),
            ["udi"] = isItem ? UdiOf(type!, unique!) : null,
            ["url"] = isItem ? null : link["url"]?.DeepClone(),
            ["queryString"] = link["queryString"]?.DeepClone(),
        };
    }

    private static JsonObject BlocksToEditor(JsonObject stored, EditorContext context) => new()
    {
        // uSync writes „Layout“, the client „layout“.
        ["layout"] = (stored["Layout"] ?? stored["layout"])?.DeepClone() ?? new JsonObject(),
        ["contentData"] = BlockData(stored["contentData"], (value, editor) => ToEditor(value, editor, context), context),
        ["settingsData"] = BlockData(stored["settingsData"], (value, editor) => ToEditor(value, editor, context), context),
        ["expose"] = stored["expose"]?.DeepClone() ?? new JsonArray(),
    };

    private static string? BlocksFromEditor(JsonObject value, EditorContext context)
    {
        if (value["contentData"] is not JsonArray { Count: > 0 }) return null;
        return StoredBlocks(value, context, "Layout").ToJsonString(Lines);
    }

    private static JsonObject StoredBlocks(JsonObject value, EditorContext context, string layoutName) => new()
    {
        ["contentData"] = BlockData(value["contentData"], (raw, editor) => FromEditor(raw, editor, context), context),
        ["settingsData"] = BlockData(value["settingsData"], (raw, editor) => FromEditor(raw, editor, context), context),
        ["expose"] = value["expose"]?.DeepClone() ?? new JsonArray(),
        [layoutName] = value["layout"]?.DeepClone() ?? value["Layout"]?.DeepClone() ?? new JsonObject(),
    };

    private static JsonArray BlockData(JsonNode? data, Func<string?, string, JsonNode?> convert, EditorContext context) =>
        Blocks(data, context, (value, editor) => convert(value is null ? null : value is JsonValue ? value.ToString() : value.ToJsonString(Compact), editor));

    private static JsonArray BlockData(JsonNode? data, Func<JsonNode?, string, string?> convert, EditorContext context) =>
        data is JsonArray list && list.Any(block => block is not JsonObject)
            ? throw new InvalidOperationException("A block is an object.")
            : Blocks(data, context, (value, editor) => convert(value, editor) is { } stored ? JsonValue.Create(stored) : null);

    /// <summary>Each block with its values converted by the editors of its own type; blocks of a type that is gone stay as they are.</summary>
    private static JsonArray Blocks(JsonNode? data, EditorContext context, Func<JsonNode?, string, JsonNode?> convert)
    {
        var blocks = new JsonArray();
        foreach (var block in (data as JsonArray ?? []).OfType<JsonObject>())
        {
            var key = (string?)block["key"];
            var type = Guid.TryParse((string?)block["contentTypeKey"], out var typeKey) ? context.Schema.DocumentType(typeKey) : null;
            if (type is null || !Guid.TryParse(key, out var guid))
            {
                blocks.Add(block.DeepClone());
                continue;
            }

            var editors = context.Schema.PropertiesOf(type).ToDictionary(property => property.Alias, property => property.EditorAlias, StringComparer.OrdinalIgnoreCase);
            var values = new JsonArray();
            foreach (var value in (block["values"] as JsonArray ?? []).OfType<JsonObject>())
            {
                var alias = (string?)value["alias"] ?? "";
                var known = editors.TryGetValue(alias, out var editor);
                values.Add(new JsonObject
                {
                    ["alias"] = alias,
                    ["culture"] = value["culture"]?.DeepClone(),
                    ["editorAlias"] = known ? editor : value["editorAlias"]?.DeepClone(),
                    ["segment"] = value["segment"]?.DeepClone(),
                    ["value"] = known ? convert(value["value"], editor!) : value["value"]?.DeepClone(),
                });
            }

            blocks.Add(new JsonObject
            {
                ["contentTypeKey"] = typeKey.ToString(),
                ["key"] = guid.ToString(),
                ["udi"] = new GuidUdi("element", guid).ToString(),
                ["values"] = values,
            });
        }

        return blocks;
    }

    private static JsonObject RichTextToEditor(string stored, EditorContext context)
    {
        if (stored.TrimStart() is not ['{', ..]) return new JsonObject { ["markup"] = stored, ["blocks"] = NoBlocks() };
        var text = JsonNode.Parse(stored)!.AsObject();
        return new JsonObject
        {
            ["markup"] = text["markup"]?.DeepClone() ?? "",
            ["blocks"] = text["blocks"] is JsonObject blocks ? BlocksToEditor(blocks, context) : NoBlocks(),
        };
    }

    private static string? RichTextFromEditor(JsonNode value, EditorContext context)
    {
        var text = value.AsObject();
        var markup = (string?)text["markup"] ?? "";
        var blocks = text["blocks"] as JsonObject;
        // What Tiptap leaves of an emptied text.
        if (markup is "" or "<p></p>" && blocks?["contentData"] is not JsonArray { Count: > 0 }) return null;
        return new JsonObject { ["markup"] = markup, ["blocks"] = blocks is null ? NoBlocks() : StoredBlocks(blocks, context, "layout") }.ToJsonString(Compact);
    }

    private static JsonObject NoBlocks() => new() { ["layout"] = new JsonObject(), ["contentData"] = new JsonArray(), ["settingsData"] = new JsonArray(), ["expose"] = new JsonArray() };
}

/// <summary>What a value's meaning depends on beside itself: the schema, and the documents it points to.</summary>
internal sealed class EditorContext(ContentSchema schema, IReadOnlyDictionary<Guid, LinkedItem> items)
{
    public ContentSchema Schema { get; } = schema;

    public string? IconOf(Guid key) => items.GetValueOrDefault(key)?.Icon;
    public bool IsPublished(Guid key) => items.GetValueOrDefault(key)?.Published ?? false;
    public bool IsTrashed(Guid key) => items.GetValueOrDefault(key)?.Trashed ?? false;
    public string? UrlOf(Guid key) => items.GetValueOrDefault(key)?.Url;
}

internal sealed record LinkedItem(string Icon, bool Published, bool Trashed, string? Url);
