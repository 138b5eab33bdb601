using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace WgsSite.Web.Caching;

/// <summary>
/// A page as bytes, plain and compressed as small as can be. Compressing that hard takes tens of milliseconds, so it is
/// done once, when the first reader asks for it.
/// </summary>
internal sealed class CachedPage(byte[] html, string contentType)
{
    private readonly string hash = Convert.ToHexStringLower(SHA256.HashData(html).AsSpan(0, 8));
    private readonly Lazy<byte[]> brotli = new(() => Compress(html, stream => new BrotliStream(stream, CompressionLevel.SmallestSize)));
    private readonly Lazy<byte[]> gzip = new(() => Compress(html, stream => new GZipStream(stream, CompressionLevel.SmallestSize)));

    /// <summary>Answers with 304 when the reader holds this very page, else with the smallest form the reader takes.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        var (encoding, body) = Choose(context.Request);
        // A form of its own for each encoding: a strong tag names bytes, not words (RFC 9110, 8.8.3).
        var tag = $"\"{hash}{(encoding is null ? "" : "-" + encoding)}\"";
        var headers = context.Response.Headers;
        headers.ETag = tag;
        headers.Vary = HeaderNames.AcceptEncoding;
        // Asked for again each time, and answered by 304 while it is the same: nobody reads a page that is out of date.
        headers.CacheControl = "no-cache";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(held => held.Tag == "*" || held.Tag == tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        if (encoding is not null) headers.ContentEncoding = encoding;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private (string? Encoding, byte[] Body) Choose(HttpRequest request)
    {
        var taken = request.GetTypedHeaders().AcceptEncoding.Where(value => value.Quality is not 0).Select(value => value.Value.ToString()).ToList();
        return taken.Any(value => value is "*" || value.Equals("br", StringComparison.OrdinalIgnoreCase)) ? ("br", brotli.Value)
            : taken.Contains("gzip", StringComparer.OrdinalIgnoreCase) ? ("gzip", gzip.Value)
            : (null, html);
    }

    private static byte[] Compress(byte[] html, Func<Stream, Stream> encoder)
    {
        using var bytes = new MemoryStream();
        using (var stream = encoder(bytes)) stream.Write(html);
        return bytes.ToArray();
    }
}
