using System.Text.Json;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;

namespace WgsSite.Cms.Editing;

/// <summary>Block lists, and texts with their blocks, between store and client: each block's values are those of its own editors.</summary>
internal static class EditorBlocks
{
    /// <summary>Block lists are large; with a line for each part, two versions of a file can be compared.</summary>
    private static readonly JsonSerializerOptions Lines = new(EditorValues.Compact) { WriteIndented = true, NewLine = "\n" };

    /// <summary>Blocks of a block list or of a rich text as they are stored: their type, key and values.</summary>
    public static IEnumerable<(Guid Key, ContentType Type, Dictionary<string, string> Values)> Stored(string? stored, ContentSchema schema)
    {
        if (Object(stored) is not { } root) yield break;
        var blocks = root["blocks"] as JsonObject ?? root;
        foreach (var block in (blocks["contentData"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (!Guid.TryParse(Word(block["key"]), out var key) || !Guid.TryParse(Word(block["contentTypeKey"]), out var typeKey) || schema.DocumentType(typeKey) is not { } type) continue;
            var values = new Dictionary<string, string>();
            foreach (var value in (block["values"] as JsonArray ?? []).OfType<JsonObject>())
                if (Word(value["alias"]) is { } alias && value["value"] is { } content)
                    values[PropertyValues.Name(alias, Word(value["culture"]), Word(value["segment"]))] = content is JsonValue ? content.ToString() : content.ToJsonString(EditorValues.Compact);
            yield return (key, type, values);
        }

        // A file may have brought in what no editor sends.
        static string? Word(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
    }

    public static JsonObject ToEditor(JsonObject stored, EditorContext context) => new()
    {
        // uSync writes „Layout“, the client „layout“.
        ["layout"] = (stored["Layout"] ?? stored["layout"])?.DeepClone() ?? new JsonObject(),
        ["contentData"] = BlockData(stored["contentData"], (value, editor) => EditorValues.ToEditor(value, editor, context), context),
        ["settingsData"] = BlockData(stored["settingsData"], (value, editor) => EditorValues.ToEditor(value, editor, context), context),
        ["expose"] = stored["expose"]?.DeepClone() ?? new JsonArray(),
    };

    public static string? FromEditor(JsonObject value, EditorContext context)
    {
        if (value["contentData"] is not JsonArray { Count: > 0 }) return null;
        return ToStored(value, context, "Layout").ToJsonString(Lines);
    }

    private static JsonObject ToStored(JsonObject value, EditorContext context, string layoutName) => new()
    {
        ["contentData"] = BlockData(value["contentData"], (raw, editor) => EditorValues.FromEditor(raw, editor, context), context),
        ["settingsData"] = BlockData(value["settingsData"], (raw, editor) => EditorValues.FromEditor(raw, editor, context), context),
        ["expose"] = value["expose"]?.DeepClone() ?? new JsonArray(),
        [layoutName] = value["layout"]?.DeepClone() ?? value["Layout"]?.DeepClone() ?? new JsonObject(),
    };

    private static JsonArray BlockData(JsonNode? data, Func<string?, string, JsonNode?> convert, EditorContext context) =>
        Blocks(data, context, (value, editor) => convert(value is null ? null : value is JsonValue ? value.ToString() : value.ToJsonString(EditorValues.Compact), editor));

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

    public static JsonObject TextToEditor(string stored, EditorContext context)
    {
        if (stored.TrimStart() is not ['{', ..]) return new JsonObject { ["markup"] = stored, ["blocks"] = NoBlocks() };
        var text = JsonNode.Parse(stored)!.AsObject();
        return new JsonObject
        {
            ["markup"] = text["markup"]?.DeepClone() ?? "",
            ["blocks"] = text["blocks"] is JsonObject blocks ? ToEditor(blocks, context) : NoBlocks(),
        };
    }

    public static string? TextFromEditor(JsonNode value, EditorContext context)
    {
        var text = value.AsObject();
        var markup = (string?)text["markup"] ?? "";
        var blocks = text["blocks"] as JsonObject;
        // What Tiptap leaves of an emptied text.
        if (markup is "" or "<p></p>" && blocks?["contentData"] is not JsonArray { Count: > 0 }) return null;
        return new JsonObject { ["markup"] = markup, ["blocks"] = blocks is null ? NoBlocks() : ToStored(blocks, context, "layout") }.ToJsonString(EditorValues.Compact);
    }

    private static JsonObject NoBlocks() => new() { ["layout"] = new JsonObject(), ["contentData"] = new JsonArray(), ["settingsData"] = new JsonArray(), ["expose"] = new JsonArray() };

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
}
