namespace WgsSite.Cms.Webhooks;

/// <summary>Tells the worker that there may be something to send. Any number of signals before it looks are one.</summary>
internal sealed class WebhookSignal
{
    private TaskCompletionSource given = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when there was a signal since the last <see cref="Take"/>.</summary>
    public Task GivenAsync => Volatile.Read(ref given).Task;

    public void Give() => Volatile.Read(ref given).TrySetResult();

    public void Take()
    {
        if (GivenAsync.IsCompleted) Volatile.Write(ref given, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }
}
