using System.Diagnostics;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Samples;

/// <summary>The sample client, run as its reader would run it, against a site with the first content.</summary>
[Parallelizable]
internal sealed class ServicesByPostalCodeTests
{
    private EditorSite site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => site = await EditorSite.StartAsync("--Umbraco:CMS:DeliveryApi:Enabled", "true");

    [OneTimeTearDown]
    public void Stop() => site.Dispose();

    [Test]
    public async Task AllServicesOfAPlaceArePrinted()
    {
        var (status, output, errors) = await RunAsync(site.Address.ToString(), "57072");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.Zero, errors);
            Assert.That(output, Does.StartWith("57072 Siegen\n"));
            Assert.That(output, Does.Contain("Hausnotruf (verfügbar)\n  Malteser Hilfsdienst\n  Sie drücken auf einen Knopf"));
            Assert.That(output.Split("\n\n"), Has.Length.GreaterThan(7), "a paragraph for each service");
        }
    }

    [TestCase("", "Give a postal code or the name of a place")]
    [TestCase("Wolkenkuckucksheim", "No place of the region or the country is called so.")]
    public async Task WhatCannotBeFoundIsSaid(string place, string why)
    {
        var (status, _, errors) = await RunAsync(site.Address.ToString(), place);
        Assert.That((status, errors), Is.EqualTo((1, errors)));
        Assert.That(errors, Does.Contain(why));
    }

    [Test]
    public async Task ASiteThatIsNotThereIsSaid()
    {
        var (status, _, errors) = await RunAsync("http://127.0.0.1:9/", "57072");
        Assert.That(status, Is.EqualTo(1));
        Assert.That(errors, Does.StartWith("The site does not answer as expected"));
    }

    [Test]
    public void ItIsShort() => Assert.That(File.ReadAllLines(Repository.At("samples", "ServicesByPostalCode", "Program.cs")), Has.Length.LessThan(60));

    private static async Task<(int Status, string Output, string Errors)> RunAsync(string address, string place)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Name;
        var start = new ProcessStartInfo("dotnet", [Repository.At("samples", "ServicesByPostalCode", "bin", configuration, "net10.0", "ServicesByPostalCode.dll"), address, place]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return (process.ExitCode, (await output).ReplaceLineEndings("\n"), await errors);
    }
}
