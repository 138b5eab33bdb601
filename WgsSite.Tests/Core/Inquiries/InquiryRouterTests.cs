using CsCheck;
using WgsSite.Core.Contacts;
using WgsSite.Core.Coverage;
using WgsSite.Core.Inquiries;
using WgsSite.Core.Offers;
using WgsSite.Core.Places;
using WgsSite.Tests.Core.Coverage;

namespace WgsSite.Tests.Core.Inquiries;

internal sealed class InquiryRouterTests
{
    private static readonly DateOnly Today = new(2026, 4, 20);
    private static readonly Municipality Kreuztal = new(Guid.NewGuid(), "05970020", "Kreuztal", "Kreis Siegen-Wittgenstein", [], null, [], "/");
    private static readonly Service Call = CoverageExamples.Service(ServiceCoverage.Unknown, name: "Hausnotruf");

    [Test]
    public void The_decision_carries_its_reason_in_words()
    {
        var deputy = Person("Mieterservice Siegen");
        var person = Person("Mieterservice Kreuztal") with { DeputyKeys = [deputy.Key], AbsentFrom = Today.AddDays(-1), AbsentTo = new DateOnly(2026, 5, 3) };
        var routing = new InquiryRouter([person, deputy], null).Route(Topic(new ContactRule(null, Kreuztal.Key, null, person)), null, Kreuztal, Today);
        Assert.Multiple(() =>
        {
            Assert.That(routing.Person, Is.EqualTo(deputy));
            Assert.That(routing.Reason, Is.EqualTo("Thema Hausnotruf, Ort Kreuztal → Mieterservice Kreuztal; vertreten bis 3. Mai durch Mieterservice Siegen"));
            Assert.That(routing.Warnings, Is.Empty);
        });
    }

    [Test]
    public void Each_kind_of_rule_says_what_it_was()
    {
        var person = Person("P");
        var router = new InquiryRouter([person], person);
        Assert.Multiple(() =>
        {
            Assert.That(Reason(new ContactRule(Call.Key, Kreuztal.Key, null, person)), Is.EqualTo("Thema Hausnotruf, Leistung Hausnotruf, Ort Kreuztal → P"));
            Assert.That(Reason(new ContactRule(Call.Key, null, null, person)), Is.EqualTo("Thema Hausnotruf, Leistung Hausnotruf → P"));
            Assert.That(Reason(new ContactRule(null, null, "Kreis Siegen-Wittgenstein", person)), Is.EqualTo("Thema Hausnotruf, Kreis Siegen-Wittgenstein → P"));
            Assert.That(Reason(new ContactRule(null, null, null, person)), Is.EqualTo("Thema Hausnotruf, alle Orte → P"));
            Assert.That(router.Route(Topic() with { Fallback = person }, null, null, Today).Reason, Is.EqualTo("Thema Hausnotruf, keine Regel passt → P"));
            Assert.That(router.Route(Topic(), null, null, Today).Reason, Is.EqualTo("Thema Hausnotruf, sonst niemand zuständig → P"));
            Assert.That(router.Route(null, null, null, Today).Reason, Is.EqualTo("Ohne Thema, sonst niemand zuständig → P"));
        });

        string Reason(ContactRule rule) => router.Route(Topic(rule), Call, Kreuztal, Today).Reason;
    }

    [Test]
    public void Who_has_no_address_is_passed_over_with_a_warning()
    {
        var mute = Person("Ohne Adresse") with { Email = null };
        var next = Person("Nächste");
        var routing = new InquiryRouter([mute, next], null).Route(Topic(new ContactRule(null, Kreuztal.Key, null, mute)) with { Fallback = next }, null, Kreuztal, Today);
        Assert.Multiple(() =>
        {
            Assert.That(routing.Person, Is.EqualTo(next));
            Assert.That(routing.Warnings, Is.EqualTo(["Ohne Adresse hat keine E-Mail-Adresse und wurde übergangen."]));
        });
    }

    [Test]
    public void Deputies_of_who_has_no_address_are_asked_too()
    {
        var deputy = Person("Vertretung");
        var between = Person("Dazwischen") with { Email = null, DeputyKeys = [deputy.Key] };
        var mute = Person("Ohne Adresse") with { Email = null, DeputyKeys = [between.Key] };
        var other = Person("Andere");
        var routing = new InquiryRouter([mute, between, deputy, other], other).Route(Topic(new ContactRule(null, null, null, mute)), null, null, Today);
        Assert.Multiple(() =>
        {
            Assert.That(routing.Reason, Is.EqualTo("Thema Hausnotruf, alle Orte → Ohne Adresse; ohne E-Mail-Adresse, vertreten durch Vertretung"));
            Assert.That(routing.Warnings, Is.EqualTo(["Ohne Adresse hat keine E-Mail-Adresse und wurde übergangen.", "Dazwischen hat keine E-Mail-Adresse und wurde übergangen."]));
        });
    }

    [Test]
    public void A_deputy_who_is_away_or_has_no_address_is_represented_in_turn()
    {
        var last = Person("Dritte");
        var mute = Person("Stumme") with { Email = " " };
        var second = Away(Person("Zweite"), last.Key);
        var first = Away(Person("Erste"), mute.Key, second.Key);
        var routing = new InquiryRouter([first, second, mute, last], null).Route(Topic(new ContactRule(null, null, null, first)), null, null, Today);
        Assert.Multiple(() =>
        {
            Assert.That(routing.Person, Is.EqualTo(last));
            Assert.That(routing.Warnings, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public void Deputies_in_a_circle_lead_on_to_the_fallback()
    {
        Guid a = Guid.NewGuid(), b = Guid.NewGuid();
        var first = Away(Person("A") with { Key = a }, b);
        var second = Away(Person("B") with { Key = b }, a, b);
        var there = Person("C");
        var routing = new InquiryRouter([first, second, there], there).Route(Topic(new ContactRule(null, null, null, first)), null, null, Today);
        Assert.Multiple(() =>
        {
            Assert.That(routing.Person, Is.EqualTo(there));
            Assert.That(routing.Warnings, Is.EqualTo(["A ist abwesend, und niemand vertritt."]));
        });
    }

    [Test]
    public void When_everybody_is_away_the_first_gets_it_and_the_reason_says_so()
    {
        var away = Away(Person("A"));
        var routing = new InquiryRouter([away], away).Route(Topic(new ContactRule(null, null, null, away)), null, null, Today);
        Assert.That((routing.Person, routing.Reason), Is.EqualTo((away, "Thema Hausnotruf, alle Orte → A; abwesend bis auf Weiteres, ohne Vertretung")));
    }

    [TestCase("2026-04-19", "2026-04-21", true)]
    [TestCase("2026-04-20", "2026-04-20", true)]
    [TestCase("2026-04-21", null, false)]
    [TestCase("2026-04-20", null, true)]
    [TestCase(null, "2026-04-19", false)]
    [TestCase(null, "2026-04-20", true)]
    [TestCase(null, null, false)]
    [TestCase("2026-04-22", "2026-04-18", false)]
    public void Absence_counts_from_its_first_day_to_its_last(string? from, string? to, bool isAbsent)
    {
        var person = Person("P") with { AbsentFrom = from is null ? null : DateOnly.Parse(from), AbsentTo = to is null ? null : DateOnly.Parse(to) };
        Assert.That(person.IsAbsentOn(Today), Is.EqualTo(isAbsent));
    }

    /// <summary>Whatever editors set up: somebody with an address gets it as long as there is one, there rather than away.</summary>
    [Test]
    public void Routing_is_total() => Worlds.Sample(world =>
    {
        var routing = new InquiryRouter(world.Persons, world.SiteContact).Route(world.Topic, world.Service, world.Municipality, Today);
        var reachable = world.Persons.Where(person => person.HasAddress).ToList();
        if (string.IsNullOrWhiteSpace(routing.Reason)) return false;
        if (reachable.Count == 0) return routing.Person is null && routing.Warnings.Count > 0;
        if (routing.Person is not { HasAddress: true } person) return false;
        return !person.IsAbsentOn(Today) || reachable.All(other => other.IsAbsentOn(Today));
    }, iter: 20_000);

    /// <summary>Who is there and has an address, and is named by the most precise rule, gets it.</summary>
    [Test]
    public void The_one_responsible_gets_it_when_there() => Worlds.Sample(world =>
    {
        if (world.Topic?.Responsible(world.Service?.Key, world.Municipality) is not { HasAddress: true } person || person.IsAbsentOn(Today)) return true;
        var routing = new InquiryRouter(world.Persons, world.SiteContact).Route(world.Topic, world.Service, world.Municipality, Today);
        return routing.Person == person && routing.Warnings.Count == 0;
    }, iter: 20_000);

    private sealed record World(IReadOnlyList<ContactPerson> Persons, ContactPerson? SiteContact, ContactTopic? Topic, Service? Service, Municipality? Municipality);

    private static readonly Gen<World> Worlds =
        from seed in Gen.Int[0, int.MaxValue]
        from count in Gen.Int[0, 6]
        select Make(new Random(seed), count);

    private static World Make(Random random, int count)
    {
        var keys = Enumerable.Range(0, count).Select(_ => Guid.NewGuid()).ToList();
        var persons = keys.Select(key => Person("P") with
        {
            Key = key,
            Email = random.Next(4) == 0 ? null : "p@wgs.example",
            // Deputies may be themselves, each other, in circles, or somebody who is gone.
            DeputyKeys = [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(6) == 0 ? Guid.NewGuid() : keys[random.Next(count)])],
            AbsentFrom = random.Next(2) == 0 ? Today.AddDays(random.Next(-3, 3)) : null,
            AbsentTo = random.Next(2) == 0 ? Today.AddDays(random.Next(-3, 3)) : null,
        }).ToList();
        var rules = count == 0 ? [] : Enumerable.Range(0, random.Next(5)).Select(_ => new ContactRule(
            random.Next(2) == 0 ? Call.Key : null, random.Next(2) == 0 ? Kreuztal.Key : null, random.Next(2) == 0 ? Kreuztal.KreisName : null, Any())).ToArray();
        return new World(
            persons,
            count > 0 && random.Next(2) == 0 ? Any() : null,
            random.Next(5) == 0 ? null : Topic(rules) with { Fallback = count > 0 && random.Next(2) == 0 ? Any() : null },
            random.Next(2) == 0 ? Call : null,
            random.Next(2) == 0 ? Kreuztal : null);

        ContactPerson Any() => persons[random.Next(count)];
    }

    private static ContactPerson Person(string name) => new(Guid.NewGuid(), name, null, null, "p@wgs.example", null, false);

    private static ContactPerson Away(ContactPerson person, params Guid[] deputies) => person with { DeputyKeys = deputies, AbsentFrom = Today };

    private static ContactTopic Topic(params ContactRule[] rules) => new(Guid.NewGuid(), "hausnotruf", "Hausnotruf", null, [], rules, null);
}
