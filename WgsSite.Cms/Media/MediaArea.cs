using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Media;

/// <summary>The start folders of a user; null for all media.</summary>
public delegate Task<IReadOnlyCollection<Guid>?> StartFoldersOf(Guid user, CancellationToken cancel);

/// <summary>The media somebody works on.</summary>
/// <param name="startFolders">Null for all.</param>
internal sealed class MediaArea(CmsDbContext db, IReadOnlyCollection<Guid>? startFolders) : EditorArea(startFolders)
{
    protected override Task<Dictionary<Guid, Guid?>> ParentsAsync(CancellationToken cancel) => db.Media.AsNoTracking()
        .Select(row => new { row.Key, Parent = row.ParentKey ?? (row.Trashed ? row.TrashedFromKey : null) })
        .ToDictionaryAsync(row => row.Key, row => row.Parent, cancel);
}
