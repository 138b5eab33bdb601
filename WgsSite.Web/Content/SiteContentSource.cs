using System.Runtime.CompilerServices;
using WgsSite.Cms.Publishing;
using WgsSite.Core.Places;

namespace WgsSite.Web.Content;

/// <summary>Gives the typed content of what is published now, reading each snapshot once, before readers see it.</summary>
public sealed class SiteContentSource
{
    private readonly ConditionalWeakTable<PublishedSnapshot, SiteContent> read = [];
    private readonly PublishedContent content;

    private readonly Country country;

    public SiteContentSource(PublishedContent content, Country country)
    {
        this.content = content;
        this.country = country;
        content.Preparing += snapshot => Of(snapshot);
    }

    public SiteContent Current => Of(content.Current);

    /// <summary>The typed content of a snapshot: the next one while it is prepared, or the drafts for a preview.</summary>
    public SiteContent Of(PublishedSnapshot snapshot) => read.GetValue(snapshot, fresh => SiteContentReader.Read(fresh, country));
}
