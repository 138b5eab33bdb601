using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using WgsSite.Cms.Publishing;

namespace WgsSite.Cms.Media;

/// <summary>Serves the files of media items. A file that no item names, or whose item is in the bin, is not there.</summary>
public static class MediaDelivery
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static void UseMedia(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var path = context.Request.Path.Value ?? "";
        var published = path.StartsWith("/media/", StringComparison.Ordinal) ? context.RequestServices.GetRequiredService<PublishedContent>().Current : null;
        if (published?.FindMediaByUrl(path) is not { } media
            || !MediaFiles.IsMediaPath(path)
            || await FileAsync(context, published, media) is not { } found)
        {
            await next(context);
            return;
        }

        await SendAsync(context, found.File, found.IsFinal);
    });

    /// <summary>
    /// The original, or the picture at the size that is asked for; null when there is neither. Not final where the original
    /// stands in for a size that could not be made now.
    /// </summary>
    private static async Task<(string File, bool IsFinal)?> FileAsync(HttpContext context, PublishedSnapshot published, PublishedMedia media)
    {
        var original = context.RequestServices.GetRequiredService<MediaFiles>().FileOf(media.Url!);
        if (!File.Exists(original)) return null;
        var query = context.Request.Query;
        if (!media.HasSizes || !query.ContainsKey("width")) return (original, true);
        if (Size(query["width"], query["height"]) is not { } size || Format(query["format"]) is not { } format) return null;
        try
        {
            var focal = published.FocalPointOf(media, query["rxy"] is [{ } asked] ? asked : null);
            return (await context.RequestServices.GetRequiredService<PictureSizes>().FileAsync(media.Url!, size, focal, format, context.RequestAborted), true);
        }
        catch (Exception e) when (e is PictureRefusedException or IOException)
        {
            // Brought in by a file, or the disk is full: readers get it as it is.
            return (original, false);
        }
    }

    private static async Task SendAsync(HttpContext context, string file, bool isFinal)
    {
        var headers = context.Response.Headers;
        var isPdf = file.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);
        var isKnown = Types.TryGetContentType(file, out var type) && FileKind.OfExtension(Path.GetExtension(file)) is not null;
        headers.CacheControl = isFinal ? "public, max-age=31536000, immutable" : "public, max-age=60";
        // An SVG is a document of its own and could hold scripts: it may show itself, and nothing else. Browsers show no PDF in a sandbox.
        headers.ContentSecurityPolicy = isPdf ? "default-src 'none'; object-src 'self'" : "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox";
        headers.XContentTypeOptions = "nosniff";
        if (!isKnown) headers.ContentDisposition = "attachment";
        await TypedResults.PhysicalFile(file, isKnown ? type! : "application/octet-stream", lastModified: File.GetLastWriteTimeUtc(file), enableRangeProcessing: true).ExecuteAsync(context);
    }

    private static PictureSize? Size(StringValues width, StringValues height)
    {
        foreach (var size in PictureSize.All)
            if (width == Text(size.Width) && (size.Height == 0 ? height.Count == 0 : height == Text(size.Height)))
                return size;
        return null;

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    private static PictureFormat? Format(StringValues format) => format.ToString() switch
    {
        "webp" => PictureFormat.WebP,
        "jpg" => PictureFormat.Jpeg,
        _ => null,
    };
}
