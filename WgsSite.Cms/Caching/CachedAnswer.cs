using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace WgsSite.Cms.Caching;

/// <summary>An answer as bytes, plain and compressed; compressing is done once, when the first reader asks for it.</summary>
/// <param name="level">How hard it is compressed: as small as can be takes tens of milliseconds, so that is for answers many will ask for.</param>
/// <param name="vary">Headers of the request the answer depends on, beside the compressions the reader takes.</param>
public sealed class CachedAnswer(byte[] body, string contentType, CompressionLevel level = CompressionLevel.SmallestSize, string? vary = null)
{
    private readonly string hash = Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 8));
    private readonly Lazy<byte[]> brotli = new(() => Compress(body, stream => new BrotliStream(stream, level)));
    private readonly Lazy<byte[]> gzip = new(() => Compress(body, stream => new GZipStream(stream, level)));

    /// <summary>Bytes, not compressed.</summary>
    public int Length => body.Length;

    /// <summary>Answers with 304 when the reader holds this very answer, else with the smallest form the reader takes.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        var (encoding, bytes) = Choose(context.Request);
        // A form of its own for each encoding: a strong tag names bytes, not words (RFC 9110, 8.8.3).
        var tag = $"\"{hash}{(encoding is null ? "" : "-" + encoding)}\"";
        var headers = context.Response.Headers;
        headers.ETag = tag;
        headers.Vary = vary is null ? HeaderNames.AcceptEncoding : $"{HeaderNames.AcceptEncoding}, {vary}";
        // Asked for again each time, and answered by 304 while it is the same: nobody reads what is out of date.
        if (headers.CacheControl.Count == 0) headers.CacheControl = "no-cache";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(held => held.Tag == "*" || held.Tag == tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        if (encoding is not null) headers.ContentEncoding = encoding;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private (string? Encoding, byte[] Body) Choose(HttpRequest request)
    {
        var taken = request.GetTypedHeaders().AcceptEncoding.Where(value => value.Quality is not 0).Select(value => value.Value.ToString()).ToList();
        return taken.Any(value => value is "*" || value.Equals("br", StringComparison.OrdinalIgnoreCase)) ? ("br", brotli.Value)
            : taken.Contains("gzip", StringComparer.OrdinalIgnoreCase) ? ("gzip", gzip.Value)
            : (null, body);
    }

    private static byte[] Compress(byte[] body, Func<Stream, Stream> encoder)
    {
        using var bytes = new MemoryStream();
        using (var stream = encoder(bytes)) stream.Write(body);
        return bytes.ToArray();
    }
}
