using System.Text.Json.Nodes;

namespace WgsSite.Tests.Cms.Delivery;

/// <summary>What other channels get for each property editor, as JSON: the shapes of Umbraco's converters.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class PropertyValueTests
{
    private const string Route = """{"path":"/andere/","queryString":null,"startItem":{"id":"11111111-1111-1111-1111-111111111111","path":"startseite"}}""";
    private const string Other = """{"contentType":"page","name":"Andere","createDate":"2026-11-01T08:00:00Z","updateDate":"2026-11-01T08:00:00Z","route":ROUTE,"id":"33333333-3333-3333-3333-333333333333","properties":{}}""";
    private const string Picture = """{"id":"55555555-5555-5555-5555-555555555555","name":"Bild.jpg","mediaType":"Image","url":"/media/x/bild.jpg","extension":"jpg","width":1200,"height":800,"bytes":4321,"properties":{},"focalPoint":{"left":0.25,"top":0.75},"crops":[]}""";

    [TestCase("Umbraco.TextBox", "Guten Tag", "\"Guten Tag\"")]
    [TestCase("Umbraco.TextArea", "Zwei\nZeilen", "\"Zwei\\nZeilen\"")]
    [TestCase("Umbraco.EmailAddress", "a@b.example", "\"a@b.example\"")]
    [TestCase("Umbraco.TrueFalse", "1", "true")]
    [TestCase("Umbraco.TrueFalse", "0", "false")]
    [TestCase("Umbraco.TrueFalse", "", "null")]
    [TestCase("Umbraco.Integer", "1400", "1400")]
    [TestCase("Umbraco.Integer", "viele", "null")]
    [TestCase("Umbraco.Decimal", "71.5", "71.5")]
    [TestCase("Umbraco.DateTime", "2026-11-22 00:00:00", "\"2026-11-22T00:00:00Z\"")]
    [TestCase("Umbraco.DateTime", "2026-11-22T17:30:00", "\"2026-11-22T17:30:00Z\"")]
    [TestCase("Umbraco.DateTime", "morgen", "null")]
    [TestCase("Umbraco.Tags", """["Deutsch","Türkisch"]""", """["Deutsch","Türkisch"]""")]
    [TestCase("Umbraco.MultipleTextstring", "eins\nzwei", """["eins","zwei"]""")]
    [TestCase("Umbraco.CheckBoxList", """["a","b"]""", """["a","b"]""")]
    [TestCase("Umbraco.RadioButtonList", "a", "\"a\"")]
    [TestCase("Umbraco.DropDown.Flexible", """["aktiv"]""", "\"aktiv\"")]
    [TestCase("Umbraco.DropDown.Flexible", """["a","b"]""", """["a","b"]""", """{"multiple":true}""")]
    [TestCase("Umbraco.ColorPicker", """{"value":"ff0000","label":"Rot"}""", "\"ff0000\"")]
    [TestCase("Umbraco.ColorPicker", """{"value":"ff0000","label":"Rot"}""", """{"color":"ff0000","label":"Rot"}""", """{"useLabel":true}""")]
    [TestCase("Umbraco.Slider", "3", "3")]
    [TestCase("Umbraco.Slider", """{"from":3,"to":8}""", """{"minimum":3,"maximum":8}""", """{"enableRange":true}""")]
    [TestCase("Umbraco.Label", "17", "\"17\"")]
    [TestCase("Umbraco.Label", "17", "17", """{"umbracoDataValueType":"INT"}""")]
    [TestCase("Umbraco.Plain.Json", """{"entries":[{"area":"ags:05970040","status":"available","note":null}]}""", """{"entries":[{"area":"ags:05970040","status":"available","note":null}]}""")]
    [TestCase("Umbraco.Plain.Json", "{kaputt", "null")]
    [TestCase("Umbraco.MemberPicker", "umb://member/11111111111111111111111111111111", "\"(unsupported)\"")]
    [TestCase("Umbraco.UserPicker", "1", "\"(unsupported)\"")]
    [TestCase("Umbraco.MarkdownEditor", "**fett**", "\"**fett**\"")]
    [TestCase("Ein.Unbekannter", "bleibt", "\"bleibt\"")]
    public void AValueHasTheShapeOfItsEditor(string editor, string raw, string expected, string configuration = "{}") =>
        AssertJson(DeliveredSnapshot.Value(DeliveredSnapshot.Of(editor, raw, configuration)), expected);

    [Test]
    public void PickedDocumentsAreAListWithoutTheirProperties() => AssertJson(
        DeliveredSnapshot.Value(DeliveredSnapshot.Of("Umbraco.MultiNodeTreePicker", DeliveredSnapshot.Udi(DeliveredSnapshot.Other))),
        $"[{Other.Replace("ROUTE", Route, StringComparison.Ordinal)}]");

    [Test]
    public void AContentPickerHoldsOneDocument() => AssertJson(
        DeliveredSnapshot.Value(DeliveredSnapshot.Of("Umbraco.ContentPicker", DeliveredSnapshot.Udi(DeliveredSnapshot.Other))),
        Other.Replace("ROUTE", Route, StringComparison.Ordinal));

    [TestCase("umb://document/44444444444444444444444444444444", Description = "a type that is not given away")]
    [TestCase("umb://document/12345678123456781234567812345678", Description = "not published, or not there")]
    [TestCase("irgendwas")]
    public void WhatCannotBeGivenAwayIsLeftOut(string raw) =>
        AssertJson(DeliveredSnapshot.Value(DeliveredSnapshot.Of("Umbraco.MultiNodeTreePicker", raw), "properties[$all]"), "[]");

    [Test]
    public void PickedPicturesSayWhereTheyMayBeCut()
    {
        AssertJson(DeliveredSnapshot.Value(DeliveredSnapshot.Of("Umbraco.MediaPicker3", $$"""[{"key":"{{Guid.NewGuid()}}","mediaKey":"{{DeliveredSnapshot.Picture}}"}]""")), $"[{Picture}]");
        var own = DeliveredSnapshot.Value(DeliveredSnapshot.Of(
            "Umbraco.MediaPicker3",
            $$$"""[{"mediaKey":"{{{DeliveredSnapshot.Picture}}}","focalPoint":{"left":0.1,"top":0.2},"crops":[{"alias":"kopf","width":300,"height":200,"coordinates":{"x1":0.1,"y1":0,"x2":0.2,"y2":0}}]}]"""))![0]!;
        AssertJson(own["focalPoint"], """{"left":0.1,"top":0.2}""");
        AssertJson(own["crops"], """[{"alias":"kopf","width":300,"height":200,"coordinates":{"x1":0.1,"y1":0,"x2":0.2,"y2":0}}]""");
    }

    [Test]
    public void APictureIsDescribedWhereItIsExpanded() => AssertJson(
        DeliveredSnapshot.Value(DeliveredSnapshot.Of("Umbraco.MediaPicker3", $$"""[{"mediaKey":"{{DeliveredSnapshot.Picture}}"}]"""), "properties[value]")![0]!["properties"],
        """{"alternativeText":"Ein Haus"}""");

    [Test]
    public void LinksSayWhatTheyLeadTo() => AssertJson(
        DeliveredSnapshot.Value(DeliveredSnapshot.Of("Umbraco.MultiUrlPicker", $$"""
            [{"name":"Zur anderen","udi":"{{DeliveredSnapshot.Udi(DeliveredSnapshot.Other)}}","queryString":"#unten","target":"_blank"},
             {"name":"Bild","udi":"{{DeliveredSnapshot.Udi(DeliveredSnapshot.Picture, "media")}}"},
             {"name":"Anderswo","url":"https://example.org/"},
             {"name":"Böse","url":"javascript:alert(1)"},
             {"name":"Geheim","udi":"{{DeliveredSnapshot.Udi(DeliveredSnapshot.Secret)}}"}]
            """)),
        """
        [{"url":null,"queryString":"#unten","title":"Zur anderen","target":"_blank","destinationId":"33333333-3333-3333-3333-333333333333","destinationType":"page","route":ROUTE,"linkType":"Content","culture":null},
         {"url":"/media/x/bild.jpg","queryString":null,"title":"Bild","target":null,"destinationId":"55555555-5555-5555-5555-555555555555","destinationType":"Image","route":null,"linkType":"Media","culture":null},
         {"url":"https://example.org/","queryString":null,"title":"Anderswo","target":null,"destinationId":null,"destinationType":null,"route":null,"linkType":"External","culture":null}]
        """.Replace("ROUTE", Route, StringComparison.Ordinal));

    [Test]
    public void BlocksComeWithPropertiesAndSettings() => AssertJson(
        DeliveredSnapshot.Value(DeliveredSnapshot.Of("Umbraco.BlockList", BlockList(DeliveredSnapshot.BlockType))),
        """
        {"items":[{"content":{"contentType":"block","id":"cccccccc-cccc-cccc-cccc-cccccccccccc","properties":{"value":{"items":[]}}},
                   "settings":{"contentType":"settings","id":"dddddddd-dddd-dddd-dddd-dddddddddddd","properties":{"value":null}}}]}
        """);

    [Test]
    public void BrokenValuesAreNothingOrEmpty()
    {
        string[] broken = ["null", "[]", "{}", "[", "{\"", "true", "17", "[null]", "[1,2]", "[[[]]]", "\"text\"", "umb://document/", "umb://document/zz", "umb://x/y", "{\"markup\":null}", "{\"markup\":{}}", "{\"Layout\":7}", "{\"blocks\":7}", "[{\"udi\":7}]", "[{\"mediaKey\":7}]", "\u0000", "\uD800", new('[', 5000)];
        string[] editors = ["Umbraco.BlockList", "Umbraco.RichText", "Umbraco.MultiNodeTreePicker", "Umbraco.ContentPicker", "Umbraco.MediaPicker3", "Umbraco.MultiUrlPicker", "Umbraco.Plain.Json", "Umbraco.Tags", "Umbraco.DropDown.Flexible", "Umbraco.ColorPicker", "Umbraco.Slider", "Umbraco.DateTime", "Umbraco.TrueFalse"];
        Assert.Multiple(() =>
        {
            foreach (var editor in editors)
                foreach (var raw in broken)
                    Assert.DoesNotThrow(() => DeliveredSnapshot.Value(DeliveredSnapshot.Of(editor, raw), "properties[$all]")?.ToJsonString(), $"{editor}: {raw}");
        });
    }

    internal static string BlockList(Guid type, string value = "{}") => $$$"""
        {"contentData":[{"contentTypeKey":"{{{type}}}","key":"cccccccc-cccc-cccc-cccc-cccccccccccc","values":[{"alias":"value","culture":null,"segment":null,"value":{{{value}}}}]}],
         "settingsData":[{"contentTypeKey":"{{{DeliveredSnapshot.SettingsType}}}","key":"dddddddd-dddd-dddd-dddd-dddddddddddd","values":[]}],
         "expose":[],
         "Layout":{"Umbraco.BlockList":[{"contentKey":"cccccccc-cccc-cccc-cccc-cccccccccccc","settingsKey":"dddddddd-dddd-dddd-dddd-dddddddddddd"}]}}
        """;

    private static void AssertJson(JsonNode? actual, string expected) =>
        Assert.That(actual?.ToJsonString() ?? "null", Is.EqualTo(JsonNode.Parse(expected)?.ToJsonString() ?? "null"));
}
