using System.Diagnostics;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Backoffice;

/// <summary>The client speaks German everywhere: no key without a text, no text without its place.</summary>
internal sealed class ClientTextTests
{
    [Test]
    public async Task EveryTextOfTheClientHasAGermanOne()
    {
        using var node = Process.Start(new ProcessStartInfo("node", Repository.At("WgsSite.Cms", "Backoffice", "client", "build", "check-texts.mjs")) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = node.StandardOutput.ReadToEndAsync();
        var problems = await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.That(problems, Is.Empty);
        Assert.That(node.ExitCode, Is.Zero, await said);
    }
}
