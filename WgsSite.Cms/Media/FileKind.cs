using Umbraco.Cms.Core;

namespace WgsSite.Cms.Media;

/// <summary>A kind of file editors may upload, told by what is in it and not by its name.</summary>
/// <param name="Extension">Without the dot, in lower case.</param>
/// <param name="MediaTypeAlias">Umbraco's alias of the media type such files belong to.</param>
/// <param name="MostBytes">Larger files are refused.</param>
public sealed record FileKind(string Extension, string ContentType, string MediaTypeAlias, long MostBytes)
{
    /// <summary>How much of a file <see cref="Of"/> must see.</summary>
    public const int HeadLength = 1024;

    private const long PictureBytes = 25_000_000;

    public static FileKind Jpeg { get; } = new("jpg", "image/jpeg", Constants.Conventions.MediaTypes.Image, PictureBytes);
    public static FileKind Png { get; } = new("png", "image/png", Constants.Conventions.MediaTypes.Image, PictureBytes);
    public static FileKind WebP { get; } = new("webp", "image/webp", Constants.Conventions.MediaTypes.Image, PictureBytes);
    public static FileKind Gif { get; } = new("gif", "image/gif", Constants.Conventions.MediaTypes.Image, PictureBytes);
    public static FileKind Svg { get; } = new("svg", "image/svg+xml", Constants.Conventions.MediaTypes.VectorGraphicsAlias, 2_000_000);
    public static FileKind Pdf { get; } = new("pdf", "application/pdf", Constants.Conventions.MediaTypes.File, 25_000_000);

    public static IReadOnlyList<FileKind> All { get; } = [Jpeg, Png, WebP, Gif, Svg, Pdf];

    public static long MostBytesOfAll { get; } = All.Max(kind => kind.MostBytes);

    /// <summary>The kind a file's name claims; null for others.</summary>
    /// <param name="extension">With or without the dot.</param>
    public static FileKind? OfExtension(string extension)
    {
        var plain = extension.TrimStart('.').ToLowerInvariant();
        return plain is "jpeg" ? Jpeg : All.FirstOrDefault(kind => kind.Extension == plain);
    }

    /// <summary>The kind of a file by its first bytes; null when it is none that is allowed.</summary>
    /// <remarks>
    /// JPEG: ITU-T T.81 B.1.1.3; PNG: ISO/IEC 15948 5.2; GIF: GIF89a specification 17; WebP: RFC 9649 2.4; PDF: ISO 32000-1 7.5.2.
    /// </remarks>
    public static FileKind? Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith<byte>([0xFF, 0xD8, 0xFF])) return Jpeg;
        if (head.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return Png;
        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8)) return Gif;
        if (head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8)) return WebP;
        if (head.StartsWith("%PDF-"u8)) return Pdf;
        return IsSvg(head) ? Svg : null;
    }

    /// <summary>Why a file of no allowed kind is refused, and what to do about it; in words for the editor.</summary>
    public static string Refusal(ReadOnlySpan<byte> head) =>
        head.Length >= 12 && head[4..].StartsWith("ftyp"u8) && (head[8..].StartsWith("hei"u8) || head[8..].StartsWith("hev"u8) || head[8..].StartsWith("mif1"u8))
            ? "Das ist ein HEIC-Bild, wie es iPhones aufnehmen. Browser zeigen es nicht. Bitte speichern Sie es als JPEG und laden Sie es noch einmal hoch."
        : head.StartsWith("BM"u8) || head.StartsWith<byte>([0x49, 0x49, 0x2A, 0x00]) || head.StartsWith<byte>([0x4D, 0x4D, 0x00, 0x2A])
            ? "Diese Art von Bild zeigen Browser nicht. Bitte speichern Sie es als JPEG oder PNG und laden Sie es noch einmal hoch."
        : head.StartsWith("PK"u8) || head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0])
            ? "Das ist ein Office-Dokument oder ein Archiv. Bitte speichern Sie es als PDF und laden Sie es noch einmal hoch."
        : "Diese Art von Datei ist nicht erlaubt. Möglich sind Bilder (JPEG, PNG, WebP, GIF, SVG) und PDF.";

    /// <summary>XML, or a comment before it, whose first element is <c>svg</c>. Whether it can be read shows when it is cleaned.</summary>
    private static bool IsSvg(ReadOnlySpan<byte> head)
    {
        var text = System.Text.Encoding.UTF8.GetString(head).TrimStart('\uFEFF').TrimStart();
        while (text.StartsWith("<?", StringComparison.Ordinal) || text.StartsWith("<!", StringComparison.Ordinal))
        {
            var end = text.StartsWith("<!--", StringComparison.Ordinal) ? text.IndexOf("-->", StringComparison.Ordinal) + 2 : text.IndexOf('>', StringComparison.Ordinal);
            if (end < 2) return false;
            text = text[(end + 1)..].TrimStart();
        }

        return text.StartsWith("<svg", StringComparison.Ordinal) || text.StartsWith("<svg:svg", StringComparison.Ordinal);
    }
}
