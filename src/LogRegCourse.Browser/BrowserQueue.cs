using LogRegCourse.Kernel.Scripting;
using LogRegCourse.Kernel.Session;

namespace LogRegCourse.Browser;

/// <summary>Does one piece of work after the other where there is one thread: in between, and where a cell awaits, what
/// else has come is heard.</summary>
internal sealed class BrowserQueue(ICellSession session, BrowserPolls polls) : IWorkQueue
{
    private readonly LinkedList<Work> _waiting = new();

    private bool _isGoingThrough;

    /// <summary>Whether a piece of work is being done, and not only waited between two.</summary>
    public bool IsRunning { get; private set; }

    public void Add(Work work)
    {
        var replaced = work.ReplacedBy is { } key ? Take(waiting => waiting.ReplacedBy == key) : [];
        _waiting.AddLast(work);
        replaced.ForEach(old => old.Abort());
        if (!_isGoingThrough) _ = RunAllAsync();
    }

    public IReadOnlyList<Work> TakeWaiting() => Take(_ => true);

    public void Stop()
    {
        var aborted = Take(_ => true);
        if (IsRunning) session.Stop();
        aborted.ForEach(work => work.Abort());
    }

    private async Task RunAllAsync()
    {
        _isGoingThrough = true;
        try
        {
            while (_waiting.First is { } first)
            {
                _waiting.RemoveFirst();
                IsRunning = true;
                polls.Begin();
                var mayGoOn = await first.Value.Run();
                IsRunning = false;
                // The message that stops what waits comes behind the flag that stopped this cell.
                if (StopFlag.IsRaised || !mayGoOn) Take(_ => true).ForEach(behind => behind.Abort());
                session.ForgetStop();
                await Task.Delay(1);
            }
        }
        finally
        {
            // What one piece of work met is not the end of those behind it: the next that comes takes them along.
            IsRunning = _isGoingThrough = false;
        }
    }

    private List<Work> Take(Func<Work, bool> which)
    {
        var taken = _waiting.Where(which).ToList();
        taken.ForEach(work => _waiting.Remove(work));
        return taken;
    }
}
