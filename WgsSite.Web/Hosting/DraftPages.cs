using System.Text;
using System.Text.RegularExpressions;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Publishing;
using WgsSite.Web.Content;

namespace WgsSite.Web.Hosting;

/// <summary>The content a preview is made from, in place of what is published.</summary>
public sealed record PreviewedSite(SiteContent Site);

/// <summary>
/// Shows editors the site as it would be if their drafts were published: the same pages, below the preview's own address,
/// with links that stay there and forms that send nothing.
/// </summary>
public sealed partial class DraftPages(RequestDelegate next, DraftPreview preview, PublishedContent content, SiteContentSource source)
{
    private const string StyleName = "/preview.css";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(BackofficePaths.Preview, out var path))
        {
            await next(context);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            await WriteAsync(context, StatusCodes.Status405MethodNotAllowed, "In der Vorschau lässt sich nichts absenden.");
            return;
        }

        if (!await preview.IsAdmittedAsync(context))
        {
            await WriteAsync(context, StatusCodes.Status403Forbidden, "Die Vorschau ist abgelaufen. Öffnen Sie sie in der Redaktion noch einmal mit „Speichern und Vorschau“.");
            return;
        }

        var drafts = await content.DraftsAsync(context.RequestAborted);
        var site = source.Of(drafts);
        context.Features.Set(new PreviewedSite(site));
        context.Request.Path = path.HasValue ? path : "/";
        // Asked for as plain text, since links have to be changed in it.
        context.Request.Headers.AcceptEncoding = "";
        var body = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        if (context.Response.Headers.Location is [{ } moved] && IsPage(moved, site)) context.Response.Headers.Location = BackofficePaths.Preview + moved;
        var bytes = buffer.ToArray();
        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            bytes = Encoding.UTF8.GetBytes(InPreview(Encoding.UTF8.GetString(bytes), site, StateOf(context.Features.Get<RequestedPage>()?.Document)));
            context.Response.ContentLength = bytes.Length;
        }

        await body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>What readers see of the page now, compared with the draft.</summary>
    private string StateOf(PublishedDocument? draft) =>
        draft is null ? "So sehen die Entwürfe aus."
        : content.Current.Find(draft.Key) is not { } published ? "So sieht der Entwurf aus. Noch nicht veröffentlicht."
        : published.SaysTheSameAs(draft) ? "Der Text dieser Seite ist so veröffentlicht."
        : "So sieht der Entwurf aus. Veröffentlicht ist noch die Fassung davor.";

    /// <param name="address">A path, perhaps with a query and a fragment.</param>
    private static bool IsPage(string address, SiteContent site)
    {
        var path = address.IndexOfAny(['?', '#']) is var end and >= 0 ? address[..end] : address;
        return path.StartsWith('/') && DocumentRouting.Find(site, path) is not null;
    }

    private static string InPreview(string html, SiteContent site, string state)
    {
        html = PageLink().Replace(html, link => IsPage(link.Groups["path"].Value, site) ? $"{link.Groups["name"].Value}=\"{BackofficePaths.Preview}{link.Groups["path"].Value}" : link.Value);
        html = Script().Replace(html, "");
        html = html.Replace("</head>", $"""<link rel="stylesheet" href="{StyleName}"></head>""", StringComparison.Ordinal);
        return BodyStart().Replace(html, body => $"""{body.Value}<aside class="preview-note" role="note"><strong>Vorschau.</strong> {state}</aside>""", 1);
    }

    private static Task WriteAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text);
    }

    [GeneratedRegex(@"\b(?<name>href|action|formaction)=""(?<path>/[^""?#]*)")]
    private static partial Regex PageLink();

    /// <summary>The forms' script would send them to where readers' forms go.</summary>
    [GeneratedRegex(@"<script\b[^>]*\bsrc=""[^""]*""[^>]*></script>")]
    private static partial Regex Script();

    [GeneratedRegex(@"<body\b[^>]*>")]
    private static partial Regex BodyStart();
}
