using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Backoffice.SignIn;

/// <summary>The pages that links in mails lead to: the first password of an account, and a new one for a forgotten one.</summary>
internal static class PasswordLinkEndpoints
{
    public static void MapPasswordLinks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(BackofficePaths.Invitation, async (HttpContext context, PasswordForm form, Invitations invitations, string? user, string? code) =>
            await invitations.FindAsync(user, code) is { } found ? (IResult)form.Show(context, Invitation(found), code) : VoidLink("Eine Einladung gilt drei Tage lang und nur einmal.", "Bitten Sie die Administration um eine neue.")).AllowAnonymous();
        routes.MapPost(BackofficePaths.Invitation, Accept).AllowAnonymous().DisableAntiforgery();
        routes.MapGet(BackofficePaths.Forgotten, (HttpContext context, IAntiforgery forms) => Forgotten(context, forms, null)).AllowAnonymous();
        routes.MapPost(BackofficePaths.Forgotten, Ask).AllowAnonymous().DisableAntiforgery();
        routes.MapGet(BackofficePaths.NewPassword, async (HttpContext context, PasswordForm form, UserManager<BackofficeUser> users, string? user, string? code) =>
            await PasswordResets.FindAsync(users, user, code) is { } found ? (IResult)form.Show(context, NewPassword(found), code) : VoidReset()).AllowAnonymous();
        routes.MapPost(BackofficePaths.NewPassword, Reset).AllowAnonymous().DisableAntiforgery();
    }

    private static async Task<IResult> Accept(HttpContext context, PasswordForm form, SignInLimit limit, Invitations invitations, UserManager<BackofficeUser> users, [FromForm] PasswordFields fields)
    {
        if (!limit.Try(context.Connection.RemoteIpAddress) || await invitations.FindAsync(fields.User, fields.Code) is not { } user)
            return VoidLink("Eine Einladung gilt drei Tage lang und nur einmal.", "Bitten Sie die Administration um eine neue.");
        var errors = await form.FaultsAsync(context, fields);
        // The link came to this address, or an administrator handed it over.
        user.EmailConfirmed = true;
        if (errors.Count == 0) errors = PasswordForm.Errors(await users.AddPasswordAsync(user, fields.Password!));
        return errors.Count > 0 ? form.Show(context, Invitation(user), fields.Code, errors) : Done("Ihr Konto ist bereit");
    }

    private static async Task<IResult> Ask(HttpContext context, IAntiforgery forms, SignInLimit limit, PasswordResets resets, [FromForm] string? email)
    {
        if (!await forms.IsRequestValidAsync(context)) return Forgotten(context, forms, SignInEndpoints.FormTooOld, StatusCodes.Status400BadRequest);
        if (!limit.Try(context.Connection.RemoteIpAddress)) return Forgotten(context, forms, SignInEndpoints.TooOften, StatusCodes.Status429TooManyRequests);
        if (string.IsNullOrWhiteSpace(email)) return Forgotten(context, forms, "Bitte geben Sie Ihre E-Mail-Adresse ein.", StatusCodes.Status400BadRequest);
        resets.Begin(email.Trim());
        return new RazorComponentResult<NoticePage>(new
        {
            Title = "Sehen Sie in Ihr Postfach",
            Lines = new[] { "Gibt es zu dieser Adresse ein Konto, ist ein Link unterwegs. Er gilt eine Stunde lang.", "Kommt nichts an? Sehen Sie im Ordner für unerwünschte E-Mails nach, oder fragen Sie die Administration." },
            Link = BackofficePaths.Login,
            LinkText = "Zur Anmeldung",
        });
    }

    private static async Task<IResult> Reset(
        HttpContext context, PasswordForm form, SignInLimit limit, UserManager<BackofficeUser> users, EditorSessions sessions, TimeProvider clock, [FromForm] PasswordFields fields)
    {
        if (!limit.Try(context.Connection.RemoteIpAddress) || await PasswordResets.FindAsync(users, fields.User, fields.Code) is not { } user) return VoidReset();
        var errors = await form.FaultsAsync(context, fields);
        if (errors.Count == 0) errors = PasswordForm.Errors(await users.ResetPasswordAsync(user, LinkCode.Read(fields.Code!), fields.Password!));
        if (errors.Count > 0) return form.Show(context, NewPassword(user), fields.Code, errors);
        user.PasswordChangedAt = clock.GetUtcNow().UtcDateTime;
        user.LockoutEnd = null;
        user.AccessFailedCount = 0;
        await users.UpdateAsync(user);
        await sessions.EndAllAsync(user);
        return Done("Ihr Passwort ist geändert");
    }

    private static PasswordForm.Text Invitation(BackofficeUser user) => new(user, "Willkommen", $"Guten Tag {user.Name}. Wählen Sie hier das Passwort für Ihr Konto. Sie melden sich damit und mit Ihrer E-Mail-Adresse an: {user.Email}", BackofficePaths.Invitation);

    private static PasswordForm.Text NewPassword(BackofficeUser user) => new(user, "Neues Passwort", "Wählen Sie hier ein neues Passwort. Wo Sie gerade angemeldet sind, werden Sie abgemeldet.", BackofficePaths.NewPassword);

    private static RazorComponentResult<ForgottenPage> Forgotten(HttpContext context, IAntiforgery forms, string? error, int status = StatusCodes.Status200OK)
    {
        var token = forms.GetAndStoreTokens(context);
        return new RazorComponentResult<ForgottenPage>(new { Error = error, TokenName = token.FormFieldName, Token = token.RequestToken }) { StatusCode = status };
    }

    private static RazorComponentResult<NoticePage> VoidReset() => VoidLink("Ein Link für ein neues Passwort gilt eine Stunde lang und nur einmal.", "Lassen Sie sich an der Anmeldung einen neuen schicken.");

    private static RazorComponentResult<NoticePage> VoidLink(params string[] lines) =>
        new(new { Title = "Dieser Link gilt nicht mehr", Lines = lines, Link = BackofficePaths.Login, LinkText = "Zur Anmeldung" }) { StatusCode = StatusCodes.Status404NotFound };

    private static RazorComponentResult<NoticePage> Done(string title) =>
        new(new { Title = title, Lines = new[] { "Sie können sich jetzt anmelden." }, Link = BackofficePaths.Login, LinkText = "Zur Anmeldung" });
}

/// <summary>What the form of a password sends.</summary>
internal sealed record PasswordFields(string? User, string? Code, string? Password, string? Repeat);

/// <summary>The form in which somebody chooses a password.</summary>
internal sealed class PasswordForm(IAntiforgery forms, IOptions<IdentityOptions> identity)
{
    public sealed record Text(BackofficeUser User, string Title, string Intro, string Action);

    public RazorComponentResult<PasswordPage> Show(HttpContext context, Text text, string? code, IReadOnlyList<string>? errors = null)
    {
        // The address of this page is a secret.
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        var token = forms.GetAndStoreTokens(context);
        return new RazorComponentResult<PasswordPage>(new
        {
            text.Title,
            text.Intro,
            text.Action,
            Errors = errors ?? [],
            User = text.User.Id.ToString(),
            text.User.Email,
            Code = code,
            Length = identity.Value.Password.RequiredLength,
            TokenName = token.FormFieldName,
            Token = token.RequestToken,
        })
        { StatusCode = errors is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }

    public async Task<List<string>> FaultsAsync(HttpContext context, PasswordFields fields)
    {
        List<string> errors = [];
        if (!await forms.IsRequestValidAsync(context)) errors.Add(SignInEndpoints.FormTooOld);
        if (string.IsNullOrEmpty(fields.Password)) errors.Add("Bitte wählen Sie ein Passwort.");
        if (fields.Password != fields.Repeat) errors.Add("Die beiden Passwörter sind nicht gleich.");
        return errors;
    }

    public static List<string> Errors(IdentityResult result) => [.. result.Errors.Select(error => error.Description).Distinct()];
}
