using WgsSite.Core.Contacts;
using WgsSite.Core.Offers;
using WgsSite.Core.Places;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Contact;

/// <summary>What a link to the form fills in beforehand.</summary>
/// <param name="Place">As somebody would enter it.</param>
public sealed record ContactPreset(ContactTopic? Topic = null, Service? Service = null, string? Place = null)
{
    public const string TopicParameter = "thema";
    public const string ServiceParameter = "leistung";
    public const string PlaceParameter = "ort";

    public static ContactPreset Of(SiteContent site, Service service, string? place = null) =>
        new(site.Topics.FirstOrDefault(topic => topic.Key == site.PageOf(service).TopicKey), service, place);

    public static ContactPreset Of(SiteContent site, Question question)
    {
        var topic = site.Topics.FirstOrDefault(topic => topic.Key == question.TopicKey);
        var services = site.ListedServices.Where(service => question.ServiceKeys.Contains(service.Key)).Take(2).ToList();
        return services is [var only] ? Of(site, only) with { Topic = topic ?? Of(site, only).Topic } : new ContactPreset(topic);
    }

    /// <summary>The topic all services of a partner share; without one, the general topic.</summary>
    public static ContactPreset Of(SiteContent site, IEnumerable<Service> services)
    {
        var presets = services.Select(service => Of(site, service)).ToList();
        return presets switch
        {
            [var only] => only,
            [{ Topic: { } topic }, ..] when presets.All(preset => preset.Topic == topic) => new ContactPreset(topic),
            _ => new ContactPreset(site.GeneralTopic),
        };
    }

    /// <summary>
    /// What leads to a person: the place a rule of the general topic gives them. Who answers for a whole Kreis, or for what
    /// is left, has none; where the tenant lives decides then.
    /// </summary>
    public static ContactPreset Of(SiteContent site, ContactPerson person)
    {
        var topic = site.GeneralTopic;
        var place = topic?.Rules.Where(rule => rule.Person.Key == person.Key && rule is { ServiceKey: null, MunicipalityKey: not null })
            .Select(rule => site.Municipalities.FirstOrDefault(place => place.Key == rule.MunicipalityKey)).OfType<Municipality>().FirstOrDefault();
        return new ContactPreset(topic, Place: place?.Name);
    }

    /// <returns>Null when editors have not published the page.</returns>
    public string? WriteAddress(SiteContent site) => Address(site.ContactPage);

    /// <returns>Null when editors have not published the page.</returns>
    public string? CallBackAddress(SiteContent site) => Address(site.CallBackPage);

    private string? Address(FormPage? page)
    {
        if (page is null) return null;
        var parameters = new[] { (TopicParameter, Topic?.Slug), (ServiceParameter, Service?.Slug), (PlaceParameter, Place) }
            .Where(parameter => !string.IsNullOrEmpty(parameter.Item2)).Select(parameter => $"{parameter.Item1}={Uri.EscapeDataString(parameter.Item2!)}").ToList();
        return parameters.Count == 0 ? page.Meta.Path : $"{page.Meta.Path}?{string.Join('&', parameters)}";
    }
}
