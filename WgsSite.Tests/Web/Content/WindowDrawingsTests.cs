using System.Text.Json.Nodes;
using System.Xml.Linq;
using WgsSite.Tests.Support;
using WgsSite.Web.Content;

namespace WgsSite.Tests.Web.Content;

/// <summary>The drawings editors choose by name are there, and have names of their own language.</summary>
internal sealed class WindowDrawingsTests
{
    [Test]
    public async Task WhatEditorsChooseFromIsDrawn()
    {
        var dataType = XElement.Load(Path.Combine(Repository.FirstContent, "DataTypes", "Fensterbild.config"));
        var choices = JsonNode.Parse(dataType.Element("Config")!.Value)!["items"]!.AsArray().Select(item => (string)item!);
        Assert.That(WindowDrawings.Names, Is.EqualTo(choices));

        var home = await FirstSite.PageAsync("/");
        var needs = home.QuerySelectorAll("ul.needs .win");
        Assert.That(needs, Has.Length.GreaterThan(5));
        Assert.That(needs.Select(drawing => drawing.InnerHtml).Distinct().Count(), Is.GreaterThan(4), "not the question mark for all");
    }
}
