using System.Buffers.Binary;
using System.Text;

namespace WgsSite.Cms.Media;

/// <summary>
/// Takes out of a picture's file what tells where, when and by whom it was taken; its pixels stay bit for bit as they were.
/// What a picture needs to look right stays: colour profile, transparency and which side is up.
/// </summary>
internal static class PictureMetadata
{
    private static readonly HashSet<string> PngChunks =
        ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "pHYs", "acTL", "fcTL", "fdAT"];

    private static readonly HashSet<string> WebPChunks = ["VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"];

    /// <exception cref="InvalidDataException">The file is not what its first bytes say.</exception>
    public static byte[] Strip(ReadOnlySpan<byte> file, FileKind kind)
    {
        var output = new MemoryStream(file.Length);
        try
        {
            if (kind == FileKind.Jpeg) Jpeg(file, output);
            else if (kind == FileKind.Png) Png(file, output);
            else if (kind == FileKind.WebP) WebP(file, output);
            else if (kind == FileKind.Gif) Gif(file, output);
            else output.Write(file);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            throw Broken(e);
        }

        return output.ToArray();
    }

    /// <summary>
    /// ITU-T T.81 annex B: segments up to the scans, and the scans' data up to the end of the image. What cameras put behind
    /// it (more pictures, with their own position) is left out. Kept are JFIF (APP0), colour profiles (APP2 „ICC_PROFILE“),
    /// Adobe's colour transform (APP14) and of Exif (APP1) the orientation.
    /// </summary>
    private static void Jpeg(ReadOnlySpan<byte> file, MemoryStream output)
    {
        output.Write(file[..2]);
        var at = 2;
        while (true)
        {
            if (file[at] != 0xFF) throw Broken();
            while (file[at + 1] == 0xFF) at++; // fill bytes
            var marker = file[at + 1];
            if (marker == 0xD9)
            {
                output.Write(file.Slice(at, 2));
                return;
            }

            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                output.Write(file.Slice(at, 2));
                at += 2;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(file.Slice(at + 2, 2));
            if (length < 2) throw Broken();
            var segment = file.Slice(at, 2 + length);
            var content = segment[4..];
            switch (marker)
            {
                case 0xE1 when content.StartsWith("Exif\0\0"u8):
                    if (Orientation(content[6..]) is > 1 and <= 8 and var orientation) output.Write(ExifOf(orientation));
                    break;
                case 0xE2 when content.StartsWith("ICC_PROFILE\0"u8):
                case 0xE0 when content.StartsWith("JFIF\0"u8):
                case 0xEE when content.StartsWith("Adobe"u8):
                    output.Write(segment);
                    break;
                case >= 0xE0 and <= 0xEF or 0xFE:
                    break; // XMP, IPTC, previews, makers' notes, comments
                default:
                    output.Write(segment);
                    break;
            }

            at += segment.Length;
            if (marker != 0xDA) continue;
            var from = at;
            // In a scan's data FF is followed by 00 or a restart marker.
            while (!(file[at] == 0xFF && file[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7) or 0xFF))) at++;
            output.Write(file[from..at]);
        }
    }

    /// <summary>The orientation (tag 0x0112 of IFD0) of a TIFF structure as Exif 2.3, 4.5.2 describes it; 0 when there is none.</summary>
    private static int Orientation(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 14) return 0;
        var little = tiff[0] == 'I';
        var at = (int)Math.Min(U32(tiff[4..]), int.MaxValue);
        if (at > tiff.Length - 2) return 0;
        int count = U16(tiff[at..]);
        for (var entry = at + 2; count-- > 0 && entry <= tiff.Length - 12; entry += 12)
            if (U16(tiff[entry..]) == 0x0112) return U16(tiff[(entry + 8)..]);
        return 0;

        ushort U16(ReadOnlySpan<byte> bytes) => little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
        uint U32(ReadOnlySpan<byte> bytes) => little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    /// <summary>An APP1 segment that says which side is up, and nothing else.</summary>
    private static byte[] ExifOf(int orientation) =>
    [
        0xFF, 0xE1, 0x00, 0x22, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1, // one entry: Orientation, SHORT, one value
        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    /// <summary>
    /// ISO/IEC 15948: chunks. Those stay that say how the pixels look (also the APNG ones); texts, times, Exif, programs' own
    /// and what stands behind the end go.
    /// </summary>
    private static void Png(ReadOnlySpan<byte> file, MemoryStream output)
    {
        output.Write(file[..8]);
        for (var at = 8; ;)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(file.Slice(at, 4));
            var chunk = file.Slice(at, checked(12 + length));
            var name = Encoding.Latin1.GetString(chunk.Slice(4, 4));
            if (PngChunks.Contains(name)) output.Write(chunk);
            if (name == "IEND") return;
            at += chunk.Length;
        }
    }

    /// <summary>RFC 9649, 2.7: chunks; Exif, XMP and unknown ones go, and with them their flags in VP8X.</summary>
    private static void WebP(ReadOnlySpan<byte> file, MemoryStream output)
    {
        var end = Math.Min(file.Length, checked(8 + (int)BinaryPrimitives.ReadUInt32LittleEndian(file.Slice(4, 4))));
        output.Write(file[..12]);
        for (var at = 12; at + 8 <= end;)
        {
            var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(file.Slice(at + 4, 4));
            var chunk = file.Slice(at, Math.Min(checked(8 + length + (length & 1)), file.Length - at));
            if (chunk.Length < 8 + length) throw Broken();
            var name = Encoding.Latin1.GetString(chunk[..4]);
            if (name == "VP8X")
            {
                var flags = chunk.ToArray();
                flags[8] &= 0b1111_0011; // E and X
                output.Write(flags);
            }
            else if (WebPChunks.Contains(name)) output.Write(chunk);

            at += chunk.Length;
        }

        var size = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)(output.Length - 8));
        output.Position = 4;
        output.Write(size);
    }

    /// <summary>GIF89a: blocks; comments, plain text and applications' data go, but for the one that repeats a film.</summary>
    private static void Gif(ReadOnlySpan<byte> file, MemoryStream output)
    {
        var at = 13 + ColourTable(file[10]);
        output.Write(file[..at]);
        while (true)
        {
            var from = at;
            switch (file[at])
            {
                case 0x3B:
                    output.WriteByte(0x3B);
                    return;
                case 0x2C:
                    at += 10 + ColourTable(file[at + 9]) + 1;
                    Skip(file, ref at);
                    output.Write(file[from..at]);
                    break;
                case 0x21:
                    var label = file[at + 1];
                    var isLoop = label == 0xFF && file.Slice(at + 3, 11).SequenceEqual("NETSCAPE2.0"u8);
                    at += 2;
                    Skip(file, ref at);
                    if (label == 0xF9 || isLoop) output.Write(file[from..at]);
                    break;
                default:
                    throw Broken();
            }
        }

        static int ColourTable(byte packed) => (packed & 0x80) == 0 ? 0 : 3 << ((packed & 7) + 1);

        static void Skip(ReadOnlySpan<byte> file, ref int at)
        {
            while (file[at] != 0) at += file[at] + 1;
            at++;
        }
    }

    private static InvalidDataException Broken(Exception? inner = null) => new("The picture's file is broken.", inner);
}
