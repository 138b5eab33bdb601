namespace WgsSite.Cms.Delivery;

/// <summary>
/// What <c>expand</c> and <c>fields</c> name: <c>properties[a,b[properties[c]]]</c>, with <c>$all</c> for every property
/// (https://docs.umbraco.com/umbraco-cms/reference/content-delivery-api/property-expansion-and-limiting).
/// </summary>
/// <param name="Key">A property's alias, <c>properties</c> or <c>$all</c>.</param>
public sealed record PropertySelection(string Key, IReadOnlyList<PropertySelection> Items)
{
    /// <summary>Longer ones are refused: nobody writes them, and each level multiplies the answer.</summary>
    public const int LongestText = 2_000;

    /// <summary>How many levels of <c>properties[…]</c> may stand in each other.</summary>
    public const int DeepestLevel = 10;

    private const string AllKey = "$all";
    private const string PropertiesKey = "properties";

    /// <summary>Everything, as when <c>fields</c> is not given.</summary>
    public static PropertySelection Everything { get; } = new("", [new(AllKey, [])]);

    /// <summary>Nothing, as when <c>expand</c> is not given.</summary>
    public static PropertySelection Nothing { get; } = new("", []);

    public bool IsAll => Key == AllKey;

    /// <summary>True where single properties are named, so that all others are left out.</summary>
    public bool Limits => Items.Count > 0;

    /// <param name="parameter">Its name, for the refusal.</param>
    /// <exception cref="DeliveryRefusalException">The brackets do not fit, or it is too long or too deep.</exception>
    public static PropertySelection Parse(string text, string parameter)
    {
        if (text.Length > LongestText) throw Refusal(parameter, $"It is longer than {LongestText} characters.");
        var position = 0;
        var items = List(0);
        return position == text.Length ? new("", items) : throw Refusal(parameter, $"There is a bracket too many at character {position + 1}.");

        List<PropertySelection> List(int depth)
        {
            // Each level takes two pairs of brackets: one for the alias, one for „properties“.
            if (depth > DeepestLevel * 2) throw Refusal(parameter, $"It goes deeper than {DeepestLevel} levels.");
            var found = new List<PropertySelection>();
            while (true)
            {
                var start = position;
                while (position < text.Length && text[position] is not ('[' or ']' or ',')) position++;
                var key = text[start..position].Trim();
                IReadOnlyList<PropertySelection> inner = [];
                if (position < text.Length && text[position] == '[')
                {
                    if (key.Length == 0) throw Refusal(parameter, $"There is no name before the bracket at character {position + 1}.");
                    position++;
                    inner = List(depth + 1);
                    if (position == text.Length) throw Refusal(parameter, "A bracket is not closed.");
                    if (inner is [{ Key: "", Items: [] }]) throw Refusal(parameter, "There is nothing between two brackets.");
                    position++;
                }

                found.Add(new(key, inner));
                if (position == text.Length || text[position] == ']') return found;
                if (text[position] != ',') throw Refusal(parameter, $"There is a comma missing at character {position + 1}.");
                position++;
            }
        }
    }

    /// <summary>What is said of a property; null when it is not named.</summary>
    public PropertySelection? Of(string alias) =>
        Items.FirstOrDefault(item => item.IsAll)
        ?? Items.FirstOrDefault(item => item.Key == PropertiesKey)?.Items.FirstOrDefault(item => item.IsAll || item.Key.Equals(alias, StringComparison.Ordinal));

    private static DeliveryRefusalException Refusal(string parameter, string detail) =>
        new(char.ToUpperInvariant(parameter[0]) + parameter[1..] + " option not valid", $"The '{parameter}' option cannot be read. {detail}");
}
