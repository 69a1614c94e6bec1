namespace LogRegCourse.Kernel.Session;

/// <summary>Answers questions one at a time beside the running cell; a newer one replaces those that wait or are being
/// worked out, which are answered with nothing.</summary>
internal sealed class NewestOnly
{
    private readonly Lock _lock = new();
    private CancellationTokenSource _current = new();
    private Task _last = Task.CompletedTask;

    /// <summary>Works a question out on another thread. Dropped is called when a newer one came first.</summary>
    public void Ask(Action<CancellationToken> answer, Action dropped)
    {
        lock (_lock)
        {
            _current.Cancel();
            _current = new CancellationTokenSource();
            var cancel = _current.Token;
            _last = _last.ContinueWith(_ => Answer(answer, dropped, cancel), TaskScheduler.Default);
        }
    }

    private static void Answer(Action<CancellationToken> answer, Action dropped, CancellationToken cancel)
    {
        try
        {
            cancel.ThrowIfCancellationRequested();
            answer(cancel);
        }
        catch (Exception)
        {
            // A newer question came, or this one could not be worked out: either way who asked is answered.
            dropped();
        }
    }
}
