using WgsSite.Cms.Publishing;

namespace WgsSite.Cms.Backoffice;

/// <summary>What a site says of its own backoffice.</summary>
public sealed class BackofficeOptions
{
    /// <summary>The name editors see in the title and on the sign-in page.</summary>
    public string Name { get; set; } = "Redaktion";

    /// <summary>The logo, an SVG document that is readable on light and on dark ground; null for none.</summary>
    public string? LogoSvg { get; set; }

    /// <summary>Whether the site has a page for a document, so that it can be previewed.</summary>
    public Func<PublishedDocument, bool> HasPage { get; set; } = _ => true;
}
