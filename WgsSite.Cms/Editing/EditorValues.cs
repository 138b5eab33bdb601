using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aliases = Umbraco.Cms.Core.Constants.PropertyEditors.Aliases;

namespace WgsSite.Cms.Editing;

/// <summary>
/// Property values on their way between the store, which holds them as Umbraco's property editors store them, and the
/// client, whose editors want them as JSON of other shapes (<c>@umbraco-cms/backoffice</c> 17.1.0, packages/property-editors,
/// multi-url-picker, tags, rte, block).
/// </summary>
internal static class EditorValues
{
    internal static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
                Aliases.MultiNodeTreePicker => new JsonArray([.. EditorLinks.Keys(stored).Select(found => (JsonNode?)new JsonObject { ["type"] = found.EntityType, ["unique"] = found.Guid.ToString() })]),
                Aliases.ContentPicker => EditorLinks.Keys(stored).FirstOrDefault() is { } found ? JsonValue.Create(found.Guid.ToString()) : null,
                Aliases.MultiUrlPicker => EditorLinks.ToEditor(JsonNode.Parse(stored)!.AsArray(), context),
                Aliases.BlockList => EditorBlocks.ToEditor(JsonNode.Parse(stored)!.AsObject(), context),
                Aliases.RichText => EditorBlocks.TextToEditor(stored, context),
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
                Aliases.MultiNodeTreePicker => Empty(string.Join(',', value.AsArray().Select(item => EditorLinks.UdiOf(item!["type"]?.GetValue<string>() ?? "document", item["unique"]!.GetValue<string>())))),
                Aliases.ContentPicker => Text(value) is { Length: > 0 } key ? EditorLinks.UdiOf("document", key) : null,
                Aliases.MultiUrlPicker => value.AsArray() is { Count: > 0 } links ? new JsonArray([.. links.Select(link => (JsonNode?)EditorLinks.FromEditor(link!.AsObject()))]).ToJsonString(Compact) : null,
                Aliases.BlockList => EditorBlocks.FromEditor(value.AsObject(), context),
                Aliases.RichText => EditorBlocks.TextFromEditor(value, context),
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

}
