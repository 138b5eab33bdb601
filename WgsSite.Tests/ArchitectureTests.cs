using System.Text.RegularExpressions;
using System.Xml.Linq;
using WgsSite.Tests.Support;

namespace WgsSite.Tests;

/// <summary>Who may know whom: Web → Cms, Web → Core, and nothing else.</summary>
internal sealed partial class ArchitectureTests
{
    [TestCase("WgsSite.Core", new string[0])]
    [TestCase("WgsSite.Cms", new string[0])]
    [TestCase("WgsSite.Web", new[] { "WgsSite.Cms", "WgsSite.Core" })]
    public void A_project_refers_only_to_those_it_may_know(string project, string[] allowed)
    {
        var file = XDocument.Load(Repository.At(project, project + ".csproj"));
        var references = file.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));
        Assert.That(references, Is.EquivalentTo(allowed));
    }

    [Test]
    public void Core_needs_neither_the_web_nor_a_package()
    {
        var file = XDocument.Load(Repository.At("WgsSite.Core", "WgsSite.Core.csproj"));
        Assert.Multiple(() =>
        {
            Assert.That((string?)file.Root!.Attribute("Sdk"), Is.EqualTo("Microsoft.NET.Sdk"));
            Assert.That(file.Descendants("PackageReference").Concat(file.Descendants("FrameworkReference")), Is.Empty);
        });
    }

    [Test]
    public void Core_has_no_clock_of_its_own()
    {
        foreach (var (file, code) in SourcesOf("WgsSite.Core"))
            Assert.That(code, Does.Not.Match(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b|\bTimeProvider\.System\b"), file);
    }

    /// <summary>The CMS host would serve any site. A word of the cooperative's in it is a defect.</summary>
    [Test]
    public void Cms_knows_no_word_of_the_cooperative()
    {
        foreach (var (file, code) in SourcesOf("WgsSite.Cms"))
            Assert.That(CooperativeWords().Matches(code).Select(match => match.Value), Is.Empty, file);
    }

    [Test]
    public void No_code_names_a_place_of_the_region()
    {
        var names = File.ReadLines(Repository.At("WgsSite.Tests", "TestData", "places-of-the-region.txt")).Where(name => name.Length > 0).ToList();
        Assert.That(names, Has.Count.EqualTo(18));
        foreach (var (file, code) in SourcesOf("WgsSite.Core").Concat(SourcesOf("WgsSite.Cms")).Concat(SourcesOf("WgsSite.Web")))
        {
            // Doc comments may give an example.
            var statements = Comment().Replace(code, "");
            Assert.That(names.Where(name => Regex.IsMatch(statements, $@"\b{name}\b")), Is.Empty, file);
        }
    }

    private static IEnumerable<(string File, string Code)> SourcesOf(string project) =>
        Directory.EnumerateFiles(Repository.At(project), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => (Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file)));

    [GeneratedRegex(@"(?i)\b(wgs(?!site)\w*|partner|coverage|municipality|tenant|postal ?code|inquiry|inquiries|hausnotruf|malteser|caritas|lokaso|siegen|kreuztal)\b")]
    private static partial Regex CooperativeWords();

    [GeneratedRegex(@"(?m)^\s*//.*$|(?<=\s)//.*$|@\*.*?\*@")]
    private static partial Regex Comment();
}
