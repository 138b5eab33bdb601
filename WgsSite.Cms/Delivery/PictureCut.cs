using System.Text.Json;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace WgsSite.Cms.Delivery;

/// <summary>How a picture may be cut, as Umbraco's media picker and image cropper store it.</summary>
internal sealed record PictureCut(ImageFocalPoint? FocalPoint, IReadOnlyList<ImageCrop> Crops)
{
    public static PictureCut None { get; } = new(null, []);

    /// <param name="value">An object with <c>focalPoint</c> and <c>crops</c>; either may be missing.</param>
    public static PictureCut Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return None;
        var point = value.TryGetProperty("focalPoint", out var focal) && focal.ValueKind == JsonValueKind.Object && Number(focal, "left") is { } left && Number(focal, "top") is { } top
            ? new ImageFocalPoint(left, top)
            : null;
        return new PictureCut(point, value.TryGetProperty("crops", out var crops) && crops.ValueKind == JsonValueKind.Array ? [.. crops.EnumerateArray().Select(Crop).OfType<ImageCrop>()] : []);
    }

    /// <summary>What is said here, and for what is not, what another says.</summary>
    public PictureCut Or(PictureCut other) => new(FocalPoint ?? other.FocalPoint, Crops.Count > 0 ? Crops : other.Crops);

    private static ImageCrop? Crop(JsonElement crop)
    {
        if (crop.ValueKind != JsonValueKind.Object || !crop.TryGetProperty("alias", out var alias) || alias.ValueKind != JsonValueKind.String) return null;
        var coordinates = crop.TryGetProperty("coordinates", out var at) && at.ValueKind == JsonValueKind.Object
            ? new ImageCropCoordinates(Number(at, "x1") ?? 0, Number(at, "y1") ?? 0, Number(at, "x2") ?? 0, Number(at, "y2") ?? 0)
            : null;
        return new ImageCrop(alias.GetString()!, (int)(Number(crop, "width") ?? 0), (int)(Number(crop, "height") ?? 0), coordinates);
    }

    private static decimal? Number(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;
}
