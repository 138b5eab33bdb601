using WgsSite.Tests.Support;

namespace WgsSite.Tests.Web.Pages.Search;

/// <summary>What tenants type finds what they look for, with the first content.</summary>
public sealed class QueryTests
{
    private const double Share = 0.95;
    private const int First = 3;

    private sealed record Case(char Kind, string Query, string[] Wanted);

    private static readonly IReadOnlyList<Case> Cases =
    [
        .. File.ReadLines(Repository.At("WgsSite.Tests", "Web", "Pages", "Search", "Queries.txt")).Where(line => line.Length > 0 && line[0] != '#').Select(line =>
        {
            var bar = line.IndexOf('|', StringComparison.Ordinal);
            return new Case(line[0], line[1..bar].Trim(), line[(bar + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }),
    ];

    [Test]
    public void TheQueriesAreManyAndAThirdOfThemIsHard()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Cases, Has.Count.GreaterThanOrEqualTo(80));
            Assert.That(Cases.Select(item => item.Query), Is.Unique);
            Assert.That(Cases.Count(item => item.Kind != ' ') * 3, Is.GreaterThanOrEqualTo(Cases.Count));
        }
    }

    [Test]
    public async Task WhatIsLookedForIsAmongTheFirstThree()
    {
        var missed = new List<string>();
        foreach (var item in Cases)
        {
            var page = await FirstSite.PageAsync("/suche/?q=" + Uri.EscapeDataString(item.Query));
            var links = page.QuerySelectorAll(".hits h4 a").Take(First).Select(link => link.GetAttribute("href")).ToList();
            if (!item.Wanted.Any(links.Contains)) missed.Add($"{item.Query}: {string.Join(", ", links)}");
        }

        TestContext.Out.WriteLine($"{Cases.Count - missed.Count} of {Cases.Count} found");
        foreach (var miss in missed) TestContext.Out.WriteLine(miss);
        Assert.That(Cases.Count - missed.Count, Is.GreaterThanOrEqualTo(Math.Ceiling(Share * Cases.Count)), string.Join(Environment.NewLine, missed));
    }
}
