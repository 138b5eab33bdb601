using System.Buffers.Binary;
using System.Text;
using NetVips;

namespace WgsSite.Tests.Support;

/// <summary>Pictures made when they are needed, so that no binary lies in the repository.</summary>
internal static class TestPictures
{
    /// <summary>What only the hidden parts of a picture say.</summary>
    public const string Secret = "50.8748 8.0243 Erikas Telefon";

    /// <summary>Left half red, right half blue.</summary>
    public static byte[] Jpeg(int width = 1200, int height = 800) => TwoColours(width, height).JpegsaveBuffer(q: 90);

    /// <summary>Nothing in it repeats, so that its file is large.</summary>
    public static byte[] Noise(int width, int height)
    {
        using var noise = Image.Gaussnoise(width, height, sigma: 60, mean: 128);
        using var grey = noise.Cast(Enums.BandFormat.Uchar);
        return grey.JpegsaveBuffer(q: 100);
    }

    public static byte[] Png(int width = 400, int height = 300) => TwoColours(width, height).PngsaveBuffer();

    public static byte[] WebP(int width = 400, int height = 300) => TwoColours(width, height).WebpsaveBuffer(lossless: true);

    public static byte[] Gif(int width = 40, int height = 30) => TwoColours(width, height).GifsaveBuffer();

    /// <summary>As phones write it: which side is up, where it was taken, by what, and a second picture behind the end.</summary>
    public static byte[] JpegOfAPhone(int orientation, int width = 1200, int height = 800)
    {
        var plain = Jpeg(width, height);
        byte[] tiff =
        [
            .. "II*\0"u8, 8, 0, 0, 0, 2, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
            0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0, // where the position stands
            0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Secret),
        ];
        return
        [
            .. plain[..2],
            .. Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]),
            .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.ASCII.GetBytes(Secret)]),
            .. Segment(0xED, Encoding.ASCII.GetBytes("Photoshop 3.0\0" + Secret)),
            .. Segment(0xFE, Encoding.ASCII.GetBytes(Secret)),
            .. plain[2..],
            .. Encoding.ASCII.GetBytes(Secret),
        ];
    }

    public static byte[] PngWithText()
    {
        var plain = Png();
        return [.. plain[..33], .. Chunk("tEXt", Encoding.ASCII.GetBytes("Comment\0" + Secret)), .. Chunk("eXIf", Encoding.ASCII.GetBytes(Secret)), .. plain[33..], .. Encoding.ASCII.GetBytes(Secret)];
    }

    /// <summary>A preview of its own (JFXX), and a colour transform that is none.</summary>
    public static byte[] JpegOfAProgram()
    {
        var plain = Jpeg(400, 300);
        return [.. plain[..2], .. Segment(0xE0, Encoding.ASCII.GetBytes("JFXX\0\u0010" + Secret)), .. Segment(0xEE, Encoding.ASCII.GetBytes("Ducky" + Secret)), .. plain[2..]];
    }

    public static byte[] PngOfAProgram()
    {
        var plain = Png();
        return [.. plain[..33], .. Chunk("prVW", Encoding.ASCII.GetBytes(Secret)), .. Chunk("caBX", Encoding.ASCII.GetBytes(Secret)), .. plain[33..]];
    }

    public static byte[] WebPOfAProgram()
    {
        var plain = WebP();
        byte[] own = [.. "NOTE"u8, (byte)(Secret.Length + (Secret.Length & 1)), 0, 0, 0, .. Encoding.ASCII.GetBytes(Secret.PadRight(Secret.Length + (Secret.Length & 1)))];
        byte[] file = [.. plain, .. own];
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        return file;
    }

    public static byte[] WebPWithExif()
    {
        using var picture = TwoColours(400, 300).Mutate(image => image.Set(GValue.GStrType, "exif-ifd0-ImageDescription", Secret));
        return picture.WebpsaveBuffer(lossless: true, keep: Enums.ForeignKeep.All);
    }

    public static byte[] GifWithComment()
    {
        var plain = Gif();
        var at = 13 + (3 << ((plain[10] & 7) + 1));
        return [.. plain[..at], 0x21, 0xFE, (byte)Secret.Length, .. Encoding.ASCII.GetBytes(Secret), 0, .. plain[at..]];
    }

    /// <summary>A file that says it is as large, and holds nothing of it.</summary>
    public static byte[] JpegHead(bool progressive, int width, int height)
    {
        var file = TwoColours(16, 16).JpegsaveBuffer(interlace: progressive);
        var frame = file.AsSpan().IndexOf<byte>([0xFF, progressive ? (byte)0xC2 : (byte)0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 7), (ushort)width);
        return file;
    }

    /// <summary>A small file that unpacks to 900 million pixels.</summary>
    public static byte[] Bomb()
    {
        using var black = Image.Black(30_000, 30_000).Copy(interpretation: Enums.Interpretation.Bw);
        return black.PngsaveBuffer(compression: 9, bitdepth: 1);
    }

    public static (int Width, int Height) Measure(byte[] picture)
    {
        using var image = Image.NewFromBuffer(picture);
        return (image.Width, image.Height);
    }

    /// <summary>Red, green and blue at a place.</summary>
    public static double[] Colour(byte[] picture, int x, int y)
    {
        using var image = Image.NewFromBuffer(picture);
        return image.Getpoint(x, y);
    }

    private static Image TwoColours(int width, int height)
    {
        using var ground = Image.Black(width, height, bands: 3);
        return ground.Mutate(image =>
        {
            image.DrawRect([220, 20, 20], 0, 0, width / 2, height, fill: true);
            image.DrawRect([20, 20, 220], width / 2, 0, width - (width / 2), height, fill: true);
        }).Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. content];
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 4), Crc32(body));
        return chunk;
    }

    /// <summary>ISO/IEC 15948, annex D.</summary>
    private static uint Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }
}
