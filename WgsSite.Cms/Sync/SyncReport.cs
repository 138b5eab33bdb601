namespace WgsSite.Cms.Sync;

/// <summary>What an import does, or would do, with one item.</summary>
public enum SyncChange
{
    Unchanged,
    Created,
    Updated,
    Deleted,

    /// <summary>Editors changed the item since it was last imported, so it stays as it is.</summary>
    KeptEdited,
}

/// <param name="File">The file it came from, relative to the folder.</param>
public sealed record SyncLine(string Folder, string Name, string File, SyncChange Change);

/// <summary>What came of an import, or what one would do.</summary>
/// <param name="Lines">One per item of the folder.</param>
/// <param name="Warnings">What was not taken over, or could not be understood, in words.</param>
public sealed record SyncReport(IReadOnlyList<SyncLine> Lines, IReadOnlyList<string> Warnings)
{
    public int Count(string folder, SyncChange change) => Lines.Count(line => line.Folder == folder && line.Change == change);

    public IEnumerable<string> Folders => Lines.Select(line => line.Folder).Distinct();

    /// <summary>False when anything of the folder was left out.</summary>
    public bool IsComplete => Warnings.Count == 0 && Lines.All(line => line.Change != SyncChange.KeptEdited);
}
