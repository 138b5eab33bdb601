using System.Text.Json.Nodes;
using Microsoft.Extensions.FileProviders;

namespace WgsSite.Cms.Backoffice;

/// <summary>
/// Extensions of the client: folders with an <c>umbraco-package.json</c> below <c>App_Plugins/</c>, as in stock Umbraco
/// (https://docs.umbraco.com/umbraco-cms/customizing/umbraco-package).
/// </summary>
/// <param name="files">Where <c>App_Plugins/</c> lies.</param>
internal sealed class ExtensionManifests(IFileProvider files)
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
            using var stream = file.CreateReadStream();
            var package = JsonNode.Parse(stream)!.AsObject();
            if (isPublic && package["allowPublicAccess"]?.GetValue<bool>() != true) continue;
            packages.Add(new JsonObject
            {
                ["name"] = package["name"]?.DeepClone(),
                ["id"] = package["id"]?.DeepClone(),
                ["version"] = package["version"]?.DeepClone(),
                ["extensions"] = package["extensions"]?.DeepClone() ?? new JsonArray(),
            });
        }

        return packages;
    }
}
