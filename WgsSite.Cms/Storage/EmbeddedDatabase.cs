using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace WgsSite.Cms.Storage;

/// <summary>How a database in a file of the data folder is opened and brought up to date. It is SQLite.</summary>
public static class EmbeddedDatabase
{
    /// <summary>Seconds to wait for another process that writes. Somebody waits for the answer, and can try again.</summary>
    private const int LongestWait = 5;

    /// <param name="file">Path of the file; made when it is missing.</param>
    /// <param name="pragmas">SQL that is run once on each connection.</param>
    public static DbContextOptionsBuilder UseEmbedded(this DbContextOptionsBuilder options, string file, string pragmas) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = LongestWait }.ToString())
        .AddInterceptors(new Pragmas(pragmas));

    /// <summary>Brings a database up to the newest migration; makes it when there is none.</summary>
    /// <param name="isPersonal">It holds what is known of people: no other account of the machine may read it.</param>
    public static async Task PrepareAsync<T>(IDbContextFactory<T> database, bool isPersonal = false, CancellationToken cancel = default)
        where T : DbContext
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        if (isPersonal) PrivateFiles.CloseDatabase(db.Database.GetDbConnection().DataSource);
        await ReleaseMigrationLockAsync(db, cancel);
        await db.Database.MigrateAsync(cancel);
        // WAL lets readers go on while one writes; the mode stays with the file.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancel);
    }

    /// <summary>
    /// EF marks a running migration by a row, and waits for it to go without an end. Who holds the data folder is alone, so
    /// a row that is there was left by a process that was killed.
    /// </summary>
    private static async Task ReleaseMigrationLockAsync(DbContext db, CancellationToken cancel)
    {
        var tables = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancel);
        if (tables > 0) await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancel);
    }

    private sealed class Pragmas(string sql) : DbConnectionInterceptor
    {
        private readonly ConditionalWeakTable<object, object> set = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private void Set(DbConnection connection)
        {
            // They stay with the connection below, which the pool hands out again and again.
            if (((SqliteConnection)connection).Handle is not { } handle || set.TryGetValue(handle, out _)) return;
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
            set.AddOrUpdate(handle, handle);
        }
    }
}

/// <summary>SQLite stores no time zone: what is written is UTC, and what is read says so.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value,
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
