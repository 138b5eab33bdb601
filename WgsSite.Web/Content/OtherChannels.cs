namespace WgsSite.Web.Content;

/// <summary>What of the content other channels get through the Delivery API.</summary>
public static class OtherChannels
{
    /// <summary>
    /// Types that are not given away: who works here, when they are away, and who answers what is for the site's own forms
    /// only; settings, the words for the search and the editors' notes about their work are nobody else's business.
    /// </summary>
    public static IReadOnlyList<string> Denied { get; } = ["contactPerson", "contactTopic", "topicList", "routingRule", "settings", "synonymList", "synonym", "review", "placeholder"];
}
