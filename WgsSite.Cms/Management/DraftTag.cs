using Microsoft.AspNetCore.Http;

namespace WgsSite.Cms.Management;

/// <summary>Names what an editor began from, so that a save over somebody else's change can be told (RFC 9110, 8.8.3 and 13.1.1).</summary>
internal static class DraftTag
{
    public static void Write(HttpContext context, long number) => context.Response.Headers.ETag = $"\"{number}\"";

    /// <summary>Null when the caller writes in any case.</summary>
    public static long? Expected(HttpContext context) =>
        long.TryParse(context.Request.Headers.IfMatch.ToString().Trim('"'), out var number) ? number : null;
}
