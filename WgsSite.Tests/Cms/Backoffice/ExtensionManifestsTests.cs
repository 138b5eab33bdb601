using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using WgsSite.Cms.Backoffice;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Backoffice;

internal sealed class ExtensionManifestsTests
{
    [TestCase("{")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("")]
    [TestCase("""{"name":"x","allowPublicAccess":"ja"}""", true)]
    [TestCase("""{"name":"x","allowPublicAccess":true,"extensions":5}""", true)]
    [TestCase("""{"name":"x","name":"y"}""")]
    public void AnExtensionNobodyCanReadIsLeftOutAndNamed(string broken, bool isPublic = false)
    {
        var root = Directory.CreateTempSubdirectory("wgs-plugins-").FullName;
        Write("Bad", broken);
        Write("Good", """{"name":"Good","allowPublicAccess":true,"extensions":[{"type":"x"}]}""");
        using var log = new CapturedLog();
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(log));
        using var files = new PhysicalFileProvider(root);
        var found = new ExtensionManifests(files, logging.CreateLogger<ExtensionManifests>()).Read(isPublic);
        Assert.That(found.Select(package => (string?)package!["name"]), Is.EqualTo(["Good"]));
        Assert.That(log.Warnings.Single(), Does.Contain("App_Plugins/Bad/umbraco-package.json"));
        Directory.Delete(root, recursive: true);

        void Write(string folder, string text) => File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(root, "App_Plugins", folder)).FullName, "umbraco-package.json"), text);
    }
}
