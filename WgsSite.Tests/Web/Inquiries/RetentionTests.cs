using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using WgsSite.Core.Inquiries;
using WgsSite.Tests.Support;
using WgsSite.Web.Inquiries;
using WgsSite.Web.Inquiries.Storage;

namespace WgsSite.Tests.Web.Inquiries;

[Parallelizable(ParallelScope.All)]
internal sealed class RetentionTests
{
    [Test]
    public async Task A_closed_inquiry_goes_after_the_days_of_the_settings_with_its_mails()
    {
        await using var folder = await InquiryFolder.MakeAsync();
        var row = await folder.ReceiveAsync(email: "erika@beispiel.example");
        await folder.SendAsync();
        Assert.That((folder.Site.Settings.RetentionDays, folder.Mails().Count), Is.EqualTo((180, 2)));
        await folder.Desk.CloseAsync(row.Reference);

        folder.Clock.Move(TimeSpan.FromDays(179.9));
        await folder.UpkeepAsync();
        Assert.That(await folder.Desk.ListAsync(null), Has.Count.EqualTo(1));

        folder.Clock.Move(TimeSpan.FromDays(0.2));
        await folder.UpkeepAsync();
        Assert.That((await folder.Desk.ListAsync(null), folder.Mails().Count), Is.EqualTo((Array.Empty<object>(), 0)));
        Assert.That((await folder.HoldsAsync(row.Reference), await folder.HoldsAsync(row.ConfirmationId)), Is.EqualTo((false, false)), "nothing of it is left in the database's files");
    }

    [Test]
    public async Task What_nobody_closes_is_announced_and_goes_after_a_year()
    {
        await using var folder = await InquiryFolder.MakeAsync();
        var row = await folder.ReceiveAsync();
        folder.Clock.Move(TimeSpan.FromDays(334));
        await folder.UpkeepAsync();
        await folder.SendAsync();
        Assert.That(folder.Mails().Select(mail => mail.Header("Subject")), Has.None.Contains("gelöscht"));

        folder.Clock.Move(TimeSpan.FromDays(1));
        await folder.UpkeepAsync();
        await folder.UpkeepAsync();
        await folder.SendAsync();
        var told = folder.Mails().Single(mail => mail.Header("Subject") == "Anfragen werden bald gelöscht: 1");
        Assert.That((told.Header("To"), told.Text.Contains(InquiryReference.Display(row.Reference), StringComparison.Ordinal), told.Text.Contains("Erika", StringComparison.Ordinal)), Is.EqualTo(("zusatzleistungen@wgs.example", true, false)));

        folder.Clock.Move(TimeSpan.FromDays(30));
        await folder.UpkeepAsync();
        Assert.That(await folder.Desk.ListAsync(null), Is.Empty);
    }

    [Test]
    public async Task A_set_aside_inquiry_is_counted_daily_never_quoted_and_goes_30_days_after_somebody_looked()
    {
        await using var folder = await InquiryFolder.MakeAsync();
        var row = await folder.ReceiveAsync("Kaufen Sie Pillen", setAside: "mehrere Web-Adressen im Text");
        await folder.UpkeepAsync();
        await folder.UpkeepAsync();
        await folder.SendAsync();
        var told = folder.Mails().Single();
        Assert.Multiple(() =>
        {
            Assert.That(told.Header("Subject"), Is.EqualTo("Beiseitegelegte Anfragen: 1"));
            Assert.That(told.Header("To"), Is.EqualTo("zusatzleistungen@wgs.example"));
            Assert.That(told.Text, Does.Contain("Eine Anfrage sieht nach Werbung aus").And.Not.Contain("Pillen"));
        });
        folder.Clock.Move(TimeSpan.FromDays(1));
        await folder.UpkeepAsync();
        await folder.SendAsync();
        Assert.That(folder.Mails(), Has.Count.EqualTo(2), "once a day while it waits");

        await folder.Desk.ReadAsync(row.Reference);
        folder.Clock.Move(TimeSpan.FromDays(29));
        await folder.UpkeepAsync();
        Assert.That(await folder.Desk.ListAsync(null), Has.Count.EqualTo(1));
        folder.Clock.Move(TimeSpan.FromDays(1.1));
        await folder.UpkeepAsync();
        Assert.That(await folder.Desk.ListAsync(null), Is.Empty);
    }

    [Test]
    public async Task A_set_aside_inquiry_that_is_real_goes_out_after_all()
    {
        await using var folder = await InquiryFolder.MakeAsync();
        var row = await folder.ReceiveAsync("Zwei Adressen", setAside: "mehrere Web-Adressen im Text", email: "erika@beispiel.example");
        await folder.SendAsync();
        Assert.That(folder.Mails(), Is.Empty);
        Assert.That(await folder.Desk.ReleaseAsync(folder.Site, row.Reference));
        await folder.SendAsync();
        Assert.That(folder.Mails().Select(mail => mail.Header("To")), Is.EquivalentTo(["zusatzleistungen@wgs.example", "erika@beispiel.example"]));
        Assert.That(await folder.Desk.ReleaseAsync(folder.Site, row.Reference), Is.False);
    }

    [Test]
    public async Task Somebody_who_reads_meanwhile_does_not_keep_what_was_deleted()
    {
        await using var folder = await InquiryFolder.MakeAsync();
        var row = await folder.ReceiveAsync();
        var reader = await folder.Get<IDbContextFactory<InquiryDbContext>>().CreateDbContextAsync();
        await reader.Database.OpenConnectionAsync();
        await using (var reading = ((SqliteConnection)reader.Database.GetDbConnection()).BeginTransaction(deferred: true))
        {
            await reader.Database.UseTransactionAsync(reading);
            _ = await reader.Inquiries.CountAsync();
            var deleting = Task.Run(() => folder.Desk.DeleteAsync(row.Reference));
            await Task.Delay(300);
            await reading.RollbackAsync();
            Assert.That(await deleting);
        }

        await reader.DisposeAsync();
        Assert.That(await folder.HoldsAsync(row.ConfirmationId), Is.False);
    }

    [TestCase("999999", null)]
    [TestCase("0", null)]
    [TestCase("-5", null)]
    [TestCase("90", 90)]
    public async Task A_number_of_days_that_makes_no_sense_is_not_taken(string days, int? expected)
    {
        await using var folder = await InquiryFolder.MakeAsync();
        await folder.EditSettingAsync("retentionDays", days);
        var row = await folder.ReceiveAsync();
        await folder.Desk.CloseAsync(row.Reference);
        await folder.UpkeepAsync();
        Assert.That((folder.Site.Settings.RetentionDays, (await folder.Desk.ListAsync(null)).Count), Is.EqualTo((expected, 1)));
    }

    [Test]
    public async Task An_inquiry_nobody_could_be_told_of_is_mailed_once_somebody_has_an_address()
    {
        await using var folder = await InquiryFolder.MakeAsync();
        var addresses = folder.Site.Persons.ToDictionary(person => person.Key, person => person.Email!);
        foreach (var key in addresses.Keys) await folder.EditAsync(key, "email", "");
        await folder.EditSettingAsync("senderAddress", "");
        var row = await folder.ReceiveAsync();
        await folder.UpkeepAsync();
        Assert.That((await folder.Desk.ListAsync(null)).Single().Mails, Is.Empty);
        Assert.That(await folder.Get<InquiryHealth>().FaultsAsync(), Has.One.Contains("von denen niemand weiß: 1"));

        await folder.EditAsync(addresses.Keys.First(), "email", "wieder@wgs.example");
        await folder.EditSettingAsync("senderAddress", "website@wgs.example");
        await folder.UpkeepAsync();
        await folder.SendAsync();
        Assert.That(folder.Mails().Single().Text, Does.Contain(InquiryReference.Display(row.Reference)));
    }

    [Test]
    public async Task One_inquiry_is_deleted_with_its_mails_on_request()
    {
        await using var folder = await InquiryFolder.MakeAsync();
        var row = await folder.ReceiveAsync(email: "erika@beispiel.example");
        var other = await folder.ReceiveAsync();
        await folder.SendAsync();
        Assert.That(await folder.Desk.DeleteAsync(row.Reference));
        Assert.That((await folder.Desk.ListAsync(null)).Select(left => left.Reference), Is.EqualTo([other.Reference]));
        Assert.That((folder.Mails().Count, await folder.HoldsAsync(row.ConfirmationId), await folder.Desk.DeleteAsync(row.Reference)), Is.EqualTo((1, false, false)));
    }
}
