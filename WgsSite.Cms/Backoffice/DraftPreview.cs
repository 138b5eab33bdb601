using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
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

    public void Admit(HttpContext context) => context.Response.Cookies.Append(Cookie, protector.Protect("preview", Lifetime), new CookieOptions
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        Path = BackofficePaths.Preview,
        MaxAge = Lifetime,
        IsEssential = true,
    });

    public bool IsAdmitted(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } ticket) return false;
        try
        {
            return protector.Unprotect(ticket) == "preview";
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }
}
