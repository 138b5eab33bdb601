using Microsoft.AspNetCore.Mvc;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Errors;

/// <summary>What a reader sees when there is no page, or when the site failed.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
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

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        IsNotFound = code is >= 400 and < 500;
        // A reader may also open this address by itself; it then answers as what it shows.
        if (Response.StatusCode == StatusCodes.Status200OK) Response.StatusCode = IsNotFound ? 404 : 500;
    }
}
