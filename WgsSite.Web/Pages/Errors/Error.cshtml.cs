using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Errors;

/// <summary>What a reader sees when there is no page, or when the site failed.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : SitePageModel
{
    public bool IsNotFound { get; private set; }

    public override PageMeta Meta => new(
        Words[IsNotFound ? "Error.NotFound.Heading" : "Error.Failed.Heading"],
        Words[IsNotFound ? "Error.NotFound.Text" : "Error.Failed.Text"],
        $"/fehler/{(IsNotFound ? 404 : 500)}/",
        [],
        DateTime.UnixEpoch,
        NoIndex: true);

    /// <summary>A form that could not be answered.</summary>
    public void OnPost(int code) => OnGet(code);

    public void OnGet(int code)
    {
        // Nobody's page by itself: who opens this address by hand finds nothing here.
        var isAsked = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null && HttpContext.Features.Get<IExceptionHandlerFeature>() is null;
        IsNotFound = isAsked || code is >= 400 and < 500;
        if (isAsked) Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
