using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using WgsSite.Core.Coverage;
using WgsSite.Core.Offers;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.PlainLanguage;

/// <summary>A page's text in Leichte Sprache; for a service, with where it is to be had and whom to call.</summary>
public sealed partial class PlainLanguageModel(HtmlEncoder encoder) : SitePageModel
{
    public PlainPage Item => Site.PlainPages[Requested.Document!.Key];

    public override PageMeta Meta => Item.Meta;

    public Service? Service => Site.Services.FirstOrDefault(service => service.Key == Item.DocumentKey);

    public PlacesByAvailability? Places => Service is { Status.State: OfferState.Active } service ? PlacesByAvailability.Of(service, Site.Municipalities) : null;

    /// <summary>The list of all pages in Leichte Sprache; null on that page itself.</summary>
    public PlainPage? PlainHome => Item.PagePath == "/" ? null : Site.PlainPages.Values.FirstOrDefault(page => page.PagePath == "/");

    /// <summary>All other pages in Leichte Sprache, for the one of the home page.</summary>
    public IEnumerable<PlainPage> OtherPages => Item.PagePath == "/"
        ? Site.ListedServices.Select(service => Site.PlainPages.GetValueOrDefault(service.Key)).OfType<PlainPage>()
        : [];

    /// <summary>Lines as HTML: „nicht“ and „kein“ stand in bold, as the rules of Leichte Sprache ask for.</summary>
    public HtmlString Lines(IEnumerable<string> lines) =>
        new(string.Join("<br>", lines.Select(line => Negation().Replace(encoder.Encode(line), "<b>$0</b>"))));

    public HtmlString Lines(string text) => Lines(text.Split('\n'));

    [GeneratedRegex(@"\b(nicht|kein|keine|keinen)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Negation();
}
