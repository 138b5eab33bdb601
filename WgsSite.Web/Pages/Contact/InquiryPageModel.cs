using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using WgsSite.Core.Contacts;
using WgsSite.Core.Inquiries;
using WgsSite.Core.Offers;
using WgsSite.Core.Places;
using WgsSite.Web.Content;
using WgsSite.Web.Hosting;
using WgsSite.Web.Inquiries;
using WgsSite.Web.Inquiries.Abuse;
using WgsSite.Web.Security;

namespace WgsSite.Web.Pages.Contact;

/// <summary>What the form pages need.</summary>
public sealed record InquiryFormServices(
    InquiryReceiver Receiver, FormTokens Tokens, InquiryLimit Limit, SiteAddress Address, SiteClock Clock, IOptions<InquirySettings> Settings, ILogger<InquiryFormServices> Log);

/// <summary>A page with a form that becomes an inquiry. Whatever goes wrong, what was typed stands there again.</summary>
public abstract partial class InquiryPageModel(InquiryFormServices services) : DocumentPageModel<FormPage>
{
    /// <summary>Most bytes a form may have.</summary>
    public const int LargestBody = 64 * 1024;

    /// <summary>A field no tenant sees; programs fill it in. Its name is none that browsers fill in by themselves.</summary>
    public const string TrapField = "extra";

    /// <summary>The button that only asks who is responsible, and where it leads.</summary>
    public const string WhoButton = "wer";
    public const string RecipientAnchor = "empfaenger";

    private FormToken? token;

    protected abstract InquiryKind Kind { get; }

    public override PageMeta Meta => Faults.Count + (Notice is null ? 0 : 1) == 0 ? Item.Meta
        : Item.Meta with { Title = $"{Texts["errorPrefix"]} {Item.Meta.Title}", NoIndex = true };

    public FormTexts Texts => Item.Texts;

    public InquiryInput Input { get; private set; } = new();

    /// <summary>The token of this form, for its hidden field.</summary>
    public string? Token => services.Tokens.Seal(token ??= services.Tokens.New());

    /// <summary>Field and message, in the order of the fields.</summary>
    public IReadOnlyList<(string Field, string Message)> Faults { get; private set; } = [];

    /// <summary>Why the form stands there again although no field is wrong: heading and text.</summary>
    public (string Heading, string Text)? Notice { get; private set; }

    public ContactTopic? Topic => Input.Topic.Length == 0 ? Site.GeneralTopic : Site.Topics.FirstOrDefault(topic => topic.Slug == Input.Topic);

    /// <summary>The service the link named, as long as the topic is one it belongs to.</summary>
    public Service? Service => Site.ListedServices.FirstOrDefault(service => service.Slug == Input.Service && Topic?.Concerns(service.Key) != false);

    public InquiryPlace Place => field ??= InquiryPlace.Of(Site, Texts, Input.Place);

    /// <summary>False where the place came with the link and cannot be changed.</summary>
    public bool AsksForPlace => Kind == InquiryKind.Message;

    /// <summary>Who would get the inquiry now; null for the cooperative's mailbox.</summary>
    public ContactPerson? Recipient => Site.Router.Route(Topic, Service, Place.Municipality, services.Clock.Today).Person;

    public string? FaultOf(string field) => Faults.Where(fault => fault.Field == field).Select(fault => fault.Message).FirstOrDefault();

    public string? RulesOf(string field) => Rules.ForBrowser.GetValueOrDefault(field);

    public override ContactPreset Preset => new(Topic, Service, Input.Place.Length is > 0 and <= PlaceFinder.LongestInput ? Input.Place : null);

    private InquiryRules Rules => InquiryRules.Of(Item, Site, Kind);

    public IActionResult OnGet()
    {
        Prepare();
        Input = InquiryInput.Of(Request.Query, Site);
        return Token is null ? Again("failed", StatusCodes.Status503ServiceUnavailable) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Prepare();
        if (ForeignPost.Is(Request, services.Address)) return Again("foreign", StatusCodes.Status403Forbidden);
        if (await ReadFormAsync(cancel) is not { } form) return Again("tooLarge", StatusCodes.Status413PayloadTooLarge);
        Input = InquiryInput.Of(form, Kind);
        var issued = token = services.Tokens.Open(form["token"].FirstOrDefault());
        if (Token is null) return Again("failed", StatusCodes.Status503ServiceUnavailable);
        if (form.ContainsKey(WhoButton)) return Page();

        try
        {
            return await SendAsync(issued, form, cancel);
        }
        catch (Exception e) when (e is DbException or DbUpdateException or IOException or CryptographicException)
        {
            LogNotStored(services.Log, e.GetBaseException().Message);
            return Again("failed", StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <param name="issued">The token the form came with; null when it was not issued here.</param>
    private async Task<IActionResult> SendAsync(FormToken? issued, IFormCollection form, CancellationToken cancel)
    {
        var chosen = Input.Chosen;
        var validation = await Rules.Validator.ValidateAsync(chosen, cancel);
        if (issued is not null && await services.Receiver.FindAsync(issued.SubmissionId, cancel) is { } known)
        {
            if (validation.IsValid && services.Receiver.Says(known, chosen.ToText())) return Confirmed(known.ConfirmationId);
            // The answer to the first one got lost, say, and in the meantime something was changed.
            token = null;
            if (validation.IsValid) return Again("againChanged", StatusCodes.Status422UnprocessableEntity);
        }

        Faults = [.. validation.Errors.Select(error => (System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(error.PropertyName), error.ErrorMessage))];
        if (Faults.Count > 0) return Answer(StatusCodes.Status422UnprocessableEntity);

        if (issued is null || services.Clock.UtcNow - issued.IssuedAt is var age && age > TimeSpan.FromHours(services.Settings.Value.LongestHours))
        {
            token = null;
            return Again("againOld", StatusCodes.Status422UnprocessableEntity);
        }

        if (age < TimeSpan.FromSeconds(services.Settings.Value.ShortestSeconds)) return Again("againFast", StatusCodes.Status422UnprocessableEntity);
        if (!services.Limit.Take(HttpContext.Connection.RemoteIpAddress, issued.SubmissionId))
        {
            if (Request.Headers.ContainsKey("X-Forwarded-For")) LogUnknownProxy(services.Log);
            return Again("tooMany", StatusCodes.Status429TooManyRequests);
        }

        var text = chosen.ToText();
        var suspicious = form[TrapField].Any(value => !string.IsNullOrEmpty(value)) ? "das unsichtbare Feld war ausgefüllt"
            : SpamSigns.In(text) ?? (services.Limit.IsRepeated(text.Message, issued.SubmissionId) ? "derselbe Text mehrmals in einer Stunde" : null);
        // Whoever loses the connection now has sent it all the same.
        var inquiry = await services.Receiver.ReceiveAsync(Site, new Submission(issued.SubmissionId, Kind, text, Topic, Service, Place.Municipality, suspicious), CancellationToken.None);
        return Confirmed(inquiry.ConfirmationId);
    }

    /// <returns>Null when there is more of it than a form can have.</returns>
    private async Task<IFormCollection?> ReadFormAsync(CancellationToken cancel)
    {
        if (Request.ContentLength > LargestBody) return null;
        if (HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LargestBody;
        try
        {
            if (Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true) return await ReadFieldsAsync(cancel);
            return Request.HasFormContentType ? await Request.ReadFormAsync(cancel) : FormCollection.Empty;
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException && !cancel.IsCancellationRequested)
        {
            // Not a form at all, whatever it says: it is answered like an empty one.
            return FormCollection.Empty;
        }
    }

    /// <summary>As browsers send it. The framework's own reader throws everything away for a single NUL among the text.</summary>
    private async Task<FormCollection> ReadFieldsAsync(CancellationToken cancel)
    {
        using var reader = new StreamReader(Request.Body, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        var fields = HttpUtility.ParseQueryString(await reader.ReadToEndAsync(cancel), Encoding.UTF8);
        return new FormCollection(fields.AllKeys.OfType<string>().ToDictionary(name => name, name => new StringValues(fields.GetValues(name)), StringComparer.Ordinal));
    }

    /// <summary>303: a reload asks for the confirmation, and does not send again.</summary>
    private StatusCodeResult Confirmed(string confirmationId)
    {
        Response.Headers.Location = DoneModel.AddressOf(confirmationId);
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private PageResult Again(string name, int status)
    {
        Notice = (Texts[name.StartsWith("again", StringComparison.Ordinal) ? "againHeading" : name + "Heading"], Texts[name]);
        return Answer(status);
    }

    private PageResult Answer(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    /// <summary>Each form has an id of its own, and after a post it holds what somebody typed: nobody may keep it.</summary>
    private void Prepare()
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentSecurityPolicy = SecurityHeaders.PolicyWithScript;
    }

    [LoggerMessage(LogLevel.Warning, "Eine Anfrage wurde wegen zu vieler Anfragen von einer Adresse abgelehnt, kam aber über einen Proxy, der nicht unter „Proxies“ eingetragen ist. Alle dahinter gelten als eine Adresse.")]
    private static partial void LogUnknownProxy(ILogger logger);

    [LoggerMessage(LogLevel.Error, "Eine Anfrage ließ sich nicht speichern: {Reason}")]
    private static partial void LogNotStored(ILogger logger, string reason);
}
