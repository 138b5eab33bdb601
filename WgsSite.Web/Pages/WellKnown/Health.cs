using System.Data.Common;
using System.Net;
using WgsSite.Web.Inquiries;

namespace WgsSite.Web.Pages.WellKnown;

/// <summary>
/// <c>/health</c>: 200 „gut“, or 503 with what is wrong, a sentence a line. Only for the machine the site runs on, so that
/// a monitor there can ask; nobody else learns that it exists.
/// </summary>
public static class Health
{
    public static async Task<IResult> Get(HttpContext context, InquiryHealth inquiries)
    {
        // A proxy on the same machine asks for somebody else, and most say so.
        var isHere = context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded");
        if (!isHere) return Results.NotFound();
        IReadOnlyList<string> faults;
        try
        {
            faults = await inquiries.FaultsAsync(context.RequestAborted);
        }
        catch (DbException e)
        {
            faults = [$"Die Anfragen lassen sich nicht lesen: {e.Message}"];
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.Text(faults.Count == 0 ? "gut\n" : string.Join('\n', faults) + "\n", "text/plain; charset=utf-8", statusCode: faults.Count == 0 ? 200 : 503);
    }
}
