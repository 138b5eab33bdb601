using WgsSite.Cms.Schema;
using Aliases = Umbraco.Cms.Core.Constants.PropertyEditors.Aliases;

namespace WgsSite.Tests.Cms.Editing;

/// <summary>A schema with a property for each editor, and a block that holds some of them.</summary>
internal static class TestSchema
{
    private static readonly List<DataType> DataTypes = [];

    public static ContentType Picked { get; } = Type("picked", isElement: false);

    public static ContentType Other { get; } = Type("other", isElement: false);

    public static ContentType Block { get; } = Type(
        "block",
        isElement: true,
        Property("pages", Aliases.MultiNodeTreePicker, $$"""{"maxNumber":1,"filter":"{{Picked.Key}}"}"""),
        Property("text", Aliases.RichText),
        Property("yes", Aliases.Boolean),
        Property("own", "Umbraco.Plain.Json", "{}", uiAlias: "Test.Own"),
        Property("needed", Aliases.TextBox, """{"maxChars":5}""", mandatory: true));

    public static ContentType Page { get; } = Type(
        "page",
        isElement: false,
        Property("needed", Aliases.TextBox, mandatory: true),
        Property("neededInWords", Aliases.TextBox, mandatory: true, message: "Ohne Überschrift geht es nicht."),
        Property("neededYes", Aliases.Boolean, mandatory: true),
        Property("zip", Aliases.TextBox, pattern: "^[0-9]{5}$", patternMessage: "Fünf Ziffern."),
        Property("slow", Aliases.TextBox, pattern: "^(a+)+$"),
        Property("impossible", Aliases.TextBox, pattern: "(["),
        Property("mail", Aliases.EmailAddress),
        Property("short", Aliases.TextBox, """{"maxChars":5}"""),
        Property("number", Aliases.Integer, """{"min":0,"max":10}"""),
        Property("pages", Aliases.MultiNodeTreePicker, $$"""{"minNumber":1,"maxNumber":2,"filter":"{{Picked.Key}}"}"""),
        Property("links", Aliases.MultiUrlPicker, """{"minNumber":0,"maxNumber":1}"""),
        Property("state", Aliases.DropDownListFlexible, """{"items":["aktiv","pausiert"],"multiple":false}"""),
        Property("kind", Aliases.RadioButtonList, """{"items":["a","b"]}"""),
        Property("blocks", Aliases.BlockList, """{"validationLimit":{"min":1,"max":2}}"""),
        Property("body", Aliases.RichText),
        Property("own", "Umbraco.Plain.Json", "{}", uiAlias: "Test.Own"));

    public static ContentSchema Schema { get; } = new([Picked, Other, Block, Page], [], DataTypes, [], []);

    private static ContentType Type(string alias, bool isElement, params PropertyType[] properties) =>
        new(Guid.NewGuid(), alias, alias, "icon-x", "", AllowedAtRoot: true, ListViewKey: null, isElement, VariesByCulture: false, [], [], null, properties, []);

    private static PropertyType Property(string alias, string editor, string settings = "{}", bool mandatory = false, string? message = null, string? pattern = null, string? patternMessage = null, string uiAlias = "")
    {
        var dataType = new DataType(Guid.NewGuid(), alias, editor, uiAlias, settings);
        DataTypes.Add(dataType);
        return new PropertyType(Guid.NewGuid(), alias, alias, "", dataType.Key, editor, mandatory, message, pattern, patternMessage, 0, null, VariesByCulture: false, LabelOnTop: false);
    }
}
