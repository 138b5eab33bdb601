using System.Diagnostics;
using NetVips;

namespace WgsSite.Cms.Media;

/// <summary>Width and height of a picture as it is seen, in pixels.</summary>
public readonly record struct PictureMeasure(int Width, int Height);

/// <summary>A picture that is not taken: broken, or larger than this machine should be asked to read.</summary>
/// <param name="message">A sentence for the editor.</param>
public sealed class PictureRefusedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Reads and scales pictures with libvips. One at a time, none with more pixels than a good camera makes, none longer than
/// a time limit: a file made to fill memory or to keep the machine busy is refused.
/// </summary>
/// <param name="timeLimit">How long one picture may take.</param>
public sealed class Pictures(TimeSpan timeLimit) : IDisposable
{
    /// <summary>More than any phone's or ordinary camera's picture has.</summary>
    public const long MostPixels = 64_000_000;

    /// <summary>
    /// What a picture may take that is held in memory whole, since its file is not written from top to bottom: 33 million
    /// pixels of a progressive JPEG. Measured are up to 1.6 times as much.
    /// </summary>
    public const long MostBytesHeld = 200_000_000;

    public const string Broken = "Die Bilddatei ist beschädigt. Bitte speichern Sie das Bild noch einmal und laden Sie es neu hoch.";

    private const int LongestSide = 20_000;

    // Pages that many old browsers read; the picture beneath is never needed any finer.
    private const int WebPQuality = 78;
    private const int JpegQuality = 80;

    private static readonly Lock Preparing = new();
    private static bool prepared;

    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    public Pictures() : this(TimeSpan.FromSeconds(20))
    {
    }

    /// <summary>Opens a picture, reads it to its end and tells how large it is.</summary>
    /// <exception cref="PictureRefusedException">It is broken or too large.</exception>
    public async Task<PictureMeasure> CheckAsync(string file, CancellationToken cancel = default)
    {
        var measure = Measure(file);
        // Half a file shows only when it is read whole.
        await ScaleAsync(file, new PictureSize(480, 0), FocalPoint.Middle, PictureFormat.Jpeg, Stream.Null, cancel);
        return measure;
    }

    /// <summary>Writes a picture at another size; never larger than it is.</summary>
    /// <param name="focal">What stays in view where the size has another shape.</param>
    /// <exception cref="PictureRefusedException">It is broken, too large or took too long.</exception>
    public async Task ScaleAsync(string file, PictureSize size, FocalPoint focal, PictureFormat format, Stream output, CancellationToken cancel = default)
    {
        await oneAtATime.WaitAsync(cancel);
        try
        {
            Measure(file);
            await Task.Run(() => Scale(file, size, focal, format, output), CancellationToken.None);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    /// <summary>From the file's head alone: nothing is unpacked that is too large.</summary>
    private static PictureMeasure Measure(string file)
    {
        Prepare();
        try
        {
            using var image = Image.NewFromFile(file, access: Enums.Access.Sequential);
            if (image.Width > LongestSide || image.Height > LongestSide || (long)image.Width * image.Height > MostPixels)
                throw new PictureRefusedException($"Das Bild hat {image.Width} × {image.Height} Bildpunkte. Das ist zu groß. Bitte verkleinern Sie es, zum Beispiel auf 4000 Bildpunkte Breite.");
            if (BytesHeld(image) > MostBytesHeld)
                throw new PictureRefusedException($"Das Bild mit {image.Width} × {image.Height} Bildpunkten zu lesen braucht zu viel Speicher. Bitte verkleinern Sie es, zum Beispiel auf 4000 Bildpunkte Breite.");
            var lying = image.Contains("orientation") && image.Get("orientation") is int and >= 5;
            return lying ? new PictureMeasure(image.Height, image.Width) : new PictureMeasure(image.Width, image.Height);
        }
        catch (VipsException e)
        {
            throw new PictureRefusedException(Broken, e);
        }
    }

    /// <summary>
    /// libjpeg keeps two bytes for each coefficient of a progressive JPEG, libpng the pixels of an interlaced PNG, and libnsgif
    /// four bytes for each pixel of a GIF. All others are read in pieces.
    /// </summary>
    private static long BytesHeld(Image image)
    {
        var pixels = (long)image.Width * image.Height;
        var loader = image.Contains("vips-loader") ? image.Get("vips-loader") as string ?? "" : "";
        if (loader.StartsWith("gif", StringComparison.Ordinal)) return 4 * pixels;
        if (!image.Contains("interlaced")) return 0;
        var bytes = loader.StartsWith("jpeg", StringComparison.Ordinal) || image.Format == Enums.BandFormat.Ushort ? 2 : 1;
        return pixels * image.Bands * bytes;
    }

    private void Scale(string file, PictureSize size, FocalPoint focal, PictureFormat format, Stream output)
    {
        try
        {
            using var scaled = size.Height == 0 ? Thumbnail(file, size.Width, height: null) : Cropped(file, size, focal);
            using var flat = format == PictureFormat.Jpeg && scaled.HasAlpha() ? scaled.Flatten(background: [255]) : scaled.Copy();
            // Asked by the work itself, after each piece of it: a clock of its own would come late where all threads are busy.
            var began = Stopwatch.StartNew();
            flat.SetProgress(true);
            flat.SignalConnect(Enums.Signals.Eval, (image, _) => image.SetKill(began.Elapsed > timeLimit));
            if (format == PictureFormat.WebP) flat.WebpsaveStream(output, q: WebPQuality, keep: Enums.ForeignKeep.None);
            else flat.JpegsaveStream(output, q: JpegQuality, interlace: true, optimizeCoding: true, keep: Enums.ForeignKeep.None);
        }
        catch (VipsException e)
        {
            throw new PictureRefusedException(e.Message.Contains("kill", StringComparison.OrdinalIgnoreCase) ? "Das Bild zu lesen dauert zu lange. Bitte verkleinern Sie es und laden Sie es noch einmal hoch." : Broken, e);
        }
    }

    private static Image Thumbnail(string file, int width, int? height) => Image.Thumbnail(
        file, width, height: height ?? 10_000_000, size: Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Error);

    /// <summary>Fills the size and cuts away what is farthest from the focal point.</summary>
    private static Image Cropped(string file, PictureSize size, FocalPoint focal)
    {
        var measure = Measure(file);
        var scale = Math.Max((double)size.Width / measure.Width, (double)size.Height / measure.Height);
        using var whole = Image.Thumbnail(
            file, (int)Math.Ceiling(measure.Width * scale), height: (int)Math.Ceiling(measure.Height * scale), size: Enums.Size.Force, outputProfile: "srgb", failOn: Enums.FailOn.Error);
        return whole.ExtractArea(Offset(whole.Width, size.Width, focal.Left), Offset(whole.Height, size.Height, focal.Top), Math.Min(size.Width, whole.Width), Math.Min(size.Height, whole.Height));

        static int Offset(int whole, int part, double focus) => (int)Math.Clamp((whole * focus) - (part / 2.0), 0, Math.Max(0, whole - part));
    }

    /// <summary>libvips reads what editors may upload, and nothing else; it keeps nothing for later and uses one core.</summary>
    private static void Prepare()
    {
        lock (Preparing)
        {
            if (prepared) return;
            NetVips.NetVips.Concurrency = 1;
            Cache.Max = 0;
            Operation.Block("VipsForeignLoad", true);
            foreach (var loader in new[] { "VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadNsgif" }) Operation.Block(loader, false);
            prepared = true;
        }
    }
}
