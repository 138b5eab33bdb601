using WgsSite.Core.Contacts;
using WgsSite.Core.Places;

namespace WgsSite.Tests.Core.Contacts;

internal sealed class ContactTopicTests
{
    private static readonly Guid Service = Guid.NewGuid();
    private static readonly Municipality Here = Place("Hier", "Kreis A");
    private static readonly Municipality There = Place("Dort", "Kreis A");
    private static readonly ContactPerson Both = Person("Leistung und Ort"), ForService = Person("Leistung"), ForPlace = Person("Ort"), ForKreis = Person("Kreis"), Fallback = Person("sonst");

    private static readonly ContactTopic Topic = new(
        Guid.NewGuid(), "thema", "Thema", null, [],
        [new(null, null, "Kreis A", ForKreis), new(null, Here.Key, null, ForPlace), new(Service, null, null, ForService), new(Service, Here.Key, null, Both)],
        Fallback);

    [Test]
    public void The_most_precise_rule_wins_whatever_its_place_in_the_list() => Assert.Multiple(() =>
    {
        Assert.That(Topic.Responsible(Service, Here), Is.EqualTo(Both));
        Assert.That(Topic.Responsible(Service, There), Is.EqualTo(ForService));
        Assert.That(Topic.Responsible(null, Here), Is.EqualTo(ForPlace));
        Assert.That(Topic.Responsible(null, There), Is.EqualTo(ForKreis));
        Assert.That(Topic.Responsible(null, Place("Fern", "Kreis B")), Is.EqualTo(Fallback));
        Assert.That(Topic.Responsible(null, null), Is.EqualTo(Fallback));
    });

    private static ContactPerson Person(string name) => new(Guid.NewGuid(), name, null, null, null, null, false);

    private static Municipality Place(string name, string kreis) => new(Guid.NewGuid(), "01234567", name, kreis, [], null, [], $"/{name}/");
}
