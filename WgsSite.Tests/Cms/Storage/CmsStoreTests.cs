using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Storage;

internal sealed class CmsStoreTests
{
    [Test]
    public async Task A_migration_that_was_killed_does_not_hold_up_the_next_start()
    {
        var data = Directory.CreateTempSubdirectory("wgs-store-").FullName;
        using (var first = await SiteProcess.StartAsync(data)) first.Kill();
        await using (var db = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(data, "cms.db")};Pooling=False"))
        {
            await db.OpenAsync();
            await using var command = db.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-01-01')";
            await command.ExecuteNonQueryAsync();
        }

        using (var second = await SiteProcess.StartAsync(data)) Assert.That((await second.Http.GetAsync("/")).IsSuccessStatusCode, Is.True);
        Directory.Delete(data, recursive: true);
    }
}
