using System.Collections.Frozen;
using System.Text.Json;

namespace WgsSite.Cms.Schema;

/// <summary>All types, data types, templates and languages together. Immutable.</summary>
public sealed class ContentSchema
{
    private readonly FrozenDictionary<Guid, ContentType> documentTypesByKey;
    private readonly FrozenDictionary<string, ContentType> documentTypesByAlias;
    private readonly FrozenDictionary<Guid, ContentType> mediaTypesByKey;
    private readonly FrozenDictionary<string, ContentType> mediaTypesByAlias;
    private readonly FrozenDictionary<Guid, Template> templatesByKey;

    public ContentSchema(
        IReadOnlyCollection<ContentType> documentTypes,
        IReadOnlyCollection<ContentType> mediaTypes,
        IReadOnlyCollection<DataType> dataTypes,
        IReadOnlyCollection<Template> templates,
        IReadOnlyCollection<Language> languages)
    {
        documentTypesByKey = documentTypes.ToFrozenDictionary(type => type.Key);
        documentTypesByAlias = documentTypes.ToFrozenDictionary(type => type.Alias, StringComparer.OrdinalIgnoreCase);
        mediaTypesByKey = mediaTypes.ToFrozenDictionary(type => type.Key);
        mediaTypesByAlias = mediaTypes.ToFrozenDictionary(type => type.Alias, StringComparer.OrdinalIgnoreCase);
        templatesByKey = templates.ToFrozenDictionary(template => template.Key);
        DataTypes = dataTypes.ToFrozenDictionary(type => type.Key);
        Languages = languages;
        DefaultCulture = languages.FirstOrDefault(language => language.IsDefault)?.IsoCode ?? languages.FirstOrDefault()?.IsoCode ?? "de-DE";
    }

    public static ContentSchema Empty { get; } = new([], [], [], [], []);

    public IReadOnlyDictionary<Guid, DataType> DataTypes { get; }
    public IReadOnlyCollection<ContentType> DocumentTypes => documentTypesByKey.Values;
    public IReadOnlyCollection<ContentType> MediaTypes => mediaTypesByKey.Values;

    public IReadOnlyCollection<Language> Languages { get; }

    /// <summary>ISO code of the language readers get: the site has one voice.</summary>
    public string DefaultCulture { get; }

    public ContentType? DocumentType(Guid key) => documentTypesByKey.GetValueOrDefault(key);
    public ContentType? DocumentType(string alias) => documentTypesByAlias.GetValueOrDefault(alias);
    public ContentType? MediaType(Guid key) => mediaTypesByKey.GetValueOrDefault(key);
    public ContentType? MediaType(string alias) => mediaTypesByAlias.GetValueOrDefault(alias);
    public Template? Template(Guid key) => templatesByKey.GetValueOrDefault(key);

    /// <summary>A type's own properties and those of its compositions, each alias once.</summary>
    public IEnumerable<PropertyType> PropertiesOf(ContentType type) => WithCompositions(type)
        .SelectMany(part => part.Properties)
        .DistinctBy(property => property.Alias, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a type is only there to be part of others: no document is of it.</summary>
    public bool IsOnlyComposition(ContentType type) =>
        !type.AllowedAtRoot
        && DocumentTypes.Any(other => other.CompositionKeys.Contains(type.Key))
        && !DocumentTypes.Any(other => other.AllowedChildKeys.Contains(type.Key));

    /// <summary>What a data type says of one thing, as text; null when it says nothing.</summary>
    public string? Setting(PropertyType property, string name)
    {
        if (DataTypes.GetValueOrDefault(property.DataTypeKey)?.ConfigurationJson is not { Length: > 0 } configuration) return null;
        using var json = JsonDocument.Parse(configuration);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var value) ? value.ToString() : null;
    }

    /// <summary>Whether a data type says yes to something.</summary>
    public bool IsSet(PropertyType property, string name) => Setting(property, name) is "True" or "true" or "1";

    /// <summary>A type and all types it is composed of, directly or through others.</summary>
    public IReadOnlyCollection<ContentType> WithCompositions(ContentType type)
    {
        // Compositions may themselves be composed; a set ends a loop that a hand-written file might contain.
        var seen = new HashSet<ContentType>(ReferenceEqualityComparer.Instance);
        var open = new Stack<ContentType>([type]);
        while (open.TryPop(out var current))
            if (seen.Add(current))
                foreach (var key in current.CompositionKeys)
                    if ((DocumentType(key) ?? MediaType(key)) is { } part) open.Push(part);
        return seen;
    }
}
