using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace WgsSite.Cms.Backoffice;

/// <summary>
/// The built client: files with a hash in their names, compressed when they were built, and <c>client.json</c>, which says
/// what the index page has to name. Built from <c>Backoffice/client/</c>; missing when there was no Node.
/// </summary>
internal sealed class ClientFiles
{
    private static readonly FileExtensionContentTypeProvider Types = new();
    private readonly FrozenDictionary<string, ClientFile> files;

    private ClientFiles(FrozenDictionary<string, ClientFile> files, ClientManifest manifest)
    {
        this.files = files;
        Manifest = manifest;
    }

    public ClientManifest Manifest { get; }

    /// <returns>Null when the client was not built.</returns>
    public static ClientFiles? Find(string folder)
    {
        var manifest = Path.Combine(folder, "client.json");
        if (!File.Exists(manifest)) return null;
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".br", StringComparison.Ordinal) && !file.EndsWith(".gz", StringComparison.Ordinal) && file != manifest)
            .ToFrozenDictionary(
                file => Path.GetRelativePath(folder, file).Replace('\\', '/'),
                file => new ClientFile(file, Types.TryGetContentType(file, out var type) ? type : "application/octet-stream", File.Exists(file + ".br"), File.Exists(file + ".gz")));
        return new ClientFiles(files, JsonSerializer.Deserialize<ClientManifest>(File.ReadAllText(manifest), JsonSerializerOptions.Web)!);
    }

    public async Task SendAsync(HttpContext context, string path)
    {
        if (!files.TryGetValue(path, out var file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var headers = context.Response.Headers;
        var taken = context.Request.GetTypedHeaders().AcceptEncoding.Where(value => value.Quality is not 0).Select(value => value.Value.ToString()).ToList();
        var (encoding, name) = file.HasBrotli && taken.Contains("br") ? ("br", file.Path + ".br")
            : file.HasGzip && taken.Contains("gzip") ? ("gzip", file.Path + ".gz")
            : (null, file.Path);
        if (encoding is not null) headers.ContentEncoding = encoding;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = path.StartsWith("assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        context.Response.ContentType = file.Type;
        context.Response.ContentLength = new FileInfo(name).Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.SendFileAsync(name, context.RequestAborted);
    }

    private sealed record ClientFile(string Path, string Type, bool HasBrotli, bool HasGzip);
}

/// <summary>What the index page has to name.</summary>
/// <param name="ImportMap">Module names of the client → files below the client's folder.</param>
/// <param name="App">The module that starts the client.</param>
/// <param name="Styles">Style sheets of the index page.</param>
/// <param name="Preload">Modules the start will ask for.</param>
public sealed record ClientManifest(IReadOnlyDictionary<string, string> ImportMap, string App, IReadOnlyList<string> Styles, IReadOnlyList<string> Preload);
