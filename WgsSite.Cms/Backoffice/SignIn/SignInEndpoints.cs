using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Backoffice.SignIn;

/// <summary>The pages before the client: signing in, and the first account.</summary>
internal static partial class SignInEndpoints
{
    private const string WrongPassword = "Die E-Mail-Adresse oder das Passwort ist nicht richtig. Oder das Konto ist nach mehreren falschen Passwörtern für eine Viertelstunde gesperrt.";
    internal const string TooOften = "Von diesem Anschluss kamen zu viele Versuche. Bitte warten Sie zehn Minuten.";
    internal const string FormTooOld = "Die Seite war zu lange offen. Bitte versuchen Sie es noch einmal.";

    /// <summary>A page is asked for with GET, and by monitors with HEAD.</summary>
    public static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapPasswordLinks();
        routes.MapSecondStep();
        routes.MapMethods(SignInStyles.Path, Reading, SignInStyles.Get);
        routes.MapMethods(BackofficePaths.Login, Reading, ShowLogin);
        // The token is checked by hand, so that a form that is too old is answered in words.
        routes.MapPost(BackofficePaths.Login, Login).DisableAntiforgery();
        routes.MapMethods(BackofficePaths.SetUp, Reading, ShowSetUp);
        routes.MapPost(BackofficePaths.SetUp, SetUp).DisableAntiforgery();
        routes.MapMethods(BackofficePaths.Authorize, ["GET", "POST"], AuthorizeEndpoint.Authorize).AllowAnonymous().DisableAntiforgery();
        routes.MapPost(BackofficePaths.Token, AuthorizeEndpoint.Token).AllowAnonymous().DisableAntiforgery();
        routes.MapGet(BackofficePaths.SignOut, (Delegate)AuthorizeEndpoint.SignOut).AllowAnonymous();
    }

    private static RazorComponentResult<LoginPage> ShowLogin(HttpContext context, IAntiforgery forms, string? returnUrl) =>
        Page(context, forms, returnUrl, email: null, error: null);

    private static async Task<IResult> Login(
        HttpContext context,
        IAntiforgery forms,
        SignInLimit limit,
        UserManager<BackofficeUser> users,
        SignInManager<BackofficeUser> signIn,
        EditorSessions sessions,
        SecondStep secondStep,
        ILoggerFactory logs,
        [FromForm] string? email,
        [FromForm] string? password,
        [FromForm] string? returnUrl)
    {
        if (!await forms.IsRequestValidAsync(context)) return Page(context, forms, returnUrl, email, FormTooOld, StatusCodes.Status400BadRequest);
        if (!limit.Try(context.Connection.RemoteIpAddress)) return Page(context, forms, returnUrl, email, TooOften, StatusCodes.Status429TooManyRequests);
        if (string.IsNullOrWhiteSpace(email) || string.IsNullOrEmpty(password)) return Page(context, forms, returnUrl, email, "Bitte geben Sie beides ein.", StatusCodes.Status400BadRequest);

        var log = logs.CreateLogger("WgsSite.Backoffice");
        var user = await users.FindByEmailAsync(email.Trim());
        if (user is null)
        {
            // As slow as a wrong password, so that time does not tell which accounts there are.
            users.PasswordHasher.HashPassword(Nobody, password);
            LogUnknown(log);
            return Page(context, forms, returnUrl, email, WrongPassword, StatusCodes.Status400BadRequest);
        }

        // Closed or wrong is answered alike, and takes as long: an account that is closed tells nobody whether they guessed right.
        if (await users.IsLockedOutAsync(user) || !await signIn.CanSignInAsync(user))
        {
            users.PasswordHasher.HashPassword(Nobody, password);
            LogLockedOut(log, user.Id);
            return Page(context, forms, returnUrl, email, WrongPassword, StatusCodes.Status400BadRequest);
        }

        var result = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            LogWrongPassword(log, user.Id);
            return Page(context, forms, returnUrl, email, WrongPassword, StatusCodes.Status400BadRequest);
        }

        if (user.TwoFactorEnabled) return secondStep.Begin(context, user, Local(returnUrl));
        await sessions.BeginAsync(user);
        return Results.Redirect(Local(returnUrl) ?? BackofficePaths.Root);
    }

    private static IResult ShowSetUp(HttpContext context, IAntiforgery forms, SetUpLink link, IOptions<IdentityOptions> identity, string? code) =>
        link.IsValid(code) ? SetUpForm(context, forms, identity, code, null, null, []) : VoidLink();

    private static async Task<IResult> SetUp(
        HttpContext context,
        IAntiforgery forms,
        SetUpLink link,
        SignInLimit limit,
        FirstAdministrator first,
        UserManager<BackofficeUser> users,
        EditorSessions sessions,
        IOptions<IdentityOptions> identity,
        [FromForm] string? code,
        [FromForm] string? name,
        [FromForm] string? email,
        [FromForm] string? password,
        [FromForm] string? repeat)
    {
        if (!limit.Try(context.Connection.RemoteIpAddress)) return new RazorComponentResult<NoticePage>(new { Title = "Zu viele Versuche", Lines = new[] { TooOften } }) { StatusCode = StatusCodes.Status429TooManyRequests };
        if (!link.IsValid(code)) return VoidLink();
        List<string> errors = [];
        if (!await forms.IsRequestValidAsync(context)) errors.Add(FormTooOld);
        if (string.IsNullOrWhiteSpace(name)) errors.Add("Bitte geben Sie Ihren Namen ein.");
        if (name?.Trim().Length > 100) errors.Add("Der Name darf höchstens 100 Zeichen haben.");
        if (string.IsNullOrWhiteSpace(email)) errors.Add("Bitte geben Sie Ihre E-Mail-Adresse ein.");
        if (password != repeat) errors.Add("Die beiden Passwörter sind nicht gleich.");
        if (errors.Count == 0)
        {
            var made = await first.CreateAsync(name!.Trim(), email!.Trim(), password ?? "", context.RequestAborted);
            if (made is null) return VoidLink();
            // Name and address are the same here: one message is enough.
            errors.AddRange(made.Errors.Select(error => error.Description).Distinct());
        }

        if (errors.Count > 0) return SetUpForm(context, forms, identity, code, name, email, errors, StatusCodes.Status400BadRequest);
        link.Spend();
        await sessions.BeginAsync((await users.FindByEmailAsync(email!.Trim()))!);
        return Results.Redirect(BackofficePaths.Root);
    }

    private static RazorComponentResult<LoginPage> Page(HttpContext context, IAntiforgery forms, string? returnUrl, string? email, string? error, int status = StatusCodes.Status200OK)
    {
        var token = forms.GetAndStoreTokens(context);
        return new RazorComponentResult<LoginPage>(new
        {
            Error = error,
            Email = email,
            ReturnUrl = Local(returnUrl),
            TokenName = token.FormFieldName,
            Token = token.RequestToken,
        })
        { StatusCode = status };
    }

    private static RazorComponentResult<SetUpPage> SetUpForm(
        HttpContext context, IAntiforgery forms, IOptions<IdentityOptions> identity, string? code, string? name, string? email, IReadOnlyList<string> errors, int status = StatusCodes.Status200OK)
    {
        var token = forms.GetAndStoreTokens(context);
        return new RazorComponentResult<SetUpPage>(new
        {
            Errors = errors,
            Name = name,
            Email = email,
            Code = code,
            Length = identity.Value.Password.RequiredLength,
            TokenName = token.FormFieldName,
            Token = token.RequestToken,
        })
        { StatusCode = status };
    }

    private static RazorComponentResult<NoticePage> VoidLink() => new(new
    {
        Title = "Dieser Link gilt nicht mehr",
        Lines = new[] { "Der Link zum Einrichten gilt einen Tag lang und nur einmal.", "Wenn es noch kein Konto gibt: Starten Sie die Website neu. Sie nennt dann im Protokoll einen neuen Link." },
        Link = BackofficePaths.Login,
        LinkText = "Zur Anmeldung",
    })
    { StatusCode = StatusCodes.Status404NotFound };

    /// <summary>Only addresses of the backoffice itself are gone back to.</summary>
    internal static string? Local(string? url) =>
        url is not null && url.StartsWith(BackofficePaths.Root + "/", StringComparison.Ordinal) && !url.Contains('\\') && !url.Contains("//", StringComparison.Ordinal) ? url : null;

    private static readonly BackofficeUser Nobody = new() { Name = "" };

    // No addresses in the log: what somebody typed into the wrong field would stand there too.
    [LoggerMessage(LogLevel.Information, "Anmeldung mit einer Adresse ohne Konto.")]
    private static partial void LogUnknown(ILogger logger);

    [LoggerMessage(LogLevel.Information, "Falsches Passwort für das Konto {User}.")]
    private static partial void LogWrongPassword(ILogger logger, Guid user);

    [LoggerMessage(LogLevel.Warning, "Das Konto {User} ist nach mehreren falschen Passwörtern gesperrt.")]
    private static partial void LogLockedOut(ILogger logger, Guid user);
}
