using System.Runtime.CompilerServices;
using WgsSite.Cms.Publishing;

namespace WgsSite.Web.Content;

/// <summary>Gives the typed content of what is published now, reading each snapshot once, before readers see it.</summary>
public sealed class SiteContentSource
{
    private readonly ConditionalWeakTable<PublishedSnapshot, SiteContent> read = [];
    private readonly PublishedContent content;

    public SiteContentSource(PublishedContent content)
    {
        this.content = content;
        content.Preparing += snapshot => Of(snapshot);
    }

    public SiteContent Current => Of(content.Current);

    private SiteContent Of(PublishedSnapshot snapshot) => read.GetValue(snapshot, SiteContentReader.Read);
}
