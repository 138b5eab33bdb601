using System.Net.Mail;
using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Validators;
using WgsSite.Core.Inquiries;
using WgsSite.Core.Places;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Contact;

/// <summary>
/// What a form must hold. As little as possible: a way to answer, and for a message what it is about. The rules that a
/// browser can check by itself reach it through <see cref="BrowserRules"/>, with the same messages.
/// </summary>
public sealed class InquiryInputValidator : AbstractValidator<InquiryInput>
{
    public const int LongestLine = 100;
    public const int LongestMessage = 5000;

    // RFC 5321, 4.5.3.1.3: a path has 256 octets, two of them its brackets.
    private const int LongestEmail = 254;
    private const int LongestAddress = 300;

    // Any five digits: „02732 1234, abends“ is a number for the person who reads it.
    private const string Phone = @"(?:[^0-9]*[0-9]){5}";

    // What mail servers take without further agreements: ASCII before the @, RFC 5321, 4.1.2; after it also names with umlauts.
    private const string Email = @"^[A-Za-z0-9!#$%&'*+\/=?^_`{|}~\-]+(?:\.[A-Za-z0-9!#$%&'*+\/=?^_`{|}~\-]+)*@[^\s@<>()\[\],;:\\""']+\.[^\s@<>()\[\],;:\\""'.]{2,}$";

    public InquiryInputValidator(FormTexts texts, SiteContent site, InquiryKind kind)
    {
        RuleLevelCascadeMode = CascadeMode.Stop;
        // In the order of the fields, which is the order of the summary.
        if (kind == InquiryKind.Message)
        {
            RuleFor(input => input.Topic).Must(topic => topic.Length == 0 || site.Topics.Any(known => known.Slug == topic)).WithMessage(texts["errorTopic"]);
            RuleFor(input => input.Place).Readable(texts).MaximumLength(PlaceFinder.LongestInput).WithMessage(texts.Fill("errorLong", PlaceFinder.LongestInput));
            RuleFor(input => input.Message).NotEmpty().WithMessage(texts["errorMessage"]).Readable(texts)
                .MaximumLength(LongestMessage).WithMessage(texts.Fill("errorLong", Words.Number(LongestMessage)));
            RuleFor(input => input.OnBehalf).Must(value => value is "" or InquiryInput.Self or InquiryInput.Relative).WithMessage(texts["errorChoice"]);
        }

        // Who only wants an e-mail need not say who they are.
        var needName = kind == InquiryKind.CallBack ? (string[])["phone"] : ["phone", "letter", "visit"];
        RuleFor(input => input.Name).RequiredFor(needName).WithMessage(texts["errorName"]).Readable(texts).MaximumLength(LongestLine).WithMessage(texts.Fill("errorLong", LongestLine));
        RuleFor(input => input.ReachBy).NotEmpty().WithMessage(texts["errorReach"]).Must(way => InquiryInput.Ways.ContainsKey(way)).WithMessage(texts["errorChoice"]);
        RuleFor(input => input.Phone).RequiredFor("phone").WithMessage(texts["errorPhone"]).Readable(texts)
            .MaximumLength(LongestLine).WithMessage(texts.Fill("errorLong", LongestLine)).Form(Phone).WithMessage(texts["errorPhoneForm"]);
        RuleFor(input => input.When).Readable(texts).MaximumLength(LongestLine).WithMessage(texts.Fill("errorLong", LongestLine));
        if (kind == InquiryKind.CallBack) return;

        RuleFor(input => input.Email).RequiredFor("email").WithMessage(texts["errorEmail"])
            .MaximumLength(LongestEmail).WithMessage(texts.Fill("errorLong", LongestEmail)).Form(Email).WithMessage(texts["errorEmailForm"])
            // What the mail library does not take could never be sent.
            .Must(email => email.Length == 0 || MailAddress.TryCreate(email, out _)).WithMessage(texts["errorEmailForm"]);
        RuleFor(input => input.Address).RequiredFor("letter", "visit").WithMessage(texts["errorAddress"]).Readable(texts)
            .MaximumLength(LongestAddress).WithMessage(texts.Fill("errorLong", LongestAddress));
    }
}

/// <summary>A field that must be filled in when one of these ways of answering was chosen.</summary>
internal sealed class RequiredForWayValidator(IReadOnlyList<string> ways) : PropertyValidator<InquiryInput, string>
{
    public IReadOnlyList<string> Ways { get; } = ways;

    public override string Name => "RequiredForWay";

    public override bool IsValid(ValidationContext<InquiryInput> context, string value) => value.Length > 0 || !Ways.Contains(context.InstanceToValidate.ReachBy);
}

/// <summary>A form that a field has when it is filled in.</summary>
internal sealed class FormValidator(string pattern) : PropertyValidator<InquiryInput, string>
{
    // Against texts made to keep it busy: what takes that long is no phone number.
    private readonly Regex regex = new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(200));

    public string Pattern { get; } = pattern;

    public override string Name => "Form";

    public override bool IsValid(ValidationContext<InquiryInput> context, string value)
    {
        try
        {
            return value.Length == 0 || regex.IsMatch(value);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}

internal static class InquiryRuleExtensions
{
    public static IRuleBuilderOptions<InquiryInput, string> RequiredFor(this IRuleBuilder<InquiryInput, string> rule, params string[] ways) =>
        rule.SetValidator(new RequiredForWayValidator(ways));

    public static IRuleBuilderOptions<InquiryInput, string> Form(this IRuleBuilder<InquiryInput, string> rule, string pattern) =>
        rule.SetValidator(new FormValidator(pattern));

    /// <summary>Sent in another encoding than the page's, letters arrive as this sign.</summary>
    public static IRuleBuilderOptions<InquiryInput, string> Readable(this IRuleBuilder<InquiryInput, string> rule, FormTexts texts) =>
        rule.Must(value => !value.Contains('\uFFFD')).WithMessage(texts["errorCharacters"]);
}
