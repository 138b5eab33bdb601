using WgsSite.Core.Maps;
using WgsSite.Core.Places;

namespace WgsSite.Web.Geo;

/// <summary>Reads the geodata beside the site: see <c>Geo/README.md</c>.</summary>
public static class GeoFiles
{
    /// <param name="file">Path of another region's GeoJSON; null or empty for the one of the site.</param>
    /// <exception cref="RegionException">The file is missing or no GeoJSON of municipalities; the message names it.</exception>
    public static Region Region(string siteFolder, string? file)
    {
        var path = string.IsNullOrWhiteSpace(file) ? Path.Combine(siteFolder, "Geo", "region.geojson") : Path.GetFullPath(file, siteFolder);
        try
        {
            using var stream = File.OpenRead(path);
            return RegionJson.Read(stream, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RegionException($"{path}: {e.Message}");
        }
    }

    public static Country Country(string siteFolder) => new(
        File.ReadLines(Path.Combine(siteFolder, "Geo", "german-municipalities.txt")),
        File.ReadLines(Path.Combine(siteFolder, "Geo", "german-postal-codes.txt")));
}
