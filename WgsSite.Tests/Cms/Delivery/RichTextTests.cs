using System.Text.Json.Nodes;

namespace WgsSite.Tests.Cms.Delivery;

/// <summary>Running text for other channels: safe, and with its links and pictures resolved.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class RichTextTests
{
    private const string ToOther = "data-destination-id=\"33333333-3333-3333-3333-333333333333\" data-destination-type=\"page\" data-link-type=\"Content\" data-start-item-path=\"startseite\" data-start-item-id=\"11111111-1111-1111-1111-111111111111\"";

    [TestCase("<p>Text</p>", "<p>Text</p>")]
    [TestCase("<p><a href=\"/{localLink:umb://document/33333333333333333333333333333333}\">Andere</a></p>", "<p><a href=\"/andere/\" " + ToOther + ">Andere</a></p>")]
    [TestCase("<p><a type=\"document\" href=\"/{localLink:33333333-3333-3333-3333-333333333333}#unten\">Andere</a></p>", "<p><a href=\"/andere/#unten\" " + ToOther + ">Andere</a></p>")]
    [TestCase("<p><a href=\"/{localLink:umb://document/44444444444444444444444444444444}\">Geheim</a></p>", "<p><a>Geheim</a></p>")]
    [TestCase("<p><a href=\"/{localLink:umb://document/12341234123412341234123412341234}\">Fort</a></p>", "<p><a>Fort</a></p>")]
    [TestCase("<p><a href=\"https://example.org/\" data-start-item-id=\"x\">Anderswo</a></p>", "<p><a href=\"https://example.org/\">Anderswo</a></p>")]
    [TestCase("<p><img data-udi=\"umb://media/55555555555555555555555555555555\" src=\"/x?rmode=max\" alt=\"\"></p>", "<p><img src=\"/media/x/bild.jpg\" alt=\"Ein Haus\"></p>")]
    [TestCase("<p>Bild: <img src=\"https://evil.example/x.png\" alt=\"x\"></p>", "<p>Bild: </p>")]
    [TestCase("<p onclick=\"alert(1)\">x<script>alert(1)</script></p><a href=\"javascript:alert(1)\">y</a>", "<p>x</p><a>y</a>")]
    [TestCase("<umb-rte-block data-content-key=\"cccccccc-cccc-cccc-cccc-cccccccccccc\"><!--x--></umb-rte-block>", "<umb-rte-block data-content-id=\"cccccccc-cccc-cccc-cccc-cccccccccccc\"></umb-rte-block>")]
    public void MarkupSaysWhereLinksLead(string markup, string expected)
    {
        var value = DeliveredSnapshot.Value(Stored(markup))!;
        Assert.That((string?)value["markup"], Is.EqualTo(expected));
        Assert.That(value["blocks"]!.AsArray(), Is.Empty);
    }

    [Test]
    public void TheSameAsElements()
    {
        var value = DeliveredSnapshot.Value(Stored("<p>Zur <a href=\"/{localLink:umb://document/33333333333333333333333333333333}?a=1\">anderen</a>.</p>"), asJson: true)!;
        Assert.That(value.ToJsonString(), Is.EqualTo(JsonNode.Parse("""
            {"tag":"#root","attributes":{},"elements":[{"tag":"p","attributes":{},"elements":[
              {"text":"Zur ","tag":"#text"},
              {"tag":"a","attributes":{"destination-id":"33333333-3333-3333-3333-333333333333","destination-type":"page","link-type":"Content",
                "route":{"path":"/andere/","queryString":"?a=1","startItem":{"id":"11111111-1111-1111-1111-111111111111","path":"startseite"}}},"elements":[{"text":"anderen","tag":"#text"}]},
              {"text":".","tag":"#text"}]}],"blocks":[]}
            """)!.ToJsonString()));
    }

    [Test]
    public void BlocksInATextComeWithIt()
    {
        var blocks = PropertyValueTests.BlockList(DeliveredSnapshot.BlockType).Replace("Umbraco.BlockList", "Umbraco.RichText", StringComparison.Ordinal);
        var value = DeliveredSnapshot.Value(DeliveredSnapshot.Of("Umbraco.RichText", $$"""{"markup":"<p>x</p>","blocks":{{blocks}}}"""))!;
        Assert.That((string?)value["blocks"]![0]!["content"]!["contentType"], Is.EqualTo("block"));
    }

    private static WgsSite.Cms.Publishing.PublishedSnapshot Stored(string markup) =>
        DeliveredSnapshot.Of("Umbraco.RichText", new JsonObject { ["markup"] = markup, ["blocks"] = new JsonObject() }.ToJsonString());
}
