using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WgsSite.Cms.Storage;

/// <summary>Where the store lies and how it is opened. The one place that knows it is SQLite.</summary>
public static class CmsStore
{
    public const string FileName = "cms.db";

    public static void Configure(DbContextOptionsBuilder options, string dataFolder) => options
        .UseSqlite(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(dataFolder, FileName),
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString())
        .AddInterceptors(new Pragmas());

    /// <summary>Brings the store up to the newest migration; makes it when there is none.</summary>
    public static async Task PrepareAsync(IDbContextFactory<CmsDbContext> store, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        await ReleaseMigrationLockAsync(db, cancel);
        await db.Database.MigrateAsync(cancel);
        // WAL lets readers go on while one writes; the mode stays with the file.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancel);
    }

    /// <summary>A transaction in which all queries see one state of the store, beside a writer and without stopping it.</summary>
    public static async Task<IAsyncDisposable> BeginReadAsync(CmsDbContext db, CancellationToken cancel = default)
    {
        await db.Database.OpenConnectionAsync(cancel);
        // EF would begin an immediate one, which waits for writers.
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, cancel);
        return transaction;
    }

    /// <summary>
    /// EF marks a running migration by a row, and waits for it to go without an end. Who holds the data folder is alone, so
    /// a row that is there was left by a process that was killed.
    /// </summary>
    private static async Task ReleaseMigrationLockAsync(CmsDbContext db, CancellationToken cancel)
    {
        var tables = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancel);
        if (tables > 0) await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancel);
    }

    private sealed class Pragmas : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private static void Set(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            // FULL: what was confirmed survives a power cut, not only a crash of the process.
            command.CommandText = "PRAGMA synchronous=FULL;";
            command.ExecuteNonQuery();
        }
    }

    /// <summary>For <c>dotnet ef migrations add</c> only.</summary>
    internal sealed class DesignTime : IDesignTimeDbContextFactory<CmsDbContext>
    {
        public CmsDbContext CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<CmsDbContext>();
            Configure(options, ".");
            return new CmsDbContext(options.Options);
        }
    }
}
