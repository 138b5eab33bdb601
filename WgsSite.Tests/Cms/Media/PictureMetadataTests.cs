using System.Text;
using CsCheck;
using WgsSite.Cms.Media;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Media;

/// <summary>Where a picture was taken, and by whom, is nobody's business.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class PictureMetadataTests
{
    private static IEnumerable<TestCaseData> Telling()
    {
        yield return new TestCaseData(TestPictures.JpegOfAPhone(6), FileKind.Jpeg).SetArgDisplayNames("JPEG");
        yield return new TestCaseData(TestPictures.PngWithText(), FileKind.Png).SetArgDisplayNames("PNG");
        yield return new TestCaseData(TestPictures.WebPWithExif(), FileKind.WebP).SetArgDisplayNames("WebP");
        yield return new TestCaseData(TestPictures.GifWithComment(), FileKind.Gif).SetArgDisplayNames("GIF");
    }

    [TestCaseSource(nameof(Telling))]
    public void WhatAPictureTellsBesideItselfIsTakenOut(byte[] file, FileKind kind)
    {
        Assert.That(Encoding.Latin1.GetString(file), Does.Contain(TestPictures.Secret), "the picture tells nothing to begin with");
        var stripped = PictureMetadata.Strip(file, kind);
        Assert.That(Encoding.Latin1.GetString(stripped), Does.Not.Contain(TestPictures.Secret));
        Assert.That(TestPictures.Measure(stripped), Is.EqualTo(TestPictures.Measure(file)));
        Assert.That(TestPictures.Colour(stripped, 2, 2), Is.EqualTo(TestPictures.Colour(file, 2, 2)));
    }

    /// <summary>Parts no list knows: what programs keep for themselves may hold a smaller picture, a name, a place.</summary>
    [Test]
    public void WhatProgramsKeepForThemselvesIsTakenOut()
    {
        foreach (var (file, kind) in ((byte[], FileKind)[])[(TestPictures.JpegOfAProgram(), FileKind.Jpeg), (TestPictures.PngOfAProgram(), FileKind.Png), (TestPictures.WebPOfAProgram(), FileKind.WebP)])
        {
            var stripped = PictureMetadata.Strip(file, kind);
            Assert.That(Encoding.Latin1.GetString(stripped), Does.Not.Contain(TestPictures.Secret), kind.Extension);
            Assert.That(TestPictures.Colour(stripped, 2, 2), Is.EqualTo(TestPictures.Colour(file, 2, 2)), kind.Extension);
        }
    }

    [Test]
    public void WhichSideIsUpStays() => Assert.That(Encoding.Latin1.GetString(PictureMetadata.Strip(TestPictures.JpegOfAPhone(6), FileKind.Jpeg)), Does.Contain("Exif\0\0MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006"));

    [Test]
    public void APictureThatTellsNothingStaysByteForByte()
    {
        var plain = PictureMetadata.Strip(TestPictures.Jpeg(), FileKind.Jpeg);
        Assert.That(PictureMetadata.Strip(plain, FileKind.Jpeg), Is.EqualTo(plain));
    }

    [Test]
    public void ABrokenFileIsRefusedAndNeverHangs()
    {
        var files = Telling().Select(test => ((byte[])test.Arguments[0]!, (FileKind)test.Arguments[1]!)).ToArray();
        Gen.Select(Gen.Int[0, files.Length - 1].Select(index => files[index]), Gen.Int[0, 5000], Gen.Int[0, 5000], Gen.Byte).Sample((file, cut, at, value) =>
        {
            var broken = file.Item1[..Math.Max(16, file.Item1.Length - cut)];
            if (at < broken.Length - 16) broken[at + 12] = value;
            try
            {
                PictureMetadata.Strip(broken, file.Item2);
            }
            catch (InvalidDataException)
            {
                // said in words to the editor
            }
            catch (OverflowException)
            {
                Assert.Fail("a length beyond all files is a broken file");
            }
        }, iter: 3000);
    }
}
