using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Umbraco.Cms.Core;
using WgsSite.Cms.Media;

namespace WgsSite.Cms.Publishing;

/// <summary>
/// Pictures in running text, as the editor's rich text stores them (<c>img data-udi="umb://media/…"</c>, in a <c>figure</c>
/// when they have a caption), made into what a browser chooses a size from.
/// </summary>
internal static class RichTextPictures
{
    private const string Column = "(min-width: 48rem) 42rem, 92vw";

    private static readonly HtmlParser Parser = new();

    /// <param name="html">Safe HTML whose pictures still name their media item.</param>
    public static string Resolve(string html, PublishedSnapshot snapshot)
    {
        if (!html.Contains("<img", StringComparison.OrdinalIgnoreCase)) return html;
        var body = Parser.ParseDocument("").Body!;
        body.InnerHtml = html;
        foreach (var image in body.QuerySelectorAll<IHtmlImageElement>("img").ToList())
        {
            var media = UdiParser.TryParse(image.GetAttribute("data-udi") ?? "", out Udi? udi) && udi is GuidUdi key ? snapshot.FindMedia(key.Guid) : null;
            // The name of a file, which other editors fill in, says nothing of what is to be seen.
            var text = image.GetAttribute("alt")?.Trim() is { Length: > 0 } own && own != media?.Name ? own : media?.AlternativeText;
            // A picture nobody described is not shown: those who do not see it would meet a gap.
            if (media?.Url is null || text is null) Remove(image);
            else Replace(image, media, text);
        }

        return body.InnerHtml;
    }

    /// <summary>Goes with its caption, and with the paragraph that held nothing else.</summary>
    private static void Remove(IElement image)
    {
        var holder = image.Closest("figure") ?? image;
        var paragraph = holder.ParentElement is { LocalName: "p" } above ? above : null;
        holder.Remove();
        if (paragraph is { ChildElementCount: 0 } && string.IsNullOrWhiteSpace(paragraph.TextContent)) paragraph.Remove();
    }

    private static void Replace(IElement image, PublishedMedia media, string text)
    {
        var document = image.Owner!;
        var shown = document.CreateElement("img");
        shown.SetAttribute("src", media.HasSizes ? media.AddressOf(PictureSize.Widths[1], PictureFormat.Jpeg) : media.Url!);
        shown.SetAttribute("alt", text);
        if (media.Width is { } width) shown.SetAttribute("width", width.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (media.Height is { } height) shown.SetAttribute("height", height.ToString(System.Globalization.CultureInfo.InvariantCulture));
        shown.SetAttribute("loading", "lazy");
        if (!media.HasSizes)
        {
            image.Replace(shown);
            return;
        }

        shown.SetAttribute("srcset", media.SizesIn(PictureFormat.Jpeg));
        shown.SetAttribute("sizes", Column);
        var source = document.CreateElement("source");
        source.SetAttribute("type", "image/webp");
        source.SetAttribute("srcset", media.SizesIn(PictureFormat.WebP));
        source.SetAttribute("sizes", Column);
        var picture = document.CreateElement("picture");
        picture.Append(source, shown);
        image.Replace(picture);
    }
}
