using Microsoft.EntityFrameworkCore;

namespace WgsSite.Cms.Storage;

/// <summary>The content store: schema, documents with their versions, media, schedule, redirects, audit and webhooks.</summary>
public sealed class CmsDbContext(DbContextOptions<CmsDbContext> options) : DbContext(options)
{
    public DbSet<SchemaItemRow> SchemaItems => Set<SchemaItemRow>();
    public DbSet<DocumentRow> Documents => Set<DocumentRow>();
    public DbSet<DocumentVersionRow> DocumentVersions => Set<DocumentVersionRow>();
    public DbSet<ScheduleRow> Schedules => Set<ScheduleRow>();
    public DbSet<RedirectRow> Redirects => Set<RedirectRow>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();
    public DbSet<MediaRow> Media => Set<MediaRow>();
    public DbSet<WebhookRow> Webhooks => Set<WebhookRow>();
    public DbSet<WebhookDeliveryRow> WebhookDeliveries => Set<WebhookDeliveryRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SchemaItemRow>(item =>
        {
            item.ToTable("SchemaItem").HasKey(row => new { row.Folder, row.Key });
            item.HasIndex(row => new { row.Folder, row.Alias });
        });
        modelBuilder.Entity<DocumentRow>(document =>
        {
            document.ToTable("Document").HasKey(row => row.Key);
            document.HasIndex(row => new { row.ParentKey, row.SortOrder });
            document.HasIndex(row => row.TypeKey);
            document.HasOne(row => row.DraftVersion).WithMany().HasForeignKey(row => row.DraftVersionId).OnDelete(DeleteBehavior.SetNull);
            document.HasOne(row => row.PublishedVersion).WithMany().HasForeignKey(row => row.PublishedVersionId).OnDelete(DeleteBehavior.SetNull);
            document.Property(row => row.Revision).IsConcurrencyToken();
        });
        modelBuilder.Entity<DocumentVersionRow>(version =>
        {
            version.ToTable("DocumentVersion").HasKey(row => row.Id);
            version.HasIndex(row => new { row.DocumentKey, row.CreatedAt });
        });
        modelBuilder.Entity<ScheduleRow>(schedule =>
        {
            schedule.ToTable("Schedule").HasKey(row => row.Id);
            schedule.HasIndex(row => new { row.DocumentKey, row.Action, row.Culture }).IsUnique();
            schedule.HasIndex(row => row.At);
            schedule.Property(row => row.Action).HasConversion<string>();
        });
        modelBuilder.Entity<RedirectRow>(redirect =>
        {
            redirect.ToTable("Redirect").HasKey(row => row.Path);
            redirect.HasIndex(row => row.DocumentKey);
        });
        modelBuilder.Entity<AuditRow>(audit =>
        {
            audit.ToTable("Audit").HasKey(row => row.Id);
            audit.HasIndex(row => new { row.ItemKey, row.At });
        });
        modelBuilder.Entity<MediaRow>(media =>
        {
            media.ToTable("Media").HasKey(row => row.Key);
            media.HasIndex(row => new { row.ParentKey, row.SortOrder });
            media.Property(row => row.Revision).IsConcurrencyToken();
        });
        modelBuilder.Entity<WebhookRow>(webhook => webhook.ToTable("Webhook").HasKey(row => row.Key));
        modelBuilder.Entity<WebhookDeliveryRow>(delivery =>
        {
            delivery.ToTable("WebhookDelivery").HasKey(row => row.Id);
            delivery.HasIndex(row => row.Key).IsUnique();
            delivery.HasIndex(row => new { row.WebhookKey, row.State, row.Id });
            delivery.HasOne<WebhookRow>().WithMany().HasForeignKey(row => row.WebhookKey).OnDelete(DeleteBehavior.Cascade);
            delivery.Property(row => row.State).HasConversion<string>();
        });
    }
}
