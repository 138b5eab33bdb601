using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Storage;

namespace WgsSite.Web.Inquiries.Storage;

/// <summary>Inquiries and the mails that tell of them. A database of its own: content is copied about, this is not.</summary>
public sealed class InquiryDbContext(DbContextOptions<InquiryDbContext> options) : DbContext(options)
{
    public DbSet<InquiryRow> Inquiries => Set<InquiryRow>();
    public DbSet<MailRow> Mails => Set<MailRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<InquiryRow>(inquiry =>
        {
            inquiry.ToTable("Inquiry").HasKey(row => row.Id);
            inquiry.HasIndex(row => row.SubmissionId).IsUnique();
            inquiry.HasIndex(row => row.ConfirmationId).IsUnique();
            inquiry.HasIndex(row => row.Reference).IsUnique();
            inquiry.HasIndex(row => new { row.State, row.ReceivedAt });
            inquiry.Property(row => row.Kind).HasConversion<string>();
            inquiry.Property(row => row.State).HasConversion<string>();
            inquiry.Property(row => row.ReachBy).HasConversion<string>();
            inquiry.HasMany(row => row.Mails).WithOne().HasForeignKey(mail => mail.InquiryId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<MailRow>(mail =>
        {
            mail.ToTable("Mail").HasKey(row => row.Id);
            mail.HasIndex(row => new { row.State, row.NextAttemptAt });
            mail.HasIndex(row => row.Once).IsUnique();
            mail.Property(row => row.Kind).HasConversion<string>();
            mail.Property(row => row.State).HasConversion<string>();
        });
    }
}
