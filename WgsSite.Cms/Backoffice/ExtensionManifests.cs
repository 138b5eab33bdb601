using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace WgsSite.Cms.Backoffice;

/// <summary>
/// Extensions of the client: folders with an <c>umbraco-package.json</c> below <c>App_Plugins/</c>, as in stock Umbraco
/// (https://docs.umbraco.com/umbraco-cms/customizing/umbraco-package).
/// </summary>
/// <param name="files">Where <c>App_Plugins/</c> lies.</param>
internal sealed partial class ExtensionManifests(IFileProvider files, ILogger<ExtensionManifests> log)
{
    public const string Folder = "App_Plugins";

    /// <summary>Read at each start of a client, so that a manifest can be worked on without a restart.</summary>
    /// <param name="isPublic">Only what may be known before somebody signs in.</param>
    public JsonArray Read(bool isPublic)
    {
        var packages = new JsonArray();
        foreach (var folder in files.GetDirectoryContents(Folder).Where(entry => entry.IsDirectory).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var file = files.GetFileInfo($"{Folder}/{folder.Name}/umbraco-package.json");
            if (!file.Exists) continue;
            try
            {
                if (Read(file, isPublic) is { } package) packages.Add((JsonNode)package);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or IOException or UnauthorizedAccessException)
            {
                // The client starts without it: one extension must not take all of it away.
                LogUnreadable(log, $"{Folder}/{folder.Name}/umbraco-package.json", e.Message);
            }
        }

        return packages;
    }

    /// <returns>Null for one that must not be known yet.</returns>
    private static JsonObject? Read(IFileInfo file, bool isPublic)
    {
        using var stream = file.CreateReadStream();
        var package = JsonNode.Parse(stream)?.AsObject() ?? throw new JsonException("Die Datei enthält nur null.");
        if (isPublic && package["allowPublicAccess"]?.GetValue<bool>() != true) return null;
        var extensions = package["extensions"]?.AsArray().DeepClone() ?? new JsonArray();
        return new JsonObject
        {
            ["name"] = package["name"]?.DeepClone(),
            ["id"] = package["id"]?.DeepClone(),
            ["version"] = package["version"]?.DeepClone(),
            ["extensions"] = extensions,
        };
    }

    [LoggerMessage(LogLevel.Warning, "Die Erweiterung {File} lässt sich nicht lesen und fehlt in der Redaktion: {Reason}")]
    private static partial void LogUnreadable(ILogger logger, string file, string reason);
}
