using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Session;

namespace LogRegCourse.KernelProcess.Session;

/// <summary>Ends a process whose memory grows beyond what a machine can lend, be it the runtime's own or a library's. The
/// runtime's own has a limit of its own (the project file), which a cell meets as an OutOfMemoryException.</summary>
internal static class MemoryWatch
{
    private const long LimitBytes = 3L * 1024 * 1024 * 1024;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>Before the end, what the doors have not sent yet.</summary>
    public static event Action? Ending;

    public static void Begin() => new Thread(Watch) { IsBackground = true, Name = "memory" }.Start();

    private static void Watch()
    {
        while (Environment.WorkingSet < LimitBytes) Thread.Sleep(LookEvery);
        var sentence = $"The cell used more than the {LimitBytes / 1024 / 1024 / 1024} GB of memory that a notebook may have: its process is ended, and all variables are lost.";
        RunningCell.Print(PrintStream.Stderr, sentence + "\n");
        BoundedOutput.SendWhatWaits();
        Ending?.Invoke();
        Environment.FailFast("out of memory: " + sentence);
    }
}
