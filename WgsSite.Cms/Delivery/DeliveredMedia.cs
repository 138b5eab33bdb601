using Umbraco.Cms.Core.Models.DeliveryApi;
using WgsSite.Cms.Publishing;

namespace WgsSite.Cms.Delivery;

/// <summary>A media item where it was picked. <c>Umbraco.Cms.Core</c> has the contract only, so this is its one implementation.</summary>
internal class DeliveredMedia(PublishedMedia media, IDictionary<string, object?> properties, PictureCut cut) : IApiMediaWithCrops
{
    public Guid Id => media.Key;
    public string Name => media.Name;
    public string MediaType => media.TypeAlias;

    /// <summary>Path of the file on this site; empty for folders.</summary>
    public string Url => media.Url ?? "";
    public string? Extension => media.Extension.Length > 0 ? media.Extension : null;

    /// <summary>Pixels.</summary>
    public int? Width => media.Width;

    /// <summary>Pixels.</summary>
    public int? Height => media.Height;
    public int? Bytes => media.Bytes is { } bytes ? (int)Math.Min(bytes, int.MaxValue) : null;
    public IDictionary<string, object?> Properties => properties;
    public ImageFocalPoint? FocalPoint => cut.FocalPoint;
    public IEnumerable<ImageCrop> Crops => cut.Crops;
}

/// <summary>A media item that was asked for itself.</summary>
internal sealed class DeliveredMediaResponse(PublishedMedia media, string path, IDictionary<string, object?> properties, PictureCut cut)
    : DeliveredMedia(media, properties, cut), IApiMediaWithCropsResponse
{
    private readonly PublishedMedia media = media;

    /// <summary>Names of the folders and the item, in lower case: <c>/team/portrait.jpg/</c>.</summary>
    public string Path { get; } = path;

    /// <summary>UTC.</summary>
    public DateTime CreateDate => media.CreatedAt;

    /// <summary>UTC.</summary>
    public DateTime UpdateDate => media.UpdatedAt;
}
