using LogRegCourse.Kernel.Session;

namespace LogRegCourse.KernelProcess.Session;

/// <summary>
/// Runs one piece of work after the other on a thread of its own, with a stack deep enough for a student's recursion.
/// </summary>
internal sealed class WorkQueue : IWorkQueue, IDisposable
{
    private const int StackBytes = 16 * 1024 * 1024;

    // Long enough that a student who runs cell after cell, or drags a slider, never meets it.
    private static readonly TimeSpan RestAfter = TimeSpan.FromSeconds(2);

    private readonly ICellSession _session;
    private readonly LinkedList<Work> _waiting = new();
    private readonly object _lock = new();
    private bool _isRunning;
    private bool _isClosed;
    private bool _hasRested = true;

    public WorkQueue(ICellSession session)
    {
        _session = session;
        new Thread(RunAll, StackBytes) { IsBackground = true, Name = "cells" }.Start();
    }

    public void Add(Work work)
    {
        List<Work> replaced;
        lock (_lock)
        {
            replaced = work.ReplacedBy is { } key ? Take(waiting => waiting.ReplacedBy == key) : [];
            _waiting.AddLast(work);
            Monitor.Pulse(_lock);
        }
        replaced.ForEach(old => old.Abort());
    }

    public IReadOnlyList<Work> TakeWaiting()
    {
        lock (_lock) return Take(_ => true);
    }

    public void Stop()
    {
        List<Work> aborted;
        lock (_lock)
        {
            aborted = Take(_ => true);
            if (_isRunning) _session.Stop();
        }
        aborted.ForEach(work => work.Abort());
    }

    /// <summary>Ends the thread after the work it is doing.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            Monitor.Pulse(_lock);
        }
    }

    private void RunAll()
    {
        while (Next() is { } work)
        {
            var mayGoOn = work.Run().GetAwaiter().GetResult();
            List<Work> aborted;
            lock (_lock)
            {
                _isRunning = false;
                _session.ForgetStop();
                aborted = mayGoOn ? [] : Take(_ => true);
            }
            aborted.ForEach(behind => behind.Abort());
        }
    }

    private Work? Next()
    {
        lock (_lock)
        {
            while (_waiting.Count == 0 && !_isClosed)
            {
                if (Monitor.Wait(_lock, _hasRested ? Timeout.InfiniteTimeSpan : RestAfter)) continue;
                // Work that comes meanwhile waits for the lock, and so for some hundredths of a second.
                _hasRested = true;
                _session.Rest();
            }
            if (_isClosed) return null;
            var work = _waiting.First!.Value;
            _waiting.RemoveFirst();
            _isRunning = true;
            _hasRested = false;
            return work;
        }
    }

    private List<Work> Take(Func<Work, bool> which)
    {
        var taken = _waiting.Where(which).ToList();
        taken.ForEach(work => _waiting.Remove(work));
        return taken;
    }
}
