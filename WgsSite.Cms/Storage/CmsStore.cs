using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace WgsSite.Cms.Storage;

/// <summary>Where the store lies and how it is opened.</summary>
public static class CmsStore
{
    public const string FileName = "cms.db";

    public static void Configure(DbContextOptionsBuilder options, string dataFolder) =>
        // FULL: what was confirmed survives a power cut, not only a crash of the process.
        options.UseEmbedded(Path.Combine(dataFolder, FileName), "PRAGMA synchronous=FULL;");

    /// <summary>A transaction in which all queries see one state of the store, beside a writer and without stopping it.</summary>
    public static async Task<IAsyncDisposable> BeginReadAsync(CmsDbContext db, CancellationToken cancel = default)
    {
        await db.Database.OpenConnectionAsync(cancel);
        // EF would begin an immediate one, which waits for writers.
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, cancel);
        return transaction;
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
