using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Schema;
using Aliases = Umbraco.Cms.Core.Constants.PropertyEditors.Aliases;

namespace WgsSite.Cms.Media;

/// <summary>What an editor sends of a media item, made into values as they are stored. Measures and kind are the file's, whatever is sent.</summary>
internal static class MediaInput
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The upload a file value names (<c>temporaryFileId</c>, <c>@umbraco-cms/backoffice</c> 17.1.0, packages/media/media/property-editors);
    /// null when it names none.
    /// </summary>
    public static Guid? UploadOf(JsonNode sent) =>
        sent is JsonObject value && value["temporaryFileId"] is JsonValue id && id.GetValueKind() == JsonValueKind.String && Guid.TryParse(id.GetValue<string>(), out var key) ? key : null;

    /// <param name="placed">The file that was sent with it; null when its file stays as it is.</param>
    /// <exception cref="EditRefusalException">A value cannot be stored.</exception>
    public static Dictionary<string, string> Apply(DocumentInput input, ContentType type, ContentSchema schema, IReadOnlyDictionary<string, string> old, PlacedFile? placed)
    {
        var context = new EditorContext(schema, new Dictionary<Guid, LinkedItem>());
        var properties = schema.PropertiesOf(type).ToDictionary(property => property.Alias, StringComparer.OrdinalIgnoreCase);
        var faults = new List<ValueFault>();
        var values = old.Where(pair => !properties.TryGetValue(pair.Key, out var property) || property.EditorAlias == Aliases.Label).ToDictionary();
        foreach (var sent in input.Values)
        {
            if (!properties.TryGetValue(sent.Alias, out var property) || property.EditorAlias == Aliases.Label) continue;
            try
            {
                var value = property.Alias == MediaValues.File ? FileValue(sent.Value, property.EditorAlias, old, placed) : EditorValues.FromEditor(sent.Value, property.EditorAlias, context);
                if (value is not null) values[property.Alias] = value;
            }
            catch (FormatException e)
            {
                faults.Add(new ValueFault(ValuePath.Of(property.Alias), e.Message));
            }
        }

        if (placed is not null && placed.File.Kind.MediaTypeAlias != type.Alias)
            faults.Add(new ValueFault(ValuePath.Of(MediaValues.File), $"Diese Datei ist nicht von der Art „{type.Name}“. Bitte wählen Sie eine andere."));
        if (faults.Count > 0) throw new EditRefusalException(RefusalKind.Invalid, "Die Datei wurde nicht gespeichert.", "Bitte sehen Sie sich die markierten Felder an.", faults);
        if (placed is not null) SetMeasures(values, properties, placed.File);
        return values;
    }

    private static string? FileValue(JsonNode? sent, string editorAlias, IReadOnlyDictionary<string, string> old, PlacedFile? placed)
    {
        var path = placed?.Path ?? MediaValues.FileOf(old);
        if (sent is null || path is null) return null;
        if (sent is not JsonObject value)
            return sent.GetValueKind() == JsonValueKind.String && sent.GetValue<string>() == path ? path : throw new FormatException(EditorValues.WrongShape);
        // A path is never taken from outside: it could name another item's file.
        if (editorAlias != Aliases.ImageCropper) return path;
        var point = value["focalPoint"] as JsonObject;
        return MediaValues.Share(point?["left"]) is { } left && MediaValues.Share(point?["top"]) is { } top && (left, top) is not (0.5, 0.5)
            ? new JsonObject { ["src"] = path, ["crops"] = new JsonArray(), ["focalPoint"] = new JsonObject { ["left"] = left, ["top"] = top } }.ToJsonString(Compact)
            : new JsonObject { ["src"] = path }.ToJsonString(Compact);
    }

    private static void SetMeasures(Dictionary<string, string> values, Dictionary<string, PropertyType> properties, UploadedFile file)
    {
        Set(MediaValues.Extension, file.Extension);
        Set(MediaValues.Bytes, file.Bytes.ToString(CultureInfo.InvariantCulture));
        Set(MediaValues.Width, file.Measure?.Width.ToString(CultureInfo.InvariantCulture));
        Set(MediaValues.Height, file.Measure?.Height.ToString(CultureInfo.InvariantCulture));

        void Set(string alias, string? value)
        {
            if (value is not null && properties.ContainsKey(alias)) values[alias] = value;
            else values.Remove(alias);
        }
    }
}
