using LogRegCourse.Kernel.Session;
using LogRegCourse.KernelProcess.Packages;

namespace LogRegCourse.KernelProcess.Session;

/// <summary>Makes the session of a door, warm: the first work in the queue is the least that the compiler must have done,
/// and the rest is done beside the first cells.</summary>
internal static class WarmStart
{
    // A cell that waits already goes first.
    private static readonly TimeSpan FurtherAfter = TimeSpan.FromMilliseconds(300);

    /// <summary>Starts; ready is called on the queue's thread, before any cell.</summary>
    public static (CellSession Session, WorkQueue Work) Begin(Action ready)
    {
        var session = new CellSession(new ProcessHost(PackageRestore.ForThisMachine()));
        ConsoleCapture.Install();
        MemoryWatch.Begin();
        var work = new WorkQueue(session);
        work.Add(new(() =>
        {
            session.WarmUp();
            ready();
            _ = Task.Delay(FurtherAfter).ContinueWith(_ => session.WarmUpFurther(), TaskScheduler.Default);
            return Task.FromResult(true);
        }, () => { }));
        return (session, work);
    }
}
