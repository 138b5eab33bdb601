using WgsSite.Web.Hosting;

namespace WgsSite.Web.Pages.WellKnown;

/// <summary>Whom to tell of a security hole (RFC 9116).</summary>
public static class SecurityTxt
{
    /// <summary>RFC 9116 asks for less than a year; the date moves with every request, since the file is made from content.</summary>
    private static readonly TimeSpan Validity = TimeSpan.FromDays(180);

    public static IResult Get(HttpContext context, SiteAddress address, TimeProvider clock)
    {
        var settings = context.Features.Get<RequestedPage>()!.Site.Settings;
        if ((settings.SenderAddress ?? settings.Contact?.Email) is not { } mail) return Results.NotFound();
        var lines = new List<string>
        {
            $"Contact: mailto:{mail}",
            $"Expires: {clock.GetUtcNow().Add(Validity).Date:yyyy-MM-ddTHH:mm:ssZ}",
            "Preferred-Languages: de, en",
        };
        if (address.Of("/.well-known/security.txt") is { } own) lines.Add($"Canonical: {own}");
        return Results.Text(string.Join('\n', lines) + "\n");
    }
}
