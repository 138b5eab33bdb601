using Microsoft.AspNetCore.Http;

namespace WgsSite.Cms.Management;

/// <summary>Refusals as the client shows them: problem details (RFC 9457) with a German title.</summary>
internal static class Problem
{
    /// <param name="title">What the editor reads as the headline of the notification.</param>
    /// <param name="detail">What to do about it.</param>
    public static IResult Of(int status, string title, string? detail = null) =>
        Results.Problem(title: title, detail: detail, statusCode: status, type: "Error");

    public static IResult NotFound(string title) => Of(StatusCodes.Status404NotFound, title);

    public static IResult BadRequest(string title, string? detail = null) => Of(StatusCodes.Status400BadRequest, title, detail);
}
