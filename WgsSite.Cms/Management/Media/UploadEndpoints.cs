using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Media;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Media;

/// <summary>Files on their way: sent first, used when what they belong to is saved.</summary>
internal static class UploadEndpoints
{
    /// <summary>Somewhat too large a file is read and refused in words; of a much larger one the rest is not waited for.</summary>
    private static readonly long ReadBytes = 4 * FileKind.MostBytesOfAll;

    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/temporary-file/configuration", () => new
        {
            ImageFileTypes = FileKind.All.Where(kind => kind.MediaTypeAlias == FileKind.Jpeg.MediaTypeAlias).Select(kind => kind.Extension).Append("jpeg"),
            DisallowedUploadedFilesExtensions = Array.Empty<string>(),
            AllowedUploadedFileExtensions = FileKind.All.Select(kind => kind.Extension).Append("jpeg"),
            // Kilobytes, as in Umbraco's settings.
            MaxFileSize = FileKind.MostBytesOfAll / 1000,
        }).Needs(Right.SignedIn);
        routes.MapPost("/temporary-file", Take).WithMetadata(new RequestSizeLimit(ReadBytes)).Needs(Right.CreateMedia);
        routes.MapGet("/temporary-file/{id:guid}", (Guid id, UploadedFiles uploads) => uploads.Find(id) is { } file ? Results.Ok(new { Id = id, FileName = file.Name }) : Problem.NotFound("Die hochgeladene Datei ist nicht mehr da.")).Needs(Right.CreateMedia);
        routes.MapDelete("/temporary-file/{id:guid}", (Guid id, UploadedFiles uploads) => uploads.Drop(id)).Needs(Right.CreateMedia);
    }

    private static async Task<IResult> Take(HttpContext context, UploadedFiles uploads, CancellationToken cancel)
    {
        if (!context.Request.HasFormContentType) return Problem.BadRequest("Die Anfrage lässt sich nicht lesen.");
        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = ReadBytes }, cancel);
        }
        catch (InvalidDataException)
        {
            return Problem.BadRequest("Die Datei wurde nicht hochgeladen.", $"Sie ist zu groß. Erlaubt sind {FileKind.MostBytesOfAll / 1_000_000} MB.");
        }

        if (!Guid.TryParse(form["Id"], out var key) || form.Files.GetFile("File") is not { } file) return Problem.BadRequest("Die Datei fehlt.");
        await using var content = file.OpenReadStream();
        await uploads.TakeAsync(key, file.FileName, content, cancel);
        context.Response.Headers["Umb-Generated-Resource"] = key.ToString();
        return Results.Created($"{context.Request.Path}/{key}", null);
    }

    private sealed record RequestSizeLimit(long? MaxRequestBodySize) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata;
}
