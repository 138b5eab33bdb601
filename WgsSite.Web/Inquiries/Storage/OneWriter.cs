namespace WgsSite.Web.Inquiries.Storage;

/// <summary>
/// Lets one task after the other write. SQLite has one writer; its own waiting is not fair and wakes late (Microsoft.Data.Sqlite
/// sleeps 150 ms between tries), which shows in the slowest posts. Other processes still meet that one.
/// </summary>
public sealed class OneWriter : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <returns>To be disposed when done.</returns>
    public async Task<IDisposable> EnterAsync(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        return new Turn(turn);
    }

    public void Dispose() => turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
