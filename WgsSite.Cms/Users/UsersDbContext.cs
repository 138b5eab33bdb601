using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Users;

/// <summary>
/// Who may sign in, and what they are signed in with. A database of its own: signing in writes often, and content must
/// not wait for it.
/// </summary>
public sealed class UsersDbContext(DbContextOptions<UsersDbContext> options) : IdentityUserContext<BackofficeUser, Guid>(options)
{
    public const string FileName = "users.db";

    public static void Configure(DbContextOptionsBuilder options, string dataFolder) =>
        options.UseEmbedded(Path.Combine(dataFolder, FileName), "PRAGMA synchronous=NORMAL;").UseOpenIddict();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<BackofficeUser>().ToTable("User").Property(user => user.Name).HasMaxLength(100);
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("UserClaim");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("UserLogin");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("UserToken");
    }

    /// <summary>For <c>dotnet ef migrations add</c> only.</summary>
    internal sealed class DesignTime : IDesignTimeDbContextFactory<UsersDbContext>
    {
        public UsersDbContext CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<UsersDbContext>();
            Configure(options, ".");
            return new UsersDbContext(options.Options);
        }
    }
}
