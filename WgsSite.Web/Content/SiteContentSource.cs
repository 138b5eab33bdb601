using WgsSite.Cms.Publishing;

namespace WgsSite.Web.Content;

/// <summary>Gives the typed content of what is published now, reading each snapshot once.</summary>
public sealed class SiteContentSource(PublishedContent content)
{
    private readonly Lock reading = new();
    private SiteContent? latest;

    public SiteContent Current
    {
        get
        {
            var snapshot = content.Current;
            if (latest is { } known && known.Snapshot.Number == snapshot.Number) return known;
            lock (reading)
            {
                if (latest is null || latest.Snapshot.Number < snapshot.Number) latest = SiteContentReader.Read(snapshot);
                return latest;
            }
        }
    }
}
