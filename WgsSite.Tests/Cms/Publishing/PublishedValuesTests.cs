using WgsSite.Cms.Publishing;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Publishing;

/// <summary>Values as editors, imports and attackers may leave them. A page never breaks on one.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PublishedValuesTests
{
    private static readonly string[] Broken =
    [
        "", " ", "null", "[]", "{}", "[", "{\"", "true", "17", "[null]", "[1,2]", "[[[]]]", "\"text\"", "umb://document/", "umb://document/zz",
        "{\"markup\":null}", "{\"markup\":{}}", "{\"Layout\":7}", "{\"layout\":{\"Umbraco.BlockList\":7}}",
        "{\"layout\":{\"Umbraco.BlockList\":[7,null,{}]},\"contentData\":[7,null,{}]}", "{\"contentData\":{}}", "\u0000", "\uD800", new('[', 5000),
    ];

    private SyncFiles files = null!;
    private CmsFolder cms = null!;

    [SetUp]
    public async Task FillAsync()
    {
        files = SyncFiles.OfSmallSite();
        cms = await CmsFolder.MakeAsync(files.Path);
    }

    [TearDown]
    public async Task CleanAsync()
    {
        await cms.DisposeAsync();
        files.Dispose();
    }

    [Test]
    public async Task A_broken_value_reads_as_empty()
    {
        var key = files.KeyOf("Content/eine-seite.config");
        foreach (var value in Broken)
        {
            await cms.EditAsync(key, "body", value);
            var page = cms.Current.Find(key)!;
            Assert.Multiple(() =>
            {
                Assert.That(page.Blocks("body"), Is.Empty, value);
                Assert.That(page.References("body"), Is.Empty, value);
                Assert.That(page.Links("body"), Is.Empty, value);
                Assert.That(page.Image("body"), Is.Null, value);
                Assert.DoesNotThrow(() => page.Html("body"), value);
                Assert.DoesNotThrow(() => page.Choices("body"), value);
                Assert.That(page.Date("body") is null || value == "17", value);
            });
        }
    }

    [TestCase("<script>alert(1)</script>", "")]
    [TestCase("<p onclick=\"alert(1)\">x</p>", "<p>x</p>")]
    [TestCase("<a href=\"javascript:alert(1)\">x</a>", "<a>x</a>")]
    [TestCase("<a href=\"java\tscript:alert(1)\">x</a>", "<a>x</a>")]
    [TestCase("<a href=\"data:text/html,x\">x</a>", "<a>x</a>")]
    [TestCase("<p style=\"position:fixed\">x</p>", "<p>x</p>")]
    [TestCase("<img src=x onerror=alert(1)>", "")]
    [TestCase("<iframe src=\"https://evil.example\"></iframe>", "")]
    [TestCase("<svg><script>alert(1)</script></svg>", "")]
    [TestCase("<p>a <u>b</u> <font>c</font></p><div>d</div>", "<p>a <u>b</u> c</p>d")]
    [TestCase("<style>p{}</style><h1>e</h1>", "e")]
    [TestCase("<scr<script>ipt>alert(1)</script>", "ipt&gt;alert(1)")]
    [TestCase("<h2 id=\"inhalt\">x</h2>", "<h2>x</h2>")]
    public async Task Rich_text_keeps_nothing_that_acts(string markup, string expected)
    {
        var key = files.KeyOf("Content/wie-geht-das.config");
        await cms.EditAsync(key, "answer", markup);
        Assert.That(cms.Current.Find(key)!.Html("answer") ?? "", Is.EqualTo(expected));
    }

    [Test]
    public async Task Both_of_Umbracos_ways_to_write_a_link_to_a_page_are_read()
    {
        var key = files.KeyOf("Content/wie-geht-das.config");
        var target = cms.Current.FindByPath("/leistungen/")!.Key;
        await cms.EditAsync(key, "answer", $"<p><a href=\"/{{localLink:{target}}}\" type=\"document\">neu</a> <a href=\"/{{localLink:umb://document/{target:N}}}\">alt</a></p>");
        Assert.That(cms.Current.Find(key)!.Html("answer"), Is.EqualTo("<p><a href=\"/leistungen/\">neu</a> <a href=\"/leistungen/\">alt</a></p>"));
    }

    [Test]
    public async Task A_link_to_a_file_leads_to_the_file()
    {
        var key = files.KeyOf("Content/wie-geht-das.config");
        await cms.EditAsync(key, "answer", "<a href=\"/{localLink:11111111-2222-4333-8444-666666666666}\" type=\"media\">Logo</a>");
        Assert.That(cms.Current.Find(key)!.Html("answer"), Is.EqualTo("<a href=\"/media/logo/logo.svg\">Logo</a>"));
    }

    [Test]
    public async Task A_block_without_names_is_left_out()
    {
        var page = files.KeyOf("Content/eine-seite.config");
        var text = cms.Current.Find(page)!.Raw("body")!.Replace("\"alias\": \"text\"", "\"alias\": null", StringComparison.Ordinal);
        await cms.EditAsync(page, "body", text);
        Assert.DoesNotThrow(() => cms.Current.Find(page)!.Blocks("body"));
    }

    [Test]
    public void A_link_to_a_page_that_is_not_published_is_only_text()
    {
        var key = files.KeyOf("Content/und-dann.config");
        Assert.That(cms.Current.Find(key)!.Html("answer"), Is.EqualTo("<p>Dann <a>verborgen</a>.</p>"));
    }

    [Test]
    public void Links_to_scripts_and_hidden_pages_are_left_out()
    {
        var block = cms.Current.Find(files.KeyOf("Content/eine-seite.config"))!.Blocks("body").Single(item => item.Type.Alias == "linkList");
        Assert.That(block.Links("links").Select(link => (link.Name, link.Url, link.IsExternal)),
            Is.EqualTo([("Leistungen", "/leistungen/", false), ("Draußen", "https://example.org/", true)]));
    }

    [TestCase("/seite/", true)]
    [TestCase("https://example.org", true)]
    [TestCase("mailto:a@b.example", true)]
    [TestCase("tel:+49271", true)]
    [TestCase("//evil.example", false)]
    [TestCase("/\\evil.example", false)]
    [TestCase("javascript:alert(1)", false)]
    [TestCase("vbscript:x", false)]
    [TestCase("data:text/html,x", false)]
    [TestCase("file:///etc/passwd", false)]
    [TestCase("", false)]
    public void Only_addresses_that_cannot_act_are_safe(string url, bool safe) => Assert.That(PublishedValues.IsSafe(url), Is.EqualTo(safe));
}
