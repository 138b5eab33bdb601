using Microsoft.AspNetCore.Routing;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Server;

/// <summary>What the client asks about the server while it starts.</summary>
internal static class ServerEndpoints
{
    /// <summary>The version of Umbraco whose client and API this is.</summary>
    private const string Version = "17.1.0";

    /// <summary>Needed to show the sign-in at all, so open to everybody; says nothing that is not in the client's own code.</summary>
    public static void MapBeforeSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/server/status", () => new { ServerStatus = "Run" });
        routes.MapGet("/server/configuration", () => new
        {
            AllowPasswordReset = false,
            // Never: nothing is asked of other servers.
            VersionCheckPeriod = 0,
            AllowLocalLogin = true,
            UmbracoCssPath = "",
        });
        routes.MapGet("/manifest/manifest/public", (ExtensionManifests manifests) => manifests.Read(isPublic: true));
    }

    public static void MapServer(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/server/information", () => new { Version, AssemblyVersion = Version, BaseUtcOffset = "01:00:00", RuntimeMode = "Production" }).Needs(Right.SignedIn);
        routes.MapGet("/manifest/manifest/private", (ExtensionManifests manifests) => manifests.Read(isPublic: false)).Needs(Right.SignedIn);
        routes.MapGet("/manifest/manifest", (ExtensionManifests manifests) => manifests.Read(isPublic: false)).Needs(Right.SignedIn);
    }
}
