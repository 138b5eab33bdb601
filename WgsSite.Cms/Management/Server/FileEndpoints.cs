using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Server;

/// <summary>What the client's rich text asks about uploads before it offers any. There are none yet.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder routes) => routes.MapGet("/temporary-file/configuration", () => new
    {
        ImageFileTypes = Array.Empty<string>(),
        DisallowedUploadedFilesExtensions = Array.Empty<string>(),
        AllowedUploadedFileExtensions = Array.Empty<string>(),
        MaxFileSize = 0,
    }).Needs(Right.SignedIn);
}
