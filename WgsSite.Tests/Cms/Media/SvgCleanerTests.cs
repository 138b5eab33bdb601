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

    [TestCase("<svg")]
    [TestCase("<svg xmlns=\"urn:other\"/>")]
    [TestCase("<!DOCTYPE svg [<!ENTITY a \"aaaa\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&a;</text></svg>")]
    public void WhatIsNoSvgIsRefused(string file) => Assert.Throws<InvalidDataException>(() => Clean(file));

    [Test]
    public void ADeepOneIsRefused() => Assert.Throws<InvalidDataException>(() => Clean($"<svg xmlns=\"http://www.w3.org/2000/svg\">{string.Concat(Enumerable.Repeat("<g>", 5000))}{string.Concat(Enumerable.Repeat("</g>", 5000))}</svg>"));

    private static string Clean(string svg) => Encoding.UTF8.GetString(SvgCleaner.Clean(Encoding.UTF8.GetBytes(svg)));
}
