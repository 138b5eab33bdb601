using System.Xml.Linq;

namespace WgsSite.Tests.Support;

/// <summary>A uSync folder of the test's own, to be changed file by file.</summary>
internal sealed class SyncFiles : IDisposable
{
    private SyncFiles(string path) => Path = path;

    public string Path { get; }

    /// <summary>The schema and the words of the site with the small content of the test data.</summary>
    public static SyncFiles OfSmallSite()
    {
        var files = Empty();
        foreach (var folder in (string[])["ContentTypes", "DataTypes", "Dictionary", "Languages", "MediaTypes"])
            Repository.CopyFolder(System.IO.Path.Combine(Repository.FirstContent, folder), files.At(folder));
        File.Copy(System.IO.Path.Combine(Repository.FirstContent, "usync.config"), files.At("usync.config"));
        Repository.CopyFolder(Repository.At("WgsSite.Tests", "TestData", "Site"), files.Path);
        return files;
    }

    public static SyncFiles Empty() => new(Directory.CreateTempSubdirectory("wgs-sync-").FullName);

    public string At(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Edit(string file, Action<XElement> change)
    {
        var xml = XElement.Load(At(file));
        change(xml);
        xml.Save(At(file));
    }

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(file))!);
        File.WriteAllText(At(file), text);
    }

    public void Delete(string file) => File.Delete(At(file));

    public Guid KeyOf(string file) => (Guid)XElement.Load(At(file)).Attribute("Key")!;

    public void Rename(string file, string name) => Edit(file, xml =>
    {
        xml.SetAttributeValue("Alias", name);
        xml.Element("Info")!.Element("NodeName")!.SetAttributeValue("Default", name);
    });

    public void SetValue(string file, string alias, string value) => Edit(file, xml =>
    {
        var properties = xml.Element("Properties")!;
        properties.Element(alias)?.Remove();
        properties.Add(new XElement(alias, new XElement("Value", new XCData(value))));
    });

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
