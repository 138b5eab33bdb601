using System.Globalization;
using WgsSite.Core.Contacts;
using WgsSite.Core.Offers;
using WgsSite.Core.Places;

namespace WgsSite.Core.Inquiries;

/// <summary>
/// Decides who gets an inquiry. Somebody always does: the rules of the topic are asked first, the most precise one before
/// the others, then the topic's fallback, then the site's contact, then everybody else. Who has no address is passed over;
/// who is away is represented by a deputy, or a deputy's deputy.
/// </summary>
/// <param name="persons">Everybody who could be asked, in the editors' order.</param>
/// <param name="siteContact">Who answers what belongs to nobody else.</param>
public sealed class InquiryRouter(IReadOnlyList<ContactPerson> persons, ContactPerson? siteContact)
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    /// <param name="topic">Null when the site has no topics.</param>
    /// <param name="today">The day in the place where the cooperative works.</param>
    public Routing Route(ContactTopic? topic, Service? service, Municipality? municipality, DateOnly today)
    {
        var warnings = new List<string>();
        var candidates = Candidates(topic, service, municipality).DistinctBy(candidate => candidate.Person.Key).ToList();
        foreach (var (why, person) in candidates)
        {
            if (IsThere(person, today)) return new Routing(person, $"{why} → {person.Name}", warnings);
            WarnOfMissingAddress(person, warnings);
            if (Deputy(person, today, warnings) is { } deputy) return new Routing(deputy, $"{why} → {person.Name}; {WhyRepresented(person, today)} durch {deputy.Name}", warnings);
            if (person.IsAbsentOn(today)) warnings.Add($"{person.Name} ist abwesend, und niemand vertritt.");
        }

        // Everybody is away: better somebody who comes back than nobody.
        foreach (var (why, person) in candidates)
            if (person.HasAddress) return new Routing(person, $"{why} → {person.Name}; abwesend {Until(person, today)}, ohne Vertretung", warnings);
        warnings.Add("Keine Kontaktperson hat eine E-Mail-Adresse.");
        return new Routing(null, $"{Subject(topic)}: niemand mit E-Mail-Adresse → Postfach der Website", warnings);
    }

    private IEnumerable<(string Why, ContactPerson Person)> Candidates(ContactTopic? topic, Service? service, Municipality? municipality)
    {
        if (topic is not null)
        {
            foreach (var rule in topic.Fitting(service?.Key, municipality))
                yield return (string.Join(", ", Parts(topic, rule, service, municipality)), rule.Person);
            if (topic.Fallback is { } fallback) yield return ($"{Subject(topic)}, keine Regel passt", fallback);
        }

        if (siteContact is not null) yield return ($"{Subject(topic)}, sonst niemand zuständig", siteContact);
        foreach (var person in persons) yield return ($"{Subject(topic)}, sonst niemand erreichbar", person);
    }

    private static IEnumerable<string> Parts(ContactTopic topic, ContactRule rule, Service? service, Municipality? municipality)
    {
        yield return Subject(topic);
        if (rule.ServiceKey is not null) yield return $"Leistung {service!.Name}";
        if (rule.MunicipalityKey is not null) yield return $"Ort {municipality!.Name}";
        if (rule.KreisName is not null) yield return municipality!.KreisName;
        if (rule.Precision == 0) yield return "alle Orte";
    }

    private static string Subject(ContactTopic? topic) => topic is null ? "Ohne Thema" : $"Thema {topic.Name}";

    /// <summary>The nearest deputy who is there and has an address; deputies of deputies after all of their own level.</summary>
    private ContactPerson? Deputy(ContactPerson represented, DateOnly today, List<string> warnings)
    {
        var asked = new HashSet<Guid> { represented.Key };
        var next = new Queue<ContactPerson>([represented]);
        while (next.TryDequeue(out var person))
        {
            foreach (var key in person.DeputyKeys ?? [])
            {
                if (!asked.Add(key) || persons.FirstOrDefault(other => other.Key == key) is not { } deputy) continue;
                if (IsThere(deputy, today)) return deputy;
                WarnOfMissingAddress(deputy, warnings);
                next.Enqueue(deputy);
            }
        }

        return null;
    }

    private static bool IsThere(ContactPerson person, DateOnly today) => person.HasAddress && !person.IsAbsentOn(today);

    private static void WarnOfMissingAddress(ContactPerson person, List<string> warnings)
    {
        var warning = $"{person.Name} hat keine E-Mail-Adresse und wurde übergangen.";
        if (!person.HasAddress && !warnings.Contains(warning)) warnings.Add(warning);
    }

    private static string WhyRepresented(ContactPerson person, DateOnly today) =>
        person.IsAbsentOn(today) ? $"vertreten {Until(person, today)}" : "ohne E-Mail-Adresse, vertreten";

    private static string Until(ContactPerson person, DateOnly today) => person.AbsentTo is { } day
        ? "bis " + day.ToString(day.Year == today.Year ? "d. MMMM" : "d. MMMM yyyy", German)
        : "bis auf Weiteres";
}
