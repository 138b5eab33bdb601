using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using WgsSite.Cms.Storage;

namespace WgsSite.Web.Inquiries.Storage;

/// <summary>Where inquiries lie and how they are opened.</summary>
public static class InquiryDatabase
{
    public const string FileName = "inquiries.db";

    // SQLITE_CONSTRAINT_UNIQUE, https://www.sqlite.org/rescode.html
    private const int UniqueViolated = 2067;

    public static void Configure(DbContextOptionsBuilder options, string dataFolder) => options
        // FULL: what was confirmed survives a power cut. secure_delete: what was deleted is overwritten, not only forgotten.
        .UseEmbedded(Path.Combine(dataFolder, FileName), "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;")
        // A form sent twice at once is told by the unique index: nothing that has to stand in the log as an error.
        .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.SaveChangesFailed, RelationalEventId.CommandError));

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
