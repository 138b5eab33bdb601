namespace WgsSite.Cms.Schema;

/// <summary>A document, element or media type: what properties an item has and where it may stand.</summary>
/// <param name="AllowedChildKeys">Types allowed beneath it, in the editors' order.</param>
/// <param name="ListViewKey">The data type that says how the items beneath one of this type are listed; null where the tree shows them.</param>
/// <param name="TemplateKey">Template of new items; null when items of this type are no pages.</param>
/// <param name="Properties">Its own properties, without those of its compositions.</param>
public sealed record ContentType(
    Guid Key,
    string Alias,
    string Name,
    string Icon,
    string Description,
    bool AllowedAtRoot,
    Guid? ListViewKey,
    bool IsElement,
    bool VariesByCulture,
    IReadOnlyList<Guid> CompositionKeys,
    IReadOnlyList<Guid> AllowedChildKeys,
    Guid? TemplateKey,
    IReadOnlyList<PropertyType> Properties,
    IReadOnlyList<PropertyGroup> Groups);

/// <param name="DataTypeKey">The data type that says how the value is edited.</param>
/// <param name="EditorAlias">Alias of the property editor, as <c>Umbraco.TextBox</c>: says how the value is stored.</param>
/// <param name="Pattern">Regular expression a value must match, or null.</param>
/// <param name="GroupAlias">Alias of the tab or group it stands in, or null.</param>
public sealed record PropertyType(
    Guid Key,
    string Alias,
    string Name,
    string Description,
    Guid DataTypeKey,
    string EditorAlias,
    bool Mandatory,
    string? MandatoryMessage,
    string? Pattern,
    string? PatternMessage,
    int SortOrder,
    string? GroupAlias,
    bool VariesByCulture,
    bool LabelOnTop);

/// <param name="Kind"><c>Tab</c> or <c>Group</c>.</param>
public sealed record PropertyGroup(Guid Key, string Alias, string Name, string Kind, int SortOrder);

/// <summary>How a property is edited.</summary>
/// <param name="ConfigurationJson">The editor's settings, a JSON object.</param>
public sealed record DataType(Guid Key, string Name, string EditorAlias, string EditorUiAlias, string ConfigurationJson);

public sealed record Template(Guid Key, string Alias, string Name);

public sealed record Language(Guid Key, string IsoCode, string Name, bool IsDefault, bool IsMandatory);

/// <summary>A word or sentence of the interface that editors can change.</summary>
/// <param name="Name">Its name in code: <c>Nav.SkipLink</c>.</param>
/// <param name="Translations">ISO code → text.</param>
public sealed record DictionaryItem(Guid Key, string Name, Guid? ParentKey, IReadOnlyDictionary<string, string> Translations);
