namespace WgsSite.Cms.Editing;

/// <summary>What somebody works on in one tree: all of it, or their start nodes and what is beneath them, also in the bin.</summary>
/// <param name="startNodes">Null for all.</param>
internal abstract class EditorArea(IReadOnlyCollection<Guid>? startNodes)
{
    private Dictionary<Guid, Guid?>? parents;
    private HashSet<Guid>? above;

    public bool IsEverything => startNodes is null;

    /// <param name="key">Null for the root.</param>
    public async Task<bool> ContainsAsync(Guid? key, CancellationToken cancel)
    {
        if (startNodes is null) return true;
        parents ??= await ParentsAsync(cancel);
        var seen = new HashSet<Guid>();
        for (; key is { } step && seen.Add(step) && parents.TryGetValue(step, out var parent); key = parent)
            if (startNodes.Contains(step)) return true;
        return false;
    }

    /// <summary>Stands above a start node: shown on the way to it, and no more than that.</summary>
    public async Task<bool> LeadsToAsync(Guid key, CancellationToken cancel)
    {
        if (startNodes is null) return false;
        parents ??= await ParentsAsync(cancel);
        if (above is null)
        {
            above = [];
            foreach (var start in startNodes)
                for (var step = parents.GetValueOrDefault(start); step is { } parent && above.Add(parent); step = parents.GetValueOrDefault(parent)) { }
        }

        return above.Contains(key);
    }

    /// <param name="key">Null for the root.</param>
    /// <exception cref="EditRefusalException">It is somewhere else.</exception>
    public async Task RequireAsync(Guid? key, CancellationToken cancel)
    {
        if (!await ContainsAsync(key, cancel)) throw new EditRefusalException(RefusalKind.Forbidden, "Das gehört nicht zu Ihrem Bereich.", "Ihr Konto ist auf einen Teil der Website begrenzt. Die Administration kann das ändern.");
    }

    /// <summary>Each item and what it stands beneath; what was thrown away belongs where it was.</summary>
    protected abstract Task<Dictionary<Guid, Guid?>> ParentsAsync(CancellationToken cancel);
}
