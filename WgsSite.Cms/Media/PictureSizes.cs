using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WgsSite.Cms.Media;

/// <summary>The sizes of pictures: made when the first reader asks, kept beside the originals under <c>media-sizes/</c> of the data folder.</summary>
/// <param name="dataFolder">The site's data folder.</param>
public sealed class PictureSizes(string dataFolder, MediaFiles files, Pictures pictures)
{
    private const string Unfinished = ".new";

    /// <summary>Nothing is being written for so long.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    public string Folder { get; } = Path.Combine(dataFolder, "media-sizes");

    /// <summary>The file of a picture at a size.</summary>
    /// <param name="mediaPath">Path of the original: <c>/media/…</c>.</param>
    /// <exception cref="PictureRefusedException">The original cannot be read.</exception>
    public async Task<string> FileAsync(string mediaPath, PictureSize size, FocalPoint focal, PictureFormat format, CancellationToken cancel)
    {
        var file = Path.Combine(FolderOf(mediaPath), Name(size, focal, format));
        if (File.Exists(file)) return file;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // A name of its own, so that two who ask at once do not write into each other; the second one's takes the place of the first.
        var unfinished = $"{file}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            await using (var output = File.Create(unfinished)) await pictures.ScaleAsync(files.FileOf(mediaPath), size, focal, format, output, cancel);
            File.Move(unfinished, file, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }

        return file;
    }

    /// <summary>Drops what was made of files that are not there any more, and what a stopped process left unfinished.</summary>
    /// <param name="mediaPaths">Paths of the files that are.</param>
    internal void Sweep(IEnumerable<string> mediaPaths)
    {
        if (!Directory.Exists(Folder)) return;
        var known = mediaPaths.Select(FolderOf).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in Directory.EnumerateDirectories(Folder))
            if (!known.Contains(folder)) Directory.Delete(folder, recursive: true);
            else
                foreach (var file in Directory.EnumerateFiles(folder, "*" + Unfinished))
                    if (File.GetLastWriteTimeUtc(file) < DateTime.UtcNow - Abandoned) File.Delete(file);
    }

    /// <summary>One folder per original, named by its path so that no path leads out of it; a replaced original has another path.</summary>
    private string FolderOf(string mediaPath) => Path.Combine(Folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mediaPath)))[..32]);

    private static string Name(PictureSize size, FocalPoint focal, PictureFormat format) => string.Create(
        CultureInfo.InvariantCulture,
        $"{size.Width}{(size.Height > 0 ? $"x{size.Height}-{focal.Text}" : "")}.{(format == PictureFormat.WebP ? "webp" : "jpg")}");
}
