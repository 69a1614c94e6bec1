using LogRegCourse.Processes;

namespace LogRegCourse.KernelProcess;

/// <summary>The end of a kernel that nobody wants any more: exit handlers and finalizers of its cells have a moment, and no
/// more than that; programs that its cells started end too.</summary>
internal static class KernelEnd
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Ends the process.</summary>
    public static void Now()
    {
        OwnPrograms.EndOf(Environment.ProcessId);
        // Elsewhere programs are known by their group alone, to which this process belongs.
        if (!OperatingSystem.IsLinux()) AppDomain.CurrentDomain.ProcessExit += (_, _) => OwnPrograms.EndAll();
        new Thread(() =>
        {
            Thread.Sleep(Patience);
            OwnPrograms.EndAll();
        }) { IsBackground = true, Priority = ThreadPriority.Highest, Name = "end" }.Start();
        Environment.Exit(0);
    }
}
