using WgsSite.Core.Inquiries;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Web.Commands;

[Parallelizable(ParallelScope.All)]
internal sealed class InquiriesCommandTests
{
    [Test]
    public async Task An_operator_lists_shows_closes_and_deletes_beside_the_running_site()
    {
        await using var site = await InquirySite.StartAsync();
        var reference = await site.AcceptedAsync(InquirySite.Filled());
        var shown = InquiryReference.Display(reference);

        var list = await site.CommandAsync("inquiries", "list");
        Assert.That(list.Output, Does.Contain($"{shown} · ").And.Contain("offen · Nachricht · Hausnotruf · Kreuztal · an Mieterservice Kreuztal").And.Contain("Anfragen: 1").And.Not.Contain("Erika"));
        var show = await site.CommandAsync("inquiries", "show", reference[..4], reference[4..]);
        Assert.That(show.Output, Does.Contain("Name: Erika Müßig").And.Contain("Warum: Thema Hausnotruf, Ort Kreuztal → Mieterservice Kreuztal").And.Contain("Nachricht: Was kostet der Hausnotruf?").And.Contain("E-Mail an die Kontaktperson:"));

        Assert.That(await site.CommandAsync("inquiries", "close", reference), Is.EqualTo((0, $"{shown} ist abgeschlossen.{Environment.NewLine}", "")));
        Assert.That((await site.CommandAsync("inquiries", "close", reference)).Errors, Does.Contain("Es gibt keine offene Anfrage mit dieser Nummer."));
        Assert.That((await site.CommandAsync("inquiries", "list")).Output, Does.Contain("Anfragen: 0"));
        Assert.That((await site.CommandAsync("inquiries", "list", "--state", "closed")).Output, Does.Contain("Anfragen: 1"));
        Assert.That((await site.CommandAsync("inquiries", "delete", reference)).ExitCode, Is.Zero);
        Assert.That((await site.CommandAsync("inquiries", "show", reference)).ExitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task The_export_is_a_table_without_formulas()
    {
        await using var site = await InquirySite.StartAsync();
        var fields = InquirySite.Filled("=HYPERLINK(\"http://x\")\nzweite Zeile; mit \"Zeichen\"");
        fields["name"] = "@SUM(A1)";
        var reference = await site.AcceptedAsync(fields);
        await site.AcceptedAsync(InquirySite.Filled("👵 fragt"));
        var csv = (await site.CommandAsync("inquiries", "export", "--csv")).Output;
        Assert.Multiple(() =>
        {
            Assert.That(csv, Does.StartWith("\uFEFF\"Vorgangsnummer\";\"Eingegangen\""));
            Assert.That(csv, Does.Contain("👵 fragt"));
            Assert.That(csv, Does.Contain($"\"{reference}\";").And.Contain("\"'@SUM(A1)\"").And.Contain("\"'=HYPERLINK(\"\"http://x\"\")\nzweite Zeile; mit \"\"Zeichen\"\"\"\r\n"));
        });
    }

    [TestCase("inquiries")]
    [TestCase("inquiries", "sing")]
    [TestCase("inquiries", "show")]
    [TestCase("inquiries", "show", "12")]
    [TestCase("inquiries", "show", "12345a")]
    [TestCase("inquiries", "list", "--state", "vielleicht")]
    [TestCase("inquiries", "list", "--yes")]
    [TestCase("inquiries", "export")]
    [TestCase("inquiries", "release", "111111")]
    [TestCase("inquiries", "retry", "111111")]
    [TestCase("inquiries", "delete", "111111")]
    public async Task What_it_does_not_understand_it_says_and_does_nothing(params string[] words)
    {
        var site = await ContactSite.SiteAsync();
        var (code, output, errors) = await site.CommandAsync(words);
        Assert.That((code, output, errors.Length > 10), Is.EqualTo((1, "", true)), errors);
        Assert.That(errors, Does.Not.Contain("   at "));
    }

    [Test]
    public async Task Looking_into_a_folder_does_not_fill_it()
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("wgs-nothing-").FullName, "leer");
        var (code, _, errors) = await SiteProcess.RunAsync("inquiries", "list", "--data", folder);
        Assert.That((code, errors.Contains("noch keine Anfragen", StringComparison.Ordinal), Directory.Exists(folder)), Is.EqualTo((1, true, false)));
    }
}
