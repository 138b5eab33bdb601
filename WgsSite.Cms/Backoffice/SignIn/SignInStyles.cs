using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace WgsSite.Cms.Backoffice.SignIn;

/// <summary>The style sheet of the pages before the client. It lies in the assembly: these pages work without the client.</summary>
internal static class SignInStyles
{
    private static readonly byte[] Css = Read();

    public static string Path { get; } = BackofficePaths.Root + "/sign-in.css";

    /// <summary>With the version of what it holds.</summary>
    public static string Address { get; } = $"{Path}?v={Convert.ToHexStringLower(SHA256.HashData(Css).AsSpan(0, 6))}";

    public static IResult Get(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(Css, "text/css; charset=utf-8");
    }

    private static byte[] Read()
    {
        using var stream = typeof(SignInStyles).Assembly.GetManifestResourceStream("sign-in.css")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
