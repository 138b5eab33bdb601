using WgsSite.Cms.Editing;

namespace WgsSite.Tests.Cms.Editing;

/// <summary>What keeps a document from being published, and which field says so.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class DocumentCheckTests
{
    private const string Allowed = "umb://document/00000000000000000000000000000001";
    private const string OfOtherType = "umb://document/00000000000000000000000000000002";
    private const string Deleted = "umb://document/00000000000000000000000000000003";

    private static readonly DocumentCheck Check = new(
        TestSchema.Schema,
        key => key == Number(1) ? TestSchema.Picked.Key : key == Number(2) ? TestSchema.Other.Key : null,
        _ => null,
        [new ValueRule("Test.Own", value => value.Contains("falsch", StringComparison.Ordinal) ? "Das Gebiet ist falsch." : null)]);

    private static readonly Dictionary<string, string> Complete = new() { ["needed"] = "x", ["neededInWords"] = "x" };

    [Test]
    public void WhatIsMissingIsNamedAtItsField() => Assert.That(
        Check.Publishing(TestSchema.Page, new Dictionary<string, string> { ["needed"] = "" }),
        Is.EquivalentTo([new ValueFault(ValuePath.Of("needed"), DocumentCheck.Missing), new ValueFault(ValuePath.Of("neededInWords"), "Ohne Überschrift geht es nicht.")]));

    [Test]
    public void ADraftMayLackAnything() => Assert.That(Check.Storing(TestSchema.Page, new Dictionary<string, string> { ["zip"] = "x" }, new Dictionary<string, string>()), Is.Empty);

    [TestCase("zip", "57072")]
    [TestCase("impossible", "x")]
    [TestCase("mail", "erika@wgs.example")]
    [TestCase("short", "fünfe")]
    [TestCase("number", "0")]
    [TestCase("number", "10")]
    [TestCase("pages", Allowed)]
    [TestCase("pages", Deleted)]
    [TestCase("links", "[{}]")]
    [TestCase("state", """["aktiv"]""")]
    [TestCase("state", "pausiert")]
    [TestCase("kind", "a")]
    [TestCase("own", "{}")]
    public void WhatIsRightIsPublished(string alias, string value) => Assert.That(Faults(alias, value), Is.Empty);

    [TestCase("zip", "5707", "Fünf Ziffern.")]
    [TestCase("slow", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "Der Wert hat nicht die richtige Form.")]
    [TestCase("mail", "erika", "Das ist keine gültige E-Mail-Adresse.")]
    [TestCase("mail", "erika@localhost", "Das ist keine gültige E-Mail-Adresse.")]
    [TestCase("mail", "Erika <erika@wgs.example>", "Das ist keine gültige E-Mail-Adresse.")]
    [TestCase("short", "sechs!", "Höchstens 5 Zeichen, das sind 6.")]
    [TestCase("number", "-1", "Mindestens 0.")]
    [TestCase("number", "11", "Höchstens 10.")]
    [TestCase("pages", OfOtherType, "Hier darf nur stehen: picked.")]
    [TestCase("pages", Allowed + "," + Allowed + "," + Allowed, "Es dürfen höchstens 2 sein.")]
    [TestCase("links", "[{},{}]", "Es dürfen höchstens 1 sein.")]
    [TestCase("state", """["beendet"]""", "„beendet“ steht nicht zur Wahl.")]
    [TestCase("kind", "c", "„c“ steht nicht zur Wahl.")]
    [TestCase("own", "falsch", "Das Gebiet ist falsch.")]
    public void WhatIsWrongIsNamedAtItsField(string alias, string value, string message) =>
        Assert.That(Faults(alias, value), Is.EqualTo([new ValueFault(ValuePath.Of(alias), message)]));

    [TestCase("number", "zwölf")]
    [TestCase("number", "99999999999")]
    [TestCase("links", "{")]
    [TestCase("links", "{}")]
    [TestCase("links", "\"x\"")]
    [TestCase("state", "[")]
    [TestCase("state", "[1,null]")]
    [TestCase("blocks", "{")]
    [TestCase("blocks", "[1]")]
    [TestCase("blocks", """{"contentData":{}}""")]
    [TestCase("body", """{"blocks":{"contentData":[{"key":5}]}}""")]
    [TestCase("body", "{ kein JSON")]
    public void WhatAFileBroughtInAndNobodyCanReadStopsNothing(string alias, string value) =>
        Assert.DoesNotThrow(() => Check.Publishing(TestSchema.Page, With(alias, value)));

    [Test]
    public void TheSitesOwnRulesHoldForDraftsToo() =>
        Assert.That(Check.Storing(TestSchema.Page, With("own", "falsch"), new Dictionary<string, string>()), Is.EqualTo([new ValueFault(ValuePath.Of("own"), "Das Gebiet ist falsch.")]));

    [Test]
    public void AFaultWithinABlockLeadsToTheFieldWithinTheBlock()
    {
        var key = Guid.NewGuid();
        var block = $$"""{"contentTypeKey":"{{TestSchema.Block.Key}}","key":"{{key}}","values":[{"alias":"pages","value":"{{OfOtherType}}"},{"alias":"needed","value":"viel zu lang"}]}""";
        var blocks = $$$"""{"contentData":[{{{block}}}],"settingsData":[],"expose":[],"Layout":{}}""";
        const string list = "$.values[?(@.alias == 'blocks' && @.culture == null && @.segment == null)].value";
        const string text = "$.values[?(@.alias == 'body' && @.culture == null && @.segment == null)].value";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Faults("blocks", blocks),
                Is.EquivalentTo([
                    new ValueFault($"{list}.contentData[?(@.key == '{key}')].values[?(@.alias == 'pages' && @.culture == null && @.segment == null)].value", "Hier darf nur stehen: picked."),
                    new ValueFault($"{list}.contentData[?(@.key == '{key}')].values[?(@.alias == 'needed' && @.culture == null && @.segment == null)].value", "Höchstens 5 Zeichen, das sind 12."),
                ]));
            Assert.That(
                Faults("body", "{\"markup\":\"\",\"blocks\":" + blocks + "}").Select(fault => fault.Path),
                Has.All.StartsWith($"{text}.blocks.contentData[?(@.key == '{key}')]").And.Exactly(2).Items);
        }
    }

    [Test]
    public void TooManyBlocksAreCounted()
    {
        var block = $$"""{"contentTypeKey":"{{TestSchema.Block.Key}}","key":"KEY","values":[{"alias":"needed","value":"x"}]}""";
        var blocks = string.Join(',', Enumerable.Range(0, 3).Select(_ => block.Replace("KEY", Guid.NewGuid().ToString(), StringComparison.Ordinal)));
        Assert.That(Faults("blocks", $$"""{"contentData":[{{blocks}}]}"""), Is.EqualTo([new ValueFault(ValuePath.Of("blocks"), "Es dürfen höchstens 2 sein.")]));
    }

    [TestCase("", "Bitte geben Sie einen Namen ein.")]
    [TestCase("…", "Der Name braucht mindestens einen Buchstaben oder eine Ziffer.")]
    [TestCase("lang", "Der Name darf höchstens 255 Zeichen haben.")]
    public void ANameIsNeededAndHasItsLimit(string name, string message) =>
        Assert.That(DocumentCheck.Name(name == "lang" ? new string('x', 256) : name), Is.EqualTo([new ValueFault(ValuePath.Name, message)]));

    private static IReadOnlyList<ValueFault> Faults(string alias, string value) => Check.Publishing(TestSchema.Page, With(alias, value));

    private static Dictionary<string, string> With(string alias, string value) => new(Complete) { [alias] = value };

    private static Guid Number(int number) => new(number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A place that is no more must not keep the text beside it from being saved.</summary>
    [Test]
    public void WhatARuleForbidsOnlyNowHoldsNoOtherValueUp()
    {
        var values = With("own", "falsch");
        var block = $$"""{"contentData":[{"contentTypeKey":"{{TestSchema.Block.Key}}","key":"{{Number(9)}}","values":[{"alias":"own","value":"falsch"},{"alias":"needed","value":"WAS"}]}]}""";
        values["blocks"] = block;
        var changed = new Dictionary<string, string>(values) { ["short"] = "neu", ["blocks"] = block.Replace("WAS", "neu", StringComparison.Ordinal) };
        Assert.That(Check.Storing(TestSchema.Page, changed, values), Is.Empty);
        Assert.That(Check.Publishing(TestSchema.Page, changed).Select(fault => fault.Message), Has.Exactly(2).EqualTo("Das Gebiet ist falsch."));
        changed["blocks"] = block.Replace("falsch", "auch falsch", StringComparison.Ordinal);
        Assert.That(Check.Storing(TestSchema.Page, changed, values).Select(fault => fault.Path), Is.EqualTo([ValuePath.InBlock(ValuePath.Of("blocks"), Number(9), "own")]));
    }
}
