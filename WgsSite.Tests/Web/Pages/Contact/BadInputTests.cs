using System.Net;
using System.Text;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Web.Pages.Contact;

/// <summary>
/// What people, programs and attackers put into the form, and what they get: <c>ok</c> when it is taken, else the fields
/// that are named as wrong. Nothing of it makes the site fail, and what was typed stands there again.
/// </summary>
[Parallelizable(ParallelScope.All)]
internal sealed class BadInputTests
{
    private static readonly string[] Lines = ["name", "phone", "when", "place"];

    [TestCaseSource(nameof(Inputs))]
    public async Task Input_has_the_expected_answer(string field, string value, string expected)
    {
        var site = await ContactSite.SiteAsync();
        var fields = InquirySite.Filled();
        foreach (var (name, with) in field.Split(',').Zip(field.Contains(',') ? value.Split('|') : [value])) fields[name] = with;
        using var response = await site.SendAsync(fields);
        await AssertAnswerAsync(response, expected, fields);
    }

    [TestCaseSource(nameof(Missing))]
    public async Task A_missing_field_has_the_expected_answer(string field, string expected)
    {
        var site = await ContactSite.SiteAsync();
        var fields = InquirySite.Filled();
        foreach (var name in field.Split(',')) fields.Remove(name);
        using var response = await site.SendAsync(fields);
        await AssertAnswerAsync(response, expected, fields);
    }

    [TestCaseSource(nameof(Bodies))]
    public async Task A_body_that_is_no_form_of_ours_is_answered(string what, byte[] body, string? contentType, int status)
    {
        var site = await ContactSite.SiteAsync();
        using var content = new ByteArrayContent(body);
        if (contentType is not null) content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var response = await site.Http.PostAsync("/kontakt/", content);
        var page = await InquirySite.ParseAsync(response);
        Assert.Multiple(() =>
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(status), what);
            Assert.That(page.QuerySelector("#fehler h2")?.TextContent, Is.Not.Null.And.Not.Empty, what);
            Assert.That(page.QuerySelector("form.ask input[name=token]"), Is.Not.Null, what);
        });
    }

    [TestCaseSource(nameof(Fields))]
    public async Task Of_a_field_sent_twice_the_first_counts(string field)
    {
        var site = await ContactSite.SiteAsync();
        var fields = InquirySite.Filled().Append(new(field, "etwas anderes")).ToList();
        var reference = await site.AcceptedAsync(fields);
        var (_, text) = await site.StoredAsync(reference);
        Assert.That(text.ToString(), Does.Not.Contain("etwas anderes"));
    }

    [TestCaseSource(nameof(Cleaned))]
    public async Task Signs_nobody_types_are_taken_out(string field, string sent, string stored)
    {
        var site = await ContactSite.SiteAsync();
        var fields = InquirySite.Filled();
        fields[field] = sent;
        var (_, text) = await site.StoredAsync(await site.AcceptedAsync(fields));
        var found = field switch { "name" => text.Name, "phone" => text.Phone, "when" => text.When, "place" => text.Place, _ => text.Message };
        Assert.That(found, Is.EqualTo(stored));
    }

    [Test]
    public void There_are_at_least_120_of_them() =>
        Assert.That(Inputs().Count() + Missing().Count() + Bodies().Count() + Fields().Count() + Cleaned().Count(), Is.GreaterThanOrEqualTo(120));

    private static IEnumerable<TestCaseData> Inputs()
    {
        // Empty, and what only looks filled in.
        foreach (var nothing in (string[])["", " ", "\t", "\r\n\r\n", "\u00A0", "\u200B", "\uFEFF", "\0", "\u2060\u200B ", "\u202E"])
        {
            yield return Case("message", nothing, "message");
            yield return Case("name", nothing, "name");
            yield return Case("phone", nothing, "phone");
            yield return Case("place", nothing, "ok");
        }

        // Huge.
        yield return Case("message", new string('ü', 5000), "ok");
        yield return Case("message", new string('x', 5001), "message");
        yield return Case("message", new string('x', 30_000), "message");
        yield return Case("message", string.Join("\r\n", Enumerable.Repeat("Zeile mit Wörtern", 277)), "ok");
        yield return Case("name", new string('n', 100), "ok");
        yield return Case("name", new string('n', 101), "name");
        yield return Case("phone", "02732 " + new string('1', 95), "phone");
        yield return Case("when", new string('w', 101), "when");
        yield return Case("place", new string('o', 5000), "place");
        yield return Case("reachBy,address", "letter|" + new string('a', 301), "address");
        yield return Case("reachBy,email", "email|" + new string('e', 250) + "@x.example", "email");

        // Telephone numbers.
        foreach (var phone in (string[])["1234", "keine", "ja", "()-/", "++++", "o2732"]) yield return Case("phone", phone, "phone");
        foreach (var phone in (string[])["02732/5555-55", "+49 2732 55555", "(02732) 55 555", "0049273255555", "02732 55555 (abends)", "Nachbarin: 02732 55555", "٠٢٧٣٢٥"]) yield return Case("phone", phone, phone[0] == '٠' ? "phone" : "ok");

        // E-mail addresses.
        foreach (var email in (string[])
        [
            "", "erika", "erika@", "@beispiel.example", "erika@beispiel", "erika müßig@beispiel.example", "erika@@beispiel.example", "erika@beispiel..example", "erika@.example", ".erika@beispiel.example",
            "erika.@beispiel.example", "Erika <erika@beispiel.example>", "erika@beispiel.example, noch@einer.example", "erika@beispiel.example;noch@einer.example", "müßig@beispiel.example", "erika@bei spiel.example",
            "erika@beispiel.example\r\nBcc: alle@wgs.example", "erika@beispiel.example%0ABcc:x@y.example", "\"erika\"@beispiel.example", "erika@[127.0.0.1]", "erika@beispiel.e", "javascript:alert(1)@x",
        ])
            yield return Case("reachBy,email", "email|" + email, "email");
        foreach (var email in (string[])["erika@beispiel.example", "e.m+website@sub.beispiel.example", "ERIKA@BEISPIEL.EXAMPLE", "erika@müßig.example", "o'neill@beispiel.example", " erika@beispiel.example "])
            yield return Case("reachBy,email", "email|" + email, "ok");

        // Choices nobody offers.
        foreach (var choice in (string[])["fax", "PHONE", "0", "<script>", "phone,email", "phone\0x"]) yield return Case("reachBy", choice, "reachBy");
        foreach (var choice in (string[])["nobody", "SELF", "1", "' OR 1=1"]) yield return Case("onBehalf", choice, "onBehalf");
        foreach (var topic in (string[])["gibt-es-nicht", "../../etc/passwd", "hausnotruf'--", "HAUSNOTRUF", "\u0000hausnotruf2"]) yield return Case("topic", topic, "topic");
        foreach (var service in (string[])["gibt-es-nicht", "<b>", "'; DROP TABLE Inquiry; --"]) yield return Case("service", service, "ok");
        foreach (var place in (string[])["Timbuktu", "99999", "57223 Berlin", "'", "<img src=x>", "🏠", "Neustadt", "%00"]) yield return Case("place", place, "ok");

        // Markup, SQL, templates, other scripts: text like any other.
        foreach (var text in (string[])
        [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; DROP TABLE Inquiry; --", "{{7*7}} ${7*7} <%= 7 %>", "Grüße 👵🏼👨‍👩‍👧 vom Flur", "שלום עולם", "Ṽ̵̢͎͐e̸r̶z̷e̴r̶r̷t̵", "…„“–\u00A0€", "\\u0000 \\x00 %00", "=cmd|' /C calc'!A0",
        ])
        {
            yield return Case("message", text, "ok");
            yield return Case("name", text.Length > 100 ? text[..100] : text, "ok");
        }

        // Line breaks that would begin a header.
        foreach (var line in Lines) yield return Case(line, "Erika 12345\r\nBcc: alle@wgs.example\r\n\r\nText", "ok");

        // Code points that are no characters.
        foreach (var none in (string[])["\uFFFE", "\uFFFF", "\uFDD0", "\U0001FFFE"]) yield return Case("message", "Guten" + none + " Tag", "ok");

        // In another encoding than the page's: the sign for what could not be read.
        foreach (var field in (string[])["message", "name", "phone", "when", "place"]) yield return Case(field, "12345 M\uFFFD\uFFFDig", field);
    }

    private static IEnumerable<TestCaseData> Missing()
    {
        foreach (var (field, expected) in ((string, string)[])
        [
            ("topic", "ok"), ("place", "ok"), ("onBehalf", "ok"), ("message", "message"), ("name", "name"), ("phone", "phone"), ("reachBy", "ok"), ("reachBy,phone", "reachBy"),
            ("message,name", "message,name"), ("message,name,phone", "message,name,phone"), ("topic,place,message,onBehalf,name,reachBy,phone", "message,reachBy"),
        ])
            yield return new TestCaseData(field, expected).SetArgDisplayNames("ohne " + field, expected);
    }

    private static IEnumerable<TestCaseData> Bodies()
    {
        const string form = "application/x-www-form-urlencoded";
        yield return Body("nothing at all", [], null, 422);
        yield return Body("an empty form", [], form, 422);
        yield return Body("JSON", "{\"message\":\"Guten Tag\"}"u8.ToArray(), "application/json", 422);
        yield return Body("text", "message=Guten+Tag"u8.ToArray(), "text/plain", 422);
        yield return Body("a form in Latin-1", "message=M%FC%DFig&reachBy=phone"u8.ToArray(), form, 422);
        yield return Body("broken percents", "message=%zz%&reachBy=%"u8.ToArray(), form, 422);
        yield return Body("UTF-16 that says so", Encoding.Unicode.GetBytes("message=Guten Tag"), form + "; charset=utf-16", 422);
        yield return Body("an encoding nobody knows", "message=Guten+Tag"u8.ToArray(), form + "; charset=klingon", 422);
        yield return Body("only ampersands", [.. Enumerable.Repeat((byte)'&', 60_000)], form, 422);
        yield return Body("thousands of fields", Encoding.ASCII.GetBytes(string.Join('&', Enumerable.Range(0, 6000).Select(number => $"f{number}=1"))), form, 422);
        yield return Body("a very long name of a field", Encoding.ASCII.GetBytes(new string('k', 50_000) + "=1"), form, 422);
        yield return Body("a multipart form without boundary", "x"u8.ToArray(), "multipart/form-data", 422);
        yield return Body("a multipart form cut off", "--b\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\nGuten"u8.ToArray(), "multipart/form-data; boundary=b", 422);
        yield return Body("bytes of no kind", [.. Enumerable.Range(0, 256).Select(value => (byte)value)], form, 422);
        yield return Body("more than 64 KB", [.. Enumerable.Repeat((byte)'a', 64 * 1024 + 1)], form, 413);
        yield return Body("a megabyte", [.. Enumerable.Repeat((byte)'a', 1024 * 1024)], form, 413);
        yield return Body("a large file", Encoding.ASCII.GetBytes("--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n" + new string('x', 100_000) + "\r\n--b--\r\n"), "multipart/form-data; boundary=b", 413);
    }

    private static IEnumerable<string> Fields() => ["topic", "message", "name", "reachBy", "phone", "place", "onBehalf"];

    private static IEnumerable<TestCaseData> Cleaned()
    {
        yield return new TestCaseData("name", "Eri\0ka", "Erika");
        yield return new TestCaseData("name", "Erika\r\nBcc: x@y.example", "Erika Bcc: x@y.example");
        yield return new TestCaseData("name", "Erika\u2028Müßig", "Erika Müßig");
        yield return new TestCaseData("name", "\u202Egißüm\u202C Erika", "gißüm Erika");
        yield return new TestCaseData("name", "\u200FErika\u2066", "Erika");
        yield return new TestCaseData("name", "Mu\u0308ßig", "Müßig");
        yield return new TestCaseData("phone", "\u001B[31m02732\u0007 55555", "[31m02732 55555");
        yield return new TestCaseData("when", "ab\t14 Uhr", "ab 14 Uhr");
        yield return new TestCaseData("message", "eins\r\nzwei\rdrei\nvier", "eins\nzwei\ndrei\nvier");
        yield return new TestCaseData("message", "  Guten Tag\u0000  ", "Guten Tag");
        yield return new TestCaseData("message", "👩‍🦳 fragt", "👩‍🦳 fragt");
        yield return new TestCaseData("place", " 57223\u00A0Kreuztal ", "57223\u00A0Kreuztal");
    }

    private static TestCaseData Case(string field, string value, string expected) =>
        new TestCaseData(field, value, expected).SetArgDisplayNames(field, Shown(value), expected);

    private static TestCaseData Body(string what, byte[] bytes, string? type, int status) => new TestCaseData(what, bytes, type, status).SetArgDisplayNames(what, status.ToString());

    private static string Shown(string value) =>
        string.Concat((value.Length > 40 ? value[..40] + $"… {value.Length} Zeichen" : value).Select(sign => char.IsAsciiLetterOrDigit(sign) || sign is ' ' or '@' or '.' ? sign.ToString() : $"\\u{(int)sign:X4}"));

    private static async Task AssertAnswerAsync(HttpResponseMessage response, string expected, Dictionary<string, string> fields)
    {
        if (expected == "ok")
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther), await response.Content.ReadAsStringAsync());
            return;
        }

        var page = await InquirySite.ParseAsync(response);
        var named = page.QuerySelectorAll("#fehler a").Select(link => link.GetAttribute("href")![1..]).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(named, Is.EqualTo(expected.Split(',')));
            foreach (var field in named) Assert.That(page.GetElementById(field), Is.Not.Null, field);
            foreach (var field in named) Assert.That(page.GetElementById(field + "-error")!.TextContent, Does.StartWith("Fehler: "), field);
            // What was typed into fields of text stands there again, as text.
            foreach (var field in (string[])["message", "name", "phone"])
                if (fields.TryGetValue(field, out var typed) && typed.All(sign => sign is >= ' ' and < '\uFDD0') && typed.Trim().Length > 0 && !typed.Any(sign => char.GetUnicodeCategory(sign) == System.Globalization.UnicodeCategory.Format))
                    Assert.That(Value(page.GetElementById(field)!), Is.EqualTo(typed.Trim()), field);
        });

        static string Value(AngleSharp.Dom.IElement field) => field is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value : field.GetAttribute("value") ?? "";
    }
}
