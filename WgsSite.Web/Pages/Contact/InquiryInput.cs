using System.Globalization;
using System.Text;
using WgsSite.Core.Inquiries;
using WgsSite.Core.Places;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Contact;

/// <summary>What came with a form, cleaned of signs nobody types, otherwise as it was typed.</summary>
public sealed record InquiryInput
{
    public string Topic { get; init; } = "";
    public string Service { get; init; } = "";
    public string Place { get; init; } = "";
    public string Message { get; init; } = "";
    public string OnBehalf { get; init; } = "";
    public string Name { get; init; } = "";
    public string ReachBy { get; init; } = "";
    public string Phone { get; init; } = "";
    public string Email { get; init; } = "";
    public string Address { get; init; } = "";
    public string When { get; init; } = "";

    /// <summary>Who asks for somebody else says so with this value.</summary>
    public const string Relative = "relative";
    public const string Self = "self";

    /// <summary>Ways of answering, as the field names them.</summary>
    public static IReadOnlyDictionary<string, ReachBy> Ways { get; } = new Dictionary<string, ReachBy>(StringComparer.Ordinal)
    {
        ["phone"] = Core.Inquiries.ReachBy.Phone,
        ["email"] = Core.Inquiries.ReachBy.Email,
        ["letter"] = Core.Inquiries.ReachBy.Letter,
        ["visit"] = Core.Inquiries.ReachBy.Visit,
    };

    public static InquiryInput Of(IFormCollection form, InquiryKind kind)
    {
        var asked = new InquiryInput { Topic = Line(form, "topic"), Service = Line(form, "service"), Place = Line(form, "place"), Name = Line(form, "name"), Phone = Line(form, "phone"), When = Line(form, "when") };
        if (kind == InquiryKind.CallBack) return asked with { ReachBy = "phone", Place = Usable(asked.Place) };
        var input = asked with
        {
            Message = Lines(form, "message"),
            OnBehalf = Line(form, "onBehalf"),
            ReachBy = Line(form, "reachBy"),
            Email = Line(form, "email"),
            Address = Lines(form, "address"),
        };
        return input with { ReachBy = input.ReachBy.Length > 0 ? input.ReachBy : input.OnlyWay };
    }

    /// <summary>What a link filled in beforehand.</summary>
    public static InquiryInput Of(IQueryCollection query, SiteContent site)
    {
        var service = site.ListedServices.FirstOrDefault(service => service.Slug == Clean(query[ContactPreset.ServiceParameter].FirstOrDefault(), false));
        var topic = Clean(query[ContactPreset.TopicParameter].FirstOrDefault(), false);
        if (site.Topics.All(known => known.Slug != topic)) topic = (service is null ? site.GeneralTopic : ContactPreset.Of(site, service).Topic ?? site.GeneralTopic)?.Slug ?? "";
        return new InquiryInput { Topic = topic, Service = service?.Slug ?? "", Place = Usable(Clean(query[ContactPreset.PlaceParameter].FirstOrDefault(), false)) };
    }

    /// <summary>A place that came with a link, which nobody typed here and nobody could correct.</summary>
    private static string Usable(string place) => place.Length <= PlaceFinder.LongestInput ? place : "";

    /// <summary>
    /// Without what belongs to other ways of answering than the chosen one: most browsers do not show it then, and who
    /// changed their mind does not want it sent.
    /// </summary>
    public InquiryInput Chosen => this with
    {
        Phone = ReachBy is "phone" or "visit" ? Phone : "",
        When = ReachBy is "phone" or "visit" ? When : "",
        Email = ReachBy == "email" ? Email : "",
        Address = ReachBy is "letter" or "visit" ? Address : "",
    };

    public InquiryText ToText() => new(
        Value(Name), Value(Email), Value(Phone), Value(Address), Value(Place), Value(When), Value(Message), Ways[ReachBy], OnBehalf == Relative);

    /// <summary>Who filled in one of the fields has said how to be reached, without choosing it.</summary>
    private string OnlyWay => Phone.Length > 0 ? "phone" : Email.Length > 0 ? "email" : Address.Length > 0 ? "letter" : "";

    private static string? Value(string text) => text.Length == 0 ? null : text;

    /// <summary>Of a field sent several times, the first counts.</summary>
    private static string Line(IFormCollection form, string name) => Clean(form[name].FirstOrDefault(), false);

    private static string Lines(IFormCollection form, string name) => Clean(form[name].FirstOrDefault(), true);

    /// <summary>
    /// Takes out what has no place in a text: controls, and signs that turn the direction of writing (they make an address
    /// look like another one). Line breaks become one kind, or a space where there is one line only.
    /// </summary>
    private static string Clean(string? text, bool lines)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = new StringBuilder(text.Length);
        foreach (var sign in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (sign.Value == '\n') clean.Append(lines ? '\n' : ' ');
            else if (sign.Value == '\t') clean.Append(' ');
            else if (!Rune.IsControl(sign) && !IsNoCharacter(sign) && !TurnsDirection(sign)) clean.Append(sign);
        }

        var result = clean.ToString().Normalize(NormalizationForm.FormC).Trim();
        // Signs without a body of their own (a zero-width space, say) are not an answer.
        return result.EnumerateRunes().All(sign => Rune.IsWhiteSpace(sign) || Rune.GetUnicodeCategory(sign) == UnicodeCategory.Format) ? "" : result;
    }

    /// <summary>Code points that will never be a character (Unicode 23.7); text with one in it cannot be normalised.</summary>
    private static bool IsNoCharacter(Rune sign) => (sign.Value & 0xFFFE) == 0xFFFE || sign.Value is >= 0xFDD0 and <= 0xFDEF;

    private static bool TurnsDirection(Rune sign) =>
        sign.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;
}
