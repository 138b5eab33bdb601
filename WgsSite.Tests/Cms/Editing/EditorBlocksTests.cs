using System.Text.Json.Nodes;
using WgsSite.Cms.Editing;
using Aliases = Umbraco.Cms.Core.Constants.PropertyEditors.Aliases;

namespace WgsSite.Tests.Cms.Editing;

/// <summary>Block lists and texts on their way to the client's editors and back.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class EditorBlocksTests
{
    private const string Page = "11111111-2222-3333-4444-555555555555";
    private const string PageUdi = "umb://document/11111111222233334444555555555555";
    private const string BlockKey = "aaaaaaaa-2222-3333-4444-555555555555";

    private static readonly EditorContext Context = new(TestSchema.Schema, new Dictionary<Guid, LinkedItem>());

    [Test]
    public void ValuesWithinBlocksAreConvertedByTheEditorsOfTheBlocksType()
    {
        var stored = """
            {"contentData":[{"contentTypeKey":"TYPE","key":"KEY","udi":"umb://element/x","values":[
              {"alias":"pages","culture":null,"segment":null,"value":"UDI"},
              {"alias":"text","culture":null,"segment":null,"value":{"markup":"<p><a type=\"document\" href=\"/{localLink:PAGE}\">Seite</a></p>","blocks":{"layout":{},"contentData":[],"settingsData":[],"expose":[]}}},
              {"alias":"yes","culture":null,"segment":null,"value":"1"}]}],
             "settingsData":[],"expose":[{"contentKey":"KEY"}],"Layout":{"Umbraco.BlockList":[{"contentKey":"KEY"}]}}
            """.Replace("TYPE", TestSchema.Block.Key.ToString()).Replace("KEY", BlockKey).Replace("UDI", PageUdi).Replace("PAGE", Page);
        var shown = EditorValues.ToEditor(stored, Aliases.BlockList, Context)!;
        var values = shown["contentData"]![0]!["values"]!.AsArray().ToDictionary(value => (string)value!["alias"]!, value => value!["value"]);
        var again = EditorValues.ToEditor(EditorValues.FromEditor(shown.DeepClone(), Aliases.BlockList, Context), Aliases.BlockList, Context);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)values["pages"]![0]!["unique"], Is.EqualTo(Page));
            Assert.That((string?)values["text"]!["markup"], Does.Contain($"{{localLink:{Page}}}"));
            Assert.That((bool)values["yes"]!, Is.True);
            Assert.That((string?)shown["layout"]!["Umbraco.BlockList"]![0]!["contentKey"], Is.EqualTo(BlockKey));
            Assert.That(JsonNode.DeepEquals(shown, again), Is.True, again?.ToJsonString());
        }
    }

    [Test]
    public void BlocksOfATypeThatIsGoneStayAsTheyAre()
    {
        var gone = $$"""{"contentTypeKey":"{{Guid.NewGuid()}}","key":"{{BlockKey}}","values":[{"alias":"x","value":"y"}]}""";
        var sent = JsonNode.Parse($$"""{"layout":{},"contentData":[{{gone}}],"settingsData":[],"expose":[]}""");
        var shown = EditorValues.ToEditor(EditorValues.FromEditor(sent, Aliases.BlockList, Context), Aliases.BlockList, Context)!;
        Assert.That(JsonNode.DeepEquals(shown["contentData"]![0], JsonNode.Parse(gone)), Is.True);
    }

    [Test]
    public void TextOfAnOlderFormIsShownAsMarkup()
    {
        var shown = EditorValues.ToEditor("<p>Alt</p>", Aliases.RichText, Context)!;
        Assert.That((string?)shown["markup"], Is.EqualTo("<p>Alt</p>"));
    }
}
