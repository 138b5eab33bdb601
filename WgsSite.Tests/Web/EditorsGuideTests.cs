using System.Text.RegularExpressions;
using WgsSite.Tests.Browser.Backoffice;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Web;

/// <summary>The editors' guide and its pictures, which the journeys in the browser make.</summary>
internal sealed partial class EditorsGuideTests
{
    private const int LargestPicture = 180 * 1024;

    [Test]
    public void The_guide_shows_the_pictures_that_are_there()
    {
        var guide = File.ReadAllText(Repository.At("docs", "redaktion.md"));
        var shown = Picture().Matches(guide).Select(match => match.Groups[1].Value).ToList();
        var there = Directory.EnumerateFiles(Pictures.Guide).Select(file => Path.GetFileNameWithoutExtension(file)).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(shown, Is.EquivalentTo(Pictures.InGuide), "named in the guide");
            Assert.That(there, Is.EquivalentTo(Pictures.InGuide), "in its folder");
            Assert.That(Directory.EnumerateFiles(Pictures.Guide).Where(file => new FileInfo(file).Length > LargestPicture), Is.Empty, "too large");
        }
    }

    [Test]
    public void Every_chapter_of_the_guide_is_in_its_list()
    {
        var guide = File.ReadAllText(Repository.At("docs", "redaktion.md"));
        var chapters = Chapter().Matches(guide).Select(match => NotInAnchors().Replace(match.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'));
        Assert.That(Link().Matches(guide).Select(match => match.Groups[1].Value).Distinct(), Is.EquivalentTo(chapters));
    }

    [GeneratedRegex(@"!\[[^\]]{10,}\]\(redaktion/([\w-]+)\.png\)")]
    private static partial Regex Picture();

    [GeneratedRegex(@"^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Chapter();

    [GeneratedRegex(@"\]\(#([^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w -]")]
    private static partial Regex NotInAnchors();
}
