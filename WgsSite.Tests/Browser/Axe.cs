using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace WgsSite.Tests.Browser;

/// <summary>
/// axe-core in a page as it is. Deque's own package for Playwright opens a second page for each result, which takes eight times
/// as long.
/// </summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What WCAG 2.2 AA and good practice forbid, each with the rule and the element.</summary>
    public static async Task<string[]> FindAsync(IPage page)
    {
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(
            """
            async () => {
              const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
              const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
              return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} at ${html}`));
            }
            """);
    }
}
