using System.Runtime.InteropServices;

namespace LogRegCourse.KernelProcess.Pipe;

/// <summary>A handle that came from the app goes no further: a program that a cell starts, and that outlives the kernel,
/// would keep the pipe open.</summary>
internal static partial class InheritedHandle
{
    public static void Keep(SafeHandle handle)
    {
        // On Windows only handles that are named are inherited. FIOCLEX has another number on each Unix.
        if (OperatingSystem.IsWindows()) return;
        _ = SetCloseOnExec(handle, OperatingSystem.IsMacOS() ? 0x20006601u : 0x5451u);
    }

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int SetCloseOnExec(SafeHandle file, nuint request);
}
