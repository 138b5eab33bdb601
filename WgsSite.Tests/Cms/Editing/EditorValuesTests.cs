using System.Text.Json.Nodes;
using CsCheck;
using WgsSite.Cms.Editing;
using Aliases = Umbraco.Cms.Core.Constants.PropertyEditors.Aliases;

namespace WgsSite.Tests.Cms.Editing;

/// <summary>Values on their way to the client's editors and back.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class EditorValuesTests
{
    private const string Page = "11111111-2222-3333-4444-555555555555";
    private const string PageUdi = "umb://document/11111111222233334444555555555555";
    private const string PictureUdi = "umb://media/99999999222233334444555555555555";
    private const string BlockKey = "aaaaaaaa-2222-3333-4444-555555555555";

    private static readonly EditorContext Context = new(TestSchema.Schema, new Dictionary<Guid, LinkedItem>());

    private static readonly string[] Editors =
    [
        Aliases.TextBox, Aliases.TextArea, Aliases.EmailAddress, Aliases.Boolean, Aliases.Integer, Aliases.Decimal, Aliases.DateTime, Aliases.DropDownListFlexible, Aliases.CheckBoxList,
        Aliases.RadioButtonList, Aliases.Tags, Aliases.MultipleTextstring, Aliases.MultiNodeTreePicker, Aliases.ContentPicker, Aliases.MultiUrlPicker, Aliases.BlockList,
        Aliases.RichText, Aliases.MediaPicker3, Aliases.ColorPicker, Aliases.ImageCropper, Aliases.UploadField, Aliases.PlainJson, Aliases.Label, "Some.Other.Editor",
    ];

    [TestCase(Aliases.TextBox, "Guten Tag", "\"Guten Tag\"")]
    [TestCase(Aliases.TextArea, "Erste Zeile\nZweite", "\"Erste Zeile\\nZweite\"")]
    [TestCase(Aliases.Boolean, "1", "true")]
    [TestCase(Aliases.Boolean, "0", "false")]
    [TestCase(Aliases.Integer, "-12", "-12")]
    [TestCase(Aliases.Decimal, "3.50", "3.50")]
    [TestCase(Aliases.DateTime, "2026-11-23 00:00:00", "\"2026-11-23 00:00:00\"")]
    [TestCase(Aliases.DropDownListFlexible, """["aktiv"]""", """["aktiv"]""")]
    [TestCase(Aliases.CheckBoxList, """["a","ü"]""", """["a","ü"]""")]
    [TestCase(Aliases.RadioButtonList, "berechnet", "\"berechnet\"")]
    [TestCase(Aliases.Tags, """["57072","57074"]""", """["57072","57074"]""")]
    [TestCase(Aliases.MultipleTextstring, "Eins\nZwei", """["Eins","Zwei"]""")]
    [TestCase(Aliases.MultiNodeTreePicker, PageUdi + "," + PictureUdi, """[{"type":"document","unique":"11111111-2222-3333-4444-555555555555"},{"type":"media","unique":"99999999-2222-3333-4444-555555555555"}]""")]
    [TestCase(Aliases.ContentPicker, PageUdi, "\"" + Page + "\"")]
    [TestCase(Aliases.ColorPicker, """{"value":"ff0000","label":"Rot"}""", """{"value":"ff0000","label":"Rot"}""")]
    [TestCase(Aliases.MediaPicker3, """[{"key":"x","mediaKey":"99999999-2222-3333-4444-555555555555","crops":[],"focalPoint":null}]""", """[{"key":"x","mediaKey":"99999999-2222-3333-4444-555555555555","crops":[],"focalPoint":null}]""")]
    [TestCase(Aliases.PlainJson, """{"a":[1,2.50]}""", """{"a":[1,2.50]}""")]
    [TestCase(Aliases.UploadField, "/media/x/a.pdf", "\"/media/x/a.pdf\"")]
    [TestCase(Aliases.Label, "12", "12")]
    [TestCase(Aliases.Label, "zwölf", "\"zwölf\"")]
    public void EachEditorGetsItsOwnShapeAndGivesItBack(string editor, string stored, string shown)
    {
        var json = EditorValues.ToEditor(stored, editor, Context);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(JsonNode.DeepEquals(json, JsonNode.Parse(shown)), Is.True, json?.ToJsonString());
            Assert.That(EditorValues.FromEditor(JsonNode.Parse(shown), editor, Context), Is.EqualTo(stored));
        }
    }

    [TestCase(Aliases.TextBox, "\"\"")]
    [TestCase(Aliases.Integer, "\"\"")]
    [TestCase(Aliases.Decimal, "\"\"")]
    [TestCase(Aliases.DateTime, "\"\"")]
    [TestCase(Aliases.Tags, "[]")]
    [TestCase(Aliases.DropDownListFlexible, "[]")]
    [TestCase(Aliases.DropDownListFlexible, "\"\"")]
    [TestCase(Aliases.MultipleTextstring, """["", " "]""")]
    [TestCase(Aliases.MultiNodeTreePicker, "[]")]
    [TestCase(Aliases.ContentPicker, "\"\"")]
    [TestCase(Aliases.MultiUrlPicker, "[]")]
    [TestCase(Aliases.MediaPicker3, "[]")]
    [TestCase(Aliases.BlockList, """{"layout":{},"contentData":[],"settingsData":[],"expose":[]}""")]
    [TestCase(Aliases.RichText, """{"markup":"<p></p>","blocks":{"layout":{},"contentData":[],"settingsData":[],"expose":[]}}""")]
    [TestCase(Aliases.RichText, """{"markup":"","blocks":null}""")]
    public void WhatAnEditorEmptiedIsNotStored(string editor, string sent) =>
        Assert.That(EditorValues.FromEditor(JsonNode.Parse(sent), editor, Context), Is.Null);

    [TestCase(Aliases.TextBox, "{}")]
    [TestCase(Aliases.TextBox, "12")]
    [TestCase(Aliases.Boolean, "\"ja\"")]
    [TestCase(Aliases.Boolean, "1")]
    [TestCase(Aliases.Integer, "1.5")]
    [TestCase(Aliases.Integer, "2147483648")]
    [TestCase(Aliases.Integer, "1e400")]
    [TestCase(Aliases.Integer, "\"zwölf\"")]
    [TestCase(Aliases.Integer, "true")]
    [TestCase(Aliases.Decimal, "1e400")]
    [TestCase(Aliases.Decimal, "\"viel\"")]
    [TestCase(Aliases.Decimal, "\"1,5\"")]
    [TestCase(Aliases.DateTime, "\"gestern\"")]
    [TestCase(Aliases.DateTime, "5")]
    [TestCase(Aliases.Tags, "{}")]
    [TestCase(Aliases.Tags, "[1]")]
    [TestCase(Aliases.MultiNodeTreePicker, "\"x\"")]
    [TestCase(Aliases.MultiNodeTreePicker, "[null]")]
    [TestCase(Aliases.MultiNodeTreePicker, "[{}]")]
    [TestCase(Aliases.MultiNodeTreePicker, """[{"type":"document","unique":"x"}]""")]
    [TestCase(Aliases.MultiNodeTreePicker, """[{"type":1,"unique":"11111111-2222-3333-4444-555555555555"}]""")]
    [TestCase(Aliases.ContentPicker, "\"x\"")]
    [TestCase(Aliases.MultiUrlPicker, "{}")]
    [TestCase(Aliases.MultiUrlPicker, "[null]")]
    [TestCase(Aliases.MultiUrlPicker, """[{"type":"document","unique":"x"}]""")]
    [TestCase(Aliases.BlockList, "[]")]
    [TestCase(Aliases.BlockList, """{"contentData":[{"key":5,"contentTypeKey":"x"}]}""")]
    [TestCase(Aliases.BlockList, """{"contentData":["x"]}""")]
    [TestCase(Aliases.RichText, "\"<p>\"")]
    [TestCase(Aliases.RichText, """{"markup":5}""")]
    [TestCase(Aliases.MediaPicker3, "{}")]
    [TestCase(Aliases.PlainJson, "\"{broken\"")]
    public void AWrongShapeIsRefusedInWordsForTheEditor(string editor, string sent)
    {
        var refusal = Assert.Throws<FormatException>(() => EditorValues.FromEditor(JsonNode.Parse(sent), editor, Context));
        Assert.That(refusal!.Message, Is.AnyOf(EditorValues.WrongShape, EditorValues.NoWholeNumber, EditorValues.NoNumber, EditorValues.NoDate).Or.StartWith(EditorValues.NoJson));
    }

    [Test]
    public void WhatTheStoreHoldsButNoEditorCanReadIsShownAsEmpty()
    {
        foreach (var editor in Editors.Except([Aliases.TextBox, Aliases.TextArea, Aliases.EmailAddress, Aliases.RadioButtonList, Aliases.Label, "Some.Other.Editor"]))
            foreach (var broken in new[] { "{", "[", "null", "[null]", "[1", """{"a":1,"a":2}""", """{"contentData":[{"key":1}]}""", """{"contentData":{"x":1}}""", """{"markup":[],"blocks":{"contentData":[{"key":[]}]}}""", """[{"udi":5}]""", "\"x", "umb://document/x", "\ud800" })
                Assert.DoesNotThrow(() => EditorValues.ToEditor(broken, editor, Context), $"{editor}: {broken}");
    }

    [Test]
    public void WhateverIsSentIsStoredSoThatItComesBackOrIsRefusedInWords() => SentJson.Sample(text =>
    {
        foreach (var editor in Editors)
        {
            string? stored;
            try
            {
                stored = EditorValues.FromEditor(JsonNode.Parse(text), editor, Context);
            }
            catch (FormatException e)
            {
                Assert.That(e.Message, Is.AnyOf(EditorValues.WrongShape, EditorValues.NoWholeNumber, EditorValues.NoNumber, EditorValues.NoDate).Or.StartWith(EditorValues.NoJson), editor);
                continue;
            }

            if (stored is null) continue;
            var shown = EditorValues.ToEditor(stored, editor, Context);
            Assert.That(shown, Is.Not.Null, $"{editor}: {text}");
            var again = EditorValues.ToEditor(EditorValues.FromEditor(shown, editor, Context), editor, Context);
            Assert.That(again?.ToJsonString(), Is.EqualTo(shown!.ToJsonString()), $"{editor}: {text}");
        }
    }, iter: 2000);

    [Test]
    public void WhateverTheStoreHoldsIsShownOrLeftOut() => Gen.OneOf(SentJson, Gen.String).Sample(stored =>
    {
        foreach (var editor in Editors)
        {
            EditorValues.ToEditor(stored, editor, Context);
            Assert.That(EditorBlocks.Stored(stored, TestSchema.Schema), Has.All.Matches<(Guid Key, WgsSite.Cms.Schema.ContentType Type, Dictionary<string, string> Values)>(block => block.Type == TestSchema.Block));
        }
    }, iter: 2000);

    /// <summary>JSON with the names and values that editors send, in any wrong place.</summary>
    private static Gen<string> SentJson { get; } = Json(4);

    private static Gen<string> Json(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.OneOf(
                "null", "true", "false", "0", "-1", "1.5", "1e400", "99999999999", "\"\"", "\" \"", "\"x\"", "\"a\\nb\"", "\"[\"", "\"{}\"", "\"document\"", "\"media\"", "\"external\"", "\"2026-11-23\"",
                "\"0001-01-01T00:00:00+14:00\"", "\"\\ud800\"", "\"ä\"", "\"pages\"", "\"text\"", "\"yes\"", "\"" + Page + "\"", "\"" + PageUdi + "\"", "\"" + BlockKey + "\"", "\"" + TestSchema.Block.Key + "\""),
            Gen.Int.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (depth == 0) return leaf;
        var inner = Json(depth - 1);
        var name = Gen.OneOf("type", "unique", "url", "name", "udi", "markup", "blocks", "layout", "Layout", "contentData", "settingsData", "expose", "key", "contentTypeKey", "values", "alias", "value", "culture");
        return Gen.Frequency(
            (1, leaf),
            (2, inner.Array[0, 3].Select(items => $"[{string.Join(',', items)}]")),
            (3, Gen.Select(name, inner).Array[0, 5].Select(members => $"{{{string.Join(',', members.Select(member => $"\"{member.Item1}\":{member.Item2}"))}}}")));
    }
}
