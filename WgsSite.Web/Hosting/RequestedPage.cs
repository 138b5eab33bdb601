using WgsSite.Cms.Publishing;
using WgsSite.Web.Content;

namespace WgsSite.Web.Hosting;

/// <summary>
/// The content one request is answered from, taken once, so that a publish in the middle of it cannot mix two states.
/// </summary>
/// <param name="Document">The document the path names; null for pages that are not documents.</param>
/// <param name="IsPlain">True when the path asks for the document in Leichte Sprache.</param>
public sealed record RequestedPage(SiteContent Site, PublishedDocument? Document, bool IsPlain);
