using System.Globalization;
using WgsSite.Cms.Media;

namespace WgsSite.Cms.Publishing;

/// <summary>A media item that is not in the bin.</summary>
/// <param name="Url">Path the file is served at; null for folders and items without a file.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="AlternativeText">What the picture shows, for those who do not see it.</param>
/// <param name="Focal">What stays in view where the picture is cut.</param>
/// <param name="Bytes">Size of the file.</param>
public sealed record PublishedMedia(Guid Key, string Name, string TypeAlias, string? Url, int? Width, int? Height, string? AlternativeText, FocalPoint Focal, long? Bytes)
{
    /// <summary>The folder it lies in; null at the top.</summary>
    public Guid? ParentKey { get; init; }

    public int SortOrder { get; init; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>UTC.</summary>
    public DateTime UpdatedAt { get; init; }

    /// <summary>Raw property values: see <see cref="PropertyValues"/>.</summary>
    internal IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>Without the dot, in lower case; empty without a file.</summary>
    public string Extension { get; } = Path.GetExtension(Url ?? "").TrimStart('.').ToLowerInvariant();

    /// <summary>True for pictures made of pixels whose measures are known: they are offered in several sizes.</summary>
    public bool HasSizes => Url is not null && Width > 0 && Height > 0 && FileKind.OfExtension(Extension) is { MediaTypeAlias: Umbraco.Cms.Core.Constants.Conventions.MediaTypes.Image };

    /// <summary>Address of the picture at one of the sizes of <see cref="PictureSize.All"/>, in the way of Umbraco's own image addresses.</summary>
    public string AddressOf(PictureSize size, PictureFormat format) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Url}?width={size.Width}{(size.Height > 0 ? $"&height={size.Height}&rxy={Focal.Text}" : "")}&format={(format == PictureFormat.WebP ? "webp" : "jpg")}");

    /// <summary>All sizes for a browser to choose from: the <c>srcset</c> of a <c>source</c> or an <c>img</c>.</summary>
    public string SizesIn(PictureFormat format) => string.Join(
        ", ",
        UsefulWidths().Select(size => string.Create(CultureInfo.InvariantCulture, $"{AddressOf(size, format)} {Math.Min(size.Width, Width ?? size.Width)}w")));

    /// <summary>The widths below the picture's own, and the first that shows all of it.</summary>
    private IEnumerable<PictureSize> UsefulWidths() => PictureSize.Widths.Where((size, index) => index == 0 || PictureSize.Widths[index - 1].Width < Width);
}
