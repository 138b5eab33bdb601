using System.Text;
using WgsSite.Cms.Media;

namespace WgsSite.Tests.Cms.Media;

/// <summary>An SVG draws; it neither acts nor loads.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class SvgCleanerTests
{
    [TestCase("<script>alert(1)</script>")]
    [TestCase("<rect onload=\"alert(1)\" width=\"1\"/>")]
    [TestCase("<rect ONCLICK=\"alert(1)\"/>")]
    [TestCase("<foreignObject><iframe xmlns=\"http://www.w3.org/1999/xhtml\" src=\"alert\"/></foreignObject>")]
    [TestCase("<a xlink:href=\"javascript:alert(1)\"><rect width=\"1\"/></a>")]
    [TestCase("<image xlink:href=\"https://alert.example/x.png\"/>")]
    [TestCase("<image href=\"data:image/svg+xml;base64,alert\"/>")]
    [TestCase("<use href=\"//alert.example/x.svg#a\"/>")]
    [TestCase("<style>@import 'https://alert.example/x.css';</style>")]
    [TestCase("<style>rect{fill:url(https://alert.example/x)}</style>")]
    [TestCase("<style>rect{fill:u\\72l(https://alert.example/x)}</style>")]
    [TestCase("<rect style=\"fill:url('https://alert.example/x')\"/>")]
    [TestCase("<rect fill=\"url( 'https://alert.example/x')\"/>")]
    [TestCase("<style>rect{fill:src('https://alert.example/x')}</style>")]
    [TestCase("<style>@IMPORT/**/'https://alert.example/x.css';</style>")]
    [TestCase("<style><![CDATA[rect{fill:URL(//alert.example/x)}]]></style>")]
    [TestCase("<style>rect{fill:&#117;rl(https://alert.example/x)}</style>")]
    [TestCase("<style>@font-face{font-family:a;src:url(data:font/woff2;base64,alert)}</style>")]
    [TestCase("<style>rect{background:image-set('https://alert.example/x' 1x)}</style>")]
    [TestCase("<use href=\" javascript:alert(1)\"/>")]
    [TestCase("<use xlink:href=\"data:image/svg+xml,alert#a\"/>")]
    [TestCase("<feImage href=\"https://alert.example/x.png\"/>")]
    [TestCase("<filter><feImage xlink:href=\"https://alert.example/x.png\"/></filter>")]
    [TestCase("<image href=\"x\" xml:base=\"https://alert.example/\"/>")]
    [TestCase("<handler xmlns:ev=\"http://www.w3.org/2001/xml-events\" ev:event=\"load\">alert(1)</handler>")]
    [TestCase("<metadata>alert</metadata>")]
    [TestCase("<svg:script xmlns:svg=\"http://www.w3.org/2000/svg\">alert(1)</svg:script>")]
    [TestCase("<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">alert(1)</h:script>")]
    [TestCase("<g><a><a href=\"javascript:alert(1)\"><script>alert(2)</script></a></a></g>")]
    [TestCase("<rect fill=\"url(&#x22;//alert.example/x&#x22;)\"/>")]
    [TestCase("<rect style=\"behavior:url(alert.htc);-moz-binding:url(alert.xml)\"/>")]
    [TestCase("<!-- alert -->")]
    [TestCase("<set attributeName=\"href\" to=\"javascript:alert(1)\"/>")]
    [TestCase("<animate attributeName=\"href\" values=\"javascript:alert(1)\"/>")]
    [TestCase("<other xmlns=\"urn:x\">alert</other>")]
    [TestCase("<?xml-stylesheet href=\"alert\"?>")]
    public void WhatActsOrLoadsIsTakenOut(string part) => Assert.That(Clean($"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">{part}<circle r=\"5\"/></svg>"), Does.Not.Contain("alert").And.Contain("circle"));

    [TestCase("<linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"red\" /></linearGradient>")]
    [TestCase("<rect fill=\"url(#g)\" width=\"1\" />")]
    [TestCase("<use xlink:href=\"#a\" />")]
    [TestCase("<style>.a{fill:red}</style>")]
    [TestCase("<text x=\"1\">Haus &amp; Hof</text>")]
    [TestCase("<image href=\"data:image/png;base64,iVBORw0KGgo=\" />")]
    public void WhatDrawsStays(string part) => Assert.That(Clean($"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">{part}</svg>"), Does.Contain(part).And.Contain("viewBox=\"0 0 9 9\""));

    [Test]
    public void WhatALinkHoldsIsStillDrawn() => Assert.That(Clean("<svg xmlns=\"http://www.w3.org/2000/svg\"><a href=\"x\"><rect width=\"7\"/></a></svg>"), Does.Contain("<rect width=\"7\"").And.Not.Contain("<a"));

    [TestCase("<text>Fragen: <a href=\"x\">rufen Sie <a><tspan>an</tspan></a></a>!</text>", "Fragen: rufen Sie <tspan>an</tspan>!")]
    public void WordsInALinkStay(string part, string left) => Assert.That(Clean($"<svg xmlns=\"http://www.w3.org/2000/svg\">{part}</svg>"), Does.Contain(left));

    /// <summary>Each of ten levels draws the one beneath it ten times.</summary>
    [TestCase("<use href=\"#{0}\"/>")]
    [TestCase("<rect fill=\"url(#{0})\"/>")]
    [TestCase("<rect style=\"mask:url('#{0}')\"/>")]
    public void WhatMultipliesItselfIsRefused(string part)
    {
        var levels = Enumerable.Range(1, 10).Select(level => $"<g id=\"l{level}\">{string.Concat(Enumerable.Repeat(part.Replace("{0}", $"l{level - 1}", StringComparison.Ordinal), 10))}</g>");
        Assert.Throws<InvalidDataException>(() => Clean($"<svg xmlns=\"http://www.w3.org/2000/svg\"><circle id=\"l0\" r=\"1\"/>{string.Concat(levels)}</svg>"));
    }

    [Test]
    public void WhatRefersToItselfOrInALongChainEnds()
    {
        Assert.That(Clean("<svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"a\"><use href=\"#a\"/><use href=\"#nowhere\"/></g></svg>"), Does.Contain("use"));
        var chain = string.Concat(Enumerable.Range(0, 20_000).Select(link => $"<use id=\"c{link}\" href=\"#c{link + 1}\"/>"));
        Assert.Throws<InvalidDataException>(() => Clean($"<svg xmlns=\"http://www.w3.org/2000/svg\">{chain}</svg>"));
    }

    [Test]
    public void ADrawingOfManyPiecesIsTaken()
    {
        var pieces = string.Concat(Enumerable.Repeat("<path d=\"M0 0h1\" fill=\"url(#g)\"/>", 5000));
        Assert.That(Clean($"<svg xmlns=\"http://www.w3.org/2000/svg\"><linearGradient id=\"g\"><stop/><stop/></linearGradient>{pieces}</svg>"), Does.Contain("path"));
    }

    [TestCase("<svg")]
    [TestCase("<svg xmlns=\"urn:other\"/>")]
    [TestCase("<!DOCTYPE svg [<!ENTITY a \"aaaa\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&a;</text></svg>")]
    public void WhatIsNoSvgIsRefused(string file) => Assert.Throws<InvalidDataException>(() => Clean(file));

    [Test]
    public void ADeepOneIsRefused() => Assert.Throws<InvalidDataException>(() => Clean($"<svg xmlns=\"http://www.w3.org/2000/svg\">{string.Concat(Enumerable.Repeat("<g>", 5000))}{string.Concat(Enumerable.Repeat("</g>", 5000))}</svg>"));

    private static string Clean(string svg) => Encoding.UTF8.GetString(SvgCleaner.Clean(Encoding.UTF8.GetBytes(svg)));
}
