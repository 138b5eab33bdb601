using Microsoft.Net.Http.Headers;
using WgsSite.Web.Hosting;

namespace WgsSite.Web.Inquiries.Abuse;

/// <summary>
/// Tells posts that a foreign website makes a reader's browser send. Refused is only what the browser itself says is
/// foreign: old phones send neither header, and a private window sends <c>Origin: null</c>.
/// </summary>
public static class ForeignPost
{
    public static bool Is(HttpRequest request, SiteAddress address)
    {
        // https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header
        if (request.Headers["Sec-Fetch-Site"].ToString().Equals("cross-site", StringComparison.OrdinalIgnoreCase)) return true;
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 || origin == "null") return false;
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var from)) return true;
        return !(SameHost(from, request.Headers[HeaderNames.Host].ToString()) || (Uri.TryCreate(address.Root, UriKind.Absolute, out var own) && SameHost(from, own.Authority)));
    }

    private static bool SameHost(Uri origin, string host) => origin.Authority.Equals(host, StringComparison.OrdinalIgnoreCase);
}
