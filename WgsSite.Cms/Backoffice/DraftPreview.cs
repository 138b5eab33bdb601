using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using WgsSite.Cms.Backoffice.SignIn;
using WgsSite.Cms.Publishing;

namespace WgsSite.Cms.Backoffice;

/// <summary>
/// Who may look at drafts, and where. The pages themselves are the site's; it shows them below
/// <see cref="BackofficePaths.Preview"/> to who holds the cookie that asking for a preview brings.
/// </summary>
public sealed class DraftPreview(PublishedContent content, IOptions<BackofficeOptions> options, IDataProtectionProvider protection)
{
    private const string Cookie = "backoffice-preview";

    /// <summary>An editor works on a page for a while, and looks at it again and again.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Backoffice.DraftPreview").ToTimeLimitedDataProtector();

    /// <summary>The path of the page that shows a draft, or in words why there is none.</summary>
    public async Task<(string? Path, string? Reason)> FindAsync(Guid key, CancellationToken cancel = default)
    {
        var document = (await content.DraftsAsync(cancel)).Find(key);
        if (document is null) return (null, "Was im Papierkorb liegt, hat keine Vorschau.");
        return options.Value.HasPage(document) ? (document.Path, null) : (null, "Für diese Art von Inhalt gibt es keine eigene Seite. Er steht auf anderen Seiten; öffnen Sie deren Vorschau.");
    }

    /// <summary>Lets the session that asks see drafts, as long as it lasts.</summary>
    public void Admit(HttpContext context)
    {
        var options = Options(context);
        options.MaxAge = Lifetime;
        context.Response.Cookies.Append(Cookie, protector.Protect(context.User.GetAuthorizationId()!, Lifetime), options);
    }

    public async Task<bool> IsAdmittedAsync(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } ticket) return false;
        try
        {
            return await context.RequestServices.GetRequiredService<EditorSessions>().FindUserAsync(protector.Unprotect(ticket)) is not null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }

    internal static void Forget(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context));

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        Path = BackofficePaths.Preview,
        IsEssential = true,
    };
}
