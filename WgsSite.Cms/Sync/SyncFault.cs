namespace WgsSite.Cms.Sync;

/// <summary>Why a file cannot be taken over.</summary>
/// <param name="File">Path of the file, relative to the folder that was read.</param>
/// <param name="Line">Line within it, counted from 1; null when the whole file is meant.</param>
public sealed record SyncFault(string File, int? Line, string Reason)
{
    public override string ToString() => Line is { } line ? $"{File}:{line}: {Reason}" : $"{File}: {Reason}";
}

/// <summary>The folder has faults, and nothing of it was taken over.</summary>
public sealed class SyncException(IReadOnlyList<SyncFault> faults)
    : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<SyncFault> Faults { get; } = faults;
}
