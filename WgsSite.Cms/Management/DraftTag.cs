using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using WgsSite.Cms.Editing;

namespace WgsSite.Cms.Management;

/// <summary>Names what an editor began from, so that a save over somebody else's change can be told (RFC 9110, 8.8.3 and 13.1.1).</summary>
internal static class DraftTag
{
    public static void Write(HttpContext context, long number) => context.Response.Headers.ETag = $"\"{number}\"";

    /// <summary>
    /// What the editor's page began from; null when the caller writes in any case. Also as a weak tag, which a proxy that
    /// compresses makes of it. Who sends what nobody can read wants to be careful, so it is taken for another draft and never
    /// for none.
    /// </summary>
    public static long? Expected(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch;
        if (header.Count == 0 || header == "*") return null;
        return EntityTagHeaderValue.TryParse(header.ToString(), out var tag) && long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var draft)
            ? draft
            : throw new OutdatedException(null, null);
    }
}
