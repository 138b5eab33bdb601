using System.Text.Json.Nodes;
using WgsSite.Cms.Publishing;
using WgsSite.Cms.Schema;

namespace WgsSite.Cms.Editing;

/// <summary>What a client sent of a document's values, on top of what is stored.</summary>
/// <param name="Values">As they are to be stored.</param>
/// <param name="Faults">What of it cannot be stored.</param>
internal sealed record SentValues(Dictionary<string, string> Values, IReadOnlyList<ValueFault> Faults)
{
    public const string NotPerLanguage = "Dieses Feld gibt es nur einmal, nicht je Sprache.";

    /// <summary>What the client does not name is empty, what the type does not know stays.</summary>
    /// <exception cref="EditRefusalException">A document of this type has texts in several languages, which would be lost.</exception>
    public static SentValues Read(ContentSchema schema, ContentType type, DocumentInput input, IReadOnlyDictionary<string, string> old)
    {
        if (type.VariesByCulture) throw new EditRefusalException(RefusalKind.NotAllowed, $"„{type.Name}“ gibt es in mehreren Sprachen. Das lässt sich hier nicht bearbeiten.", "Es wurde nichts geändert.");
        var context = new EditorContext(schema, new Dictionary<Guid, LinkedItem>());
        var properties = schema.PropertiesOf(type).ToDictionary(property => property.Alias, StringComparer.OrdinalIgnoreCase);
        var faults = new List<ValueFault>();
        var values = old.Where(pair => !properties.ContainsKey(PropertyValues.Parts(pair.Key).Alias)).ToDictionary();
        foreach (var sent in input.Values)
        {
            if (!properties.TryGetValue(sent.Alias, out var property)) continue;
            if (sent.Culture is not null || sent.Segment is not null)
            {
                faults.Add(new ValueFault(ValuePath.Of(property.Alias, sent.Culture, sent.Segment), NotPerLanguage));
                continue;
            }

            try
            {
                // What the editor did not touch stays as it is written, or unwritten, so that files and versions differ only where something changed.
                var stored = old.GetValueOrDefault(property.Alias);
                if (IsSame(sent.Value, stored, property.EditorAlias, context))
                {
                    if (stored is not null) values[property.Alias] = stored;
                }
                else if (EditorValues.FromEditor(sent.Value, property.EditorAlias, context) is { } value) values[property.Alias] = value;
            }
            catch (FormatException e)
            {
                faults.Add(new ValueFault(ValuePath.Of(property.Alias), e.Message));
            }
        }

        return new SentValues(values, faults);
    }

    /// <summary>Links show where their targets are now; that is nothing an editor changed.</summary>
    private static bool IsSame(JsonNode? sent, string? stored, string editorAlias, EditorContext context)
    {
        try
        {
            // Both ways through the same reading, so that only the meaning is compared.
            var now = EditorValues.FromEditor(sent, editorAlias, context);
            var before = EditorValues.FromEditor(EditorValues.ToEditor(stored, editorAlias, context), editorAlias, context);
            return now == before;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
