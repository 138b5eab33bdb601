using WgsSite.Cms.Media;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Media;

/// <summary>Sizes of pictures, and pictures made to do harm.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PicturesTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("wgs-pictures-").FullName;
    private readonly Pictures pictures = new();

    [TearDown]
    public void Clean()
    {
        pictures.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [TestCase(480, 480, 320)]
    [TestCase(1920, 1200, 800)]
    public async Task APictureIsMadeSmallerAndNeverLarger(int asked, int width, int height) =>
        Assert.That(TestPictures.Measure(await ScaledAsync(TestPictures.Jpeg(), new PictureSize(asked, 0), PictureFormat.WebP)), Is.EqualTo((width, height)));

    [Test]
    public async Task APictureTakenUprightStandsUpright()
    {
        var file = Save(TestPictures.JpegOfAPhone(6));
        Assert.That(await pictures.CheckAsync(file), Is.EqualTo(new PictureMeasure(800, 1200)));
        Assert.That(TestPictures.Measure(await ScaledAsync(TestPictures.JpegOfAPhone(6), new PictureSize(480, 0), PictureFormat.Jpeg)), Is.EqualTo((480, 720)));
    }

    [TestCase(0.1, 220, 20)]
    [TestCase(0.9, 20, 220)]
    public async Task ACutKeepsWhatTheEditorPointedAt(double left, double red, double blue)
    {
        var cut = await ScaledAsync(TestPictures.Jpeg(2000, 400), PictureSize.Share, PictureFormat.Jpeg, new FocalPoint(left, 0.5));
        var colour = TestPictures.Colour(cut, 300, 300);
        Assert.That(TestPictures.Measure(cut), Is.EqualTo((1200, 630)));
        Assert.That((colour[0], colour[2]), Is.EqualTo((red, blue)).Within(12.0));
    }

    [Test]
    public async Task WhatIsClearIsWhiteInAJpeg()
    {
        using var clear = NetVips.Image.Black(50, 50, bands: 4).Copy(interpretation: NetVips.Enums.Interpretation.Srgb);
        var colour = TestPictures.Colour(await ScaledAsync(clear.PngsaveBuffer(), new PictureSize(480, 0), PictureFormat.Jpeg), 5, 5);
        Assert.That(colour, Is.All.GreaterThan(250.0));
    }

    [Test]
    public async Task NothingASizeIsMadeOfIsToldInIt() =>
        Assert.That(System.Text.Encoding.Latin1.GetString(await ScaledAsync(TestPictures.JpegOfAPhone(1), new PictureSize(480, 0), PictureFormat.WebP)), Does.Not.Contain("Exif").And.Not.Contain(TestPictures.Secret));

    [Test]
    public async Task ABombIsRefusedFromItsHead()
    {
        var refused = await Assert.ThrowsAsync<PictureRefusedException>(async () => await pictures.CheckAsync(Save(TestPictures.Bomb())));
        Assert.That(refused!.Message, Does.Contain("30000 × 30000").And.Contain("zu groß"));
    }

    /// <summary>Said from the head alone, of which these files have hardly more.</summary>
    [TestCase(true, 8000, 8000, true)]
    [TestCase(true, 6000, 4000, false)]
    [TestCase(false, 8000, 8000, false)]
    public async Task APictureThatMustBeHeldWholeHasALimitOfItsMemory(bool progressive, int width, int height, bool isTooMuch)
    {
        string? said = null;
        try
        {
            await pictures.CheckAsync(Save(TestPictures.JpegHead(progressive, width, height)));
        }
        catch (PictureRefusedException refused)
        {
            said = refused.Message;
        }

        Assert.That(said?.Contains("zu viel Speicher", StringComparison.Ordinal) == true, Is.EqualTo(isTooMuch), said);
    }

    [Test]
    public async Task APictureThatTakesTooLongIsGivenUp()
    {
        using var hurried = new Pictures(TimeSpan.Zero);
        var refused = await Assert.ThrowsAsync<PictureRefusedException>(async () => await hurried.CheckAsync(Save(TestPictures.Jpeg(3000, 2000))));
        Assert.That(refused!.Message, Does.Contain("zu lange"));
    }

    [TestCase(0)]
    [TestCase(20)]
    [TestCase(3000)]
    public async Task HalfAFileIsRefused(int bytes) => await Assert.ThrowsAsync<PictureRefusedException>(async () => await pictures.CheckAsync(Save(TestPictures.Jpeg()[..bytes])));

    [Test]
    public async Task WhatIsNoPictureIsNotTriedWithOtherReaders() =>
        await Assert.ThrowsAsync<PictureRefusedException>(async () => await pictures.CheckAsync(Save("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>"u8.ToArray())));

    private string Save(byte[] picture)
    {
        var file = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(file, picture);
        return file;
    }

    private async Task<byte[]> ScaledAsync(byte[] picture, PictureSize size, PictureFormat format, FocalPoint? focal = null)
    {
        using var output = new MemoryStream();
        await pictures.ScaleAsync(Save(picture), size, focal ?? FocalPoint.Middle, format, output);
        return output.ToArray();
    }
}
