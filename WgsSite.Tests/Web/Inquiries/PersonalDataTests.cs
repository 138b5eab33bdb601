using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using WgsSite.Tests.Support;
using WgsSite.Web.Inquiries;

namespace WgsSite.Tests.Web.Inquiries;

[Parallelizable(ParallelScope.All)]
internal sealed class PersonalDataTests
{
    [Test]
    public async Task What_somebody_typed_stands_nowhere_in_the_database()
    {
        await using var folder = await InquiryFolder.MakeAsync();
        var row = await folder.ReceiveAsync("Nachricht, die niemand finden darf", email: "geheim@beispiel.example");
        foreach (var text in (string[])["Nachricht, die", "Erika", "geheim@beispiel", "55555"]) Assert.That(await folder.HoldsAsync(text), Is.False, text);
        Assert.That(await folder.HoldsAsync(row.Reference), "what may be found is");
        Assert.That(folder.Desk.TextOf(row)!.Message, Is.EqualTo("Nachricht, die niemand finden darf"));
    }

    [Test]
    public async Task Keys_lie_where_the_configuration_says_and_are_encrypted_with_the_certificate()
    {
        var keys = Directory.CreateTempSubdirectory("wgs-keys-").FullName;
        var file = Path.Combine(keys, "schutz.pfx");
        using (var rsa = RSA.Create(2048))
        using (var certificate = new CertificateRequest("CN=Schutz", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30)))
            await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx, "wort"));
        var settings = new Dictionary<string, string?> { ["DataProtection:KeyFolder"] = keys, ["DataProtection:CertificateFile"] = file, ["DataProtection:CertificatePassword"] = "wort" };
        await using (var folder = await InquiryFolder.MakeAsync(settings))
        {
            var row = await folder.ReceiveAsync("Mit Zertifikat");
            Assert.That(folder.Desk.TextOf(row)!.Message, Is.EqualTo("Mit Zertifikat"));
            Assert.That(Directory.Exists(Path.Combine(folder.Path, "keys")), Is.False);
        }

        var key = await File.ReadAllTextAsync(Directory.EnumerateFiles(keys, "key-*.xml").Single());
        Assert.That(key, Does.Contain("EncryptedData").And.Not.Contain("<masterKey"));

        settings["DataProtection:CertificatePassword"] = "falsch";
        var thrown = await Assert.ThrowsAsync<InquiryKeysException>(() => InquiryFolder.MakeAsync(settings));
        Assert.That(thrown!.Message, Does.Contain(file));
        Directory.Delete(keys, recursive: true);
    }

    [Test]
    public async Task A_lost_key_is_told_and_nothing_falls_over()
    {
        var keys = Directory.CreateTempSubdirectory("wgs-keys-").FullName;
        await using var site = await InquirySite.StartAsync("Development", null, "--DataProtection:KeyFolder", keys);
        var reference = await site.AcceptedAsync(InquirySite.Filled());
        // The commands of this test look for keys in the data folder, where there are none.
        var shown = await site.CommandAsync("inquiries", "show", reference);
        Assert.That((shown.ExitCode, shown.Output.Contains("lässt sich nicht entschlüsseln: der Schlüssel fehlt", StringComparison.Ordinal)), Is.EqualTo((0, true)));
        var right = await SiteProcess.RunAsync("inquiries", "show", reference, "--data", site.Folder, "--DataProtection:KeyFolder", keys);
        Assert.That(right.Output, Does.Contain("Erika Müßig"));
        Directory.Delete(keys, recursive: true);
    }
}
