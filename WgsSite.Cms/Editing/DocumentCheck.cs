using System.Globalization;
using System.Net.Mail;
using System.Text.Json;
using System.Text.RegularExpressions;
using Umbraco.Cms.Core;
using WgsSite.Cms.Schema;
using Aliases = Umbraco.Cms.Core.Constants.PropertyEditors.Aliases;

namespace WgsSite.Cms.Editing;

/// <summary>
/// What must hold of a document's values. <see cref="Storing"/> is what a draft may not break, <see cref="Publishing"/>
/// what readers must be able to rely on. Messages are for the editor and stand at the field.
/// </summary>
/// <param name="schema">Types and data types.</param>
/// <param name="typeOf">Type of the document with a key; null when there is none.</param>
/// <param name="rules">What the site asks of its own editors' values.</param>
internal sealed class DocumentCheck(ContentSchema schema, Func<Guid, Guid?> typeOf, IEnumerable<ValueRule> rules)
{
    public const string Missing = "Bitte füllen Sie dieses Feld aus.";
    public const int LongestName = 255;

    // A pattern is written by developers, a value by anybody: neither may hold the server.
    private static readonly TimeSpan PatternLimit = TimeSpan.FromMilliseconds(200);

    private readonly ILookup<string, ValueRule> rulesByEditor = rules.ToLookup(rule => rule.EditorUiAlias);

    public static IEnumerable<ValueFault> Name(string name)
    {
        if (name.Length == 0) yield return new ValueFault(ValuePath.Name, "Bitte geben Sie einen Namen ein.");
        if (name.Length > LongestName) yield return new ValueFault(ValuePath.Name, $"Der Name darf höchstens {LongestName} Zeichen haben.");
    }

    /// <summary>What a draft may not break: the rules of the site's own editors.</summary>
    public IReadOnlyList<ValueFault> Storing(ContentType type, IReadOnlyDictionary<string, string> values) => Check(type, values, publishing: false);

    /// <summary>What must hold before readers see it.</summary>
    public IReadOnlyList<ValueFault> Publishing(ContentType type, IReadOnlyDictionary<string, string> values) => Check(type, values, publishing: true);

    private List<ValueFault> Check(ContentType type, IReadOnlyDictionary<string, string> values, bool publishing)
    {
        var faults = new List<ValueFault>();
        foreach (var property in schema.PropertiesOf(type))
            Check(property, values.GetValueOrDefault(property.Alias), ValuePath.Of(property.Alias), publishing, faults);
        return faults;
    }

    private void Check(PropertyType property, string? value, string path, bool publishing, List<ValueFault> faults)
    {
        var dataType = schema.DataTypes.GetValueOrDefault(property.DataTypeKey);
        if (value is null or "")
        {
            if (publishing && property.Mandatory && property.EditorAlias != Aliases.Boolean) Fault(property.MandatoryMessage ?? Missing);
            return;
        }

        if (dataType is not null)
            foreach (var rule in rulesByEditor[dataType.EditorUiAlias])
                if (rule.Check(value) is { } broken) Fault(broken);

        if (publishing)
        {
            if (property.Pattern is { } pattern && !Matches(value, pattern)) Fault(property.PatternMessage ?? "Der Wert hat nicht die richtige Form.");
            if (dataType is not null && OfEditor(property.EditorAlias, value, dataType) is { } wrong) Fault(wrong);
        }

        // Texts hold no blocks here; their stored form is walked through all the same.
        if (property.EditorAlias is Aliases.BlockList or Aliases.RichText)
            foreach (var (key, type, values) in EditorValues.StoredBlocks(value, schema))
                foreach (var inner in schema.PropertiesOf(type))
                    Check(inner, values.GetValueOrDefault(inner.Alias), ValuePath.InBlock(property.EditorAlias == Aliases.RichText ? path + ".blocks" : path, key, inner.Alias), publishing, faults);

        void Fault(string message) => faults.Add(new ValueFault(path, message));
    }

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
