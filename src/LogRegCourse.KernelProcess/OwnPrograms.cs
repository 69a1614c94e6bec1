using System.Globalization;
using System.Runtime.InteropServices;

namespace LogRegCourse.Processes;

/// <summary>
/// A kernel and the programs that its cells start, which end with it: a process group of its own on Unix, a job on
/// Windows. On Linux programs are known by a variable of their environment too, for one may leave its group. (Linux can
/// end a process with its parent, but takes the thread that started it for the parent, and a front end's threads come and go.)
/// </summary>
internal static partial class OwnPrograms
{
    private const string Mark = "LOGREGCOURSE_KERNEL";
    private const int Kill = 9;
    private const int MostRounds = 5;

    // Held as long as the process lives: with the last handle to a job all its processes end.
    private static nint _job;

    /// <summary>Begins to count what is started as the kernel's. OwnGroup: where the front end has not made one.</summary>
    public static void Gather(bool ownGroup)
    {
        if (OperatingSystem.IsWindows())
        {
            _job = JobOfThisProcess();
            return;
        }
        if (ownGroup) _ = SetProcessGroup(0, 0);
        Environment.SetEnvironmentVariable(Mark, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Ends the programs of a kernel; another than this process has ended already.</summary>
    public static void EndOf(int kernel)
    {
        if (OperatingSystem.IsWindows()) return;
        // A program that starts another meanwhile has it found in the next round.
        for (var round = 0; OperatingSystem.IsLinux() && round < MostRounds && EndMarked(kernel) > 0; round++) { }
        if (kernel != Environment.ProcessId) _ = SendSignal(-kernel, Kill);
    }

    /// <summary>Ends this process at once, whatever its exit handlers and finalizers do, and its programs.</summary>
    public static void EndAll()
    {
        if (OperatingSystem.IsWindows())
        {
            TerminateProcess(GetCurrentProcess(), 0);
            return;
        }
        var own = Environment.ProcessId;
        EndOf(own);
        foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), $"*-{own}-*").Where(IsOfDiagnostics)) File.Delete(file);
        if (GetProcessGroup(0) == own) _ = SendSignal(-own, Kill);
        _ = SendSignal(own, Kill);
    }

    // What the runtime takes away when a process ends by itself.
    private static bool IsOfDiagnostics(string file) => Path.GetFileName(file) is var name
        && (name.StartsWith("clr-debug-pipe-", StringComparison.Ordinal) || name.StartsWith("dotnet-diagnostic-", StringComparison.Ordinal));

    private static int EndMarked(int kernel)
    {
        var ended = 0;
        var mark = System.Text.Encoding.ASCII.GetBytes($"{Mark}={kernel}\0");
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == kernel || id == Environment.ProcessId) continue;
            if (IsMarked(folder, mark) && SendSignal(id, Kill) == 0) ended++;
        }
        return ended;
    }

    // Other users' processes cannot be read, nor those that end meanwhile; those that have ended have no environment.
    private static bool IsMarked(string folder, ReadOnlySpan<byte> mark)
    {
        try
        {
            return File.ReadAllBytes(folder + "/environ").AsSpan().IndexOf(mark) >= 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static nint JobOfThisProcess()
    {
        const int extendedLimits = 9;
        const uint killOnClose = 0x2000;
        var job = CreateJobObject(0, 0);
        var limits = new JobLimits { LimitFlags = killOnClose };
        if (job == 0 || !SetInformationJobObject(job, extendedLimits, ref limits, Marshal.SizeOf<JobLimits>())) return 0;
        AssignProcessToJobObject(job, GetCurrentProcess());
        return job;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct JobLimits
    {
        public long PerProcessUserTimeLimit;
        public long PerJobUserTimeLimit;
        public uint LimitFlags;
        public nuint MinimumWorkingSetSize;
        public nuint MaximumWorkingSetSize;
        public uint ActiveProcessLimit;
        public nuint Affinity;
        public uint PriorityClass;
        public uint SchedulingClass;
        public ulong ReadOperations;
        public ulong WriteOperations;
        public ulong OtherOperations;
        public ulong ReadBytes;
        public ulong WriteBytes;
        public ulong OtherBytes;
        public nuint ProcessMemoryLimit;
        public nuint JobMemoryLimit;
        public nuint PeakProcessMemoryUsed;
        public nuint PeakJobMemoryUsed;
    }

    [LibraryImport("libc", EntryPoint = "setpgid")]
    private static partial int SetProcessGroup(int process, int group);

    [LibraryImport("libc", EntryPoint = "getpgid")]
    private static partial int GetProcessGroup(int process);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);

    [LibraryImport("kernel32", EntryPoint = "CreateJobObjectW")]
    private static partial nint CreateJobObject(nint attributes, nint name);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetInformationJobObject(nint job, int kind, ref JobLimits limits, int size);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool AssignProcessToJobObject(nint job, nint process);

    [LibraryImport("kernel32")]
    private static partial nint GetCurrentProcess();

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool TerminateProcess(nint process, uint code);
}
