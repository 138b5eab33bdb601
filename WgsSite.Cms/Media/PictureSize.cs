using System.Globalization;

namespace WgsSite.Cms.Media;

public enum PictureFormat
{
    WebP,
    Jpeg,
}

/// <summary>The point of a picture that stays in view; shares of its width and height, from the left and the top.</summary>
public readonly record struct FocalPoint(double Left, double Top)
{
    public static FocalPoint Middle { get; } = new(0.5, 0.5);

    /// <summary>As Umbraco writes it in addresses (<c>rxy</c>), to two places.</summary>
    public string Text { get; } = string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(Left, 0, 1):0.##},{Math.Clamp(Top, 0, 1):0.##}");
}

/// <summary>A size pictures are offered in.</summary>
/// <param name="Width">Pixels; a narrower picture stays as it is.</param>
/// <param name="Height">Pixels; 0 keeps the picture's shape.</param>
public readonly record struct PictureSize(int Width, int Height)
{
    /// <summary>Phones, phones with fine screens and tablets, wide screens.</summary>
    public static IReadOnlyList<PictureSize> Widths { get; } = [new(480, 0), new(960, 0), new(1920, 0)];

    /// <summary>What other sites show of a shared page.</summary>
    public static PictureSize Share { get; } = new(1200, 630);

    /// <summary>The only sizes anybody gets: else a stranger could keep the machine busy with making others.</summary>
    public static IReadOnlyList<PictureSize> All { get; } = [.. Widths, Share];
}
