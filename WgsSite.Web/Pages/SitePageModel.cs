using Microsoft.AspNetCore.Mvc.RazorPages;
using WgsSite.Web.Content;
using WgsSite.Web.Hosting;
using WgsSite.Web.Pages.Contact;

namespace WgsSite.Web.Pages;

/// <summary>What the layout needs of every page.</summary>
public abstract class SitePageModel : PageModel
{
    public RequestedPage Requested => HttpContext.Features.Get<RequestedPage>()!;
    public SiteContent Site => Requested.Site;
    public Words Words => Site.Words;

    public abstract PageMeta Meta { get; }

    /// <summary>The page's short name, as the breadcrumb shows it.</summary>
    public string Name => Requested is { Document: { } document, IsPlain: false } ? document.Name : Meta.Title;

    /// <summary>What the page's links to the forms fill in beforehand.</summary>
    public virtual ContactPreset Preset => new();

    /// <summary>JSON-LD of the page, beyond the organisation and the breadcrumb that every page has.</summary>
    public virtual IEnumerable<object> StructuredData => [];
}

/// <summary>A page that shows one document.</summary>
/// <typeparam name="T">What the document was read as.</typeparam>
public abstract class DocumentPageModel<T> : SitePageModel
    where T : class
{
    public T Item => (T)Site.Pages[Requested.Document!.Key];
}
