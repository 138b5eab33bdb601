using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Strings;

namespace WgsSite.Cms.Publishing;

/// <summary>
/// Turns a document's name into the segment of its address with Umbraco's own rules (lower case, ä→ae, ß→ss). A
/// property <c>umbracoUrlName</c> overrides the name, as in Umbraco.
/// </summary>
/// <param name="reserved">Segments that are nobody's; the CMS's own when left out.</param>
public sealed class UrlSegments(ReservedSegments? reserved = null)
{
    /// <summary>Alias of the property that overrides the name.</summary>
    public const string OverrideAlias = "umbracoUrlName";

    private readonly DefaultShortStringHelper shortStrings = new(Options.Create(new RequestHandlerSettings()));
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    public ReservedSegments Reserved { get; } = reserved ?? ReservedSegments.Own;

    public string Of(string name) => known.GetOrAdd(name, text =>
    {
        var segment = shortStrings.CleanStringForUrlSegment(text);
        return segment.Length > 0 ? segment : "seite";
    });
}
