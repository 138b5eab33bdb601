using WgsSite.Cms.Publishing;

namespace WgsSite.Web.Pages.Shared;

/// <summary>A picture on a page.</summary>
/// <param name="AlternativeText">What it shows, for those who do not see it.</param>
/// <param name="Sizes">How wide it is shown, as the attribute <c>sizes</c> says it.</param>
/// <param name="CssClass">Class of the <c>img</c>.</param>
/// <param name="IsFirst">True where it stands in the first screen: it is loaded at once.</param>
public sealed record PictureView(PublishedMedia Media, string AlternativeText, string Sizes, string? CssClass = null, bool IsFirst = false);
