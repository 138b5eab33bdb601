namespace WgsSite.Cms.Editing;

/// <summary>Why a change was not made.</summary>
public enum RefusalKind
{
    /// <summary>What was asked for cannot be done with this item.</summary>
    NotAllowed,

    /// <summary>The item does not exist (any more).</summary>
    NotFound,

    /// <summary>Somebody else changed the item since it was opened.</summary>
    Outdated,

    /// <summary>The item is outside of what the editor works on.</summary>
    Forbidden,

    /// <summary>Values that cannot be stored or published; each is named in <see cref="EditRefusalException.Faults"/>.</summary>
    Invalid,
}

/// <summary>A change that was refused, in words for the editor who asked for it. Thrown inside the change, so that nothing of it stays.</summary>
public class EditRefusalException(RefusalKind kind, string title, string? detail = null, IReadOnlyList<ValueFault>? faults = null) : Exception(title)
{
    public RefusalKind Kind { get; } = kind;

    /// <summary>One sentence: what did not happen.</summary>
    public string Title { get; } = title;

    /// <summary>What the editor can do now.</summary>
    public string? Detail { get; } = detail;

    public IReadOnlyList<ValueFault> Faults { get; } = faults ?? [];
}

/// <summary>What is wrong with one value.</summary>
/// <param name="Path">JSON path of the value in the document as the client sends it; see <see cref="ValuePath"/>.</param>
/// <param name="Message">A sentence for the editor.</param>
public sealed record ValueFault(string Path, string Message);

/// <summary>
/// JSON paths as the client writes them to find the field a message belongs to
/// (<c>@umbraco-cms/backoffice</c> 17.1.0, packages/core/validation/utils/data-path-property-value-query.function.js).
/// </summary>
internal static class ValuePath
{
    public static string Of(string alias, string? culture = null, string? segment = null) =>
        $"$.values[?(@.alias == '{alias}' && @.culture == {Literal(culture)} && @.segment == {Literal(segment)})].value";

    /// <summary>A property of a block within a value.</summary>
    public static string InBlock(string valuePath, Guid block, string alias) =>
        $"{valuePath}.contentData[?(@.key == '{block}')].values[?(@.alias == '{alias}' && @.culture == null && @.segment == null)].value";

    public static string Name { get; } = "$.variants[?(@.culture == null && @.segment == null)].name";

    private static string Literal(string? text) => text is null ? "null" : $"'{text}'";
}
