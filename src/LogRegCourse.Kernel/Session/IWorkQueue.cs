namespace LogRegCourse.Kernel.Session;

/// <summary>Does one piece of work after the other.</summary>
internal interface IWorkQueue
{
    /// <summary>Puts work at the end. Waiting work of the same ReplacedBy key is aborted: only the newest counts.</summary>
    void Add(Work work);

    /// <summary>Takes back what waits, for work that failed and has not said so yet: who hears of the failure may send
    /// more at once, and that is wanted.</summary>
    IReadOnlyList<Work> TakeWaiting();

    /// <summary>Stops what runs and aborts what waits.</summary>
    void Stop();
}

/// <summary>Work to do later. Run returns whether those behind it may go on; Abort is called instead when they may not.</summary>
internal sealed record Work(Func<Task<bool>> Run, Action Abort, string? ReplacedBy = null);
