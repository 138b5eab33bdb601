using System.Text.Json.Nodes;
using Microsoft.Playwright;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>Kinds of fields that document types may use, though those of the first content do not: on a site whose schema has them.</summary>
[Parallelizable]
internal sealed class OtherFieldTests
{
    private const string PageType = "ContentTypes/page.config";

    private static readonly (string Alias, string Name, string Editor, string Config)[] Fields =
    [
        ("days", "Tage", "CheckBoxList", """{"items":["Montag","Dienstag","Mittwoch"]}"""),
        ("color", "Farbe", "ColorPicker", """{"useLabel":true,"items":[{"value":"c8102e","label":"Rot"},{"value":"005eb8","label":"Blau"}]}"""),
        ("price", "Preis", "Decimal", """{"min":0,"step":0.01}"""),
        ("code", "Kennung", "Label", """{"umbracoDataValueType":"STRING"}"""),
    ];

    private EditorSite site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => site = await EditorSite.StartAsync(AddFieldsAsync);

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    [Test]
    public async Task TicksAColorANumberAndWhatIsOnlyShown()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.OpenDocumentAsync("Startseite", "Impressum");
        foreach (var day in new[] { "Montag", "Mittwoch" }) await editor.Property("days").Locator($"uui-checkbox[label=\"{day}\"]").ClickAsync();
        await editor.Property("color").Locator("uui-color-swatch").Nth(1).ClickAsync();
        await editor.Property("price").Locator("input").FillAsync("12.50");
        await Assertions.Expect(editor.Property("code")).ToContainTextAsync("WGS-7");
        await editor.Property("code").ScrollIntoViewIfNeededAsync();
        await editor.PictureAsync("weitere-felder");
        await editor.PublishAsync();
        await editor.Page.ReloadAsync();
        await Assertions.Expect(editor.Property("days").Locator("uui-checkbox[label=\"Mittwoch\"]")).ToHaveAttributeAsync("checked", "");
        await Assertions.Expect(editor.Property("price").Locator("input")).ToHaveValueAsync("12.5");
        await editor.CheckAsync();

        using var session = await site.SignInAsync();
        var key = editor.OpenKey;
        var values = (await session.GetAsync<JsonNode>($"/document/{key}/published"))["values"]!.AsArray().ToDictionary(value => (string)value!["alias"]!, value => value!["value"]?.ToJsonString());
        Assert.That((values["days"], values["color"], values["price"], values["code"]), Is.EqualTo(("""["Montag","Mittwoch"]""", """{"label":"Blau","value":"#005eb8"}""", "12.5", "\"WGS-7\"")));
    }

    private static async Task AddFieldsAsync(string data)
    {
        using var files = SyncFiles.Empty();
        Repository.CopyFolder(Repository.FirstContent, files.Path);
        foreach (var (alias, name, editor, config) in Fields)
        {
            var key = Guid.NewGuid();
            files.Write($"DataTypes/{alias}.config", $"""
                <?xml version="1.0" encoding="utf-8"?>
                <DataType Key="{key}" Alias="{name}" Level="1">
                  <Info><Name>{name}</Name><EditorAlias>Umbraco.{editor}</EditorAlias><EditorUIAlias>Umb.PropertyEditorUi.{editor}</EditorUIAlias></Info>
                  <Config><![CDATA[{config}]]></Config>
                </DataType>
                """);
            files.Edit(PageType, type =>
            {
                var property = new System.Xml.Linq.XElement(type.Descendants("GenericProperty").First());
                foreach (var (element, value) in new[] { ("Key", Guid.NewGuid().ToString()), ("Name", name), ("Alias", alias), ("Definition", key.ToString()), ("Type", $"Umbraco.{editor}"), ("Description", "") }) property.SetElementValue(element, value);
                type.Element("GenericProperties")!.Add(property);
            });
        }

        files.SetValue("Content/impressum.config", "code", "WGS-7");
        var (exitCode, output, errors) = await SiteProcess.RunAsync("usync", "import", files.Path, "--data", data);
        Assert.That(exitCode, Is.Zero, output + errors);
    }
}
