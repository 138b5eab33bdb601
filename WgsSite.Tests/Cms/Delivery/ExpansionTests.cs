using System.Text.Json.Nodes;
using WgsSite.Cms.Delivery;

namespace WgsSite.Tests.Cms.Delivery;

/// <summary>Which picked documents come with their properties, which properties are given at all, and where it ends.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ExpansionTests
{
    private const string Picker = "Umbraco.MultiNodeTreePicker";

    /// <summary>„Seite“ and „Andere“ pick each other.</summary>
    private static readonly Dictionary<Guid, string> EachOther = new() { [DeliveredSnapshot.Other] = DeliveredSnapshot.Udi(DeliveredSnapshot.Page) };

    [TestCase("", 0)]
    [TestCase("properties[value]", 1)]
    [TestCase("properties[$all]", 1)]
    [TestCase("properties[andere]", 0)]
    [TestCase("properties[value[properties[value]]]", 2)]
    [TestCase("properties[$all[properties[$all]]]", 2)]
    [TestCase("properties[value[properties[value[properties[value]]]]]", 3)]
    public void PickedDocumentsAreExpandedAsDeepAsTheyAreNamed(string expand, int levels)
    {
        var value = DeliveredSnapshot.Value(DeliveredSnapshot.Of(Picker, DeliveredSnapshot.Udi(DeliveredSnapshot.Other), more: EachOther), expand);
        for (var level = 0; level < levels; level++) value = value![0]!["properties"]!["value"];
        Assert.That(value![0]!["properties"]!.AsObject(), Is.Empty);
    }

    [Test]
    public void AllMeansThePickersWithinBlocksToo()
    {
        // In the original it does not: https://github.com/umbraco/Umbraco-CMS, RequestContextOutputExpansionStrategyV2.
        var picked = $"\"{DeliveredSnapshot.Udi(DeliveredSnapshot.Other)}\"";
        var snapshot = DeliveredSnapshot.OfBlocks(Picker, PropertyValueTests.BlockList(DeliveredSnapshot.BlockType, picked), EachOther);
        JsonNode Inner(string expand) => DeliveredSnapshot.Item(snapshot, expand)["properties"]!["blocks"]!["items"]![0]!["content"]!["properties"]!["value"]![0]!["properties"]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Inner("").AsObject(), Is.Empty);
            Assert.That(Inner("properties[blocks]").AsObject(), Is.Empty);
            Assert.That(Inner("properties[blocks[properties[value]]]").AsObject(), Is.Not.Empty);
            Assert.That(Inner("properties[$all]").AsObject(), Is.Not.Empty);
            Assert.That(Inner("properties[$all]")["value"]![0]!["properties"]!.AsObject(), Is.Empty, "one level of documents, however deep the blocks are");
        }
    }

    [TestCase("properties[$all]", "value")]
    [TestCase("properties[value]", "value")]
    [TestCase("properties[andere]", "")]
    [TestCase("", "")]
    public void OnlyTheFieldsThatAreNamedAreGiven(string fields, string expected) =>
        Assert.That(string.Join(',', DeliveredSnapshot.Item(DeliveredSnapshot.Of("Umbraco.TextBox", "x"), fields: fields)["properties"]!.AsObject().Select(property => property.Key)), Is.EqualTo(expected));

    [Test]
    public void FieldsHoldWithinExpandedDocuments()
    {
        var snapshot = DeliveredSnapshot.Of(Picker, DeliveredSnapshot.Udi(DeliveredSnapshot.Other), more: EachOther);
        var value = DeliveredSnapshot.Value(snapshot, "properties[value]", "properties[value[properties[andere]]]");
        Assert.That(value![0]!["properties"]!.AsObject(), Is.Empty);
    }

    [TestCase("properties[", "A bracket is not closed.")]
    [TestCase("properties]", "There is a bracket too many")]
    [TestCase("properties[]", "There is nothing between two brackets.")]
    [TestCase("[value]", "There is no name before the bracket")]
    [TestCase("properties[a]b", "There is a comma missing")]
    public void WhatCannotBeReadIsRefusedInWords(string expand, string why)
    {
        var refusal = Assert.Throws<DeliveryRefusalException>(() => PropertySelection.Parse(expand, "expand"))!;
        Assert.That((refusal.Title, refusal.Detail), Is.EqualTo(("Expand option not valid", refusal.Detail)));
        Assert.That(refusal.Detail, Does.Contain(why));
    }

    [Test]
    public void DeepAndLongOnesAreRefused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.DoesNotThrow(() => PropertySelection.Parse(Deep(PropertySelection.DeepestLevel), "expand"));
            Assert.Throws<DeliveryRefusalException>(() => PropertySelection.Parse(Deep(PropertySelection.DeepestLevel + 1), "expand"));
            Assert.Throws<DeliveryRefusalException>(() => PropertySelection.Parse(new string('[', 1999), "expand"));
            Assert.Throws<DeliveryRefusalException>(() => PropertySelection.Parse(new string('a', 2001), "fields"));
        }
    }

    [Test]
    public void WhatFoldsTheSiteIntoItselfOverAndOverIsRefused()
    {
        // Each picks the other ten times: ten to the power of the level.
        var ten = string.Join(',', Enumerable.Repeat(DeliveredSnapshot.Udi(DeliveredSnapshot.Other), 10));
        var snapshot = DeliveredSnapshot.Of(Picker, ten, more: new Dictionary<Guid, string> { [DeliveredSnapshot.Other] = string.Join(',', Enumerable.Repeat(DeliveredSnapshot.Udi(DeliveredSnapshot.Page), 10)) });
        Assert.That(Assert.Throws<DeliveryRefusalException>(() => DeliveredSnapshot.Value(snapshot, Deep(PropertySelection.DeepestLevel)))!.Title, Is.EqualTo("Answer too large"));
    }

    private static string Deep(int levels) => string.Concat(Enumerable.Repeat("properties[value[", levels - 1)) + "properties[value]" + new string(']', (levels - 1) * 2);
}
