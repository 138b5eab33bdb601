using System.Text.Json;
using FluentValidation;
using FluentValidation.Validators;

namespace WgsSite.Web.Pages.Contact;

/// <summary>
/// The rules of a validator in a form that the page's script understands: for each field a list of <c>required</c>,
/// <c>ways</c> (required when one of these ways of answering is chosen), <c>max</c> (UTF-16 units, as both sides count) and
/// <c>pattern</c>, each with its message. What only the server can know is not among them.
/// </summary>
public static class BrowserRules
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Name of the field → JSON, for fields that have such a rule.</returns>
    public static IReadOnlyDictionary<string, string> Of(IValidator validator) => validator.CreateDescriptor().GetMembersWithValidators()
        .Select(member => (Field: JsonNamingPolicy.CamelCase.ConvertName(member.Key), Rules: member.Select(item => Rule(item.Validator, item.Options.GetUnformattedErrorMessage())).OfType<object>().ToList()))
        .Where(member => member.Rules.Count > 0)
        .ToDictionary(member => member.Field, member => JsonSerializer.Serialize(member.Rules, Json));

    private static object? Rule(IPropertyValidator validator, string message) => validator switch
    {
        INotEmptyValidator => new { rule = "required", message },
        RequiredForWayValidator way => new { rule = "ways", value = way.Ways, message },
        ILengthValidator length => new { rule = "max", value = length.Max, message },
        FormValidator form => new { rule = "pattern", value = form.Pattern, message },
        _ => null,
    };
}
