namespace WgsSite.Web.Content;

/// <summary>What every page says about itself.</summary>
/// <param name="Title">Title of the document, without the site's name.</param>
/// <param name="Description">One or two sentences for search engines and previews.</param>
/// <param name="Path">Its path with a trailing slash.</param>
/// <param name="Crumbs">The way from home to the parent page.</param>
/// <param name="PlainPath">Path of the same page in Leichte Sprache, when there is one.</param>
/// <param name="UpdatedAt">UTC.</param>
public sealed record PageMeta(
    string Title,
    string Description,
    string Path,
    IReadOnlyList<Crumb> Crumbs,
    DateTime UpdatedAt,
    bool NoIndex = false,
    string? PlainPath = null,
    string? ImageUrl = null);

/// <summary>A step of the breadcrumb, or any link inside the site.</summary>
public sealed record Crumb(string Name, string Path);
