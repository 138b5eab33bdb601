using System.Collections.Frozen;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WgsSite.Web.Pages.Shared;

/// <summary>The site's drawings, read once at start from <c>Drawings/*.svg</c>, to be put into pages as they are.</summary>
public sealed class Drawings(IWebHostEnvironment environment)
{
    private readonly FrozenDictionary<string, string> byName = Directory
        .EnumerateFiles(Path.Combine(environment.ContentRootPath, "Drawings"), "*.svg")
        .ToFrozenDictionary(file => Path.GetFileNameWithoutExtension(file), file => File.ReadAllText(file).Trim());

    public bool Has(string name) => byName.ContainsKey(name);

    /// <returns>Null when there is no such drawing.</returns>
    public string? Svg(string name) => byName.GetValueOrDefault(name);
}

/// <summary>
/// <c>&lt;drawing name="house" class="…" /&gt;</c>: the drawing inline, hidden from screen readers, since words always
/// stand beside it.
/// </summary>
[HtmlTargetElement("drawing", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DrawingTagHelper(Drawings drawings) : TagHelper
{
    public required string Name { get; set; }

    public string? Class { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        if (drawings.Svg(Name) is not { } svg) return;
        var attributes = "<svg aria-hidden=\"true\"" + (Class is null ? "" : $" class=\"{Class}\"");
        output.Content.SetHtmlContent(new HtmlString(attributes + svg["<svg".Length..]));
    }
}
