using System.Text.RegularExpressions;

namespace WgsSite.Tests.Web;

/// <summary>What a program can check of Leichte Sprache. Whether it is good, only its readers can say.</summary>
internal sealed partial class PlainLanguageRulesTests
{
    [Test]
    public async Task Lines_are_short_sentences_of_their_own_without_abbreviations()
    {
        var faults = new List<string>();
        foreach (var path in (await FirstSite.PathsAsync()).Where(path => path.EndsWith("/leicht/", StringComparison.Ordinal)))
        {
            var page = await FirstSite.PageAsync(path);
            foreach (var paragraph in page.QuerySelectorAll("section.plain p:not(.small)"))
                foreach (var line in paragraph.InnerHtml.Split("<br>").Select(html => Tag().Replace(html, "").Trim()).Where(line => line.Length > 0))
                {
                    if (line.Split(' ').Length > 12) faults.Add($"{path}: more than 12 words: {line}");
                    if (Sentence().Count(line) > 1 && !line.Contains("St.", StringComparison.Ordinal)) faults.Add($"{path}: two sentences on a line: {line}");
                    if (Abbreviation().IsMatch(line)) faults.Add($"{path}: abbreviation: {line}");
                    if (LongWord().Match(line) is { Success: true } word) faults.Add($"{path}: long word without a hyphen: {word.Value}");
                }
        }

        Assert.That(faults, Is.Empty);
    }

    [Test]
    public async Task Nicht_and_kein_are_bold()
    {
        var page = await SmallSite.PageAsync("/leicht/");
        Assert.That(page.QuerySelectorAll("section.plain b").Select(bold => bold.TextContent), Does.Contain("nicht"));
    }

    [Test]
    public async Task A_page_and_its_plain_twin_link_to_each_other()
    {
        foreach (var path in (await FirstSite.PathsAsync()).Where(path => path.EndsWith("/leicht/", StringComparison.Ordinal)))
        {
            var parent = path[..^"leicht/".Length];
            Assert.That((await FirstSite.PageAsync(path)).QuerySelector($"main a[href='{parent}']"), Is.Not.Null, path);
            Assert.That((await FirstSite.PageAsync(parent)).QuerySelector($"a[href='{path}']"), Is.Not.Null, parent);
        }
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[.!?](\s|$)")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(z\.|bzw\.|ca\.|usw\.|d\.|Nr\.|Tel\.|inkl\.)")]
    private static partial Regex Abbreviation();

    // Names of places and people cannot be parted.
    [GeneratedRegex(@"\b(?!Genossenschaft)\w{15,}\b")]
    private static partial Regex LongWord();
}
