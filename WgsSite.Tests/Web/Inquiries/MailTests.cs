using System.Diagnostics;
using System.Net;
using WgsSite.Core.Inquiries;
using WgsSite.Tests.Support;
using WgsSite.Web.Inquiries.Storage;

namespace WgsSite.Tests.Web.Inquiries;

/// <summary>Mails against a real SMTP server: STARTTLS, login, and all that servers do to those who send.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class MailTests
{
    private static readonly TestCertificate Certificate = new();

    [OneTimeTearDown]
    public void RemoveCertificate() => Certificate.Dispose();

    [Test]
    public async Task Contact_person_and_tenant_get_their_mails_over_TLS_after_login()
    {
        using var server = await MailServer.StartAsync(Certificate);
        await using var site = await StartAsync(server);
        var reference = await site.AcceptedAsync(WithMail());
        var mails = await server.WaitForAsync(2);
        var shown = InquiryReference.Display(reference);
        var toPerson = mails.Single(mail => mail.To.Single() == "kreuztal@wgs.example");
        var toTenant = mails.Single(mail => mail.To.Single() == "erika@beispiel.example");
        Assert.Multiple(() =>
        {
            Assert.That(mails.Select(mail => mail.WasSecure), Is.All.True);
            Assert.That(server.Said.Any(line => line.TryGetProperty("login", out var login) && login.GetString() == MailServer.User && line.GetProperty("accepted").GetBoolean()));
            Assert.That(mails.Select(mail => mail.From), Is.All.EqualTo("zusatzleistungen@wgs.example"));

            Assert.That(toPerson.Header("Subject"), Is.EqualTo($"Neue Anfrage {shown}"));
            Assert.That(toPerson.Header("Reply-To"), Is.EqualTo("erika@beispiel.example"));
            Assert.That(toPerson.Header("From"), Is.EqualTo("Wohnungsgenossenschaft Südwestfalen <zusatzleistungen@wgs.example>"));
            Assert.That(toPerson.Header("Message-ID"), Does.Match("^<[0-9a-f]{32}@wgs.example>$"));
            Assert.That(toPerson.Header("Content-Type"), Does.StartWith("multipart/alternative"));
            foreach (var part in new[] { toPerson.Text, WebUtility.HtmlDecode(toPerson.Html) })
                Assert.That(part, Does.Contain("Erika Müßig").And.Contain("Grüße aus dem 3. Stock – „schön“").And.Contain("Hausnotruf").And.Contain("57223 Kreuztal").And.Contain(shown).And.Contain("Mit einer E-Mail"));

            Assert.That(toTenant.Header("Subject"), Is.EqualTo($"Ihre Anfrage ist angekommen. Vorgangsnummer {shown}"));
            Assert.That(toTenant.Header("Reply-To"), Is.Null);
            foreach (var part in new[] { toTenant.Text, WebUtility.HtmlDecode(toTenant.Html) })
            {
                Assert.That(part, Does.Contain(shown).And.Contain("Mieterservice Kreuztal liest Ihre Nachricht.").And.Contain("in höchstens 3 Arbeitstagen").And.Contain("0221\u00A04710-120"));
                Assert.That(part, Does.Not.Contain("Erika").And.Not.Contain("Grüße aus").And.Not.Contain("Hausnotruf"));
            }
        });
        await UntilAsync(site, reference, row => row.Mails.All(mail => mail.State == MailState.Sent));
        Assert.That((await site.StoredAsync(reference)).Row.Mails.Select(mail => mail.Content), Is.All.Null, "bodies are purged");
    }

    [Test]
    public async Task Nothing_typed_becomes_a_header_or_markup()
    {
        using var server = await MailServer.StartAsync(Certificate);
        await using var site = await StartAsync(server);
        var fields = WithMail();
        fields["name"] = "Erika\r\nBcc: alle@wgs.example\r\n\r\nText";
        fields["message"] = "<script>alert(1)</script>\r\n.\r\nMAIL FROM:<x@y.example>\r\n--boundary\r\n";
        await site.AcceptedAsync(fields);
        var mail = (await server.WaitForAsync(2)).Single(mail => mail.To.Single() == "kreuztal@wgs.example");
        Assert.Multiple(() =>
        {
            Assert.That(mail.Header("Bcc"), Is.Null);
            Assert.That(server.Mails.SelectMany(mail => mail.To), Has.None.EqualTo("alle@wgs.example"));
            Assert.That(mail.Html, Does.Not.Contain("<script>"));
            Assert.That(mail.Text, Does.Contain("Name: Erika Bcc: alle@wgs.example  Text").And.Contain("<script>alert(1)</script>").And.Contain("MAIL FROM:<x@y.example>"));
        });
    }

    [Test]
    public async Task Greylisting_means_once_more_with_the_same_Message_ID()
    {
        using var server = await MailServer.StartAsync(Certificate);
        await server.BehaveAsync("greylist");
        await using var site = await StartAsync(server);
        var reference = await site.AcceptedAsync(InquirySite.Filled());
        var mail = (await server.WaitForAsync(1)).Single();
        await UntilAsync(site, reference, row => row.Mails.Single().State == MailState.Sent);
        var row = (await site.StoredAsync(reference)).Row.Mails.Single();
        Assert.That((row.Attempts >= 2, row.MessageId), Is.EqualTo((true, mail.Header("Message-ID"))));
    }

    [TestCase("refuse-login", "Der Mailserver nimmt die Anmeldung nicht an")]
    [TestCase("drop", "Die Verbindung zum Mailserver brach ab.")]
    public async Task A_server_with_trouble_makes_mails_wait_until_it_is_over(string mode, string reason)
    {
        using var server = await MailServer.StartAsync(Certificate);
        await server.BehaveAsync(mode);
        await using var site = await StartAsync(server);
        var reference = await site.AcceptedAsync(InquirySite.Filled());
        var waiting = await UntilAsync(site, reference, row => row.Mails.Single() is { Attempts: > 0, Fault: not null });
        Assert.That(waiting.Mails.Single().State, Is.EqualTo(MailState.Waiting));
        Assert.That(waiting.Mails.Single().Fault, Does.StartWith(reason));
        Assert.That(server.Mails, Is.Empty);

        await server.BehaveAsync("ok");
        await server.WaitForAsync(1);
        await UntilAsync(site, reference, row => row.Mails.Single().State == MailState.Sent);
    }

    [Test]
    public async Task A_slow_server_is_waited_for_but_not_forever()
    {
        using var server = await MailServer.StartAsync(Certificate);
        await server.BehaveAsync("slow");
        await using var site = await StartAsync(server, "--Mail:Smtp:TimeoutSeconds", "1.5");
        var reference = await site.AcceptedAsync(InquirySite.Filled());
        Assert.That((await site.StoredAsync(reference)).Row.Mails.Single().State, Is.EqualTo(MailState.Waiting), "the tenant does not wait for the mail server");
        var waiting = await UntilAsync(site, reference, row => row.Mails.Single().Fault is not null);
        Assert.That(waiting.Mails.Single().Fault, Is.EqualTo("Der Mailserver antwortet nicht rechtzeitig."));
        await server.BehaveAsync("ok");
        await UntilAsync(site, reference, row => row.Mails.Single().State == MailState.Sent);
        Assert.That(server.Mails.Select(mail => mail.Header("Message-ID")).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_mailbox_that_refuses_is_named_and_coordination_gets_the_inquiry()
    {
        using var server = await MailServer.StartAsync(Certificate);
        await server.BehaveAsync("reject");
        await using var site = await StartAsync(server);
        var reference = await site.AcceptedAsync(InquirySite.Filled());
        await UntilAsync(site, reference, row => row.Mails.Count == 2 && row.Mails.All(mail => mail.State == MailState.Failed));
        Assert.That(site.Process.Log, Does.Not.Contain("kreuztal@wgs.example").And.Not.Contain("No such user"));
        Assert.That((await site.Http.GetAsync("/health")).StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));

        await server.BehaveAsync("ok");
        var (code, output, _) = await site.CommandAsync("inquiries", "retry", reference);
        Assert.That((code, output.Trim()), Is.EqualTo((0, $"Die E-Mails zu {InquiryReference.Display(reference)} werden gleich noch einmal versucht.")));
        var mails = await server.WaitForAsync(2);
        Assert.That(mails.SelectMany(mail => mail.To), Is.EquivalentTo(["kreuztal@wgs.example", "zusatzleistungen@wgs.example"]));
    }

    [Test]
    public async Task Without_STARTTLS_or_with_a_bad_certificate_nothing_is_sent()
    {
        using var open = await MailServer.StartAsync(Certificate, startTls: false);
        using var unknown = new TestCertificate();
        using var foreign = await MailServer.StartAsync(unknown);
        foreach (var (server, reason) in new[] { (open, "Der Mailserver bietet kein STARTTLS an."), (foreign, "Das Zertifikat des Mailservers ist nicht vertrauenswürdig.") })
        {
            await using var site = await StartAsync(server);
            var reference = await site.AcceptedAsync(InquirySite.Filled());
            var row = await UntilAsync(site, reference, row => row.Mails.Single().Fault is not null);
            Assert.That(row.Mails.Single().Fault, Is.EqualTo(reason));
            Assert.That((server.Mails.Count, server.Said.Any(line => line.TryGetProperty("login", out _))), Is.EqualTo((0, false)));
        }
    }

    [Test]
    public async Task What_was_confirmed_before_a_crash_is_mailed_after_it()
    {
        using var server = await MailServer.StartAsync(Certificate);
        await server.BehaveAsync("refuse-login");
        var folder = Directory.CreateTempSubdirectory("wgs-crash-").FullName;
        await using var site = await StartAsync(server, folder);
        var reference = await site.AcceptedAsync(InquirySite.Filled());
        site.Process.Kill();
        await server.BehaveAsync("ok");
        using var again = await SiteProcess.StartAsync(folder, Certificate.Trust, "Production", Options(server));
        await server.WaitForAsync(1);
        await UntilAsync(site, reference, row => row.Mails.Single().State == MailState.Sent);
    }

    [Test]
    public async Task In_production_without_a_server_mails_wait_and_log_and_health_say_so()
    {
        await using var site = await InquirySite.StartAsync("Production");
        var reference = await site.AcceptedAsync(WithMail());
        using var health = await site.Http.GetAsync("/health");
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/health");
        asked.Headers.Add("X-Forwarded-For", "203.0.113.9");
        using var outside = await site.Http.SendAsync(asked);
        Assert.Multiple(async () =>
        {
            Assert.That((await site.StoredAsync(reference)).Row.Mails.Select(mail => mail.State), Is.EqualTo([MailState.Waiting, MailState.Waiting]));
            Assert.That(site.Process.Log, Does.Contain("Kein Mailserver ist eingerichtet"));
            Assert.That(health.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(await health.Content.ReadAsStringAsync(), Is.EqualTo("Kein Mailserver ist eingerichtet (Mail:Smtp:Host). Wartende E-Mails: 2.\n"));
            Assert.That(outside.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(Directory.Exists(Path.Combine(site.Folder, "mail")), Is.False);
        });
        var deleted = await SiteProcess.RunAsync("inquiries", "delete", reference, "--data", site.Folder);
        Assert.That((deleted.ExitCode, (await site.Desk.ListAsync(null)).Count), Is.EqualTo((0, 0)), deleted.Errors);
    }

    [Test]
    public async Task In_development_without_a_server_mails_are_files()
    {
        var site = await ContactSite.SiteAsync();
        var reference = await site.AcceptedAsync(InquirySite.Filled("Als Datei"));
        var row = await UntilAsync(site, reference, row => row.Mails.Single().State == MailState.Sent);
        var mail = ReceivedMail.OfFile(Path.Combine(site.Folder, "mail", row.Mails.Single().MessageId.Trim('<').Split('@')[0] + ".eml"));
        Assert.That((mail.Header("To"), mail.Header("Message-ID"), mail.Text.Contains("Als Datei", StringComparison.Ordinal)), Is.EqualTo(("kreuztal@wgs.example", row.Mails.Single().MessageId, true)));
    }

    [Test]
    public async Task Mail_test_sends_one_and_says_what_happened()
    {
        using var server = await MailServer.StartAsync(Certificate);
        var data = Directory.CreateTempSubdirectory("wgs-mailtest-").FullName;
        string[] command = ["mail-test", "pruefung@beispiel.example", "--data", data, .. Options(server)];
        var sent = await SiteProcess.RunAsync(Certificate.Trust, command);
        Assert.That(sent.ExitCode, Is.Zero, sent.Errors);
        Assert.That(sent.Output, Does.Contain("STARTTLS, mit Anmeldung").And.Contain("Der Mailserver hat die E-Mail angenommen."));
        Assert.That(server.Mails.Single().Text, Does.Contain("Umlaute: äöüß"));

        await server.BehaveAsync("refuse-login");
        var refused = await SiteProcess.RunAsync(Certificate.Trust, command);
        Assert.That(refused.ExitCode, Is.EqualTo(1));
        Assert.That(refused.Errors, Does.Contain("Nicht verschickt: Der Mailserver nimmt die Anmeldung nicht an"));

        var wrong = await SiteProcess.RunAsync("mail-test", "keine-adresse", "--data", data);
        Assert.That((wrong.ExitCode, wrong.Errors.Contains("Aufruf: mail-test", StringComparison.Ordinal)), Is.EqualTo((1, true)));
        Directory.Delete(data, recursive: true);
    }

    private static Dictionary<string, string> WithMail()
    {
        var fields = InquirySite.Filled("Grüße aus dem 3. Stock – „schön“");
        fields.Remove("phone");
        fields["reachBy"] = "email";
        fields["email"] = "erika@beispiel.example";
        return fields;
    }

    private static Task<InquirySite> StartAsync(MailServer server, params string[] options) => InquirySite.StartAsync("Production", Certificate.Trust, [.. Options(server), .. options]);

    private static Task<InquirySite> StartAsync(MailServer server, string folder) => InquirySite.StartAsync(folder, "Production", Certificate.Trust, Options(server));

    private static string[] Options(MailServer server) =>
        ["--Mail:Smtp:Host", "localhost", "--Mail:Smtp:Port", server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--Mail:Smtp:User", MailServer.User, "--Mail:Smtp:Password", MailServer.Password];

    private static async Task<InquiryRow> UntilAsync(InquirySite site, string reference, Func<InquiryRow, bool> isSo)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var row = (await site.StoredAsync(reference)).Row;
            if (isSo(row)) return row;
            if (clock.Elapsed.TotalSeconds > 30) throw new TimeoutException(string.Join("; ", row.Mails.Select(mail => $"{mail.Kind} {mail.State} {mail.Attempts} {mail.Fault}")) + "\n" + site.Process.Log);
            await Task.Delay(50);
        }
    }
}
