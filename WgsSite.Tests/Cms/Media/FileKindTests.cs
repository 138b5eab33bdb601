using System.Text;
using WgsSite.Cms.Media;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Media;

/// <summary>What a file is, is told by what is in it.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class FileKindTests
{
    private static IEnumerable<TestCaseData> Files()
    {
        yield return new TestCaseData(TestPictures.Jpeg(20, 20), FileKind.Jpeg).SetArgDisplayNames("JPEG");
        yield return new TestCaseData(TestPictures.Png(20, 20), FileKind.Png).SetArgDisplayNames("PNG");
        yield return new TestCaseData(TestPictures.WebP(20, 20), FileKind.WebP).SetArgDisplayNames("WebP");
        yield return new TestCaseData(TestPictures.Gif(20, 20), FileKind.Gif).SetArgDisplayNames("GIF");
        yield return new TestCaseData("%PDF-1.7\n"u8.ToArray(), FileKind.Pdf).SetArgDisplayNames("PDF");
        yield return new TestCaseData(Encoding.UTF8.GetBytes("\uFEFF<?xml version=\"1.0\"?>\n<!-- > -->\n<!DOCTYPE svg>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), FileKind.Svg).SetArgDisplayNames("SVG");
    }

    [TestCaseSource(nameof(Files))]
    public void AnAllowedFileIsKnownByItsBytes(byte[] file, FileKind kind) => Assert.That(FileKind.Of(file.AsSpan(0, Math.Min(file.Length, FileKind.HeadLength))), Is.EqualTo(kind));

    [TestCase("<html><svg>")]
    [TestCase("<!-- never closed")]
    [TestCase("")]
    [TestCase("MZ\u0090\u0000")]
    [TestCase("#!/bin/sh")]
    [TestCase("RIFF1234WAVE")]
    [TestCase("RIFF")]
    public void AnythingElseIsNone(string file) => Assert.That(FileKind.Of(Encoding.Latin1.GetBytes(file)), Is.Null);

    [TestCase("\0\0\0 ftypheic", "iPhone")]
    [TestCase("BM1234", "JPEG oder PNG")]
    [TestCase("PK\u0003\u0004", "als PDF")]
    [TestCase("something", "nicht erlaubt")]
    public void WhoIsRefusedReadsWhatToDo(string file, string part) => Assert.That(FileKind.Refusal(Encoding.Latin1.GetBytes(file)), Does.Contain(part));

    [Test]
    public void ADifferentlyWrittenExtensionIsTheSameKind() => Assert.That((FileKind.OfExtension(".JPEG"), FileKind.OfExtension("jpg"), FileKind.OfExtension("exe")), Is.EqualTo((FileKind.Jpeg, FileKind.Jpeg, (FileKind?)null)));
}
