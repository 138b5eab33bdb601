using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Publishing;

/// <summary>
/// What a change does to rows that two snapshots do not tell: a draft that is deleted was in neither. Looks at each saving of
/// its context.
/// </summary>
internal sealed class ChangedRows
{
    private readonly Dictionary<Guid, Guid> deletedDocuments = [];
    private readonly Dictionary<Guid, Guid> savedMedia = [];
    private readonly Dictionary<Guid, Guid> deletedMedia = [];

    public ChangedRows(CmsDbContext db) => db.SavingChanges += (_, _) => Note(db);

    /// <summary>Documents that are gone for good: key → key of the type.</summary>
    public IReadOnlyDictionary<Guid, Guid> DeletedDocuments => deletedDocuments;

    /// <summary>Media that are new or say something else now: key → key of the type. What was only moved is not among them.</summary>
    public IReadOnlyDictionary<Guid, Guid> SavedMedia => savedMedia;

    /// <summary>Media that are gone for good: key → key of the type.</summary>
    public IReadOnlyDictionary<Guid, Guid> DeletedMedia => deletedMedia;

    private void Note(CmsDbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries<DocumentRow>())
            if (entry.State == EntityState.Deleted) deletedDocuments[entry.Entity.Key] = entry.Entity.TypeKey;
        foreach (var entry in db.ChangeTracker.Entries<MediaRow>())
        {
            var isSaved = entry.State == EntityState.Added
                || (entry.State == EntityState.Modified && (entry.Property(row => row.Name).IsModified || entry.Property(row => row.Values).IsModified || entry.Property(row => row.TypeKey).IsModified));
            if (isSaved) savedMedia[entry.Entity.Key] = entry.Entity.TypeKey;
            if (entry.State != EntityState.Deleted) continue;
            savedMedia.Remove(entry.Entity.Key);
            deletedMedia[entry.Entity.Key] = entry.Entity.TypeKey;
        }
    }
}
