using System.Globalization;
using System.Net.Mail;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Umbraco.Cms.Core;
using WgsSite.Cms.Media;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Storage;
using Aliases = Umbraco.Cms.Core.Constants.PropertyEditors.Aliases;

namespace WgsSite.Cms.Editing;

/// <summary>
/// What must hold of a document's values. <see cref="Storing"/> is what a draft may not break, <see cref="Publishing"/>
/// what readers must be able to rely on. Messages are for the editor and stand at the field.
/// </summary>
/// <param name="schema">Types and data types.</param>
/// <param name="typeOf">Type of the document with a key; null when there is none.</param>
/// <param name="undescribed">As <see cref="PictureCheck"/> asks.</param>
/// <param name="rules">What the site asks of its own editors' values.</param>
internal sealed class DocumentCheck(ContentSchema schema, Func<Guid, Guid?> typeOf, Func<Guid, string?> undescribed, IEnumerable<ValueRule> rules)
{
    public const string Missing = "Bitte füllen Sie dieses Feld aus.";
    public const int LongestName = 255;

    // A pattern is written by developers, a value by anybody: neither may hold the server.
    private static readonly TimeSpan PatternLimit = TimeSpan.FromMilliseconds(200);

    private readonly PictureCheck pictures = new(undescribed);
    private readonly ILookup<string, ValueRule> rulesByEditor = rules.ToLookup(rule => rule.EditorUiAlias);

    /// <summary>With the documents of a store, each looked up once.</summary>
    public static DocumentCheck For(CmsDbContext db, ContentSchema schema, IEnumerable<ValueRule> rules)
    {
        var types = new Dictionary<Guid, Guid?>();
        return new DocumentCheck(schema, TypeOf, Undescribed, rules);

        Guid? TypeOf(Guid key)
        {
            if (!types.TryGetValue(key, out var type)) types[key] = type = db.Documents.Where(row => row.Key == key).Select(row => (Guid?)row.TypeKey).SingleOrDefault();
            return type;
        }

        string? Undescribed(Guid key) =>
            db.Media.Where(row => row.Key == key).Select(row => new { row.Name, row.TypeKey, row.Values }).SingleOrDefault() is { } media
            && schema.MediaType(media.TypeKey) is { } type
            && schema.PropertiesOf(type).Any(property => property.Alias == MediaValues.AlternativeText)
            && string.IsNullOrWhiteSpace(PropertyValues.FromJson(media.Values).GetValueOrDefault(MediaValues.AlternativeText))
                ? media.Name
                : null;
    }

    public static IEnumerable<ValueFault> Name(string name)
    {
        if (name.Length == 0) yield return new ValueFault(ValuePath.Name, "Bitte geben Sie einen Namen ein.");
        // Addresses are made of names.
        else if (!name.EnumerateRunes().Any(Rune.IsLetterOrDigit)) yield return new ValueFault(ValuePath.Name, "Der Name braucht mindestens einen Buchstaben oder eine Ziffer.");
        if (name.Length > LongestName) yield return new ValueFault(ValuePath.Name, $"Der Name darf höchstens {LongestName} Zeichen haben.");
    }

    /// <summary>
    /// What a draft may not break: the rules of the site's own editors, in values that were changed. What a rule forbids only
    /// since the value was written keeps nobody from saving another one.
    /// </summary>
    /// <param name="old">What is stored.</param>
    public IReadOnlyList<ValueFault> Storing(ContentType type, IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string> old)
    {
        var faults = new List<ValueFault>();
        foreach (var property in schema.PropertiesOf(type)) CheckRules(property, values.GetValueOrDefault(property.Alias), old.GetValueOrDefault(property.Alias), ValuePath.Of(property.Alias), faults);
        return faults;
    }

    /// <summary>What must hold before readers see it.</summary>
    public IReadOnlyList<ValueFault> Publishing(ContentType type, IReadOnlyDictionary<string, string> values)
    {
        var faults = new List<ValueFault>();
        foreach (var property in schema.PropertiesOf(type)) Check(property, values, ValuePath.Of(property.Alias), faults);
        return faults;
    }

    /// <summary>What is wrong with what was sent to be looked at, and not to be stored yet.</summary>
    /// <param name="old">What is stored.</param>
    public IReadOnlyList<ValueFault> Sent(ContentType type, DocumentInput input, IReadOnlyDictionary<string, string> old)
    {
        var sent = SentValues.Read(schema, type, input, old);
        return [.. Name(input.StoredName), .. sent.Faults, .. Publishing(type, sent.Values).Where(fault => sent.Faults.All(other => other.Path != fault.Path))];
    }

    private void CheckRules(PropertyType property, string? value, string? old, string path, List<ValueFault> faults)
    {
        if (value is null or "" || value == old) return;
        if (schema.DataTypes.TryGetValue(property.DataTypeKey, out var dataType)) CheckRules(dataType, value, path, faults);
        if (property.EditorAlias is not (Aliases.BlockList or Aliases.RichText)) return;
        var before = EditorBlocks.Stored(old, schema).DistinctBy(block => block.Key).ToDictionary(block => block.Key, block => block.Values);
        foreach (var (key, type, values) in EditorBlocks.Stored(value, schema))
            foreach (var inner in schema.PropertiesOf(type))
                CheckRules(inner, values.GetValueOrDefault(inner.Alias), before.GetValueOrDefault(key)?.GetValueOrDefault(inner.Alias), InBlock(property, path, key, inner), faults);
    }

    private void CheckRules(DataType dataType, string value, string path, List<ValueFault> faults)
    {
        foreach (var rule in rulesByEditor[dataType.EditorUiAlias])
            if (rule.Check(value) is { } broken) faults.Add(new ValueFault(path, broken));
    }

    private void Check(PropertyType property, IReadOnlyDictionary<string, string> values, string path, List<ValueFault> faults)
    {
        var value = values.GetValueOrDefault(property.Alias);
        var dataType = schema.DataTypes.GetValueOrDefault(property.DataTypeKey);
        if (value is null or "")
        {
            if (property.Mandatory && property.EditorAlias != Aliases.Boolean) Fault(property.MandatoryMessage ?? Missing);
            return;
        }

        if (dataType is not null) CheckRules(dataType, value, path, faults);
        if (property.Pattern is { } pattern && !Matches(value, pattern)) Fault(property.PatternMessage ?? "Der Wert hat nicht die richtige Form.");
        if (dataType is not null && OfEditor(property.EditorAlias, value, dataType) is { } wrong) Fault(wrong);
        // What a picture shows may also stand beside it.
        if (string.IsNullOrWhiteSpace(values.GetValueOrDefault(MediaValues.AlternativeText)) && OfPictures(property.EditorAlias, value) is { } silent) Fault(silent);

        // Texts hold no blocks here; their stored form is walked through all the same.
        if (property.EditorAlias is Aliases.BlockList or Aliases.RichText)
            foreach (var (key, type, inside) in EditorBlocks.Stored(value, schema))
                foreach (var inner in schema.PropertiesOf(type))
                    Check(inner, inside, InBlock(property, path, key, inner), faults);

        void Fault(string message) => faults.Add(new ValueFault(path, message));
    }

    private static string InBlock(PropertyType property, string path, Guid block, PropertyType inner) =>
        ValuePath.InBlock(property.EditorAlias == Aliases.RichText ? path + ".blocks" : path, block, inner.Alias);

    private static bool Matches(string value, string pattern)
    {
        try
        {
            return Regex.IsMatch(value, pattern, RegexOptions.None, PatternLimit);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
        catch (ArgumentException)
        {
            return true; // A pattern nobody can match would make the document impossible to publish.
        }
    }

    private string? OfEditor(string editorAlias, string value, DataType dataType)
    {
        try
        {
            return OfReadable(editorAlias, value, dataType);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // What a file brought in and no editor can read; the page shows nothing of it either.
            return null;
        }
    }

    private string? OfPictures(string editorAlias, string value)
    {
        try
        {
            return editorAlias switch
            {
                Aliases.MediaPicker3 => pictures.Picked(value),
                Aliases.RichText => pictures.InText(value),
                _ => null,
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private string? OfReadable(string editorAlias, string value, DataType dataType)
    {
        using var json = JsonDocument.Parse(dataType.ConfigurationJson is { Length: > 0 } text ? text : "{}");
        var settings = json.RootElement;
        return editorAlias switch
        {
            Aliases.EmailAddress => MailAddress.TryCreate(value, out var address) && address.Address == value.Trim() && address.Host.Contains('.', StringComparison.Ordinal) ? null : "Das ist keine gültige E-Mail-Adresse.",
            Aliases.TextBox or Aliases.TextArea => Limit(settings, "maxChars") is { } most and > 0 && value.Length > most ? $"Höchstens {most} Zeichen, das sind {value.Length}." : null,
            Aliases.Integer => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? OfNumber(number, settings) : null,
            Aliases.MultiNodeTreePicker => OfPicked(value, settings),
            Aliases.MultiUrlPicker or Aliases.BlockList => OfCount(value, settings),
            Aliases.DropDownListFlexible or Aliases.CheckBoxList or Aliases.RadioButtonList => OfChoices(value, settings),
            _ => null,
        };
    }

    private static string? OfNumber(int number, JsonElement settings) =>
        Limit(settings, "min") is { } least && number < least ? $"Mindestens {least}."
        : Limit(settings, "max") is { } most && number > most ? $"Höchstens {most}."
        : null;

    private string? OfPicked(string value, JsonElement settings)
    {
        var keys = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => UdiParser.TryParse(text, out Udi? udi) && udi is GuidUdi { EntityType: "document" } document ? document.Guid : (Guid?)null)
            .OfType<Guid>()
            .ToList();
        if (Count(keys.Count, Limit(settings, "minNumber"), Limit(settings, "maxNumber")) is { } wrong) return wrong;
        var allowed = settings.TryGetProperty("filter", out var filter) && filter.ValueKind == JsonValueKind.String
            ? filter.GetString()!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => Guid.TryParse(text, out var key) ? key : Guid.Empty).ToHashSet()
            : [];
        if (allowed.Count == 0) return null;
        // One that was deleted since is no fault of whoever publishes now; the page leaves it out.
        return keys.Any(key => typeOf(key) is { } type && !allowed.Contains(type))
            ? $"Hier darf nur stehen: {string.Join(", ", allowed.Select(key => schema.DocumentType(key)?.Name).OfType<string>())}."
            : null;
    }

    private static string? OfCount(string value, JsonElement settings)
    {
        using var json = JsonDocument.Parse(value);
        var list = json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("contentData", out var blocks) ? blocks : json.RootElement;
        var limits = settings.TryGetProperty("validationLimit", out var own) && own.ValueKind == JsonValueKind.Object ? own : settings;
        return Count(list.GetArrayLength(), Limit(limits, "min") ?? Limit(limits, "minNumber"), Limit(limits, "max") ?? Limit(limits, "maxNumber"));
    }

    private static string? OfChoices(string value, JsonElement settings)
    {
        if (!settings.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array) return null;
        var known = items.EnumerateArray().Select(item => item.ToString()).ToHashSet();
        var chosen = value.StartsWith('[') ? JsonSerializer.Deserialize<List<string>>(value)! : [value];
        return chosen.FirstOrDefault(item => !known.Contains(item)) is { } unknown ? $"„{unknown}“ steht nicht zur Wahl." : null;
    }

    private static string? Count(int count, int? least, int? most) =>
        least is > 0 && count < least ? $"Es müssen mindestens {least} sein."
        : most is > 0 && count > most ? $"Es dürfen höchstens {most} sein."
        : null;

    private static int? Limit(JsonElement settings, string name) =>
        settings.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
