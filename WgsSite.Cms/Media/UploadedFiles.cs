using System.Text.Json;
using WgsSite.Cms.Editing;

namespace WgsSite.Cms.Media;

/// <summary>A file an editor has sent and not used yet.</summary>
/// <param name="Name">As the editor's machine calls it, without a folder.</param>
/// <param name="Extension">That of its kind, whatever its name says.</param>
/// <param name="Measure">Of pictures made of pixels.</param>
public sealed record UploadedFile(string Name, string Extension, long Bytes, PictureMeasure? Measure)
{
    public FileKind Kind => FileKind.OfExtension(Extension)!;
}

/// <summary>
/// Files that editors send before they save what they belong to. What is kept of one is safe to show: its kind is known by
/// its content, scripts and the place where a picture was taken are out of it. Unused ones are dropped after a day.
/// </summary>
/// <param name="dataFolder">The site's data folder.</param>
public sealed class UploadedFiles(string dataFolder, Pictures pictures, TimeProvider clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private readonly string folder = Path.Combine(dataFolder, "uploads");

    /// <exception cref="EditRefusalException">It is of no allowed kind, too large or broken; nothing of it is kept.</exception>
    public async Task TakeAsync(Guid key, string name, Stream content, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var file = FileOf(key);
        try
        {
            var bytes = await ReadAsync(content, cancel);
            var kind = FileKind.Of(bytes.AsSpan(0, Math.Min(bytes.Length, FileKind.HeadLength)))
                ?? throw new InvalidFileException(FileKind.Refusal(bytes.AsSpan(0, Math.Min(bytes.Length, FileKind.HeadLength))));
            if (bytes.Length > kind.MostBytes) throw TooLarge(kind.MostBytes);
            var cleaned = kind == FileKind.Svg ? SvgCleaner.Clean(bytes) : PictureMetadata.Strip(bytes, kind);
            await File.WriteAllBytesAsync(file, cleaned, cancel);
            var measure = kind.MediaTypeAlias == FileKind.Jpeg.MediaTypeAlias ? await pictures.CheckAsync(file, cancel) : (PictureMeasure?)null;
            await File.WriteAllTextAsync(NoteOf(key), JsonSerializer.Serialize(new UploadedFile(Path.GetFileName(name.Replace('\\', '/')), kind.Extension, cleaned.Length, measure)), cancel);
        }
        catch (Exception e)
        {
            Drop(key);
            // The client shows an upload's title alone, so it says which file and why.
            var reason = e switch
            {
                InvalidFileException or PictureRefusedException => e.Message,
                InvalidDataException => "Die Datei ist beschädigt. Bitte speichern Sie sie noch einmal und laden Sie sie neu hoch.",
                _ => null,
            };
            if (reason is null) throw;
            throw new EditRefusalException(RefusalKind.NotAllowed, $"„{Path.GetFileName(name)}“ wurde nicht hochgeladen. {reason}");
        }
    }

    /// <summary>What was sent under a key; null when there is nothing (any more).</summary>
    public UploadedFile? Find(Guid key)
    {
        try
        {
            return JsonSerializer.Deserialize<UploadedFile>(File.ReadAllText(NoteOf(key)));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    public void Drop(Guid key)
    {
        if (!Directory.Exists(folder)) return;
        File.Delete(NoteOf(key));
        File.Delete(FileOf(key));
    }

    internal string FileOf(Guid key) => Path.Combine(folder, $"{key:N}.file");

    /// <summary>Drops what was sent and never used.</summary>
    internal void Sweep()
    {
        if (!Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder))
            if (File.GetLastWriteTimeUtc(file) < clock.GetUtcNow().UtcDateTime - KeptFor) File.Delete(file);
    }

    private string NoteOf(Guid key) => Path.Combine(folder, $"{key:N}.json");

    private static async Task<byte[]> ReadAsync(Stream content, CancellationToken cancel)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(buffer, cancel)) > 0)
        {
            if (memory.Length + read > FileKind.MostBytesOfAll) throw TooLarge(FileKind.MostBytesOfAll);
            memory.Write(buffer, 0, read);
        }

        return memory.ToArray();
    }

    private static InvalidFileException TooLarge(long most) => new($"Die Datei ist zu groß. Erlaubt sind {most / 1_000_000} MB.");

    /// <param name="message">A sentence for the editor.</param>
    private sealed class InvalidFileException(string message) : Exception(message);
}
