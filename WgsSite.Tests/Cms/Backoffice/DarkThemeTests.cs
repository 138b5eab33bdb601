using System.Globalization;
using System.Text.RegularExpressions;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Backoffice;

/// <summary>The colours of the client's dark theme, in the pairs its elements put together.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed partial class DarkThemeTests
{
    private static readonly Dictionary<string, string> Colors = Color()
        .Matches(File.ReadAllText(Repository.At("WgsSite.Cms", "Backoffice", "client", "src", "styles", "dark.theme.css")))
        .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["hex"].Value);

    private static readonly string[] Surfaces = ["background", "surface", "surface-alt", "surface-emphasis"];

    [Test]
    public void TextIsReadOnEverySurface([Values("text", "text-alt", "interactive", "interactive-emphasis", "default-standalone", "positive-standalone", "warning-standalone", "danger-standalone", "invalid-standalone")] string text, [ValueSource(nameof(Surfaces))] string surface) =>
        Assert.That(Contrast(text, surface), Is.GreaterThanOrEqualTo(4.5));

    /// <summary>What a button is written with while the pointer is on it, and the star of a mandatory field.</summary>
    [Test]
    public void ColorsTheClientAlsoWritesWithAreReadOnEverySurface([Values("default-emphasis", "danger", "invalid")] string text, [ValueSource(nameof(Surfaces))] string surface) =>
        Assert.That(Contrast(text, surface), Is.GreaterThanOrEqualTo(4.5));

    [Test]
    public void EveryColorCarriesItsContrast([Values("selected", "current", "default", "positive", "warning", "danger", "invalid")] string ground, [Values("", "-emphasis")] string emphasis) =>
        Assert.That(Contrast(ground + "-contrast", ground + emphasis), Is.GreaterThanOrEqualTo(4.5));

    /// <summary>The buttons of the selected row of the tree.</summary>
    [Test]
    public void ButtonsAreReadOnTheCurrentRow([Values("current", "current-emphasis")] string row) => Assert.That(Contrast("default-standalone", row), Is.GreaterThanOrEqualTo(4.5));

    [Test]
    public void TheHeaderIsRead([Values("header-contrast", "header-contrast-emphasis")] string text) => Assert.That(Contrast(text, "header-surface"), Is.GreaterThanOrEqualTo(4.5));

    private static double Contrast(string text, string ground)
    {
        var (one, other) = (Luminance(Colors[text]), Luminance(Colors[ground]));
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    /// <summary>As the Web Content Accessibility Guidelines define it.</summary>
    private static double Luminance(string hex)
    {
        var digits = hex.Length == 3 ? string.Concat(hex.Select(digit => new string(digit, 2))) : hex;
        var parts = Enumerable.Range(0, 3).Select(at => int.Parse(digits.AsSpan(2 * at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0).Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex("--uui-color-(?<name>[a-z-]+): #(?<hex>[0-9a-f]{3}|[0-9a-f]{6});")]
    private static partial Regex Color();
}
