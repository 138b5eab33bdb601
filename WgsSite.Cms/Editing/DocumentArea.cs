using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Editing;

/// <summary>The start nodes of a user; null for all documents.</summary>
public delegate Task<IReadOnlyCollection<Guid>?> StartNodesOf(Guid user, CancellationToken cancel);

/// <summary>The documents somebody works on.</summary>
/// <param name="startNodes">Null for all.</param>
internal sealed class DocumentArea(CmsDbContext db, IReadOnlyCollection<Guid>? startNodes) : EditorArea(startNodes)
{
    protected override Task<Dictionary<Guid, Guid?>> ParentsAsync(CancellationToken cancel) => db.Documents.AsNoTracking()
        .Select(row => new { row.Key, Parent = row.ParentKey ?? (row.Trashed ? row.TrashedFromKey : null) })
        .ToDictionaryAsync(row => row.Key, row => row.Parent, cancel);
}
