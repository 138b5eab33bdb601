using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Shared;

/// <summary>Which large drawing goes with what.</summary>
public static class Scenes
{
    public const string Paused = "scene-paused";
    public const string Question = "scene-question";
    public const string NotFound = "scene-cat";
    private const string Fallback = "scene-man";

    private static readonly Dictionary<string, string> ByIcon = new()
    {
        ["call"] = "scene-emergency-call",
        ["care"] = "scene-care",
        ["cup"] = "scene-day-raphael",
        ["day"] = "scene-day-eremitage",
        ["help"] = "scene-help",
        ["meal"] = "scene-meal",
        ["q"] = Question,
        ["shop"] = "scene-shop",
    };

    public static string Of(ServicePage page) => ByIcon.GetValueOrDefault(page.Icon, Fallback);

    /// <summary>The scene of the first service, for pages that speak of several.</summary>
    public static string Of(IEnumerable<ServicePage> pages) => pages.Select(Of).FirstOrDefault(Fallback);
}
