using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WgsSite.Web.Inquiries.Storage;

/// <summary>Where inquiries lie and how they are opened. The one place that knows it is SQLite.</summary>
public static class InquiryDatabase
{
    public const string FileName = "inquiries.db";

    // SQLITE_CONSTRAINT_UNIQUE, https://www.sqlite.org/rescode.html
    private const int UniqueViolated = 2067;

    public static void Configure(DbContextOptionsBuilder options, string dataFolder) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, FileName), ForeignKeys = true, DefaultTimeout = 30 }.ToString())
        // A form sent twice at once is told by the unique index: nothing that has to stand in the log as an error.
        .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.SaveChangesFailed, RelationalEventId.CommandError))
        .AddInterceptors(new Pragmas());

    /// <summary>Brings the database up to the newest migration; makes it when there is none.</summary>
    public static async Task PrepareAsync(IDbContextFactory<InquiryDbContext> database, CancellationToken cancel = default)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        // A row that is there was left by a process that was killed: who holds the data folder is alone.
        if (await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancel) > 0)
            await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancel);
        await db.Database.MigrateAsync(cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancel);
    }

    /// <summary>
    /// Takes what was deleted out of the write-ahead log too. Somebody who reads just then can hold it back; after a few
    /// tries it is left to the next time.
    /// </summary>
    public static async Task EmptyLogAsync(InquiryDbContext db, CancellationToken cancel = default)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            await db.Database.OpenConnectionAsync(cancel);
            await using (var command = db.Database.GetDbConnection().CreateCommand())
            {
                command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
                // The first column is 1 while it was held back, https://www.sqlite.org/pragma.html#pragma_wal_checkpoint
                if (Convert.ToInt64(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture) == 0) return;
            }

            await Task.Delay(100, cancel);
        }
    }

    /// <summary>True when a row was refused because another one has the same value in a unique column.</summary>
    public static bool IsDuplicate(DbUpdateException e) => e.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueViolated };

    private sealed class Pragmas : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private readonly ConditionalWeakTable<object, object> set = [];

        private void Set(DbConnection connection)
        {
            // They stay with the connection below, which the pool hands out again and again.
            if (((SqliteConnection)connection).Handle is not { } handle || !set.TryAdd(handle, handle)) return;
            using var command = connection.CreateCommand();
            // FULL: what was confirmed survives a power cut. secure_delete: what was deleted is overwritten, not only forgotten.
            command.CommandText = "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;";
            command.ExecuteNonQuery();
        }
    }

    /// <summary>For <c>dotnet ef migrations add</c> only.</summary>
    internal sealed class DesignTime : IDesignTimeDbContextFactory<InquiryDbContext>
    {
        public InquiryDbContext CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<InquiryDbContext>();
            Configure(options, ".");
            return new InquiryDbContext(options.Options);
        }
    }
}
