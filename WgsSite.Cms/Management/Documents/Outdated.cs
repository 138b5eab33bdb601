using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Documents;

/// <summary>What the second of two editors is told.</summary>
internal static class Outdated
{
    public static async Task<IResult> AnswerAsync(OutdatedException outdated, HttpContext context)
    {
        var users = context.RequestServices.GetRequiredService<UserManager<BackofficeUser>>();
        var by = outdated.By is { } key ? await users.FindByIdAsync(key.ToString()) : null;
        var at = outdated.At is { } moment ? TimeZoneInfo.ConvertTime(new DateTimeOffset(moment, TimeSpan.Zero), context.RequestServices.GetRequiredService<TimeProvider>().LocalTimeZone) : (DateTimeOffset?)null;
        var who = by?.Name ?? "jemand anderem";
        var when = at is null ? "" : $" um {at.Value.ToString("HH:mm", CultureInfo.InvariantCulture)} Uhr";
        return Problem.Of(
            StatusCodes.Status412PreconditionFailed,
            outdated.Title,
            $"{outdated.What.Pronoun} wurde{when} von {who} geändert. Ihre Eingaben stehen noch hier. Öffnen Sie {outdated.What.Object} in einem zweiten Fenster, sehen Sie nach, was sich geändert hat, und tragen Sie Ihre Änderung dort ein.");
    }
}
